//! Files on their way, in pieces, beside commands and records and never before them.
//!
//! One piece at a time, and before each the next errand is chosen anew: so a small file overtakes
//! a large one, a pause takes effect at once, and an end at any point costs one piece. Where a
//! file stands is asked of whoever has it: the platform says its offset, the vault its durable
//! length. The database only remembers it for the screen.

mod budget;
mod carry;
mod small;
mod width;

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bangban_domain::time::Timestamp;
use bangban_files::{ContentHash, Stored, TakenIn, Vault, VaultError, Verdict, look_at};
use bangban_protocol::ProblemCode;
use bangban_store::Store;
use bangban_store::table::file::{self, Contents, Errand};
use bangban_store::table::{meta, whole};
use tokio::sync::{Notify, watch};
use uuid::Uuid;

use crate::pace::{Pace, backoff};
use crate::platform::HttpPlatform;
use crate::{Result, SyncError, clock};

use budget::{Allowance, Budget};
use carry::Sending;
use width::Width;

/// Bytes of a piece; less when the budget says so.
pub const PIECE_BYTES: u64 = 256 * 1024;
/// A failing file is tried at most this much less often than a failing line.
const PATIENCE: u32 = 10;

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the platform.
    Up,
    /// From the platform.
    Down,
}

/// A file on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    /// Up or down.
    pub direction: Direction,
    /// Bytes across.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// Where the files stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transfers {
    /// The one that is moving.
    pub current: Option<Transfer>,
    /// Files not across yet, the one that is moving too.
    pub files: u32,
    /// Their bytes that are not across yet.
    pub bytes: u64,
    /// All files are halted.
    pub paused: bool,
    /// Milliseconds that the rest takes at the pace of the last pieces, when that is known.
    pub remaining_ms: Option<u64>,
    /// Grows whenever the list of files changes: one arrived, failed, or was found again.
    pub changes: u64,
}

/// What a file is, as the database keeps it.
pub fn contents(taken: &TakenIn) -> Contents {
    let held = match taken.inspection.verdict {
        Verdict::Usable => None,
        Verdict::Held(reason) => Some(reason.as_str().to_owned()),
    };
    Contents {
        sha256: taken.stored.sha256.to_string(),
        bytes: taken.stored.bytes,
        media: taken.inspection.media.mime().to_owned(),
        held,
        pixels: taken.inspection.pixels.map(|pixels| (pixels.width, pixels.height)),
        pages: taken.inspection.pages,
        thumbnail: taken.thumbnail.as_ref().map(|small| small.jpeg.clone()),
    }
}

/// What a step did.
pub enum Step {
    /// A piece went across, or an errand came to an end.
    Moved,
    /// There is nothing to do before this.
    Idle(Duration),
    /// The budget is used up until then; the file stays the one that is moving.
    Hold(Duration),
}

/// The lane of the files.
pub struct Lane {
    platform: HttpPlatform,
    store: Arc<Store>,
    vault: Arc<Vault>,
    pace: Pace,
    wake: Arc<Notify>,
    transfers: watch::Sender<Transfers>,
    // Outlives a session: a new token is no new minute.
    budget: Mutex<Budget>,
    width: Mutex<Width>,
    // Commands and records have the line: no piece is begun.
    exchanging: watch::Sender<bool>,
    // Small pictures that did not get through in this session.
    tried: Mutex<HashSet<String>>,
}

impl Lane {
    /// A lane; `wake` ends its rests, `transfers` is told what moves.
    pub fn new(
        platform: HttpPlatform,
        store: Arc<Store>,
        vault: Arc<Vault>,
        pace: Pace,
        wake: Arc<Notify>,
        transfers: watch::Sender<Transfers>,
    ) -> Self {
        let (budget, width) = (Mutex::default(), Mutex::default());
        let exchanging = watch::Sender::new(false);
        let tried = Mutex::default();
        Self { platform, store, vault, pace, wake, transfers, budget, width, exchanging, tried }
    }

    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    /// Holds the files back while commands and records go over the line.
    pub(crate) fn give_way(&self, exchanging: bool) {
        self.exchanging.send_replace(exchanging);
    }

