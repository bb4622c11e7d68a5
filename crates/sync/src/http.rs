//! The platform over HTTP. The only place that knows reqwest.

use std::time::Duration;

use bangban_protocol::{
    CommandBatch, FeedPage, FileOffer, FileState, Head, OFFSET_HEADER, Problem, Receipts, Refresh,
    Session, SignIn, SnapshotManifest, VERSION, VERSION_HEADER,
};
use bytes::Bytes;
use eventsource_stream::Eventsource;
use futures::{Stream, StreamExt};
use reqwest::header::{HeaderMap, HeaderValue, RANGE, RETRY_AFTER};
use reqwest::{Certificate, Client, Method, RequestBuilder, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

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

/// A platform at an address.
#[derive(Clone)]
pub struct HttpPlatform {
    client: Client,
    base: String,
}

impl HttpPlatform {
    /// A client for the platform at `base`, e.g. `https://bb.example.gov.cn`.
    ///
    /// # Errors
    /// When the private certificate cannot be read.
    pub fn new(base: &str, tls: &TlsOptions) -> Result<Self> {
        // Another part of the program may have installed a provider already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut headers = HeaderMap::new();
        headers.insert(VERSION_HEADER, HeaderValue::from(VERSION));
        let mut builder = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .default_headers(headers);
        if let Some(pem) = &tls.private_ca {
            builder = builder.tls_certs_merge([Certificate::from_pem(pem)?]);
        }
        Ok(Self { client: builder.build()?, base: base.trim_end_matches('/').to_owned() })
    }

    /// Whether the platform answers, and whether it serves sample data.
    pub async fn health(&self) -> Result<Health> {
        self.json(self.request(Method::GET, "/health")).await
    }

    /// Begins a session.
    pub async fn sign_in(&self, sign_in: &SignIn) -> Result<Session> {
        self.send("/v1/session", None, sign_in).await
    }

    /// Continues a session.
    pub async fn refresh(&self, refresh_token: &str) -> Result<Session> {
        let refresh = Refresh { refresh_token: refresh_token.to_owned(), keys: None };
        self.send("/v1/session/refresh", None, &refresh).await
    }

    /// Ends a session.
    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let request = self.request(Method::DELETE, "/v1/session").bearer_auth(token);
        checked(request.send().await?).await.map(drop)
    }

    /// Where every partition within scope stands.
    pub async fn heads(&self, token: &str) -> Result<Vec<Head>> {
        self.json(self.request(Method::GET, "/v1/partitions").bearer_auth(token)).await
    }

    /// Changes after `from`.
    pub async fn feed(
        &self,
        token: &str,
        partition: &str,
        epoch: Uuid,
        from: u64,
    ) -> Result<FeedPage> {
        let path = format!("/v1/partitions/{partition}/feed/{epoch}/{from}");
        self.json(self.request(Method::GET, &path).bearer_auth(token)).await
    }

    /// Describes the snapshot to begin with.
    pub async fn snapshot(&self, token: &str, partition: &str) -> Result<SnapshotManifest> {
        let path = format!("/v1/partitions/{partition}/snapshot");
        self.json(self.request(Method::GET, &path).bearer_auth(token)).await
    }

    /// The bytes of a snapshot from `offset` on.
    pub async fn snapshot_bytes(
        &self,
        token: &str,
        manifest: &SnapshotManifest,
        offset: u64,
    ) -> Result<impl Stream<Item = Result<Bytes>> + Unpin + use<>> {
        let path = format!("/v1/partitions/{}/snapshot/{}", manifest.partition, manifest.name);
        let mut request = self.request(Method::GET, &path).bearer_auth(token);
        if offset > 0 {
            request = request.header(RANGE, format!("bytes={offset}-"));
        }
        let response = checked(request.send().await?).await?;
        if offset > 0 && response.status() != StatusCode::PARTIAL_CONTENT {
            return Err(SyncError::Malformed("a range was answered with the whole file"));
        }
        Ok(response.bytes_stream().map(|piece| piece.map_err(SyncError::from)).boxed())
    }

    /// Offers commands.
    pub async fn commands(&self, token: &str, batch: &CommandBatch) -> Result<Receipts> {
        self.send("/v1/commands", Some(token), batch).await
    }

    /// Offers a file; the answer says where to go on.
    pub async fn offer_file(&self, token: &str, sha256: &str, bytes: u64) -> Result<FileState> {
        self.send(&file_path(sha256), Some(token), &FileOffer { bytes }).await
    }

    /// Sends a piece of a file.
    pub async fn send_piece(
        &self,
        token: &str,
        sha256: &str,
        offset: u64,
        piece: Vec<u8>,
    ) -> Result<FileState> {
        let request = self.request(Method::PATCH, &file_path(sha256)).bearer_auth(token);
        self.json(request.header(OFFSET_HEADER, offset).body(piece)).await
    }

    /// Fetches a piece of a file; exactly `length` bytes from `offset` on.
    pub async fn fetch_piece(
        &self,
        token: &str,
        sha256: &str,
        offset: u64,
        length: u64,
    ) -> Result<Bytes> {
        let request = self.request(Method::GET, &file_path(sha256)).bearer_auth(token);
        let range = format!("bytes={offset}-{}", offset + length.saturating_sub(1));
        let response = checked(request.header(RANGE, range).send().await?).await?;
        if response.status() != StatusCode::PARTIAL_CONTENT {
            return Err(SyncError::Malformed("a range was answered with the whole file"));
        }
        let piece = response.bytes().await?;
        if piece.len() as u64 != length {
            return Err(SyncError::Malformed("a range of another length than was asked for"));
        }
        Ok(piece)
    }

    /// Hints that something is new. Ends when the connection does.
    pub async fn hints(&self, token: &str) -> Result<impl Stream<Item = ()> + Unpin + use<>> {
        let request = self.request(Method::GET, "/v1/hints").bearer_auth(token);
        let response = checked(request.send().await?).await?;
        let events = response.bytes_stream().eventsource();
        Ok(events.take_while(|e| std::future::ready(e.is_ok())).map(drop).boxed())
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    async fn send<B: Serialize, R: DeserializeOwned>(
        &self,
        path: &str,
        token: Option<&str>,
        body: &B,
    ) -> Result<R> {
        let mut request = self.request(Method::POST, path).json(body);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        self.json(request).await
    }

    async fn json<R: DeserializeOwned>(&self, request: RequestBuilder) -> Result<R> {
        let response = checked(request.send().await?).await?;
        let body = response.bytes().await?;
        // A proxy's page with status 200 is no answer from the platform.
        serde_json::from_slice(&body)
            .map_err(|_| SyncError::Unreachable("the answer is not the platform's".into()))
    }
}

fn file_path(sha256: &str) -> String {
    format!("/v1/files/{sha256}")
}

/// What `/health` says.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Health {
    /// The platform serves sample data.
    #[serde(default)]
    pub sample: bool,
}

async fn checked(response: Response) -> Result<Response> {
    if response.status().is_success() {
        return Ok(response);
    }
    let retry_after = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse().ok());
    let status = response.status();
    let body = response.bytes().await.unwrap_or_default();
    match serde_json::from_slice::<Problem>(&body) {
        Ok(Problem { code, trace_id, .. }) => {
            Err(SyncError::Problem { code, trace_id, retry_after })
        }
        Err(_) => Err(SyncError::Unreachable(format!("status {status} from something in between"))),
    }
}
