//! Who asks: the bearer token as a person.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use bangban_protocol::ProblemCode;

use super::Site;
use crate::fault::Fault;
use crate::session::{self, SignedIn};

impl FromRequestParts<Site> for SignedIn {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let Some(token) = header.and_then(|text| text.strip_prefix("Bearer ")) else {
            return Err(ProblemCode::TokenExpired.into());
        };
        session::authenticate(&site.platform, token).await
    }
}
