//! A station of a world: the real encrypted store and the real exchange, on a folder of its own.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use anyhow::{Context as _, Result, bail};
use bangban_domain::intent::Intent;
use bangban_faultpoint::watched;
use bangban_protocol::ProblemCode;
use bangban_store::table::{meta, outbox};
use bangban_store::{Key, Store, StoreError};
use bangban_sync::{Credentials, Exchange, HttpPlatform, SyncError, Tokens};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::folder;
use crate::ledger::Fault;
use crate::line::{Gate, Line, Socket, Weather, lock};
use crate::log::Log;
use crate::process::{Nature, Process};
use crate::writing::{self, Written};

/// Key of every store.
pub(crate) const KEY: [u8; 32] = [42; 32];
/// Password of every account.
pub const PASSWORD: &str = "bangban-demo";

/// How far a round came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// It waits on the wire.
    Waiting,
    /// The station ended.
    Ended,
    /// It is over; the text says how.
    Over(String),
}

type Round = Pin<Box<dyn Future<Output = (Tokens, Result<(), SyncError>)>>>;

/// A station.
pub struct Station {
    /// Sign-in name of its person.
    pub account: String,
    /// What was written here.
    pub written: Vec<Written>,
    /// Its process.
    pub process: Arc<Process>,
    pub(crate) id: Uuid,
    folder: PathBuf,
    backups: Vec<PathBuf>,
    nature: Arc<Nature>,
    log: Log,
    line: Arc<Line>,
    store: Option<Arc<Store>>,
    tokens: Option<Tokens>,
    round: Option<Round>,
    /// Written by a process that ended in the middle: known when the station is opened again.
    uncertain: Option<Written>,
}

impl Station {
    /// A station that is switched off, on `folder`.
    pub(crate) fn new(
        number: usize,
        account: &str,
        folder: PathBuf,
        nature: &Arc<Nature>,
        socket: &Arc<Socket>,
        log: &Log,
    ) -> Self {
        let process = Arc::new(Process::new(nature.clone(), false, 0));
        let line = Arc::new(Line {
            station: number,
            socket: socket.clone(),
            process: process.clone(),
            nature: nature.clone(),
            gate: Arc::new(Gate::default()),
            weather: Mutex::new(Weather::default()),
            log: log.clone(),
        });
        Self {
            account: account.to_owned(),
            written: Vec::new(),
            process,
            id: Uuid::from_u128(0x7000_8000_0000_0000_0000 + number as u128),
            folder,
            backups: Vec::new(),
            nature: nature.clone(),
            log: log.clone(),
            line,
            store: None,
            tokens: None,
            round: None,
            uncertain: None,
        }
    }

    /// What its line does to requests.
    pub(crate) fn weather(&self, change: impl FnOnce(&mut Weather)) {
        change(&mut lock(&self.line.weather));
    }

    /// Makes sure that it is open.
    pub async fn open(&mut self) -> Result<Arc<Store>> {
        if let Some(store) = self.store.clone().filter(|_| !self.process.has_ended()) {
            return Ok(store);
        }
        self.clear_away().await;
        self.process.revive();
        let key = Key::new(KEY);
        let opening = Store::open(&self.folder, &key);
        let store = Arc::new(watched(self.process.clone(), opening).await?);
        self.store = Some(store.clone());
        self.tokens = Some(self.tokens_anew());
        if let Some(written) = self.uncertain.take() {
            let kept = outbox::get(&mut *store.read().await?, written.id).await?.is_some();
            self.log.line(format!(
                "  what was being written is {}",
                if kept { "kept" } else { "gone" }
            ));
            if kept {
                self.written.push(written);
            }
        }
        Ok(store)
    }

    /// Its database, when it is open.
    ///
    /// # Errors
    /// When it is switched off.
    pub fn store(&self) -> Result<Arc<Store>> {
        self.store.clone().context("the station is switched off")
    }

