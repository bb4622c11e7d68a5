//! What becomes of an action when the ticket has moved on since the person looked at it.
//!
//! One table for every kind of action; the one in docs/sync.md is written from it.

use super::{Action, ActionKind};

/// What an action rests on, and so what may happen meanwhile without making it another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn {
    /// Itself: it is as right on the newer state, as far as the rules of who and when allow it.
    Itself,
    /// The files and verdicts of one material.
    Material,
    /// What is known of the whole case.
    Case,
}

/// The line of the table for `kind`.
pub fn rests_on(kind: ActionKind) -> RestsOn {
    use ActionKind as A;
    match kind {
        A::JudgeMaterial | A::RemoveFile => RestsOn::Material,
        A::IssueCorrection | A::Submit | A::Close | A::Merge => RestsOn::Case,
        A::Register
        | A::Claim
        | A::Release
        | A::Triage
        | A::Classify
        | A::Reply
        | A::Note
        | A::Advance
        | A::OpenReview
        | A::ReceiveMaterials
        | A::AddFile
        | A::AllowCorrection
        | A::Resubmit
        | A::TakeBack
        | A::HandOff
        | A::Assign
        | A::TakeOver
        | A::SignFor
        | A::Return
        | A::Escalate
        | A::Opinion
        | A::AskAssist
        | A::AnswerAssist
        | A::DropAssist
        | A::Urge
        | A::AnswerUrging
        | A::Suspend
        | A::Resume
        | A::Link
        | A::Propose
        | A::AnswerProposal
        | A::FollowUp => RestsOn::Itself,
    }
}

/// Whether `happened`, which the person had not seen, takes away what `planned` rests on.
pub(super) fn disturbs(happened: &Action, planned: &Action) -> bool {
    match rests_on(planned.kind()) {
        RestsOn::Itself => false,
        RestsOn::Material => concerns(happened, material(planned)),
        RestsOn::Case => adds_to_the_case(happened.kind()),
    }
}

/// Whether `happened` changed the files, papers or verdict of `of`.
fn concerns(happened: &Action, of: Option<&str>) -> bool {
    match happened {
        Action::ReceiveMaterials { received } => {
            received.iter().any(|line| Some(line.material.as_str()) == of)
        }
        Action::OpenReview { .. } | Action::Resubmit { .. } | Action::AnswerProposal { .. } => true,
        _ => of.is_some() && material(happened) == of,
    }
}

fn material(action: &Action) -> Option<&str> {
    match action {
        Action::JudgeMaterial { material, .. }
        | Action::RemoveFile { material, .. }
        | Action::AddFile { material, .. } => Some(material),
        _ => None,
    }
}

/// Whether somebody who decides on the whole case has to know of it first.
fn adds_to_the_case(kind: ActionKind) -> bool {
    use ActionKind as A;
    matches!(
        kind,
        A::OpenReview
            | A::ReceiveMaterials
            | A::AddFile
            | A::RemoveFile
            | A::JudgeMaterial
            | A::IssueCorrection
            | A::Resubmit
            | A::Submit
            | A::TakeBack
            | A::Opinion
            | A::AnswerAssist
            | A::Propose
            | A::AnswerProposal
    )
}
