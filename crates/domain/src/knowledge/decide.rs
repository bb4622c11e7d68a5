//! What a step does to a question, or the rule that forbids it.

use uuid::Uuid;

use super::rule::{Refusal, Rule, ensure, refuse};
use super::{
    Draft, Ending, EntryDraft, KnowledgeEntry, NewQuestion, Origin, Question, QuestionId, Stage,
    Step, StepKind, StepLine,
};
use crate::directory::{Role, Staff};
use crate::personal;
use crate::ticket::MAX_TEXT_CHARS;
use crate::time::Timestamp;

/// Longest question or title, in characters.
const MAX_QUESTION_CHARS: usize = 500;

/// Who acts and when.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The command's id.
    pub command: Uuid,
    /// The question that it is about.
    pub question: QuestionId,
    /// Who acts.
    pub actor: &'a Staff,
    /// Time of the decision.
    pub now: Timestamp,
    /// The entry that the step or its draft names, where there is one.
    pub entry: Option<&'a KnowledgeEntry>,
    /// Version of the question that had come from the platform when the step was written; `None`: none.
    pub seen: Option<u32>,
}

/// What a step did.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The question afterwards.
    pub question: Question,
    /// The entry that was published.
    pub published: Option<KnowledgeEntry>,
}

/// Applies `step` to `question` (`None`: it does not exist yet).
///
/// # Errors
/// The rule that forbids it.
pub fn decide(
    question: Option<&Question>,
    step: &Step,
    context: Context<'_>,
) -> Result<Decided, Refusal> {
    permitted(question, step.kind(), context.actor)?;
    check(question, step, context)?;
    let mut after = match (question, step) {
        (None, Step::Ask(new)) => raised(new, context),
        (Some(question), _) => question.clone(),
        (None, _) => return refuse(Rule::UnknownQuestion),
    };
    let published = apply(&mut after, step, context);
    after.version = question.map_or(1, |q| q.version + 1);
    after.steps.push(StepLine {
        id: context.command,
        kind: step.kind(),
        by: context.actor.id,
        at: context.now,
        note: step.note(),
    });
    Ok(Decided { question: after, published })
}

/// Whether `actor` may do a step of this kind now. The UI asks the same.
///
/// # Errors
/// The rule that forbids it.
pub fn permitted(
    question: Option<&Question>,
    kind: StepKind,
    actor: &Staff,
) -> Result<(), Refusal> {
    ensure(actor.active, Rule::AccountDisabled)?;
    let drafts = matches!(actor.role, Role::Consultant | Role::Management);
    let role_may = match kind {
        StepKind::Ask | StepKind::AskToo => true,
        StepKind::Submit | StepKind::Point | StepKind::Decline => drafts,
        StepKind::SendBack | StepKind::Publish => actor.role == Role::Management,
    };
    ensure(role_may, Rule::KnowledgeRoleMayNot)?;
    let Some(question) = question else {
        return ensure(kind == StepKind::Ask, Rule::UnknownQuestion);
    };
    match (kind, question.stage) {
        (StepKind::Ask, _) => refuse(Rule::QuestionAlreadyRaised),
        (_, Stage::Ended) => refuse(Rule::QuestionEnded),
        (StepKind::SendBack | StepKind::Publish, Stage::Open) => refuse(Rule::NoDraftWaits),
        (StepKind::AskToo, _) => {
            let asked = question.asked_by == actor.id || question.also_asked_by.contains(&actor.id);
            ensure(!asked, Rule::AskedAlready)
        }
        _ => Ok(()),
    }
}

fn check(question: Option<&Question>, step: &Step, context: Context<'_>) -> Result<(), Refusal> {
    match step {
        Step::Ask(new) => {
            check_public(&new.text, MAX_QUESTION_CHARS)?;
            if let Origin::Search { words } = &new.origin {
                ensure(personal::found(words, &[]).is_empty(), Rule::PersonalDataInText)?;
            }
            new.proposed.as_deref().map_or(Ok(()), |text| check_public(text, MAX_TEXT_CHARS))
        }
        Step::Submit { entry } => check_draft(entry, context),
        Step::Decline { reason } => check_public(reason, MAX_TEXT_CHARS),
        Step::SendBack { reason } => {
            ensure(has_read_draft(question, context), Rule::DraftNotRead)?;
            check_public(reason, MAX_TEXT_CHARS)
        }
        Step::Publish { effective_from, expires_on, review_on } => {
            let draft = question.and_then(|q| q.draft.as_ref());
            let Some(draft) = draft else { return refuse(Rule::NoDraftWaits) };
            ensure(has_read_draft(question, context), Rule::DraftNotRead)?;
            check_draft(&draft.entry, context)?;
            let last = expires_on.or(*review_on);
            let ordered = last.is_none_or(|last| last >= *effective_from)
                && expires_on.zip(*review_on).is_none_or(|(last, review)| review <= last);
            ensure(ordered, Rule::EntryDaysInOrder)
        }
        Step::Point { .. } => ensure(context.entry.is_some(), Rule::UnknownEntry),
        Step::AskToo => Ok(()),
    }
}

