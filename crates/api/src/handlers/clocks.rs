//! Why a clock is due when it is.

use bangban_domain::rulebook::{Limits, SetLimit};
use bangban_domain::ticket::{ClockKind, Ticket, explain};
use bangban_store::table::ticket;

use super::tickets::not_found;
use super::view::clock_views;
use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{ClockExplained, ClockRef, DueInput, DueView};
use crate::open::now;

/// Explains one clock of a ticket.
pub async fn explained(desk: &Desk, input: ClockRef) -> Result<ClockExplained, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let ticket = ticket::get(&mut c, input.ticket).await?.ok_or_else(not_found)?;
    let rules = open.store.rules();
    let shown = clock_views(&ticket, &rules, now())
        .into_iter()
        .find(|shown| shown.clock.kind == input.kind && shown.clock.reference == input.reference);
    let clock = shown.ok_or_else(not_found)?;
    let set = set_by(&rules.book.limits, &ticket, input.kind);
    Ok(ClockExplained {
        days: explain(&clock.clock, &ticket, &rules.calendar),
        source: set.map(|limit| limit.source.clone()),
        since: set.map(|limit| limit.since),
        clock,
    })
}

/// The last day of a period of working days that begins today; today is not counted.
pub async fn due(desk: &Desk, input: DueInput) -> Result<DueView, ApiError> {
    let open = desk.open().await?;
    let end = open.store.rules().calendar.add_working(now().day(), input.days);
    Ok(DueView { day: end.day, unpublished_year: end.unpublished_year })
}

/// The limit of the book that sets a clock; `None` when a person or the matter did.
fn set_by<'a>(limits: &'a Limits, ticket: &Ticket, kind: ClockKind) -> Option<&'a SetLimit> {
    match kind {
        ClockKind::FirstResponse => Some(&limits.first_response),
        ClockKind::Contact => Some(&limits.contact),
        ClockKind::Signing => Some(&limits.signing),
        ClockKind::MaterialReview => Some(&limits.material_review),
        ClockKind::OneNotice => Some(&limits.one_notice),
        ClockKind::Resolution if ticket.is_complex() => Some(&limits.complex),
        ClockKind::Resolution => Some(&limits.simple),
        ClockKind::FollowUp => Some(&limits.follow_up),
        ClockKind::Opinion
        | ClockKind::Assist
        | ClockKind::Urging
        | ClockKind::Correction
        | ClockKind::Promise
        | ClockKind::Promised
        | ClockKind::Legal => None,
    }
}
