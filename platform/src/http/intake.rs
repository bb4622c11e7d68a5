//! What other systems hand over.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use bangban_domain::ticket::Channel;
use bangban_protocol::{Problem, ProblemCode};

use super::Site;
use crate::fault::{Answer, Fault};
use crate::intake::{self, Intake, TakenIn};
use crate::{clock, reading};

/// The system behind a request, by the key it shows.
pub(super) struct Caller(Channel);

impl FromRequestParts<Site> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let key = header.and_then(|text| text.strip_prefix("Bearer "));
        let channel = key.and_then(|key| site.platform.config().intake.channel_of(key));
        let Some(channel) = channel else { return Err(ProblemCode::TokenExpired.into()) };
        let word = intake::known(channel).map_or("", |known| known.word);
        let paced = site.platform.intake_pace().begin(word, clock::now());
        paced.map_err(Fault::too_many_attempts)?;
        Ok(Self(channel))
    }
}

/// Register a request from another system: mobile, web, the hotline 12345, self-service.
///
/// It is routed to the organisation that answers for it, and its specialists are told. Repeating
/// a reference registers nothing and returns the ticket as it stands.
#[utoipa::path(
    post,
    path = "/v1/intake",
    tag = "intake",
    security(("channel_key" = [])),
    request_body = Intake,
    responses(
        (status = 201, description = "Registered", body = TakenIn),
        (status = 200, description = "The reference was known: the ticket it led to", body = TakenIn),
        (status = 400, description = "`malformed`: `field` and `why` say what", body = Problem),
        (status = 401, description = "`token_expired`: no such key", body = Problem),
        (status = 403, description = "`forbidden`: the channel is not the caller's", body = Problem),
        (status = 404, description = "`not_found`: no such `matter` or `situation`, or no organisation for the `division`", body = Problem),
        (status = 429, description = "`too_many_attempts`, with `Retry-After`", body = Problem),
    )
)]
pub(super) async fn take_in(
    State(site): State<Site>,
    Caller(channel): Caller,
    body: Bytes,
) -> Answer<(StatusCode, Json<TakenIn>)> {
    let given = serde_json::from_slice(&body).map_err(|_| Fault::from(ProblemCode::Malformed))?;
    let intake: Intake = reading::read(&given)
        .map_err(|error| Fault::of_field(ProblemCode::Malformed, &error.path, error.fault))?;
    let taken = intake::take_in(&site.platform, channel, intake).await?;
    let status = if taken.is_new() { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(taken)))
}
