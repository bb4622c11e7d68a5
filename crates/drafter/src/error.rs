//! What can go wrong between the desk and a model.

use std::error::Error;

use serde::{Deserialize, Serialize};

/// Why there is no draft. Holds neither key nor text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AskError {
    /// Nothing answers at the address.
    #[error("nothing answers at the address")]
    Unreachable,
    /// The certificate of the endpoint is not trusted, or it speaks no TLS.
    #[error("no trusted connection")]
    Untrusted,
    /// It wants the request to go elsewhere; it does not.
    #[error("a redirect, which is not followed")]
    Redirected,
    /// It does not take the key, or wants one.
    #[error("the key is not taken")]
    KeyRefused,
    /// It does not know the model.
    #[error("the model is not known")]
    UnknownModel,
    /// Something answers, but no endpoint of this protocol.
    #[error("no endpoint of this protocol")]
    WrongAddress,
    /// It has too much to do, or this key has asked too often.
    #[error("asked too often")]
    TooMany,
    /// It failed.
    #[error("the endpoint failed")]
    Failed,
    /// It did not take the request.
    #[error("the request is refused")]
    Refused,
    /// It did not answer in time.
    #[error("no answer in time")]
    TooSlow,
    /// Its answer is larger than a draft can be.
    #[error("the answer is too large")]
    TooLarge,
    /// Its answer is not of the protocol.
    #[error("the answer is not of the protocol")]
    Unreadable,
    /// It stopped in the middle.
    #[error("the answer is cut short")]
    CutShort,
    /// Another question is under way.
    #[error("another question is under way")]
    Busy,
    /// A person stopped it.
    #[error("stopped")]
    Stopped,
}

impl From<reqwest::Error> for AskError {
    fn from(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::TooSlow;
        }
        if is_of_tls(&error) {
            return Self::Untrusted;
        }
        Self::Unreachable
    }
}

/// Whether TLS is at the bottom of it. An I/O error carries another without naming it as its source.
fn is_of_tls(error: &(dyn Error + 'static)) -> bool {
    let carried = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || carried.is_some_and(|inner| is_of_tls(inner))
        || error.source().is_some_and(is_of_tls)
}
