//! The rules that can forbid an action. The words belong to the UI.

use serde::{Deserialize, Serialize};

/// The rule that forbids an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The account may not act any more.
    AccountDisabled,
    /// The role may not do this.
    RoleMayNot,
    /// The ticket belongs to another organisation.
    OtherOrganisation,
    /// There is no such ticket.
    UnknownTicket,
    /// A ticket with this identity is already there.
    AlreadyRegistered,
    /// Someone else has claimed it.
    AlreadyClaimed,
    /// Only its holder may do this.
    NotHolder,
    /// The holder's lease still runs: only a manager may take the ticket over.
    LeaseRuns,
    /// The case has moved on: what was decided rests on something that has changed since.
    MovedOn,
    /// Nobody can propose this to the holder.
    CannotBeProposed,
    /// No such proposal waits for an answer.
    NoOpenProposal,
    /// It waits for a receiver to sign.
    AwaitingSignature,
    /// It waits for a consultant.
    AwaitingOpinion,
    /// It waits for the applicant's corrections.
    AwaitingApplicant,
    /// It is suspended.
    Suspended,
    /// It is being examined by the approving department.
    UnderExamination,
    /// It is closed.
    AlreadyClosed,
    /// It was merged into another ticket.
    AlreadyMerged,
    /// It is not in a state in which this makes sense.
    WrongStatus,
    /// No handoff waits.
    NoHandoff,
    /// The handoff is for someone else.
    NotReceiver,
    /// More than 24 hours have passed.
    ReturnTooLate,
    /// A designated unit cannot return what it was given.
    DesignatedCannotReturn,
    /// No question waits for this consultant.
    NoOpenQuestion,
    /// A stage only goes forward.
    StageBackwards,
    /// Pre-review begins with guidance.
    StageTooEarly,
    /// Triage was decided before.
    AlreadyTriaged,
    /// Out of scope is said by triage, with the right office named.
    OfficeNotNamed,
    /// The organisation is not below the one that answers for the ticket.
    NotLowerLevel,
    /// The receiver does not exist or does not serve citizens.
    UnsuitableReceiver,
    /// The organisation does not exist.
    UnknownOrganisation,
    /// One cannot hand over to oneself.
    ReceiverIsSelf,
    /// The organisation leads already and cannot assist itself.
    AssistIsSelf,
    /// The organisation was asked to assist and has not answered yet.
    AlreadyAssisting,
    /// No such assist is open for this organisation.
    NoOpenAssist,
    /// Assisting units have not answered yet.
    AssistOpen,
    /// No such urging waits for an answer.
    NoOpenUrging,
    /// An urging was not answered yet.
    UrgingOpen,
    /// The other ticket does not exist here.
    OtherTicketUnknown,
    /// A ticket cannot be joined with itself.
    SameTicket,
    /// The other ticket is closed or was merged itself.
    OtherTicketEnded,
    /// The two tickets are linked already.
    AlreadyLinked,
    /// The text is missing.
    TextMissing,
    /// The text is too long.
    TextTooLong,
    /// The name of the requester is missing.
    RequesterNameMissing,
    /// The title is missing.
    SubjectMissing,
    /// The number of working days is outside what may be given.
    DueDaysOutOfRange,
    /// No matter is chosen, so that there is no checklist.
    MatterMissing,
    /// The checklist is empty or names a material twice.
    ChecklistUnusable,
    /// Pre-review was opened before.
    ReviewAlreadyOpen,
    /// Pre-review was not opened.
    NoReview,
    /// The checklist has no such material.
    UnknownMaterial,
    /// The file is not on the checklist.
    UnknownFile,
    /// The file is there already.
    FileAlreadyThere,
    /// The description of the file is not usable.
    FileUnusable,
    /// Only materials that may follow later can be waived.
    NotDeferrable,
    /// Some materials have no verdict yet.
    VerdictsIncomplete,
    /// Nothing needs to be corrected.
    NothingToCorrect,
    /// Something still needs to be corrected.
    DefectsRemain,
    /// A second notice needs a manager's leave.
    SecondNoticeNeedsLeave,
    /// No notice was issued before, so that no leave is needed.
    NoNoticeYet,
    /// It came late: say why it is taken all the same.
    LateNeedsReason,
}

/// An action that is not allowed, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("refused by rule {rule:?}")]
pub struct Refusal {
    /// The rule.
    pub rule: Rule,
}

pub(super) fn refuse<T>(rule: Rule) -> Result<T, Refusal> {
    Err(Refusal { rule })
}

pub(super) fn ensure(holds: bool, rule: Rule) -> Result<(), Refusal> {
    if holds { Ok(()) } else { refuse(rule) }
}
