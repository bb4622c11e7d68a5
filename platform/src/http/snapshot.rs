//! Snapshots: what there is, and the file itself, in ranges.

use std::io::ErrorKind;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bangban_protocol::{Problem, ProblemCode, SnapshotManifest};
use tower_http::services::ServeFile;

use super::Site;
use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::snapshot;

/// A snapshot is compressed already; no layer may do it again.
pub(super) const MEDIA_TYPE: &str = "application/zstd";

/// Describe a snapshot from which the feed can be followed.
#[utoipa::path(
    get,
    path = "/v1/partitions/{partition}/snapshot",
    tag = "down",
    params(("partition" = String, Path, description = "e.g. `library`")),
    responses(
        (status = 200, body = SnapshotManifest),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: not within scope", body = Problem),
    )
)]
pub(super) async fn manifest(
    State(site): State<Site>,
    who: SignedIn,
    Path(partition): Path<String>,
) -> Answer<Json<SnapshotManifest>> {
    who.may_see(&partition)?;
    snapshot::current(&site.platform, &partition).await.map(Json)
}

/// The file of a snapshot: zstd over JSON lines of `Record`. `Range` resumes it.
#[utoipa::path(
    get,
    path = "/v1/partitions/{partition}/snapshot/{name}",
    tag = "down",
    params(
        ("partition" = String, Path, description = "e.g. `library`"),
        ("name" = String, Path, description = "Name from the manifest"),
        ("Range" = Option<String>, Header, description = "e.g. `bytes=1048576-`"),
    ),
    responses(
        (status = 200, description = "The file", content_type = "application/zstd"),
        (status = 206, description = "The part that was asked for", content_type = "application/zstd"),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: ask for a new manifest", body = Problem),
        (status = 416, description = "`malformed`: no such range", body = Problem),
    )
)]
pub(super) async fn file(
    State(site): State<Site>,
    who: SignedIn,
    Path((partition, name)): Path<(String, String)>,
    request: Request,
) -> Answer<Response> {
    who.may_see(&partition)?;
    let Some(path) = snapshot::file(&site.platform, &partition, &name) else {
        return Err(ProblemCode::NotFound.into());
    };
    let served = ServeFile::new(path).try_call(request).await;
    let mut response = match served {
        Ok(response) => response.map(Body::new),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(ProblemCode::NotFound.into());
        }
        Err(error) => return Err(Fault::internal(&error)),
    };
    if response.status().is_success() {
        let media_type = HeaderValue::from_static(MEDIA_TYPE);
        response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    }
    Ok(response.into_response())
}