    /// Waits until commands and records are done.
    async fn wait_for_the_line(&self) {
        let mut exchanging = self.exchanging.subscribe();
        // The sender lives as long as the lane does.
        let _ = exchanging.wait_for(|exchanging| !exchanging).await;
    }

    /// Carries files until the token is no longer taken. The trouble of one file, or of the line,
    /// stays here.
    pub(crate) async fn run(&self, token: &str) -> Result<()> {
        let mut sending = None;
        let mut failures = 0;
        self.tried().clear();
        if let Err(error) = self.wipe().await {
            tracing::warn!(%error, "files that nothing names any more could not be wiped");
        }
        if let Err(error) = self.list_again().await {
            tracing::warn!(%error, "files that the outbox names could not be listed");
        }
        loop {
            self.wait_for_the_line().await;
            match self.step(token, &mut sending).await {
                Ok(Step::Moved) => failures = 0,
                Ok(Step::Idle(wait)) => self.rest(wait).await,
                Ok(Step::Hold(wait)) => self.pause(wait).await,
                Err(error) if error.code() == Some(ProblemCode::TokenExpired) => return Err(error),
                Err(error) => {
                    tracing::info!(%error, "files will be tried again");
                    sending = None;
                    self.width().failed();
                    failures += 1;
                    self.rest(backoff(self.pace, failures)).await;
                }
            }
        }
    }

    async fn rest(&self, wait: Duration) {
        self.transfers.send_if_modified(|shown| shown.current.take().is_some());
        self.pause(wait).await;
    }

