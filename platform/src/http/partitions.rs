//! Where partitions stand, and what changed in them.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bangban_protocol::{FeedPage, Head, PartitionDigest, Problem, ProblemCode};
use uuid::Uuid;

use super::Site;
use crate::clock;
use crate::fault::Answer;
use crate::session::SignedIn;
use crate::store::feed::{self, PAGE};
use crate::store::meta;

/// Where every partition within scope stands.
#[utoipa::path(
    get,
    path = "/v1/partitions",
    tag = "down",
    responses(
        (status = 200, body = Vec<Head>),
        (status = 401, description = "`token_expired`", body = Problem),
    )
)]
pub(super) async fn heads(State(site): State<Site>, who: SignedIn) -> Answer<Json<Vec<Head>>> {
    let found = feed::heads(site.platform.db()).await?;
    let head = |partition: String| {
        let feed_seq = found.seq.get(&partition).copied().unwrap_or(0);
        Head { partition, epoch: found.epoch, feed_seq }
    };
    Ok(Json(who.partitions.into_iter().map(head).collect()))
}

/// Where one partition stands.
#[utoipa::path(
    get,
    path = "/v1/partitions/{partition}",
    tag = "down",
    params(("partition" = String, Path, description = "e.g. `library`")),
    responses(
        (status = 200, body = Head),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: not within scope", body = Problem),
    )
)]
pub(super) async fn head(
    State(site): State<Site>,
    who: SignedIn,
    Path(partition): Path<String>,
) -> Answer<Json<Head>> {
    who.may_see(&partition)?;
    let mut moment = site.platform.db().moment().await?;
    let epoch = meta::epoch(&mut *moment).await?;
    let feed_seq = feed::head(&mut *moment, &partition).await?;
    Ok(Json(Head { partition, epoch, feed_seq }))
}

/// What there is of a partition, added up; stations compare it with theirs.
#[utoipa::path(
    get,
    path = "/v1/partitions/{partition}/digest",
    tag = "down",
    params(("partition" = String, Path, description = "e.g. `library`")),
    responses(
        (status = 200, body = PartitionDigest),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: not within scope", body = Problem),
    )
)]
pub(super) async fn digest(
    State(site): State<Site>,
    who: SignedIn,
    Path(partition): Path<String>,
) -> Answer<Json<PartitionDigest>> {
    who.may_see(&partition)?;
    crate::digest::of(&site.platform, &partition).await.map(Json)
}

/// Up to 500 changes after number `from`. A page never changes once it is full.
#[utoipa::path(
    get,
    path = "/v1/partitions/{partition}/feed/{epoch}/{from}",
    tag = "down",
    params(
        ("partition" = String, Path, description = "e.g. `library`"),
        ("epoch" = Uuid, Path, description = "Epoch of the station's cursor"),
        ("from" = u64, Path, description = "The station's cursor; 0 for the beginning"),
    ),
    responses(
        (status = 200, body = FeedPage),
        (status = 304, description = "The page the station has is still right"),
        (status = 401, description = "`token_expired`", body = Problem),
        (status = 404, description = "`not_found`: not within scope", body = Problem),
        (status = 410, description = "`epoch_changed`: take a snapshot", body = Problem),
    )
)]
pub(super) async fn feed(
    State(site): State<Site>,
    who: SignedIn,
    Path((partition, epoch, from)): Path<(String, Uuid, u64)>,
    headers: HeaderMap,
) -> Answer<Response> {
    who.may_see(&partition)?;
    let mut moment = site.platform.db().moment().await?;
    let head = feed::head(&mut *moment, &partition).await?;
    // A cursor beyond the head is of a future that a restored backup does not know.
    if meta::epoch(&mut *moment).await? != epoch || from > head {
        return Err(ProblemCode::EpochChanged.into());
    }
    let changes = feed::page(&mut moment, &partition, from).await?;
    let to = changes.last().map_or(from, |change| change.seq);
    let full = changes.len() == PAGE as usize;
    let tag = format!("\"{epoch}.{from}.{to}\"");
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let server_time = clock::now().0;
        Json(FeedPage { epoch, from, changes, head, server_time }).into_response()
    };
    let reuse = if full { "private, max-age=31536000, immutable" } else { "private, no-cache" };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(reuse));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    Ok(response)
}
