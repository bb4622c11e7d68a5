//! What a station asks of the platform, and what its answers mean. How a request travels is the
//! business of the [`Wire`].

use std::sync::Arc;

use bangban_protocol::{
    CommandBatch, FeedPage, FileOffer, FileState, Head, OFFSET_HEADER, Problem, Receipts, Refresh,
    Session, SignIn, SnapshotManifest, VERSION, VERSION_HEADER,
};
use bytes::{Bytes, BytesMut};
use eventsource_stream::Eventsource;
use futures::{Stream, StreamExt};
use http::header::{AUTHORIZATION, CONTENT_TYPE, RANGE, RETRY_AFTER};
use http::request::Builder;
use http::{Method, Request, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::wire::{OverHttp, Pieces, TlsOptions, Wire};
use crate::{Result, SyncError};

/// The platform. Clones speak over the same wire.
#[derive(Clone)]
pub struct HttpPlatform {
    wire: Arc<dyn Wire>,
}

impl HttpPlatform {
    /// The platform at `base`, e.g. `https://bb.example.gov.cn`.
    ///
    /// # Errors
    /// When the private certificate cannot be read.
    pub fn new(base: &str, tls: &TlsOptions) -> Result<Self> {
        Ok(Self::over(Arc::new(OverHttp::new(base, tls)?)))
    }

    /// The platform at the other end of a wire.
    pub fn over(wire: Arc<dyn Wire>) -> Self {
        Self { wire }
    }

    /// Whether the platform answers, and whether it serves sample data.
    pub async fn health(&self) -> Result<Health> {
        self.json(request(Method::GET, "/health", None), Bytes::new()).await
    }

    /// Begins a session.
    pub async fn sign_in(&self, sign_in: &SignIn) -> Result<Session> {
        self.send("/v1/session", None, sign_in).await
    }

    /// Continues a session.
    pub async fn refresh(&self, refresh: &Refresh) -> Result<Session> {
        self.send("/v1/session/refresh", None, refresh).await
    }

    /// Ends a session.
    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let request = request(Method::DELETE, "/v1/session", Some(token));
        self.ask(request, Bytes::new()).await.map(drop)
    }

    /// Where every partition within scope stands.
    pub async fn heads(&self, token: &str) -> Result<Vec<Head>> {
        self.get("/v1/partitions", token).await
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
        self.get(&path, token).await
    }

    /// Describes the snapshot to begin with.
    pub async fn snapshot(&self, token: &str, partition: &str) -> Result<SnapshotManifest> {
        let path = format!("/v1/partitions/{partition}/snapshot");
        self.get(&path, token).await
    }

    /// The bytes of a snapshot from `offset` on.
    pub async fn snapshot_bytes(
        &self,
        token: &str,
        manifest: &SnapshotManifest,
        offset: u64,
    ) -> Result<impl Stream<Item = Result<Bytes>> + Unpin + use<>> {
        let path = format!("/v1/partitions/{}/snapshot/{}", manifest.partition, manifest.name);
        let mut request = request(Method::GET, &path, Some(token));
        if offset > 0 {
            request = request.header(RANGE, format!("bytes={offset}-"));
        }
        let response = self.ask(request, Bytes::new()).await?;
        if offset > 0 && response.status() != StatusCode::PARTIAL_CONTENT {
            return Err(SyncError::Malformed("a range was answered with the whole file"));
        }
        Ok(response.into_body())
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
        let request = request(Method::PATCH, &file_path(sha256), Some(token));
        self.json(request.header(OFFSET_HEADER, offset), piece.into()).await
    }

    /// Fetches a piece of a file; exactly `length` bytes from `offset` on.
    pub async fn fetch_piece(
        &self,
        token: &str,
        sha256: &str,
        offset: u64,
        length: u64,
    ) -> Result<Bytes> {
        let request = request(Method::GET, &file_path(sha256), Some(token));
        let range = format!("bytes={offset}-{}", offset + length.saturating_sub(1));
        let response = self.ask(request.header(RANGE, range), Bytes::new()).await?;
        if response.status() != StatusCode::PARTIAL_CONTENT {
            return Err(SyncError::Malformed("a range was answered with the whole file"));
        }
        let piece = whole(response).await?;
        if piece.len() as u64 != length {
            return Err(SyncError::Malformed("a range of another length than was asked for"));
        }
        Ok(piece)
    }

    /// Hands over a courier bundle; the answer is one, too.
    pub(crate) async fn courier(&self, token: &str, bundle: Bytes) -> Result<Bytes> {
        let request = request(Method::POST, "/v1/courier", Some(token))
            .header(CONTENT_TYPE, "application/octet-stream");
        let response = self.ask(request, bundle).await?;
        let mut pieces = response.into_body();
        let mut whole = BytesMut::new();
        while let Some(piece) = pieces.next().await {
            whole.extend_from_slice(&piece?);
            if whole.len() as u64 > bangban_courier::MAX_FILE_BYTES {
                return Err(SyncError::Unreachable("the answer is not the platform's".into()));
            }
        }
        Ok(whole.freeze())
    }

    /// Hints that something is new. Ends when the connection does.
    pub async fn hints(&self, token: &str) -> Result<impl Stream<Item = ()> + Unpin + use<>> {
        let request = request(Method::GET, "/v1/hints", Some(token));
        let events = self.ask(request, Bytes::new()).await?.into_body().eventsource();
        Ok(events.take_while(|e| std::future::ready(e.is_ok())).map(drop).boxed())
    }

    async fn get<R: DeserializeOwned>(&self, path: &str, token: &str) -> Result<R> {
        self.json(request(Method::GET, path, Some(token)), Bytes::new()).await
    }

    async fn send<B: Serialize, R: DeserializeOwned>(
        &self,
        path: &str,
        token: Option<&str>,
        body: &B,
    ) -> Result<R> {
        let body = serde_json::to_vec(body).map_err(|_| SyncError::Malformed("a request"))?;
        let request = request(Method::POST, path, token).header(CONTENT_TYPE, "application/json");
        self.json(request, body.into()).await
    }

    async fn json<R: DeserializeOwned>(&self, request: Builder, body: Bytes) -> Result<R> {
        let body = whole(self.ask(request, body).await?).await?;
        // A proxy's page with status 200 is no answer from the platform.
        serde_json::from_slice(&body)
            .map_err(|_| SyncError::Unreachable("the answer is not the platform's".into()))
    }

    /// Sends a request; any status but success is an error.
    async fn ask(&self, request: Builder, body: Bytes) -> Result<Response<Pieces>> {
        // A name the platform gave may not be fit for an address.
        let request = request.body(body).map_err(|_| SyncError::Malformed("an address"))?;
        checked(self.wire.send(request).await?).await
    }
}

fn request(method: Method, path: &str, token: Option<&str>) -> Builder {
    let request = Request::builder().method(method).uri(path).header(VERSION_HEADER, VERSION);
    match token {
        Some(token) => request.header(AUTHORIZATION, format!("Bearer {token}")),
        None => request,
    }
}

/// The whole body of an answer.
async fn whole(response: Response<Pieces>) -> Result<Bytes> {
    let mut pieces = response.into_body();
    let mut whole = BytesMut::new();
    while let Some(piece) = pieces.next().await {
        whole.extend_from_slice(&piece?);
    }
    Ok(whole.freeze())
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

async fn checked(response: Response<Pieces>) -> Result<Response<Pieces>> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let retry_after = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse().ok());
    let body = whole(response).await.unwrap_or_default();
    match serde_json::from_slice::<Problem>(&body) {
        Ok(Problem { bundle: Some(fault), .. }) => Err(SyncError::Bundle(fault)),
        Ok(Problem { code, trace_id, .. }) => {
            Err(SyncError::Problem { code, trace_id, retry_after })
        }
        Err(_) => Err(SyncError::Between { status: status.as_u16() }),
    }
}
