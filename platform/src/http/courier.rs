//! Outboxes that come as a file.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bangban_courier::MAX_FILE_BYTES;
use bangban_protocol::{BundleFault, BundleTaken, Problem, ReleaseBundle};
use uuid::Uuid;

use super::Site;
use super::files::MEDIA_TYPE;
use crate::courier::{self, Reply};
use crate::fault::{Answer, Fault};
use crate::session::SignedIn;

/// Take in a courier bundle of any station; the answer is a bundle for that station.
///
/// Whoever brings it need not be able to read it. Its commands are decided as if they had come
/// over the line, each once; the same bundle again gets the same answers.
#[utoipa::path(
    post,
    path = "/v1/courier",
    tag = "courier",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "The answer, a bundle", content_type = "application/octet-stream"),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`account_disabled`", body = Problem),
        (status = 422, description = "`bundle_refused`: nothing was changed; `bundle` says why", body = Problem),
    )
)]
pub(super) async fn take(
    State(site): State<Site>,
    who: SignedIn,
    request: Request,
) -> Answer<Response> {
    let most = usize::try_from(MAX_FILE_BYTES).unwrap_or(usize::MAX);
    let file = to_bytes(request.into_body(), most)
        .await
        .map_err(|_| Fault::of_bundle(BundleFault::TooLarge))?;
    // A carrier who goes away before the end does not stop it half way.
    let taking = tokio::spawn(async move {
        courier::take(&site.platform, Some(who.staff.id), file.into()).await
    });
    Ok(reply(taking.await.map_err(|error| Fault::internal(&error))??))
}

/// The bundles that came from the stations of a manager's county, those that wait first.
#[utoipa::path(
    get,
    path = "/v1/courier",
    tag = "courier",
    responses(
        (status = 200, body = Vec<BundleTaken>),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`forbidden`: for managers", body = Problem),
    )
)]
pub(super) async fn list(
    State(site): State<Site>,
    who: SignedIn,
) -> Answer<Json<Vec<BundleTaken>>> {
    courier::list(&site.platform, &who).await.map(Json)
}

/// Let a bundle be judged that was kept because an account is disabled. The answer is the bundle
/// for its station; the same again gets the same answer.
#[utoipa::path(
    post,
    path = "/v1/courier/{bundle}/release",
    tag = "courier",
    params(("bundle" = Uuid, Path, description = "Identity of the bundle")),
    request_body = ReleaseBundle,
    responses(
        (status = 200, description = "The answer, a bundle", content_type = "application/octet-stream"),
        (status = 400, description = "`malformed`: no reason, or a longer one than is kept", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`forbidden`: for managers", body = Problem),
        (status = 404, description = "`not_found`: no such bundle waits in this county", body = Problem),
    )
)]
pub(super) async fn release(
    State(site): State<Site>,
    who: SignedIn,
    Path(bundle): Path<Uuid>,
    Json(asked): Json<ReleaseBundle>,
) -> Answer<Response> {
    // A manager whose line breaks does not stop it half way.
    let releasing = tokio::spawn(async move {
        courier::release(&site.platform, bundle, Some(&who), &asked.reason).await
    });
    Ok(reply(releasing.await.map_err(|error| Fault::internal(&error))??))
}

/// The answer to a bundle that was released, once more.
#[utoipa::path(
    get,
    path = "/v1/courier/{bundle}/answer",
    tag = "courier",
    params(("bundle" = Uuid, Path, description = "Identity of the bundle")),
    responses(
        (status = 200, description = "The answer, a bundle", content_type = "application/octet-stream"),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 403, description = "`forbidden`: for managers", body = Problem),
        (status = 404, description = "`not_found`: no such bundle was released in this county", body = Problem),
    )
)]
pub(super) async fn answer(
    State(site): State<Site>,
    who: SignedIn,
    Path(bundle): Path<Uuid>,
) -> Answer<Response> {
    courier::again(&site.platform, bundle, &who).await.map(reply)
}

fn reply(made: Reply) -> Response {
    let mut response = made.file.into_response();
    for (name, value) in
        [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "private, no-store")]
    {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
