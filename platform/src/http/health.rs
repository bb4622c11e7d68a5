//! What can be asked without signing in.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::OpenApi;

use super::Site;
use crate::clock;
use crate::fault::Answer;
use crate::store::meta;

/// How the platform is.
#[derive(Serialize, ToSchema)]
pub(super) struct Health {
    /// `ok` as long as the database answers.
    status: &'static str,
    /// Version of the program.
    version: &'static str,
    /// Whether the data is the shipped sample.
    sample: bool,
    /// Platform time, UTC milliseconds.
    server_time: i64,
}

/// Whether the platform works.
#[utoipa::path(get, path = "/health", tag = "platform", security(()), responses((status = 200, body = Health)))]
pub(super) async fn health(State(site): State<Site>) -> Answer<Json<Health>> {
    Ok(Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        sample: meta::is_sample(site.platform.db().read()).await?,
        server_time: clock::now().0,
    }))
}

/// This document.
#[utoipa::path(
    get,
    path = "/openapi.json",
    tag = "platform",
    security(()),
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
pub(super) async fn document(Extension(document): Extension<Arc<OpenApi>>) -> Response {
    Json(document.as_ref()).into_response()
}
