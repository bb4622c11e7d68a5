//! From a paper to its pages.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::text::Font;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::canonical;
use crate::error::PaperError;
use crate::glyphs::{self, Found};
use crate::paper::Paper;
use crate::qr;
use crate::system_fonts;
use crate::words;
use crate::world::{Desk, place};

/// A paper as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file (PDF/A-2b). The same content and time give the same bytes.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Hash of the content, as in the QR code.
    pub content_sha256: String,
    /// Characters without a glyph, whose code points are printed instead. Without repetition.
    pub missing: Vec<char>,
}

/// A paper as pictures of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// The pages as PNG.
    pub pages: Vec<Vec<u8>>,
    /// Hash of the content, as in the QR code.
    pub content_sha256: String,
    /// Characters without a glyph, whose code points are printed instead. Without repetition.
    pub missing: Vec<char>,
}

/// How close the lines stand. A closer one is taken only where it saves a page: many who read these
/// papers hold them at arm's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Density {
    Normal,
    Compact,
    Dense,
}

impl Density {
    /// Its name in the template.
    fn key(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Compact => "compact",
            Self::Dense => "dense",
        }
    }
}

/// Makes the PDF. `made_at` is printed at the foot and kept in the file; it is not part of the hash.
///
/// # Errors
///
/// When the case number does not fit into the QR code, or `made_at` lies outside the calendar.
pub fn render(paper: &Paper, made_at: DateTime<FixedOffset>) -> Result<Rendered, PaperError> {
    let typeset = typeset(paper, made_at)?;
    let pdf = pdf(&typeset, paper, made_at)?;
    Ok(Rendered {
        pdf,
        pages: typeset.document.pages().len(),
        content_sha256: typeset.content_sha256,
        missing: typeset.found.missing.into_iter().collect(),
    })
}

/// The pages as PNG, for looking at and for a printer that takes pictures. `scale` is in pixels per
/// point, 0.1 to 10: 1.5 suits a screen, 4 a printer.
///
/// # Errors
///
/// Those of [`render`], and a scale out of range.
pub fn preview(
    paper: &Paper,
    made_at: DateTime<FixedOffset>,
    scale: f32,
) -> Result<Pages, PaperError> {
    if !(0.1..=10.0).contains(&scale) {
        return Err(PaperError::Scale);
    }
    let options =
        RenderOptions { pixel_per_pt: f64::from(scale).into(), ..RenderOptions::default() };
    let typeset = typeset(paper, made_at)?;
    let png = |page| typst_render::render(page, &options).encode_png();
    let pages: Result<Vec<_>, _> = typeset.document.pages().iter().map(png).collect();
    Ok(Pages {
        pages: pages.map_err(|_| PaperError::Image)?,
        content_sha256: typeset.content_sha256,
        missing: typeset.found.missing.into_iter().collect(),
    })
}

/// A paper set in type.
struct Typeset {
    document: PagedDocument,
    content_sha256: String,
    found: Found,
    _forget: Forget,
}

/// The compiler remembers what it has seen, and papers are full of names: gone when the paper is.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(0);
    }
}

fn typeset(paper: &Paper, made_at: DateTime<FixedOffset>) -> Result<Typeset, PaperError> {
    let forget = Forget;
    let content_sha256 = canonical::hash(paper)?;
    let code = qr::pixels(&qr::qr_text(paper))?;
    let mut sheet = serde_json::to_value(paper.sheet())?;
    let mut found = Found::default();
    glyphs::prepare(&mut sheet, &mut found);
    sheet["check"] = grouped(&content_sha256).into();
    sheet["made"] = words::moment(in_china(made_at)).into();
    sheet["code_side"] = code.side.into();

    let borrowed = found.borrowed.iter().filter_map(|c| system_fonts::having(*c));
    let mut fonts: Vec<Font> = Vec::new();
    for font in borrowed {
        if !fonts.contains(&font) {
            fonts.push(font);
        }
    }
    let document = fitted(&sheet, &code.bytes, &fonts)?;
    Ok(Typeset { document, content_sha256, found, _forget: forget })
}

/// The pages: with the lines closer together where that makes them fewer.
fn fitted(sheet: &Value, code: &[u8], fonts: &[Font]) -> Result<PagedDocument, PaperError> {
    let mut best = compiled(sheet, Density::Normal, code, fonts)?;
    for density in [Density::Compact, Density::Dense] {
        if best.pages().len() == 1 {
            break;
        }
        let closer = compiled(sheet, density, code, fonts)?;
        if closer.pages().len() < best.pages().len() {
            best = closer;
        }
    }
    Ok(best)
}

fn compiled(
    sheet: &Value,
    density: Density,
    code: &[u8],
    fonts: &[Font],
) -> Result<PagedDocument, PaperError> {
    let mut sheet = sheet.clone();
    sheet["density"] = density.key().into();
    let desk = Desk::new(serde_json::to_vec(&sheet)?, code.to_vec(), fonts.to_vec());
    typst::compile::<PagedDocument>(&desk).output.map_err(refused)
}

fn pdf(
    typeset: &Typeset,
    paper: &Paper,
    made_at: DateTime<FixedOffset>,
) -> Result<Vec<u8>, PaperError> {
    let options = PdfOptions {
        ident: Smart::Custom(qr::qr_text(paper)),
        creator: Smart::Custom(Some("Bangban".to_owned())),
        timestamp: Some(timestamp(made_at).ok_or(PaperError::Time)?),
        standards: PdfStandards::new(&[PdfStandard::A_2b])
            .expect("one standard does not contradict itself"),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&typeset.document, &options).map_err(refused)
}

/// The first 16 digits in groups of four, to be read aloud.
fn grouped(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().take(16).collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect::<Vec<String>>().join(" ")
}

/// The counter's clock, whatever the caller's offset.
fn in_china(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let china = FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset");
    at.with_timezone(&china)
}

fn timestamp(at: DateTime<FixedOffset>) -> Option<typst_pdf::Timestamp> {
    let two = |number: u32| u8::try_from(number).ok();
    let utc = at.to_utc();
    let moment = Datetime::from_ymd_hms(
        utc.year(),
        two(utc.month())?,
        two(utc.day())?,
        two(utc.hour())?,
        two(utc.minute())?,
        two(utc.second())?,
    )?;
    (0..=9999).contains(&utc.year()).then(|| typst_pdf::Timestamp::new_utc(moment))
}

/// With the compiler's words only where they cannot quote a paper: what is not plain ASCII, or long,
/// is left out.
#[expect(clippy::needless_pass_by_value, reason = "handed over by `map_err`")]
fn refused(diagnostics: typst::ecow::EcoVec<SourceDiagnostic>) -> PaperError {
    let places = diagnostics.iter().map(|found| {
        let message = found.message.as_str();
        let quiet = message.is_ascii() && message.len() < 120;
        format!("{} {}", place(found.span), if quiet { message } else { "" })
    });
    PaperError::Template { places: places.collect() }
}
