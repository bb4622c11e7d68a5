//! The papers of a case: what there is to print, printing and saving it, and whether one that
//! somebody brings is genuine.
//!
//! What a paper says comes from the case, its timeline, the library and the directory, never from
//! the screen: `build` makes the content, and everything else here takes it from there.

mod build;
mod case;
pub(crate) mod downloads;
mod issue;
mod keep;
mod materials;
mod offers;
mod verify;

pub use issue::{preview, print, save};
pub use keep::keep_form;
pub use offers::list;
pub use verify::verify;

use bangban_papers::Kind;

use crate::model::PaperKind;

/// The paper's name in its code.
fn kind(kind: PaperKind) -> Kind {
    match kind {
        PaperKind::OneTimeNotice => Kind::OneTimeNotice,
        PaperKind::CorrectionNotice => Kind::CorrectionNotice,
        PaperKind::MaterialReceipt => Kind::MaterialReceipt,
        PaperKind::OutOfScopeNotice => Kind::OutOfScopeNotice,
        PaperKind::HandoffSlip => Kind::HandoffSlip,
        PaperKind::ApplicationForm => Kind::ApplicationForm,
    }
}

/// The paper that a code names.
fn shown(kind: Kind) -> PaperKind {
    match kind {
        Kind::OneTimeNotice => PaperKind::OneTimeNotice,
        Kind::CorrectionNotice => PaperKind::CorrectionNotice,
        Kind::MaterialReceipt => PaperKind::MaterialReceipt,
        Kind::OutOfScopeNotice => PaperKind::OutOfScopeNotice,
        Kind::HandoffSlip => PaperKind::HandoffSlip,
        Kind::ApplicationForm => PaperKind::ApplicationForm,
    }
}
