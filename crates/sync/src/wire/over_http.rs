//! The wire as it is outside of tests: HTTP. The only place that knows reqwest.

use std::time::Duration;

use bytes::Bytes;
use futures::StreamExt;
use futures::future::BoxFuture;
use http::{Request, Response};
use reqwest::{Certificate, Client};

use super::{Pieces, Wire};
use crate::{Result, SyncError};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Longest silence of an ordinary answer; hints send a heartbeat every 20 seconds.
const READ_TIMEOUT: Duration = Duration::from_mins(1);

/// How the platform's certificate is checked.
#[derive(Debug, Clone, Default)]
pub struct TlsOptions {
    /// Certificate of a private authority, PEM.
    pub private_ca: Option<Vec<u8>>,
}

/// HTTP to a platform at an address.
pub struct OverHttp {
    client: Client,
    base: String,
}

impl OverHttp {
    /// A client for the platform at `base`, e.g. `https://bb.example.gov.cn`.
    ///
    /// # Errors
    /// When the private certificate cannot be read.
    pub fn new(base: &str, tls: &TlsOptions) -> Result<Self> {
        // Another part of the program may have installed a provider already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy();
        if let Some(pem) = &tls.private_ca {
            builder = builder.tls_certs_merge([Certificate::from_pem(pem)?]);
        }
        Ok(Self { client: builder.build()?, base: base.trim_end_matches('/').to_owned() })
    }
}

impl Wire for OverHttp {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Pieces>>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let url = format!("{}{}", self.base, head.uri);
            let request = self.client.request(head.method, url).headers(head.headers).body(body);
            let mut answered = request.send().await?;
            let mut answer = Response::builder().status(answered.status());
            if let Some(headers) = answer.headers_mut() {
                *headers = std::mem::take(answered.headers_mut());
            }
            let pieces = answered.bytes_stream().map(|piece| piece.map_err(SyncError::from));
            answer.body(pieces.boxed()).map_err(|_| SyncError::Malformed("the head of an answer"))
        })
    }
}

impl From<reqwest::Error> for SyncError {
    fn from(error: reqwest::Error) -> Self {
        // The URL may hold keys of records; the kind of failure says enough.
        Self::Unreachable(error.without_url().to_string())
    }
}