    async fn pause(&self, wait: Duration) {
        tokio::select! {
            () = self.wake.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }

    /// One piece of whatever is next, without a file that is kept open from the step before.
    ///
    /// # Errors
    /// Trouble with the line, the disk or the database. Trouble with one file puts off that file.
    pub async fn errand(&self, token: &str) -> Result<Step> {
        self.step(token, &mut None).await
    }

    /// One piece of whatever is next.
    async fn step(&self, token: &str, sending: &mut Option<Sending>) -> Result<Step> {
        let now = clock::now();
        let plan = self.plan(now).await?;
        if !plan.paused && self.small(token).await? {
            return Ok(Step::Moved);
        }
        let Some(errand) = plan.errand else {
            return Ok(Step::Idle(plan.idle));
        };
        let allowed = {
            let mut budget = self.budget.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            budget.ask(plan.per_minute, self.width().piece().min(errand.bytes.max(1)), now)
        };
        let piece = match allowed {
            Allowance::Bytes(piece) => piece,
            Allowance::WaitMs(wait) => return Ok(Step::Hold(Duration::from_millis(wait))),
        };
        let carried = if errand.up {
            self.carry_up(token, &errand, piece, sending).await
        } else {
            self.carry_down(token, &errand, piece).await
        };
        match carried {
            Ok(()) => Ok(Step::Moved),
            Err(error) => match of_the_file(&error) {
                Some(fault) => {
                    *sending = None;
                    self.put_off(&errand, fault).await?;
                    Ok(Step::Moved)
                }
                None => Err(error),
            },
        }
    }

    fn tried(&self) -> std::sync::MutexGuard<'_, HashSet<String>> {
        self.tried.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn width(&self) -> std::sync::MutexGuard<'_, Width> {
        self.width.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    async fn plan(&self, now: Timestamp) -> Result<Plan> {
        let mut reader = self.store.read().await?;
        let paused = meta::get(&mut reader, meta::FILES_PAUSED).await?.is_some();
        let budget = meta::get(&mut reader, meta::FILE_BUDGET).await?;
        let waiting = file::waiting(&mut reader).await?;
        let errand = if paused { None } else { file::next(&mut reader, now).await? };
        drop(reader);
        let remaining_ms = self.width().remaining_ms(waiting.bytes);
        self.transfers.send_if_modified(|shown| {
            let before = shown.clone();
            (shown.files, shown.bytes, shown.paused) = (waiting.files, waiting.bytes, paused);
            shown.remaining_ms = remaining_ms;
            *shown != before
        });
        let due = waiting.next.map_or(u64::MAX, |next| (next.0 - now.0).max(0).cast_unsigned());
        let idle = if paused || due == 0 { self.pace.poll } else { Duration::from_millis(due) };
        let per_minute = budget.and_then(|text| text.parse().ok()).filter(|bytes| *bytes > 0);
        Ok(Plan { errand, per_minute, idle: idle.min(self.pace.poll), paused })
    }

    /// Something is wrong with this file only: the others go on.
    async fn put_off(&self, errand: &Errand, fault: &str) -> Result<()> {
        tracing::info!(fault, "a file will be tried again");
        let pace = Pace { max_retry: self.pace.max_retry * PATIENCE, ..self.pace };
        let wait = backoff(pace, errand.attempts + 1).as_millis();
        let not_before = clock::now().plus_ms(i64::try_from(wait).unwrap_or(i64::MAX));
        let mut tx = self.store.write().await?;
        file::failed(&mut tx, &errand.sha256, fault, not_before).await?;
        tx.commit().await?;
        self.transfers.send_modify(|shown| shown.changes += 1);
        Ok(())
    }

    /// Lets go of content that nothing here names any more.
    async fn wipe(&self) -> Result<()> {
        for sha256 in whole::to_wipe(&mut *self.store.read().await?).await? {
            if let Ok(hash) = sha256.parse() {
                let vault = self.vault.clone();
                blocking(move || vault.remove(hash)).await?;
            }
            let mut tx = self.store.write().await?;
            whole::wiped(&mut tx, &sha256).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// A database that was made anew lists again the files that its actions name.
    async fn list_again(&self) -> Result<()> {
        let missing = file::unlisted(&mut *self.store.read().await?).await?;
        for (sha256, name, ticket) in missing {
            let (Ok(hash), Ok(ticket)) = (sha256.parse(), Uuid::parse_str(&ticket)) else {
                continue;
            };
            match self.look(hash, name.clone()).await {
                Ok(found) => {
                    let mut tx = self.store.write().await?;
                    file::add(&mut tx, &found, &name, ticket, clock::now()).await?;
                    tx.commit().await?;
                    self.transfers.send_modify(|shown| shown.changes += 1);
                }
                Err(SyncError::Vault(VaultError::Missing)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// What is in a file of the vault.
    async fn look(&self, sha256: ContentHash, name: String) -> Result<Contents> {
        let vault = self.vault.clone();
        blocking(move || {
            let bytes = vault.read(sha256)?.length();
            let stored = Stored { sha256, bytes, known: true };
            Ok(contents(&look_at(&vault, stored, &name)?))
        })
        .await
    }
}

/// What is next.
struct Plan {
    errand: Option<Errand>,
    per_minute: Option<u64>,
    /// How long to rest when there is no errand.
    idle: Duration,
    /// All files are halted.
    paused: bool,
}

/// The word for what is wrong with one file; `None` when it is the line, the disk or the database.
fn of_the_file(error: &SyncError) -> Option<&'static str> {
    match error {
        SyncError::Problem { code, .. } => match code {
            ProblemCode::FileToCome => Some("file_to_come"),
            ProblemCode::NotFound => Some("not_found"),
            ProblemCode::WrongHash => Some("wrong_hash"),
            ProblemCode::TooLarge => Some("too_large"),
            ProblemCode::OffsetMismatch => Some("offset_mismatch"),
            ProblemCode::Malformed => Some("malformed"),
            _ => None,
        },
        SyncError::Vault(VaultError::Missing) => Some("missing"),
        SyncError::Vault(VaultError::Damaged) => Some("damaged"),
        SyncError::Vault(VaultError::WrongHash) => Some("wrong_hash"),
        SyncError::Vault(VaultError::TooLarge) => Some("too_large"),
        SyncError::Malformed(_) => Some("malformed"),
        _ => None,
    }
}

/// Encryption and disks block.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, VaultError> + Send + 'static,
) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(error) => Err(VaultError::Io(std::io::Error::other(error)).into()),
    }
}
