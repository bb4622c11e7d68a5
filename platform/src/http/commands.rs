//! What stations send.

use axum::Json;
use axum::extract::State;
use bangban_protocol::{CommandBatch, Problem, Receipts};

use super::Site;
use crate::commands;
use crate::fault::Answer;
use crate::session::SignedIn;

/// Decide up to 100 commands in their order. A repeated one gets the receipt it got before.
///
/// A command that cannot be read or decided is named under `held`, with those behind it on the
/// same ticket; the others are decided.
#[utoipa::path(
    post,
    path = "/v1/commands",
    tag = "up",
    request_body = CommandBatch,
    responses(
        (status = 200, body = Receipts),
        (status = 400, description = "`malformed`: the batch cannot be read, or is too long", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`account_disabled`", body = Problem),
    )
)]
pub(super) async fn decide(
    State(site): State<Site>,
    who: SignedIn,
    Json(batch): Json<CommandBatch>,
) -> Answer<Json<Receipts>> {
    commands::decide_batch(&site.platform, &who, batch).await.map(Json)
}
