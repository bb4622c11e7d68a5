//! The papers of the counter as PDF: one-time notice, correction notice, receipt of materials,
//! out-of-scope notice, handoff slip, application form.
//!
//! A paper is plain data; [`render`] turns it into the same bytes on every machine, with fonts of
//! its own and the time passed in. What people wrote is data for the template, never markup. The
//! QR code at the foot holds the hash of the content, so that [`verify`] can tell an altered paper.
//!
//! A paper from here claims nothing that only the platform may say: no seal, no acceptance.
//!
//! # Architecture invariants
//!
//! - typst is used in this crate only, and no caller sees its types.
//! - Hidden digits of identity and phone numbers reach neither the page nor the hash; only the
//!   citizen's own application form hides none.
//! - Nothing vanishes: a character without a glyph shows its code point ([`Rendered::missing`]).

mod canonical;
mod error;
mod fonts;
mod glyphs;
mod paper;
mod qr;
mod render;
mod sheet;
mod system_fonts;
mod words;
mod world;

pub use canonical::content_sha256;
pub use error::PaperError;
pub use paper::correction::{CorrectionNotice, DefectLine, FiveDays, USUAL_CONSEQUENCE};
pub use paper::form::{ApplicationForm, FormField};
pub use paper::handoff::{CarriedLine, HandoffSlip, Party};
pub use paper::one_time::{MaterialLine, OneTimeNotice};
pub use paper::out_of_scope::OutOfScopeNotice;
pub use paper::parts::{Handler, MatterLine, Number, Office, Requester};
pub use paper::receipt::{MaterialReceipt, ReceivedFile, ReceivedLine};
pub use paper::{Kind, Paper};
pub use qr::{QrError, QrText, Verification, parse_qr, qr_text, verify};
pub use render::{Pages, Rendered, preview, render};
