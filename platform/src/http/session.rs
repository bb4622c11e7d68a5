//! Signing in and out.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use bangban_protocol::{Problem, Refresh, Session, SignIn};

use super::Site;
use crate::fault::Answer;
use crate::session::{self, SignedIn};

/// Sign in with account and password.
#[utoipa::path(
    post,
    path = "/v1/session",
    tag = "session",
    security(()),
    request_body = SignIn,
    responses(
        (status = 200, body = Session),
        (status = 401, description = "`wrong_password`", body = Problem),
        (status = 403, description = "`account_disabled`", body = Problem),
        (status = 429, description = "`too_many_attempts`, with `Retry-After`", body = Problem),
    )
)]
pub(super) async fn sign_in(
    State(site): State<Site>,
    Json(request): Json<SignIn>,
) -> Answer<Json<Session>> {
    session::sign_in(&site.platform, request).await.map(Json)
}

/// Exchange a refresh token, once, for a new pair. A second use ends the session.
#[utoipa::path(
    post,
    path = "/v1/session/refresh",
    tag = "session",
    security(()),
    request_body = Refresh,
    responses(
        (status = 200, body = Session),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`account_disabled`", body = Problem),
    )
)]
pub(super) async fn refresh(
    State(site): State<Site>,
    Json(request): Json<Refresh>,
) -> Answer<Json<Session>> {
    session::refresh(&site.platform, request).await.map(Json)
}

/// Sign out: the tokens of this session end.
#[utoipa::path(
    delete,
    path = "/v1/session",
    tag = "session",
    responses(
        (status = 204, description = "Signed out"),
        (status = 401, description = "`token_expired`", body = Problem),
    )
)]
pub(super) async fn sign_out(State(site): State<Site>, who: SignedIn) -> Answer<StatusCode> {
    session::sign_out(&site.platform, &who).await?;
    Ok(StatusCode::NO_CONTENT)
}