    /// Where its database lies.
    pub(crate) fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Ends it here and now.
    pub async fn kill(&mut self) {
        self.process.end();
        self.clear_away().await;
    }

    /// Takes away what is left of a process that ended.
    pub(crate) async fn clear_away(&mut self) {
        self.round = None;
        self.line.gate.reset();
        self.tokens = None;
        if let Some(store) = self.store.take() {
            store.close().await;
        }
    }

    fn tokens_anew(&self) -> Tokens {
        Tokens::new(None, Some(self.credentials()))
    }

    fn credentials(&self) -> Credentials {
        Credentials {
            account: self.account.clone(),
            password: Zeroizing::new(PASSWORD.to_owned()),
            station: self.id,
            station_name: "试验台".into(),
            keys: None,
        }
    }

    /// Does something to a ticket or a question, as the desk does it. `false`: the rules forbid it,
    /// or it was not saved, and the person was told.
    pub async fn act(&mut self, id: Uuid, subject: Uuid, intent: Intent) -> Result<bool> {
        let store = self.open().await?;
        let written = Written { id, subject, intent, forgotten: false };
        let work = writing::write(store, written.clone());
        match self.process.until_end(work).await {
            Some(Ok(done)) => {
                if done {
                    self.written.push(written);
                }
                Ok(done)
            }
            Some(Err(StoreError::DiskFull)) => {
                self.log.line("  not saved: the disk is full");
                Ok(false)
            }
            Some(Err(error)) => bail!("writing failed: {error}"),
            None => {
                self.uncertain = Some(written);
                self.clear_away().await;
                self.log.line("  the station ended while it wrote");
                Ok(false)
            }
        }
    }

    /// Whether a round is under way.
    pub fn is_busy(&self) -> bool {
        self.round.is_some()
    }

    /// Begins a round with the platform; it goes on with [`Station::go_on`].
    pub async fn begin(&mut self) -> Result<()> {
        let store = self.open().await?;
        if self.round.is_some() {
            return Ok(());
        }
        let tokens = self.tokens.take().unwrap_or_else(|| self.tokens_anew());
        let wire: Arc<Line> = self.line.clone();
        let platform = HttpPlatform::over(wire);
        self.round = Some(Box::pin(round(platform, store, tokens, self.credentials())));
        Ok(())
    }

    /// Lets the round go on to the next moment on the wire.
    pub async fn go_on(&mut self) -> Result<Moved> {
        let Some(mut round) = self.round.take() else { return Ok(Moved::Over("idle".into())) };
        self.line.gate.open();
        match self.drive(round.as_mut()).await {
            Driven::Waiting => {
                self.round = Some(round);
                Ok(Moved::Waiting)
            }
            Driven::Ended => {
                drop(round);
                self.clear_away().await;
                self.log.line("  the station ended");
                Ok(Moved::Ended)
            }
            Driven::Done((mut tokens, result)) => {
                let told = match &result {
                    Ok(()) => "in step".to_owned(),
                    Err(error) => self.log.plain(&told(error)),
                };
                if result.as_ref().is_err_and(|e| e.code() == Some(ProblemCode::TokenExpired)) {
                    tokens.expired();
                }
                let again = matches!(result, Err(SyncError::SignInNeeded));
                self.tokens = Some(if again { self.tokens_anew() } else { tokens });
                self.log.line(format!("  round: {told}"));
                Ok(Moved::Over(told))
            }
        }
    }

    /// Lets the round go on to its end.
    pub async fn finish(&mut self) -> Result<Moved> {
        for _ in 0..10_000 {
            match self.go_on().await? {
                Moved::Waiting => {}
                other => return Ok(other),
            }
        }
        bail!("a round does not end")
    }

