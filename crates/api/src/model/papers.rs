//! The papers of the counter: what can be printed for a case, and whether a paper is genuine.

use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 一次性告知单.
    OneTimeNotice,
    /// 补正告知书.
    CorrectionNotice,
    /// 收件凭证.
    MaterialReceipt,
    /// 不属本级受理范围告知单.
    OutOfScopeNotice,
    /// 转交单.
    HandoffSlip,
    /// 申请表, as it was filled in.
    ApplicationForm,
}

/// A paper of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperRef {
    /// Which paper.
    pub kind: PaperKind,
    /// Which one, where a case may have several: id of the correction notice, of the event that
    /// received materials or handed the case on, key of the material of a form.
    pub reference: Option<String>,
}

/// A paper that a case has, or could have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperOffer {
    /// Which paper.
    pub paper: PaperRef,
    /// When what it says happened; `None`: it says how things are now.
    pub of: Option<Timestamp>,
    /// 1 for the first correction notice of the case, and so on.
    pub ordinal: Option<u16>,
    /// Why there is nothing to print yet.
    pub lack: Option<PaperLack>,
    /// When it was last printed or saved here.
    pub issued_at: Option<Timestamp>,
}

/// Why there is nothing to print yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperLack {
    /// No matter was chosen, or its guide is not here.
    NoMatter,
    /// No correction notice was issued.
    NoCorrection,
    /// No materials were received.
    NothingReceived,
    /// Triage did not say that it belongs elsewhere.
    NotOutOfScope,
    /// The case was not handed on.
    NotHandedOff,
}

/// Asks for a paper of a ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperInput {
    /// The ticket.
    pub ticket: TicketId,
    /// Which paper.
    pub paper: PaperRef,
}

/// The pages of a paper, as they will be printed.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct PaperPages {
    /// The pages as PNG, Base64. A4.
    pub pages: Vec<String>,
    /// The case has no official number yet, and the paper says so.
    pub provisional: bool,
    /// Hash of the content, as in its code.
    pub content_sha256: String,
    /// Characters that no font here has; their code points are printed instead.
    pub missing: Vec<String>,
}

/// A paper that was saved as PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedPaper {
    /// Where it is.
    pub path: String,
}

/// Asks whether a paper is genuine.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct VerifyPaper {
    /// The text of its code.
    pub code: String,
}

/// Whether a paper is genuine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperVerdict {
    /// The answer.
    pub outcome: PaperOutcome,
    /// Which paper the code names.
    pub kind: Option<PaperKind>,
    /// Number the code names.
    pub number: Option<String>,
    /// The hash it names: its first 16 digits are printed beside the code.
    pub content_sha256: Option<String>,
    /// The case, when it is here.
    pub ticket: Option<TicketId>,
    /// When it was printed or saved here.
    pub issued_at: Option<Timestamp>,
    /// By whom.
    pub issued_by: Option<String>,
}

/// Whether a paper is genuine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperOutcome {
    /// Its content is what the case says.
    Genuine,
    /// The case is here, and no paper of it has this content: altered, or the case has moved on.
    Differs,
    /// The case is not on this station.
    CaseNotHere,
    /// Not the code of a paper.
    NotACode,
}
