//! The routes. Each is declared once, with its documentation, and the OpenAPI document is made
//! from the same declarations.

mod answer;
mod commands;
mod courier;
mod extract;
mod files;
mod health;
mod hints;
mod intake;
mod partitions;
mod session;
mod snapshot;
mod stations;

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use bangban_protocol::{Change, FileHere, Hint, Problem, Record, RecordKind};
use tokio_util::sync::CancellationToken;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::decompression::RequestDecompressionLayer;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Platform;

/// Largest body of a request after decompression: a full batch of the longest texts.
const BODY_BYTES: usize = 4 * 1024 * 1024;

/// What every handler can reach.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) platform: Platform,
    /// Ends the streams.
    pub(crate) closing: CancellationToken,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Bangban platform",
        description = "What stations and other systems say to the platform. Every request under \
                       /v1 carries `bangban-protocol: 1`; errors are `Problem`.",
    ),
    components(schemas(Problem, Hint, Change, FileHere, Record, RecordKind)),
    modifiers(&Keys),
    security(("bearer" = []))
)]
struct Document;

/// Describes how a request says who makes it: a person by a token, a system by its channel's key.
struct Keys;

impl Modify for Keys {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        for name in ["bearer", "channel_key"] {
            let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
            components.add_security_scheme(name, scheme);
        }
    }
}

/// All routes of a platform; its streams end when `closing` does.
pub(crate) fn router(platform: &Platform, closing: &CancellationToken) -> Router {
    let limit = Duration::from_secs(platform.config().request_timeout_seconds.into());
    let site = Site { platform: platform.clone(), closing: closing.clone() };
    let answered_in_time = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(health::health))
        .routes(routes!(health::document))
        .routes(routes!(session::sign_in, session::sign_out))
        .routes(routes!(session::refresh))
        .routes(routes!(partitions::heads))
        .routes(routes!(partitions::head))
        .routes(routes!(partitions::feed))
        .routes(routes!(partitions::digest))
        .routes(routes!(stations::report))
        .routes(routes!(stations::list))
        .routes(routes!(stations::revoke))
        .routes(routes!(stations::way))
        .routes(routes!(snapshot::manifest))
        .routes(routes!(snapshot::file))
        .routes(routes!(commands::decide))
        .routes(routes!(files::content, files::state, files::offer, files::add))
        .routes(routes!(files::keep_thumbnail, files::thumbnail))
        .routes(routes!(intake::take_in))
        .layer(from_fn_with_state(limit, answer::in_time));
    let (router, document) = answered_in_time
        .merge(OpenApiRouter::new().routes(routes!(hints::hints)))
        // A bundle holds the work of weeks: deciding it may take longer than a request should.
        .merge(
            OpenApiRouter::new()
                .routes(routes!(courier::take, courier::list))
                .routes(routes!(courier::release))
                .routes(routes!(courier::answer)),
        )
        .split_for_parts();
    let compressed = DefaultPredicate::new()
        .and(NotForContentType::const_new(snapshot::MEDIA_TYPE))
        .and(NotForContentType::const_new(files::MEDIA_TYPE));
    router
        .fallback(answer::no_such_route)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(RequestDecompressionLayer::new())
        .layer(CompressionLayer::new().compress_when(compressed))
        .layer(from_fn(answer::same_protocol))
        .layer(from_fn(answer::with_trace))
        .layer(axum::Extension(std::sync::Arc::new(document)))
        .with_state(site)
}
