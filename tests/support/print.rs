//! Papers read back: their words, and the code at the foot.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// The text of a PDF as pdftotext reads it back, without spaces and breaks.
pub fn text(pdf: &Path) -> Result<String> {
    let read = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output()?;
    ensure!(read.status.success(), "pdftotext reads {}", pdf.display());
    Ok(String::from_utf8(read.stdout)?.split_whitespace().collect())
}

/// What the code on a printed page says, as a camera reads it that is held to the foot of the page.
pub fn code(page: &Value) -> Result<String> {
    let picture = STANDARD.decode(page.as_str().context("a page")?)?;
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a size")?];
    let info = reader.next_frame(&mut pixels)?;
    let (width, height) = (info.width as usize, info.height as usize);
    let bytes = info.color_type.samples();
    let (top, side) = (height * 85 / 100, width * 30 / 100);
    let grey = |x: usize, y: usize| pixels[((y + top) * width + x) * bytes];
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, height - top, grey);
    Ok(seen.detect_grids().first().context("a code on the page")?.decode()?.1)
}
