//! What a station asks of the platform, and what its answers mean. How a request travels is the
//! business of the [`Wire`].

use std::io::Read;
use std::sync::Arc;

use bangban_protocol::{
    BundleTaken, CommandBatch, CommandWay, FeedPage, FileOffer, FileState, Head,
    MAX_THUMBNAIL_BYTES, OFFSET_HEADER, OLDEST_VERSION_HEADER, PROGRAM_HEADER, PartitionDigest,
    Problem, ProblemCode, Receipts, Refresh, ReleaseBundle, RevokeStation, Session, SignIn,
    SnapshotManifest, StationReport, Stations, VERSION, VERSION_HEADER,
};
use bytes::{Bytes, BytesMut};
use eventsource_stream::Eventsource;
use futures::{Stream, StreamExt};
use http::header::{
    ACCEPT_ENCODING, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, RANGE, RETRY_AFTER,
};
use http::request::Builder;
use http::{Method, Request, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::wire::{OverHttp, Pieces, TlsOptions, Wire};
use crate::{Result, SyncError};

/// The one compression that both sides speak.
const ZSTD: &str = "zstd";
/// Effort of packing: small texts on slow lines, on slow computers.
const PACKING: i32 = 3;
/// Bodies from this size on are packed, bytes.
const WORTH_PACKING: usize = 512;
/// Largest answer after unpacking, bytes.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

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

    /// What the platform holds of a partition, added up.
    pub async fn digest(&self, token: &str, partition: &str) -> Result<PartitionDigest> {
        self.get(&format!("/v1/partitions/{partition}/digest"), token).await
    }

    /// Tells how this station is.
    pub async fn report(&self, token: &str, report: &StationReport) -> Result<()> {
        let body = serde_json::to_vec(report).map_err(|_| SyncError::Malformed("a report"))?;
        let path = "/v1/station/report";
        let request = request(Method::POST, path, Some(token));
        let request = request.header(CONTENT_TYPE, "application/json");
        self.ask(request, body.into()).await.map(drop)
    }

    /// The stations of the county.
    pub async fn stations(&self, token: &str) -> Result<Stations> {
        self.get("/v1/stations", token).await
    }

    /// Revokes the courier keys of a station, for managers.
    pub async fn revoke(&self, token: &str, station: Uuid, revoke: &RevokeStation) -> Result<()> {
        let body = serde_json::to_vec(revoke).map_err(|_| SyncError::Malformed("a request"))?;
        let path = format!("/v1/stations/{station}/revoke");
        let request = request(Method::POST, &path, Some(token));
        let request = request.header(CONTENT_TYPE, "application/json");
        self.ask(request, body.into()).await.map(drop)
    }

    /// What became of a command, and whom it has reached.
    pub async fn way(&self, token: &str, command: Uuid) -> Result<CommandWay> {
        self.get(&format!("/v1/commands/{command}/way"), token).await
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
        bundle_in(self.ask(request, bundle).await?).await
    }

    /// The bundles that came from the county, for managers.
    pub(crate) async fn bundles(&self, token: &str) -> Result<Vec<BundleTaken>> {
        self.get("/v1/courier", token).await
    }

    /// Lets a bundle be judged that is kept; the answer is the one for its station.
    pub(crate) async fn release(
        &self,
        token: &str,
        bundle: Uuid,
        release: &ReleaseBundle,
    ) -> Result<Bytes> {
        let body = serde_json::to_vec(release).map_err(|_| SyncError::Malformed("a request"))?;
        let path = format!("/v1/courier/{bundle}/release");
        let request = request(Method::POST, &path, Some(token));
        let request = request.header(CONTENT_TYPE, "application/json");
        bundle_in(self.ask(request, body.into()).await?).await
    }

    /// The answer to a bundle that was released, once more.
    pub(crate) async fn released(&self, token: &str, bundle: Uuid) -> Result<Bytes> {
        let path = format!("/v1/courier/{bundle}/answer");
        bundle_in(self.ask(request(Method::GET, &path, Some(token)), Bytes::new()).await?).await
    }

    /// Sends the small picture of a file, a JPEG.
    pub async fn send_thumbnail(&self, token: &str, sha256: &str, jpeg: Vec<u8>) -> Result<()> {
        let path = format!("{}/thumbnail", file_path(sha256));
        let request = request(Method::PUT, &path, Some(token));
        self.ask(request.header(CONTENT_TYPE, "image/jpeg"), jpeg.into()).await.map(drop)
    }

    /// Fetches the small picture of a file.
    pub async fn fetch_thumbnail(&self, token: &str, sha256: &str) -> Result<Bytes> {
        let path = format!("{}/thumbnail", file_path(sha256));
        let jpeg = whole(self.ask(request(Method::GET, &path, Some(token)), Bytes::new()).await?);
        let jpeg = jpeg.await?;
        if jpeg.len() as u64 > MAX_THUMBNAIL_BYTES {
            return Err(SyncError::Malformed("a small picture"));
        }
        Ok(jpeg)
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
        let mut request =
            request(Method::POST, path, token).header(CONTENT_TYPE, "application/json");
        let mut body = body;
        if body.len() >= WORTH_PACKING {
            body = zstd::encode_all(&body[..], PACKING)
                .map_err(|_| SyncError::Malformed("a request"))?;
            request = request.header(CONTENT_ENCODING, ZSTD);
        }
        self.json(request, body.into()).await
    }

    async fn json<R: DeserializeOwned>(&self, request: Builder, body: Bytes) -> Result<R> {
        let response = self.ask(request.header(ACCEPT_ENCODING, ZSTD), body).await?;
        let packed = response.headers().get(CONTENT_ENCODING).is_some_and(|value| value == ZSTD);
        let mut body = whole(response).await?;
        if packed {
            body = unpacked(&body)?;
        }
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

/// An answer that was packed. One that does not unpack was cut short or is not the platform's.
fn unpacked(body: &[u8]) -> Result<Bytes> {
    let unreadable = |_| SyncError::Unreachable("the answer cannot be unpacked".into());
    let decoder = zstd::Decoder::new(body).map_err(unreadable)?;
    let mut whole = Vec::new();
    decoder.take(MOST_UNPACKED + 1).read_to_end(&mut whole).map_err(unreadable)?;
    if whole.len() as u64 > MOST_UNPACKED {
        return Err(SyncError::Malformed("an answer larger than this station takes"));
    }
    Ok(whole.into())
}

fn request(method: Method, path: &str, token: Option<&str>) -> Builder {
    let program = env!("CARGO_PKG_VERSION");
    let request = Request::builder().method(method).uri(path);
    let request = request.header(VERSION_HEADER, VERSION).header(PROGRAM_HEADER, program);
    match token {
        Some(token) => request.header(AUTHORIZATION, format!("Bearer {token}")),
        None => request,
    }
}

/// A courier bundle that is the whole body of an answer.
async fn bundle_in(response: Response<Pieces>) -> Result<Bytes> {
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
    let other_version = other_version(response.headers());
    let body = whole(response).await.unwrap_or_default();
    match serde_json::from_slice::<Problem>(&body) {
        Ok(Problem { code: ProblemCode::UnsupportedVersion, .. }) => Err(other_version),
        Ok(Problem { bundle: Some(fault), .. }) => Err(SyncError::Bundle(fault)),
        Ok(Problem { code, trace_id, .. }) => {
            Err(SyncError::Problem { code, trace_id, retry_after })
        }
        Err(_) => Err(SyncError::Between { status: status.as_u16() }),
    }
}

/// What an answer to a version that is not spoken says about those that are. A platform from before
/// it said so speaks the first one only.
fn other_version(headers: &HeaderMap) -> SyncError {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let number = |name| text(name).and_then(|value| value.parse().ok());
    let newest = number(VERSION_HEADER).unwrap_or(1);
    let oldest = number(OLDEST_VERSION_HEADER).unwrap_or(newest);
    SyncError::OtherVersion { newest, oldest, program: text(PROGRAM_HEADER).map(str::to_owned) }
}