    /// Polls as this process until the work is done, waits on the wire, or the process ends.
    async fn drive<F>(&self, mut work: Pin<&mut F>) -> Driven<F::Output>
    where
        F: Future + ?Sized,
    {
        let work = std::future::poll_fn(move |context| work.as_mut().poll(context));
        let mut work = Box::pin(watched(self.process.clone(), work));
        std::future::poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Driven::Done(done)),
            Poll::Pending if self.process.has_ended() => Poll::Ready(Driven::Ended),
            Poll::Pending if self.line.gate.is_waiting() => Poll::Ready(Driven::Waiting),
            Poll::Pending => Poll::Pending,
        })
        .await
    }

    /// Keeps a copy of its folder as it is now.
    pub fn back_up(&mut self) -> Result<()> {
        if !self.folder.is_dir() {
            return Ok(());
        }
        let copy = self.folder.with_extension(format!("backup{}", self.backups.len()));
        folder::copy_files(&self.folder, &copy)?;
        self.backups.push(copy);
        Ok(())
    }

    /// Number of copies that were kept.
    pub fn backups(&self) -> usize {
        self.backups.len()
    }

    /// Loses the folder and puts a copy in its place.
    pub async fn restore(&mut self, copy: usize) -> Result<()> {
        self.kill().await;
        std::fs::remove_dir_all(&self.folder)?;
        folder::copy_files(&self.backups[copy], &self.folder)?;
        self.uncertain = None;
        let store = self.open().await?;
        for written in &mut self.written {
            let here = outbox::get(&mut *store.read().await?, written.id).await?;
            written.forgotten = here.is_none();
        }
        self.nature.count(Fault::StationRestored);
        Ok(())
    }

    /// Loses the folder: what was not sent from it is gone, and it begins anew.
    pub async fn wipe(&mut self) -> Result<()> {
        self.kill().await;
        std::fs::remove_dir_all(&self.folder)?;
        self.uncertain = None;
        for written in &mut self.written {
            written.forgotten = true;
        }
        self.nature.count(Fault::StationBegunAnew);
        self.open().await?;
        Ok(())
    }

    /// Its person says that a platform with far fewer records is right, if they are asked.
    pub async fn release_brake(&mut self) -> Result<()> {
        let store = self.open().await?;
        let Some(asked) = meta::get(&mut *store.read().await?, meta::BRAKE).await? else {
            return Ok(());
        };
        let work = async {
            let mut tx = store.write().await?;
            meta::set(&mut tx, meta::BRAKE_RELEASED, &asked).await?;
            meta::remove(&mut tx, meta::BRAKE).await?;
            tx.commit().await
        };
        // A full disk or an end here only means that they are asked again.
        let done = self.process.until_end(work).await;
        self.log.line(format!("  brake released: {}", matches!(done, Some(Ok(())))));
        Ok(())
    }

    /// Sets how far its clock is off, milliseconds.
    pub fn set_clock(&self, skew: i64) {
        self.process.skew.store(skew, Ordering::SeqCst);
        self.nature.count(Fault::StationClock);
    }
}

enum Driven<T> {
    Done(T),
    Waiting,
    Ended,
}

/// The kind of an error; its text may hold what is random by nature.
fn told(error: &SyncError) -> String {
    match error {
        SyncError::Problem { code, .. } => format!("{code:?}"),
        SyncError::Unreachable(_) => "unreachable".to_owned(),
        other => other.to_string(),
    }
}

/// What the engine does between two waits: a token, the person's first sign-in, one exchange.
async fn round(
    platform: HttpPlatform,
    store: Arc<Store>,
    mut tokens: Tokens,
    credentials: Credentials,
) -> (Tokens, Result<(), SyncError>) {
    let result = async {
        if meta::get(&mut *store.read().await?, meta::STAFF).await?.is_none() {
            let session = credentials.sign_in(&platform).await?;
            let mut tx = store.write().await?;
            meta::set(&mut tx, meta::STATION, &credentials.station.to_string()).await?;
            tx.commit().await?;
            bangban_sync::remember(&store, &session).await?;
            tokens = Tokens::new(Some(&session), None);
        }
        let token = tokens.access(&platform, &store).await?;
        Exchange { platform, store: store.clone(), listener: () }.round(&token).await
    }
    .await;
    (tokens, result)
}
