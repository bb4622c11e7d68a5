//! The stations of the county, for management specialists. Asked of the platform: only online.

use bangban_domain::time::Timestamp;
use bangban_protocol::{HeldWhy as Why, MAX_REASON_CHARS, RevokeStation, StationState};
use bangban_store::table::audit;
use bangban_sync::SyncError;

use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{HeldWhy, Nothing, RevokeInput, StationRow, StationsView};
use crate::open::{me, now};

/// The stations of the county.
///
/// # Errors
/// `NeedsLine` without a link.
pub async fn list(desk: &Desk, _: Nothing) -> Result<StationsView, ApiError> {
    let open = desk.open().await?;
    let Some((platform, token)) = open.engine.line() else {
        return Err(ApiError::new(Code::NeedsLine));
    };
    let known = platform.stations(&token).await.map_err(unanswered)?;
    let names = Names::load(&mut *open.read().await?).await?;
    let stations = known.stations.into_iter().map(|state| row(state, &names)).collect();
    let server_time = Timestamp(known.server_time);
    Ok(StationsView { stations, program: known.program, server_time })
}

/// Revokes the delivery keys of a station that was lost or stolen; its sessions end, too.
///
/// # Errors
/// `NeedsLine` without a link; `BadInput` without a reason.
pub async fn revoke(desk: &Desk, input: RevokeInput) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > MAX_REASON_CHARS {
        return Err(ApiError::new(Code::BadInput).with("field", "reason"));
    }
    let Some((platform, token)) = open.engine.line() else {
        return Err(ApiError::new(Code::NeedsLine));
    };
    platform.revoke(&token, input.station, &RevokeStation { reason }).await.map_err(unanswered)?;
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let station = input.station.to_string();
    audit::add(&mut tx, now(), Some(person.id), "station_revoked", Some(&station), None).await?;
    tx.commit().await?;
    Ok(Nothing {})
}

fn row(state: StationState, names: &Names) -> StationRow {
    let report = state.report.unwrap_or_default();
    let reported = state.reported_at.is_some();
    let offset = report.clock_offset;
    StationRow {
        id: state.id,
        name: state.name,
        revoked_at: state.revoked_at.map(Timestamp),
        person: names.person(state.staff),
        last_contact: Timestamp(state.last_contact_at),
        reported_at: state.reported_at.map(Timestamp),
        program: reported.then_some(report.program),
        clock_skew_ms: offset.map(|offset| -offset),
        pending: report.pending,
        oldest_pending: report
            .oldest_pending_at
            .map(|at| Timestamp(at).plus_ms(offset.unwrap_or_default())),
        failing: report.held.iter().map(|held| why(held.why)).collect(),
        letters: report.letters,
        files_waiting: report.files_waiting,
        files_failing: report.files_failing,
        repairs: report.repairs,
        behind: state.behind,
    }
}

/// The protocol's word as the UI's.
pub(super) fn why(why: Why) -> HeldWhy {
    match why {
        Why::Unreadable => HeldWhy::Unreadable,
        Why::NotYours => HeldWhy::NotYours,
        Why::Failed => HeldWhy::Failed,
        Why::Behind => HeldWhy::Behind,
        Why::Blocked => HeldWhy::Blocked,
    }
}

/// What was asked of the platform was not answered: without a code of its own, the line broke.
pub(super) fn unanswered(error: SyncError) -> ApiError {
    match error.code() {
        Some(_) => error.into(),
        None => ApiError::new(Code::NeedsLine),
    }
}
