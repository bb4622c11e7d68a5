//! The code at the foot of every page: which paper, of which case, with which content.
//!
//! `bangban:paper/1/<kind>/<number>/<sha256>`, the number percent-encoded.

use qrcode::{Color, EcLevel, QrCode};

use crate::canonical::content_sha256;
use crate::error::PaperError;
use crate::paper::{Kind, Paper};

const PREFIX: &str = "bangban:paper/1/";

/// What a code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrText {
    /// Which paper.
    pub kind: Kind,
    /// Number of the case, official or provisional, as it was printed.
    pub number: String,
    /// Hash of the content, 64 lower-case hexadecimal digits.
    pub content_sha256: String,
}

/// Why a text is not the code of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// Not from Bangban, or of a later form.
    #[error("not the code of a paper of this form")]
    Foreign,
    /// It names a paper that does not exist.
    #[error("unknown paper")]
    Kind,
    /// Its number cannot be read.
    #[error("the case number cannot be read")]
    Number,
    /// Its hash is not 64 hexadecimal digits.
    #[error("the hash cannot be read")]
    Hash,
}

/// What comparing a code with a paper showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verification {
    /// The content is the one the code was printed with.
    Verified,
    /// The same paper of the same case, with other content.
    Altered,
    /// The code of another paper or another case, or of none.
    OtherPaper,
}

/// The text of the paper's code.
pub fn qr_text(paper: &Paper) -> String {
    let number = encode(paper.number().text());
    format!("{PREFIX}{}/{number}/{}", paper.kind().key(), content_sha256(paper))
}

/// Reads the text of a code.
///
/// # Errors
///
/// When the text is not of the form this version prints.
pub fn parse_qr(text: &str) -> Result<QrText, QrError> {
    let parts: Vec<&str> =
        text.trim().strip_prefix(PREFIX).ok_or(QrError::Foreign)?.split('/').collect();
    let [kind, number, hash] = parts[..] else { return Err(QrError::Foreign) };
    let kind = Kind::ALL.into_iter().find(|known| known.key() == kind).ok_or(QrError::Kind)?;
    let number = decode(number).filter(|number| !number.is_empty()).ok_or(QrError::Number)?;
    let plain = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    if hash.len() != 64 || !hash.bytes().all(plain) {
        return Err(QrError::Hash);
    }
    Ok(QrText { kind, number, content_sha256: hash.to_owned() })
}

/// Whether the code belongs to this paper, and the paper is as it was printed.
pub fn verify(text: &str, paper: &Paper) -> Verification {
    match parse_qr(text) {
        Ok(code) if code.kind != paper.kind() || code.number != paper.number().text() => {
            Verification::OtherPaper
        }
        Ok(code) if code.content_sha256 == content_sha256(paper) => Verification::Verified,
        Ok(_) => Verification::Altered,
        Err(_) => Verification::OtherPaper,
    }
}

/// A code as pixels: one byte each, 0 black and 255 white, row by row.
pub(crate) struct Pixels {
    pub side: usize,
    pub bytes: Vec<u8>,
}

/// Draws the code without its quiet zone: the paper around it is white.
///
/// Level M survives a crease or a drop of coffee, and keeps the modules large.
pub(crate) fn pixels(text: &str) -> Result<Pixels, PaperError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| PaperError::NumberTooLong)?;
    let bytes = code.to_colors().into_iter().map(|module| match module {
        Color::Dark => 0,
        Color::Light => 255,
    });
    Ok(Pixels { side: code.width(), bytes: bytes.collect() })
}

fn encode(number: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let mut text = String::with_capacity(number.len());
    for byte in number.bytes() {
        if keep(byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.push_str(&hex::encode_upper([byte]));
        }
    }
    text
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            bytes.extend(hex::decode(tail.get(..2)?).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_any_form_comes_back_from_the_code() {
        for number in ["GD-2026-000123", "暂/07 号", "100%", "a%2Fb"] {
            assert_eq!(decode(&encode(number)).as_deref(), Some(number), "{number}");
        }
        assert_eq!(decode("%4"), None, "cut off");
        assert_eq!(decode("%zz"), None, "not hexadecimal");
    }

    #[test]
    fn a_text_of_another_form_is_refused_with_its_reason() {
        let hash = "0".repeat(64);
        let of = |kind: &str, number: &str, hash: &str| {
            parse_qr(&format!("{PREFIX}{kind}/{number}/{hash}"))
        };
        assert!(of("handoff_slip", "1", &hash).is_ok(), "the form itself");
        assert_eq!(parse_qr("https://example.cn"), Err(QrError::Foreign));
        assert_eq!(of("handoff_slip/x", "1", &hash), Err(QrError::Foreign), "one part too many");
        assert_eq!(of("licence", "1", &hash), Err(QrError::Kind));
        assert_eq!(of("handoff_slip", "", &hash), Err(QrError::Number));
        assert_eq!(of("handoff_slip", "1", "abc"), Err(QrError::Hash));
        assert_eq!(of("handoff_slip", "1", &"G".repeat(64)), Err(QrError::Hash));
    }
}
