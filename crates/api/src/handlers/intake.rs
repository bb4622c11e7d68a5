//! What is known while a request is typed.

use bangban_domain::duplicate::likeness;
use bangban_domain::requester::{ELDERLY_AGE, age, warnings};
use bangban_domain::routing::{Request, consultants, route};
use bangban_store::table::{directory, requester};

use super::queue::row;
use super::view::Names;
use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{
    RequesterCheck, RequesterChecked, RouteInput, RouteView, SimilarInput, SimilarTicket,
};
use crate::open::{me, now};

/// Similar tickets shown at most.
const MOST_SIMILAR: usize = 5;

/// What is unusual about a requester as typed so far, and how old they are.
pub async fn check(desk: &Desk, input: RequesterCheck) -> Result<RequesterChecked, ApiError> {
    desk.open().await?;
    let today = now().day();
    let age = age(&input.requester, today);
    Ok(RequesterChecked {
        warnings: warnings(&input.requester, today),
        age,
        elderly: age.is_some_and(|years| years >= ELDERLY_AGE),
    })
}

/// Tickets that may be the same request, the likeliest first.
pub async fn similar(desk: &Desk, input: SimilarInput) -> Result<Vec<SimilarTicket>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let matter = input.matter.as_deref();
    let candidates = requester::candidates(&mut c, &input.requester).await?;
    let mut found: Vec<_> = candidates
        .into_iter()
        .filter_map(|ticket| {
            likeness(&input.requester, matter, &ticket, now()).map(|like| (like, ticket))
        })
        .collect();
    found.sort_by_key(|(like, _)| std::cmp::Reverse(*like));
    let names = Names::load(&mut c).await?;
    Ok(found
        .into_iter()
        .take(MOST_SIMILAR)
        .map(|(likeness, ticket)| SimilarTicket { row: row(&open, &names, ticket, 0, 0), likeness })
        .collect())
}

/// Where the routing table sends a request.
pub async fn routed(desk: &Desk, input: RouteInput) -> Result<RouteView, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let person = me(&mut c).await?;
    let own = directory::organisation(&mut c, &person.organisation).await?;
    let division = input.division.or(own.map(|own| own.division)).unwrap_or_default();
    let rules = open.store.rules();
    let matter = input.matter.as_deref();
    let request = Request { matter, nature: input.nature, division: &division };
    let line = route(&rules.book.routes, request);
    Ok(RouteView {
        organisation: line.and_then(|line| line.organisation.clone()),
        consultants: consultants(&rules.book.routes, request).and_then(|l| l.consultants.clone()),
        designated: line.is_some_and(|line| line.designated),
    })
}
