//! Files as citizens hand them in, made up here: scans of every quality, and a hostile PDF.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::station::Station;

/// A bitmap of the given pixels: blue, green and red, row by row. `width` is a multiple of four.
pub fn bitmap(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let size = u32::try_from(54 + pixels.len()).unwrap_or_default();
    let head = [&b"BM"[..], &size.to_le_bytes(), &[0; 4], &54_u32.to_le_bytes()].concat();
    let info = [40, width, height].map(u32::to_le_bytes).concat();
    let rest = [&[1, 0, 24, 0][..], &[0; 24]].concat();
    [&head, &info, &rest, pixels].concat()
}

/// A bitmap in which each pixel has the brightness that `shade` gives for its column and row.
fn shaded(width: u32, height: u32, shade: impl Fn(u32, u32) -> u8) -> Vec<u8> {
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let pixels: Vec<u8> = places.flat_map(|(x, y)| [shade(x, y); 3]).collect();
    bitmap(width, height, &pixels)
}

/// A scan with print that can be read: black bars on white paper. `seed` tells one from another.
pub fn sharp(seed: u32) -> Vec<u8> {
    shaded(900, 1_200, |x, y| {
        // The first row says which scan it is.
        let is_ink = match (x, y) {
            (0..32, 0) => (seed >> x) & 1 == 1,
            _ => (x / 7) % 3 == 0 && (y / 11) % 2 == 0,
        };
        if is_ink { 20 } else { 235 }
    })
}

/// A picture of the same size on which nothing has an edge. `seed`: up to 20.
pub fn blurred(seed: u32) -> Vec<u8> {
    shaded(900, 1_200, |x, y| u8::try_from(30 + seed + x / 9 + y / 12).unwrap_or(u8::MAX))
}

/// A PDF that runs a script when it is opened.
pub fn pdf_with_script() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ];
    let mut text = String::from("%PDF-1.7\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(text.len());
        let _ = write!(text, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = text.len();
    text += "xref\n0 4\n0000000000 65535 f \n";
    for offset in offsets {
        let _ = writeln!(text, "{offset:010} 00000 n ");
    }
    let _ = write!(text, "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    text.into_bytes()
}

impl Station {
    /// Sends the pieces of a file, as a window does. Gives the upload.
    pub async fn send_file(
        &self,
        ticket: &str,
        material: &str,
        name: &str,
        content: &[u8],
    ) -> Result<Value> {
        let about = json!({ "ticket": ticket, "material": material, "name": name,
            "bytes": content.len() });
        let begun = self.call("file_begin", about).await.map_err(|e| anyhow::anyhow!("{e:?}"))?;
        let upload = begun["upload"].clone();
        let piece = usize::try_from(begun["piece_bytes"].as_u64().context("a size")?)?;
        for (index, part) in content.chunks(piece).enumerate() {
            let argument = json!({ "upload": upload, "offset": index * piece,
                "data": STANDARD.encode(part) });
            self.call("file_piece", argument).await.map_err(|e| anyhow::anyhow!("{e:?}"))?;
        }
        Ok(upload)
    }

    /// Ends an upload.
    pub async fn finish_file(&self, upload: &Value, despite_warnings: bool) -> Result<Value> {
        let argument = json!({ "upload": upload, "despite_warnings": despite_warnings });
        self.call("file_finish", argument).await.map_err(|e| anyhow::anyhow!("{e:?}"))
    }

    /// A file, read in pieces as the viewer does.
    pub async fn read_file(&self, ticket: &str, sha256: &str) -> Result<Vec<u8>> {
        let mut content = Vec::new();
        loop {
            let argument = json!({ "ticket": ticket, "sha256": sha256, "offset": content.len(),
                "length": 1 << 20 });
            let part = self.call("file_read", argument).await;
            let part = part.map_err(|e| anyhow::anyhow!("{e:?}"))?;
            content.extend(STANDARD.decode(part["data"].as_str().context("data")?)?);
            if content.len() as u64 >= part["total"].as_u64().context("a total")? {
                return Ok(content);
            }
        }
    }
}
