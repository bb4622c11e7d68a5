//! How the stations are, as they say themselves, and whom a change has reached.

use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use bangban_domain::directory::Role;
use bangban_protocol::{
    CommandWay, FieldFault, MAX_DESK_NAME_CHARS, MAX_REPORTED_USES, Problem, ProblemCode,
    RevokeStation, StationReport, Stations,
};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::Site;
use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::{LIBRARY, entry_use, feed, questions, receipts, stations, tickets};
use crate::{clock, courier};

/// Failing commands that a report may name.
const MOST_HELD: usize = 20;
/// Partitions that a report may name.
const MOST_REACHED: usize = 16;

/// Tell how this station is.
#[utoipa::path(
    post,
    path = "/v1/station/report",
    tag = "stations",
    request_body = StationReport,
    responses(
        (status = 204, description = "Noted"),
        (status = 400, description = "`malformed`", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
    )
)]
pub(super) async fn report(
    State(site): State<Site>,
    who: SignedIn,
    Json(mut report): Json<StationReport>,
) -> Answer<StatusCode> {
    let too_many = report.held.len() > MOST_HELD
        || report.reached.len() > MOST_REACHED
        || report.uses.len() > MAX_REPORTED_USES as usize;
    if too_many {
        return Err(ProblemCode::Malformed.into());
    }
    if report.name.as_ref().is_some_and(|name| name.chars().count() > MAX_DESK_NAME_CHARS) {
        return Err(Fault::of_field(ProblemCode::Malformed, "name", FieldFault::TooLong));
    }
    // The report is shown to managers. What a desk uses, which is what one person uses, is not.
    let uses = std::mem::take(&mut report.uses);
    let now = clock::now();
    let mut tx = site.platform.db().write().await?;
    stations::heard_of(&mut tx, who.station, who.staff.id, now).await?;
    stations::reported(&mut tx, who.station, &report, now).await?;
    for reached in &report.reached {
        if who.may_see(&reached.partition).is_ok() {
            stations::reached(&mut tx, who.station, reached, now).await?;
        }
    }
    entry_use::raise(&mut tx, who.station, &uses, now).await?;
    let every = Duration::from_hours(u64::from(site.platform.config().usage_hours));
    entry_use::tell(&mut tx, every, now).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The stations of the county, for management specialists; those that need a look first.
#[utoipa::path(
    get,
    path = "/v1/stations",
    tag = "stations",
    responses(
        (status = 200, body = Stations),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`forbidden`: not a management specialist", body = Problem),
    )
)]
pub(super) async fn list(State(site): State<Site>, who: SignedIn) -> Answer<Json<Stations>> {
    if who.staff.role != Role::Management {
        return Err(ProblemCode::Forbidden.into());
    }
    let mut moment = site.platform.db().moment().await?;
    let county = who.region().and_then(|region| region.strip_prefix("region-"));
    let stations = stations::of_county(&mut moment, county.unwrap_or_default()).await?;
    let program = env!("CARGO_PKG_VERSION").to_owned();
    Ok(Json(Stations { stations, program, server_time: clock::now().0 }))
}

/// Revoke the courier keys of a station that was lost or stolen, and end its sessions.
#[utoipa::path(
    post,
    path = "/v1/stations/{station}/revoke",
    tag = "stations",
    params(("station" = Uuid, Path, description = "Identity of the station")),
    request_body = RevokeStation,
    responses(
        (status = 204, description = "Revoked, or so before"),
        (status = 400, description = "`malformed`: no reason, or a longer one than is kept", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`forbidden`: for managers", body = Problem),
        (status = 404, description = "`not_found`: no such station in this county", body = Problem),
    )
)]
pub(super) async fn revoke(
    State(site): State<Site>,
    who: SignedIn,
    Path(station): Path<Uuid>,
    Json(asked): Json<RevokeStation>,
) -> Answer<StatusCode> {
    courier::revoke(&site.platform, station, Some(&who), &asked.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What became of a command, and which stations have it.
#[utoipa::path(
    get,
    path = "/v1/commands/{id}/way",
    tag = "stations",
    params(("id" = Uuid, Path, description = "The command")),
    responses(
        (status = 200, body = CommandWay),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: not within scope, or never came here", body = Problem),
    )
)]
pub(super) async fn way(
    State(site): State<Site>,
    who: SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<Json<CommandWay>> {
    let mut moment = site.platform.db().moment().await?;
    let decided_at =
        receipts::given(&mut moment, &[id]).await?.get(&id).map(|receipt| receipt.decided_at);
    let mut way = CommandWay { decided_at, feed_seq: None, reached: Vec::new() };
    let Some((partition, seq)) = place_in_feed(&mut moment, id).await? else {
        // It had no effect. Whose it was, the receipt does not say; its sender has it already.
        return if decided_at.is_some() {
            Ok(Json(way))
        } else {
            Err(ProblemCode::NotFound.into())
        };
    };
    who.may_see(&partition)?;
    if let Some(seq) = seq {
        way.feed_seq = Some(seq);
        way.reached = stations::that_have(&mut moment, &partition, seq).await?;
    }
    Ok(Json(way))
}

/// Partition that told of a command, and under which number; the number goes with retention.
async fn place_in_feed(
    moment: &mut SqliteConnection,
    command: Uuid,
) -> Answer<Option<(String, Option<u64>)>> {
    if let Some(partition) = tickets::partition_of_event(&mut *moment, command).await? {
        let seq = feed::number_of_event(&mut *moment, &partition, command).await?;
        return Ok(Some((partition, seq)));
    }
    let step = questions::number_of_step(&mut *moment, command).await?;
    Ok(step.map(|seq| (LIBRARY.to_owned(), seq)))
}
