//! What a request is answered with when it cannot be fulfilled: a code, never words.

use axum::response::{IntoResponse, Response};
use bangban_protocol::{BundleFault, FieldFault, ProblemCode};

use crate::password::PasswordError;
use crate::store;

/// Why a request is not fulfilled. Becomes a `Problem` where the trace id is known.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) code: ProblemCode,
    /// Seconds to wait before the next attempt.
    pub(crate) retry_after: Option<u32>,
    /// The field of the request that is at fault, and what is wrong with it.
    pub(crate) field: Option<(String, FieldFault)>,
    /// What is wrong with the courier bundle.
    pub(crate) bundle: Option<BundleFault>,
    /// For the log only. Never holds personal data.
    pub(crate) cause: Option<String>,
}

/// Result of anything that a request asks for.
pub(crate) type Answer<T> = Result<T, Fault>;

impl Fault {
    pub(crate) fn too_many_attempts(retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..ProblemCode::TooManyAttempts.into() }
    }

    pub(crate) fn of_field(code: ProblemCode, field: &str, fault: FieldFault) -> Self {
        Self { field: Some((field.to_owned(), fault)), ..code.into() }
    }

    pub(crate) fn of_bundle(fault: BundleFault) -> Self {
        Self { bundle: Some(fault), ..ProblemCode::BundleRefused.into() }
    }

    pub(crate) fn internal(cause: &(dyn std::error::Error + 'static)) -> Self {
        Self { cause: Some(cause.to_string()), ..ProblemCode::Internal.into() }
    }
}

impl From<ProblemCode> for Fault {
    fn from(code: ProblemCode) -> Self {
        Self { code, retry_after: None, field: None, bundle: None, cause: None }
    }
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        Self::internal(&error)
    }
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self::internal(&error)
    }
}

impl From<PasswordError> for Fault {
    fn from(error: PasswordError) -> Self {
        Self::internal(&error)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::internal(&error)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = http_status(self.code).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The status that goes with a code.
pub(crate) fn http_status(code: ProblemCode) -> axum::http::StatusCode {
    use axum::http::StatusCode;
    match code {
        ProblemCode::WrongPassword | ProblemCode::TokenExpired => StatusCode::UNAUTHORIZED,
        ProblemCode::AccountDisabled | ProblemCode::Forbidden => StatusCode::FORBIDDEN,
        ProblemCode::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
        ProblemCode::NotFound | ProblemCode::FileToCome => StatusCode::NOT_FOUND,
        ProblemCode::Malformed => StatusCode::BAD_REQUEST,
        ProblemCode::EpochChanged => StatusCode::GONE,
        ProblemCode::UnsupportedVersion => StatusCode::UPGRADE_REQUIRED,
        ProblemCode::OffsetMismatch => StatusCode::CONFLICT,
        ProblemCode::WrongHash | ProblemCode::BundleRefused => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