/// Whether no other person submitted a draft since: a manager answers for what they read.
fn has_read_draft(question: Option<&Question>, context: Context<'_>) -> bool {
    let steps = question.map(|q| q.steps.as_slice()).unwrap_or_default();
    let seen = context.seen.unwrap_or(0) as usize;
    // Every step is a version, so the steps after the version seen are the ones that are new.
    let mut later = steps.iter().skip(seen);
    later.all(|line| line.kind != StepKind::Submit || line.by == context.actor.id)
}

fn check_draft(draft: &EntryDraft, context: Context<'_>) -> Result<(), Refusal> {
    ensure(!draft.title.trim().is_empty(), Rule::EntryTitleMissing)?;
    check_public(&draft.title, MAX_QUESTION_CHARS)?;
    check_public(&draft.answer.join("\n"), MAX_TEXT_CHARS)?;
    ensure(draft.entry.is_none() || context.entry.is_some(), Rule::UnknownEntry)?;
    let cites = draft.basis.iter().any(|basis| !basis.title.trim().is_empty());
    ensure(cites || !draft.kind.needs_basis(), Rule::EntryBasisMissing)
}

/// A text that everybody will read.
fn check_public(text: &str, most: usize) -> Result<(), Refusal> {
    ensure(!text.trim().is_empty(), Rule::TextMissing)?;
    ensure(text.chars().count() <= most, Rule::TextTooLong)?;
    ensure(personal::found(text, &[]).is_empty(), Rule::PersonalDataInText)
}

fn raised(new: &NewQuestion, context: Context<'_>) -> Question {
    Question {
        id: context.question,
        version: 1,
        text: new.text.trim().to_owned(),
        proposed: new.proposed.clone(),
        origin: new.origin.clone(),
        matter: new.matter.clone(),
        department: new.department.clone(),
        asked_by: context.actor.id,
        organisation: context.actor.organisation.clone(),
        asked_at: context.now,
        also_asked_by: Vec::new(),
        stage: Stage::Open,
        draft: None,
        ending: None,
        steps: Vec::new(),
    }
}

fn apply(after: &mut Question, step: &Step, context: Context<'_>) -> Option<KnowledgeEntry> {
    match step {
        Step::Ask(_) => {}
        Step::AskToo => after.also_asked_by.push(context.actor.id),
        Step::Submit { entry } => {
            let (by, at) = (context.actor.id, context.now);
            after.draft = Some(Draft { entry: entry.clone(), by, at, sent_back: None });
            after.stage = Stage::Submitted;
        }
        Step::SendBack { reason } => {
            if let Some(draft) = &mut after.draft {
                draft.sent_back = Some(reason.clone());
            }
            after.stage = Stage::Open;
        }
        Step::Publish { effective_from, expires_on, review_on } => {
            let entry = published(after)?;
            let entry = KnowledgeEntry {
                effective_from: *effective_from,
                expires_on: *expires_on,
                review_on: *review_on,
                ..entry
            };
            let entry = entry.following(context.entry);
            let ending = Ending::Published { entry: entry.id.clone(), version: entry.version };
            end(after, ending);
            return Some(entry);
        }
        Step::Point { entry } => end(after, Ending::Answered { entry: entry.clone() }),
        Step::Decline { reason } => end(after, Ending::Declined { reason: reason.clone() }),
    }
    None
}

fn end(after: &mut Question, ending: Ending) {
    after.stage = Stage::Ended;
    after.ending = Some(ending);
}

/// The draft as an entry, without its days. A new one is known by its question.
fn published(question: &Question) -> Option<KnowledgeEntry> {
    let draft = question.draft.as_ref()?.entry.clone();
    let id = draft.entry.unwrap_or_else(|| format!("k-{}", question.id.simple()));
    Some(KnowledgeEntry {
        id,
        version: 1,
        kind: draft.kind,
        title: draft.title,
        asked_as: draft.asked_as,
        answer: draft.answer,
        matters: draft.matters,
        department: draft.department,
        basis: draft.basis,
        themes: draft.themes,
        effective_from: chrono::NaiveDate::MIN,
        expires_on: None,
        review_on: None,
    })
}
