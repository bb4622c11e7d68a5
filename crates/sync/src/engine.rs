//! The task that keeps a station in touch: pull, push, listen for hints, try again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bangban_domain::notice::NoticeKind;
use bangban_domain::ticket::{ClockKind, TicketId};
use bangban_domain::time::Timestamp;
use bangban_files::{Vault, VaultError};
use bangban_protocol::{ProblemCode, SnapshotManifest};
use bangban_store::{Store, StoreError};
use futures::{Stream, StreamExt};
use tokio::sync::{Notify, broadcast, watch};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::exchange::{Exchange, Listener};
use crate::files::{Lane, Transfers};
use crate::pace::{Pace, backoff};
use crate::platform::HttpPlatform;
use crate::session::Tokens;
use crate::version::VersionGap;
use crate::{Result, SyncError, clock};

/// The link to the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Trying for the first time since the start.
    Connecting,
    /// Talking.
    Online,
    /// No answer.
    Offline,
    /// The platform wants the password again.
    SignInNeeded,
    /// The account was disabled.
    AccountDisabled,
    /// The platform speaks another version.
    UpdateNeeded,
    /// The platform has far fewer records than are here; a person has to decide.
    Braked,
    /// The disk is full.
    DiskFull,
    /// The local database is damaged.
    Damaged,
}

/// Where the engine stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The link.
    pub link: Link,
    /// A download under way.
    pub progress: Option<Progress>,
    /// Next attempt by the device's clock, while there is no link.
    pub next_attempt: Option<Timestamp>,
}

/// A download under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Partition.
    pub partition: String,
    /// Phase.
    pub phase: Phase,
    /// Bytes or records done.
    pub done: u64,
    /// Bytes or records in all.
    pub total: u64,
    /// Estimated milliseconds left.
    pub remaining_ms: Option<u64>,
}

/// Phase of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Bytes over the network.
    Downloading,
    /// Records into the database.
    Writing,
}

impl Progress {
    /// Progress with the time left at the speed so far.
    pub(crate) fn estimate(
        manifest: &SnapshotManifest,
        phase: Phase,
        done: u64,
        total: u64,
        began: Instant,
    ) -> Self {
        let elapsed = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let remaining_ms = (done > 0).then(|| elapsed * total.saturating_sub(done) / done);
        Self { partition: manifest.partition.clone(), phase, done, total, remaining_ms }
    }
}

/// Something a person should hear about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The event's or command's id.
    pub id: Uuid,
    /// What happened.
    pub kind: NoticeKind,
    /// The ticket.
    pub ticket: TicketId,
    /// Title of the ticket.
    pub subject: String,
    /// Name of the colleague who acted.
    pub actor: Option<String>,
    /// When.
    pub at: Timestamp,
    /// The clock it is about.
    pub clock: Option<ClockKind>,
}

/// What the engine tells.
#[derive(Debug, Clone)]
pub enum Signal {
    /// Records changed.
    Pulled,
    /// Commands were decided.
    Pushed,
    /// News.
    News(News),
}

/// A running engine. Dropping it does not stop it; `stop` does.
pub struct Engine {
    status: watch::Receiver<Status>,
    transfers: watch::Receiver<Transfers>,
    wake: Arc<Notify>,
    wake_files: Arc<Notify>,
    // For what a person asks of the platform while the line stands.
    platform: HttpPlatform,
    access: watch::Receiver<Option<String>>,
    cancel: CancellationToken,
    task: JoinHandle<()>,
}

impl Engine {
    /// Starts the task.
    pub fn start(
        platform: HttpPlatform,
        store: Arc<Store>,
        vault: Arc<Vault>,
        tokens: Tokens,
        pace: Pace,
        signals: broadcast::Sender<Signal>,
    ) -> Self {
        let first = Status { link: Link::Connecting, progress: None, next_attempt: None };
        let (status, receiver) = watch::channel(first);
        let wake = Arc::new(Notify::new());
        let wake_files = Arc::new(Notify::new());
        let (transfers_out, transfers) = watch::channel(Transfers::default());
        let cancel = CancellationToken::new();
        let lane = Lane::new(
            platform.clone(),
            store.clone(),
            vault,
            pace,
            wake_files.clone(),
            transfers_out,
        );
        let asked = platform.clone();
        let (access_out, access) = watch::channel(None);
        let listener = Watchers { status: status.clone(), signals };
        let exchange = Exchange { platform, store, listener };
        let wake_worker = wake.clone();
        let worker =
            Worker { exchange, tokens, pace, status, wake: wake_worker, lane, access: access_out };
        let stop = cancel.clone();
        let task = tokio::spawn(async move {
            stop.run_until_cancelled(Box::pin(worker.run())).await;
        });
        let platform = asked;
        Self { status: receiver, transfers, wake, wake_files, platform, access, cancel, task }
    }

    /// Where it stands.
    pub fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    /// Follows where it stands.
    pub fn watch(&self) -> watch::Receiver<Status> {
        self.status.clone()
    }

    /// Follows the files on their way.
    pub fn transfers(&self) -> watch::Receiver<Transfers> {
        self.transfers.clone()
    }

    /// The platform and a token for it, while the line stands.
    pub fn line(&self) -> Option<(&HttpPlatform, String)> {
        let token = self.access.borrow().clone()?;
        (self.status.borrow().link == Link::Online).then_some((&self.platform, token))
    }

    /// Asks it to try now.
    pub fn wake(&self) {
        self.wake.notify_one();
        self.wake_files();
    }

    /// Tells it that files were taken in, asked for, halted or let go on.
    pub fn wake_files(&self) {
        self.wake_files.notify_one();
    }

    /// Stops it and waits until it has let go of the database.
    pub async fn stop(self) {
        self.cancel.cancel();
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the sync task failed");
        }
    }
}

