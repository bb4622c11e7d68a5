//! Files: offered, sent piece by piece, and fetched.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bangban_protocol::{BYTES_HEADER, FileOffer, FileState, OFFSET_HEADER, Problem, ProblemCode};
use tower_http::services::ServeFile;

use super::Site;
use crate::fault::{Answer, Fault};
use crate::files::Asked;
use crate::session::SignedIn;

/// Whatever a file is, nobody should open it in a browser from here.
pub(super) const MEDIA_TYPE: &str = "application/octet-stream";

/// Fetch a file that a ticket within scope names. `Range` resumes it.
#[utoipa::path(
    get,
    path = "/v1/files/{sha256}",
    tag = "files",
    params(
        ("sha256" = String, Path, description = "SHA-256 of the content, 64 hexadecimal digits"),
        ("Range" = Option<String>, Header, description = "e.g. `bytes=1048576-`"),
    ),
    responses(
        (status = 200, description = "The file", content_type = "application/octet-stream"),
        (status = 206, description = "The part that was asked for", content_type = "application/octet-stream"),
        (status = 400, description = "`malformed`: not a hash", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: no ticket within scope names it; `file_to_come`: one does, but nobody has sent it whole yet", body = Problem),
        (status = 416, description = "`malformed`: no such range", body = Problem),
    )
)]
pub(super) async fn content(
    State(site): State<Site>,
    who: SignedIn,
    Path(sha256): Path<String>,
    request: Request,
) -> Answer<Response> {
    let path = Asked::new(&site.platform, &who, &sha256)?.content().await?;
    let served = ServeFile::new(path).try_call(request).await;
    let mut response = served.map_err(|error| Fault::internal(&error))?.map(Body::new);
    let fixed = [
        (header::CONTENT_TYPE, MEDIA_TYPE),
        (header::CONTENT_DISPOSITION, "attachment"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
    ];
    if response.status().is_success() {
        for (name, value) in fixed {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
    }
    Ok(response.into_response())
}

/// How much of a file is here from this county: `bangban-offset` of `bangban-bytes`.
#[utoipa::path(
    head,
    path = "/v1/files/{sha256}",
    tag = "files",
    params(("sha256" = String, Path, description = "SHA-256 of the content")),
    responses(
        (status = 200, description = "Some of it, or all", headers(
            ("bangban-offset" = u64, description = "Bytes the platform has"),
            ("bangban-bytes" = u64, description = "Size of the whole"),
        )),
        (status = 401, description = "`token_expired`"),
        (status = 404, description = "`not_found`: nobody has offered it"),
    )
)]
pub(super) async fn state(
    State(site): State<Site>,
    who: SignedIn,
    Path(sha256): Path<String>,
) -> Answer<Response> {
    let state = Asked::new(&site.platform, &who, &sha256)?.state().await?;
    let headers = [
        (HeaderName::from_static(OFFSET_HEADER), HeaderValue::from(state.offset)),
        (HeaderName::from_static(BYTES_HEADER), HeaderValue::from(state.bytes)),
    ];
    Ok((StatusCode::OK, headers).into_response())
}

/// Offer a file. Answers where to go on; a file that is here already is complete at once.
#[utoipa::path(
    post,
    path = "/v1/files/{sha256}",
    tag = "files",
    params(("sha256" = String, Path, description = "SHA-256 of the content")),
    request_body = FileOffer,
    responses(
        (status = 200, body = FileState),
        (status = 400, description = "`malformed`: not a hash, or empty", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 413, description = "`too_large`: above 200 MiB, or too many under way", body = Problem),
    )
)]
pub(super) async fn offer(
    State(site): State<Site>,
    who: SignedIn,
    Path(sha256): Path<String>,
    Json(offer): Json<FileOffer>,
) -> Answer<Json<FileState>> {
    Asked::new(&site.platform, &who, &sha256)?.offer(offer.bytes).await.map(Json)
}

/// Send a piece, at most 4 MiB. The last one has the whole checked against its hash.
#[utoipa::path(
    patch,
    path = "/v1/files/{sha256}",
    tag = "files",
    params(
        ("sha256" = String, Path, description = "SHA-256 of the content"),
        ("bangban-offset" = u64, Header, description = "Where the piece begins"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, body = FileState),
        (status = 400, description = "`malformed`: no offset, or more than was offered", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: offer it first", body = Problem),
        (status = 409, description = "`offset_mismatch`: ask where to go on", body = Problem),
        (status = 422, description = "`wrong_hash`: what was sent is dropped", body = Problem),
    )
)]
pub(super) async fn add(
    State(site): State<Site>,
    who: SignedIn,
    Path(sha256): Path<String>,
    headers: HeaderMap,
    piece: Bytes,
) -> Answer<Json<FileState>> {
    let offset = headers.get(OFFSET_HEADER).and_then(|value| value.to_str().ok());
    let Some(offset) = offset.and_then(|text| text.parse().ok()) else {
        return Err(ProblemCode::Malformed.into());
    };
    Asked::new(&site.platform, &who, &sha256)?.add(offset, piece).await.map(Json)
}

/// Send the small picture of a file, a JPEG of at most 64 KiB, ahead of the file itself.
#[utoipa::path(
    put,
    path = "/v1/files/{sha256}/thumbnail",
    tag = "files",
    params(("sha256" = String, Path, description = "SHA-256 of the file")),
    request_body(content = Vec<u8>, content_type = "image/jpeg"),
    responses(
        (status = 204, description = "Kept; the first one that was sent counts"),
        (status = 400, description = "`malformed`: not a hash, or no JPEG", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: no ticket within scope names the file", body = Problem),
        (status = 413, description = "`too_large`", body = Problem),
    )
)]
pub(super) async fn keep_thumbnail(
    State(site): State<Site>,
    who: SignedIn,
    Path(sha256): Path<String>,
    jpeg: Bytes,
) -> Answer<StatusCode> {
    Asked::new(&site.platform, &who, &sha256)?.keep_thumbnail(&jpeg).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Fetch the small picture of a file.
#[utoipa::path(
    get,
    path = "/v1/files/{sha256}/thumbnail",
    tag = "files",
    params(("sha256" = String, Path, description = "SHA-256 of the file")),
    responses(
        (status = 200, description = "The picture", content_type = "image/jpeg"),
        (status = 400, description = "`malformed`: not a hash", body = Problem),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: nobody has sent one", body = Problem),
    )
)]
pub(super) async fn thumbnail(
    State(site): State<Site>,
    who: SignedIn,
    Path(sha256): Path<String>,
) -> Answer<Response> {
    let jpeg = Asked::new(&site.platform, &who, &sha256)?.thumbnail().await?;
    let headers =
        [(header::CONTENT_TYPE, "image/jpeg"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((headers, jpeg).into_response())
}
