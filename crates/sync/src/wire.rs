//! The wire to the platform: one request out, one answer in. What travels over it is decided in
//! `platform.rs`; how, by whoever implements [`Wire`].

mod over_http;

use bytes::Bytes;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use http::{Request, Response};

use crate::Result;

pub use over_http::{OverHttp, TlsOptions};

/// The pieces of an answer's body, as they come. An error ends it: the connection broke.
pub type Pieces = BoxStream<'static, Result<Bytes>>;

/// Something that carries requests to a platform. Their addresses are paths, e.g. `/v1/commands`.
pub trait Wire: Send + Sync {
    /// Sends a request and waits for the head of its answer, whatever its status.
    ///
    /// # Errors
    /// `Unreachable` when there was no answer; nothing is then known about the request.
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Pieces>>>;
}