/// A hint stream that ends sooner than this is trouble; later, its token has run out.
const STREAM_LIVES: Duration = Duration::from_secs(5);

/// What to do after listening.
enum Next {
    Exchange,
    StreamEnded,
}

/// Those who watch the engine.
#[derive(Clone)]
struct Watchers {
    status: watch::Sender<Status>,
    signals: broadcast::Sender<Signal>,
}

impl Listener for Watchers {
    fn progress(&self, progress: Progress) {
        self.status.send_modify(|status| status.progress = Some(progress));
    }

    fn signal(&self, signal: Signal) {
        // Nobody listening is fine: the database holds everything.
        let _ = self.signals.send(signal);
    }
}

struct Worker {
    exchange: Exchange<Watchers>,
    tokens: Tokens,
    pace: Pace,
    status: watch::Sender<Status>,
    wake: Arc<Notify>,
    lane: Lane,
    access: watch::Sender<Option<String>>,
}

impl Worker {
    async fn run(mut self) {
        let mut failures = 0;
        loop {
            match self.session().await {
                Ok(()) => failures = 0,
                Err(error) => {
                    tracing::info!(%error, "sync will try again");
                    // Talking had begun and broke off: start counting from there.
                    failures =
                        if self.status.borrow().link == Link::Online { 1 } else { failures + 1 };
                    self.rest(&error, failures).await;
                }
            }
        }
    }

    /// Talks to the platform until something fails.
    async fn session(&mut self) -> Result<()> {
        let token = self.tokens.access(&self.exchange.platform, &self.exchange.store).await?;
        self.access.send_replace(Some(token.clone()));
        let result = self.talk(&token).await;
        if result.as_ref().is_err_and(|e| e.code() == Some(ProblemCode::TokenExpired)) {
            // The token ran out in the middle; a new one is asked for at once.
            self.tokens.expired();
            return Ok(());
        }
        result
    }

    /// Commands and records first; then files go their own way beside them, so that neither a
    /// large file nor a file's trouble ever holds up a command.
    async fn talk(&self, token: &str) -> Result<()> {
        let mut hints = Box::pin(self.exchange.platform.hints(token).await?);
        self.round(token).await?;
        self.set(Link::Online, None);
        tokio::select! {
            ended = self.converse(token, &mut hints) => ended,
            ended = self.lane.run(token) => ended,
        }
    }

    async fn converse(
        &self,
        token: &str,
        hints: &mut (impl Stream<Item = ()> + Unpin),
    ) -> Result<()> {
        let began = Instant::now();
        loop {
            match self.listen(hints).await {
                Next::Exchange => {
                    self.round(token).await?;
                    self.set(Link::Online, None);
                    // What came down may name files, or say that one has arrived.
                    self.lane.wake();
                }
                // The platform ends the stream with the token; a new one is asked for at once.
                Next::StreamEnded if began.elapsed() > STREAM_LIVES => return Ok(()),
                Next::StreamEnded => {
                    return Err(SyncError::Unreachable("the hint stream ended at once".into()));
                }
            }
        }
    }

    /// Commands and records have the line to themselves.
    async fn round(&self, token: &str) -> Result<()> {
        self.lane.give_way(true);
        let done = self.exchange.round(token).await;
        self.lane.give_way(false);
        done
    }

    /// Waits for a hint, a wake-up or the poll interval.
    async fn listen(&self, hints: &mut (impl Stream<Item = ()> + Unpin)) -> Next {
        tokio::select! {
            () = self.wake.notified() => Next::Exchange,
            hint = hints.next() => hint.map_or(Next::StreamEnded, |()| Next::Exchange),
            () = tokio::time::sleep(self.pace.poll) => Next::Exchange,
        }
    }

    /// Waits before the next attempt: longer each time, with jitter, or until woken.
    async fn rest(&self, error: &SyncError, failures: u32) {
        let wait = match error {
            SyncError::Problem { retry_after: Some(seconds), .. } => Duration::from_secs(*seconds),
            _ => backoff(self.pace, failures),
        };
        self.note_version_gap(error).await;
        let wait_ms = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
        self.set(link_of(error), Some(clock::now().plus_ms(wait_ms)));
        tokio::select! {
            () = self.wake.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }

    /// Which side is too old, for whoever has to update it.
    async fn note_version_gap(&self, error: &SyncError) {
        let SyncError::OtherVersion { newest, oldest, program } = error else { return };
        let gap = VersionGap { newest: *newest, oldest: *oldest, program: program.clone() };
        if let Err(error) = gap.remember(&self.exchange.store).await {
            tracing::warn!(%error, "the versions of the platform could not be noted");
        }
    }

    fn set(&self, link: Link, next_attempt: Option<Timestamp>) {
        self.status.send_replace(Status { link, progress: None, next_attempt });
    }
}

fn link_of(error: &SyncError) -> Link {
    match error {
        SyncError::SignInNeeded => Link::SignInNeeded,
        SyncError::Store(StoreError::DiskFull) | SyncError::Vault(VaultError::DiskFull) => {
            Link::DiskFull
        }
        SyncError::Store(StoreError::Damaged) => Link::Damaged,
        SyncError::OtherVersion { .. } | SyncError::Unreadable(_) => Link::UpdateNeeded,
        SyncError::FarFewer { .. } => Link::Braked,
        SyncError::Problem { code, .. } => match code {
            ProblemCode::AccountDisabled => Link::AccountDisabled,
            ProblemCode::UnsupportedVersion | ProblemCode::Malformed => Link::UpdateNeeded,
            ProblemCode::WrongPassword | ProblemCode::TokenExpired => Link::SignInNeeded,
            _ => Link::Offline,
        },
        _ => Link::Offline,
    }
}
