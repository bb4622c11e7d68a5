//! Around every request: its trace id, its time limit, its protocol version, and the one form in
//! which errors are answered.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Json, body::Body};
use bangban_protocol::{
    OLDEST_VERSION, OLDEST_VERSION_HEADER, PROGRAM_HEADER, Problem, ProblemCode, VERSION,
    VERSION_HEADER,
};
use uuid::Uuid;

use crate::fault::Fault;

/// Gives the request its trace id, logs its outcome, and gives errors their form.
///
/// The log has the route's pattern instead of the address, and never a body: neither can then
/// carry personal data.
pub(super) async fn with_trace(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let trace_id = Uuid::new_v4().simple().to_string();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let cause = response.extensions().get::<Fault>().and_then(|fault| fault.cause.as_deref());
    if response.status().is_server_error() {
        tracing::error!(%method, route, status, millis, trace_id, cause, "failed");
    } else {
        tracing::info!(%method, route, status, millis, trace_id, "answered");
    }
    in_one_form(response, trace_id)
}

/// Errors as `Problem`, whether a handler, an extractor or a layer made them.
fn in_one_form(mut response: Response, trace_id: String) -> Response {
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static(VERSION_HEADER), HeaderValue::from(VERSION));
    let oldest = HeaderName::from_static(OLDEST_VERSION_HEADER);
    headers.insert(oldest, HeaderValue::from(OLDEST_VERSION));
    let program = HeaderName::from_static(PROGRAM_HEADER);
    headers.insert(program, HeaderValue::from_static(env!("CARGO_PKG_VERSION")));
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let fault = response.extensions_mut().remove::<Fault>().unwrap_or_else(|| of_status(status));
    let (field, why) = fault.field.unzip();
    let problem = Problem { code: fault.code, trace_id, field, why, bundle: fault.bundle };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_ENCODING);
    let (made, body) = Json(problem).into_response().into_parts();
    parts.headers.extend(made.headers);
    if let Some(seconds) = fault.retry_after {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Response::from_parts(parts, body)
}

/// The code for what the framework refused by itself.
fn of_status(status: StatusCode) -> Fault {
    let code = match status {
        StatusCode::NOT_FOUND => ProblemCode::NotFound,
        _ if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT => {
            ProblemCode::Internal
        }
        _ => ProblemCode::Malformed,
    };
    code.into()
}

/// Refuses a station that speaks a version this platform does not; the answer says which it does.
/// What lies outside `/v1` is for anyone.
pub(super) async fn same_protocol(request: Request, next: Next) -> Response {
    let spoken = request.headers().get(VERSION_HEADER).and_then(|value| value.to_str().ok());
    let spoken: Option<u32> = spoken.and_then(|text| text.parse().ok());
    let understood = spoken.is_some_and(|version| (OLDEST_VERSION..=VERSION).contains(&version));
    if request.uri().path().starts_with("/v1/") && !understood {
        return Fault::from(ProblemCode::UnsupportedVersion).into_response();
    }
    next.run(request).await
}

/// Gives up on a request that takes too long.
pub(super) async fn in_time(
    State(limit): State<Duration>,
    request: Request,
    next: Next,
) -> Response<Body> {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// An address that is not documented.
pub(super) async fn no_such_route() -> Fault {
    ProblemCode::NotFound.into()
}
