//! Pre-review: the checklist from the matter in force, what the checks propose, the forms.

use bangban_checks::{Facts, Form, ProblemKind, prefill, propose};
use bangban_domain::matter::{Matter, MatterState};
use bangban_domain::ticket::{Action, ChecklistItem, MatterRef, Ticket, TicketId};
use bangban_store::Connection;
use bangban_store::table::{audit, draft, matter, ticket};
use serde_json::Value;

use super::tickets::{finish, not_found, perform};
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    FormCheck, FormProblem, FormProblemKind, FormView, MaterialOf, MaterialProposals,
    OpenReviewInput, ProposalView, TicketRefInput, TicketView,
};
use crate::open::{me, now};

/// Opens the pre-review of a ticket for a situation of a matter.
pub async fn open(desk: &Desk, input: OpenReviewInput) -> Result<TicketView, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let matter = matter::get(&mut tx, &input.matter).await?.ok_or_else(not_found)?;
    if matter.state != MatterState::InUse {
        return Err(ApiError::new(Code::BadInput).with("field", "matter"));
    }
    let action = Action::OpenReview {
        checklist: ChecklistItem::of(&matter, input.situation.as_deref()),
        matter: MatterRef::of(&matter),
        situation: input.situation,
    };
    perform(&open, &mut tx, &person, input.ticket, action).await?;
    ticket::mark_seen(&mut tx, input.ticket).await?;
    finish(&open, tx, input.ticket).await
}

/// What the platform's checks propose for the materials of a ticket.
pub async fn proposals(
    desk: &Desk,
    input: TicketRefInput,
) -> Result<Vec<MaterialProposals>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let ticket = ticket::get(&mut c, input.ticket).await?.ok_or_else(not_found)?;
    let matter = pinned(&mut c, &ticket).await?;
    let forms = forms(&mut c, &ticket).await?;
    let rules = open.store.rules();
    let Some(review) = &ticket.review else { return Ok(Vec::new()) };
    let found = review.items.iter().map(|item| {
        let facts = Facts::of(&ticket, item, matter.as_ref(), forms.clone(), now());
        let proposals = propose(&rules.book.checks, &facts);
        MaterialProposals {
            material: item.material.clone(),
            proposals: proposals
                .into_iter()
                .map(|p| ProposalView { check: p.check, reason: p.reason, verdict: p.verdict })
                .collect(),
        }
    });
    Ok(found.filter(|line| !line.proposals.is_empty()).collect())
}

/// The standard form of a material, with what is known. The numbers in it are whole, so opening
/// it is recorded.
pub async fn form(desk: &Desk, input: MaterialOf) -> Result<FormView, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    let ticket = ticket::get(&mut tx, input.ticket).await?.ok_or_else(not_found)?;
    let matter = pinned(&mut tx, &ticket).await?;
    let schema = schema(matter.as_ref(), &input.material);
    let known = schema.as_ref().map(|schema| prefill(schema, &ticket)).unwrap_or_default();
    let person = me(&mut tx).await?;
    let (subject, detail) = (input.ticket.to_string(), input.material);
    audit::add(&mut tx, now(), Some(person.id), "form_opened", Some(&subject), Some(&detail))
        .await?;
    tx.commit().await?;
    Ok(FormView { schema, known: Value::Object(known) })
}

/// What is wrong with a form as filled in so far.
pub async fn check_form(desk: &Desk, input: FormCheck) -> Result<Vec<FormProblem>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let ticket = ticket::get(&mut c, input.ticket).await?.ok_or_else(not_found)?;
    let matter = pinned(&mut c, &ticket).await?;
    let schema = schema(matter.as_ref(), &input.material).ok_or_else(not_found)?;
    problems(&schema, &input.data)
}

/// What is wrong with what was filled in.
pub(super) fn problems(schema: &Value, data: &Value) -> Result<Vec<FormProblem>, ApiError> {
    let form = Form::read(schema).map_err(|error| {
        tracing::warn!(%error, "a form of the library cannot be used");
        ApiError::new(Code::BadInput).with("field", "form_schema")
    })?;
    let found = form.check(data).into_iter();
    Ok(found
        .map(|p| FormProblem { field: p.field, kind: kind(p.kind), expected: p.expected })
        .collect())
}

/// The matter of a ticket as the library has it now.
pub(super) async fn pinned(
    c: &mut Connection,
    ticket: &Ticket,
) -> Result<Option<Matter>, ApiError> {
    match &ticket.matter {
        Some(pinned) => Ok(matter::get(c, &pinned.id).await?),
        None => Ok(None),
    }
}

pub(super) fn schema(matter: Option<&Matter>, material: &str) -> Option<Value> {
    let material = matter?.materials.iter().find(|line| line.id == material)?;
    material.form_schema.clone()
}

/// Every form of a ticket as it is being filled in, its fields together.
async fn forms(c: &mut Connection, ticket: &Ticket) -> Result<Value, ApiError> {
    let mut fields = serde_json::Map::new();
    for item in ticket.review.iter().flat_map(|review| &review.items) {
        let key = form_key(ticket.id, &item.material);
        let Some((text, _)) = draft::get(c, &key).await? else { continue };
        if let Ok(Value::Object(filled)) = serde_json::from_str(&text) {
            fields.extend(filled);
        }
    }
    Ok(Value::Object(fields))
}

/// Where a form is kept while it is filled in.
pub(super) fn form_key(ticket: TicketId, material: &str) -> String {
    format!("form:{ticket}:{material}")
}

fn kind(kind: ProblemKind) -> FormProblemKind {
    match kind {
        ProblemKind::Required => FormProblemKind::Required,
        ProblemKind::Type => FormProblemKind::Type,
        ProblemKind::TooShort => FormProblemKind::TooShort,
        ProblemKind::TooLong => FormProblemKind::TooLong,
        ProblemKind::TooSmall => FormProblemKind::TooSmall,
        ProblemKind::TooLarge => FormProblemKind::TooLarge,
        ProblemKind::NotAChoice => FormProblemKind::NotAChoice,
        ProblemKind::Format => FormProblemKind::Format,
        ProblemKind::Pattern => FormProblemKind::Pattern,
        ProblemKind::Other => FormProblemKind::Other,
    }
}
