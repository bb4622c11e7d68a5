//! What the host serves: commands, events and the built UI.

use std::convert::Infallible;
use std::path::PathBuf;

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use bangban_api::Desk;
use bangban_api::commands::Tag;
use bangban_api::error::{ApiError, Code};
use bangban_api::event::ApiEvent;
use futures::{Stream, StreamExt};
use serde_json::Value;
use tokio_stream::wrappers::BroadcastStream;
use tokio_util::sync::CancellationToken;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::door::{self, Door};

/// Largest argument of a command, bytes.
const MAX_ARGUMENT: usize = 1024 * 1024;
/// The same policy as the window's; `style` attributes are set by script, never by markup.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

#[derive(Clone)]
struct Host {
    desk: Desk,
    stop: CancellationToken,
}

/// All routes, behind the door.
pub fn router(desk: Desk, ui_dir: PathBuf, door: Door, stop: CancellationToken) -> Router {
    Router::new()
        .route("/rpc/{name}", post(rpc))
        .route("/events", get(events))
        .with_state(Host { desk, stop })
        .merge(Router::new().route("/enter/{ticket}", get(door::enter)).with_state(door.clone()))
        .fallback_service(ServeDir::new(ui_dir))
        .layer(DefaultBodyLimit::max(MAX_ARGUMENT))
        .layer(middleware::from_fn_with_state(door, door::guard))
        .layer(header(CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(REFERRER_POLICY, "no-referrer"))
}

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

async fn rpc(
    State(host): State<Host>,
    Path(name): Path<String>,
    Json(payload): Json<Value>,
) -> Response {
    match host.desk.dispatch(&name, payload).await {
        Ok(result) => Json(result).into_response(),
        Err(error) => (status(&error), Json(error)).into_response(),
    }
}

fn status(error: &ApiError) -> StatusCode {
    match error.code {
        Code::NotSignedIn => StatusCode::UNAUTHORIZED,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

async fn events(State(host): State<Host>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = BroadcastStream::new(host.desk.events()).map(|received| {
        // A browser that lagged behind has missed something: everything may be stale.
        let event = received.unwrap_or_else(|_| ApiEvent::Changed { tags: Tag::ALL.to_vec() });
        Ok(Event::default().data(serde_json::to_string(&event).unwrap_or_default()))
    });
    Sse::new(events.take_until(host.stop.cancelled_owned())).keep_alive(KeepAlive::default())
}
