//! A station without a desk: store, vault and engine as the desk puts them together, for looking
//! at what lies between them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use bangban_domain::directory::Staff;
use bangban_domain::ticket::{Action, Base, Context, Ticket, TicketId, decide};
use bangban_files::{ContentHash, TakenIn, Vault, take_in};
use bangban_store::table::file::{self, LocalFile};
use bangban_store::table::outbox::{self, Entry};
use bangban_store::table::{meta, ticket};
use bangban_store::{Key, Store, replay};
use bangban_sync::{Credentials, Engine, HttpPlatform, Pace, TlsOptions, Tokens, clock, contents};
use tokio::sync::broadcast;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::central::PASSWORD;
use crate::patience;

const KEY: [u8; 32] = [42; 32];
/// Longest time a condition may take to come true.
const PATIENCE: Duration = Duration::from_mins(1);

/// A station.
pub struct Bench {
    /// Its database.
    pub store: Arc<Store>,
    /// Its files.
    pub vault: Arc<Vault>,
    /// Its sync.
    pub engine: Engine,
    folder: PathBuf,
}

impl Bench {
    /// Opens the station in `folder`, signed in, and waits until it is up to date.
    pub async fn open(folder: &Path, url: &str, account: &str) -> Result<Self> {
        let store = Arc::new(Store::open(folder, &Key::new(KEY)).await?);
        let vault = Arc::new(Vault::open(&folder.join("files"), &KEY)?);
        let platform = HttpPlatform::new(url, &TlsOptions::default())?;
        let credentials = Credentials {
            account: account.to_owned(),
            password: Zeroizing::new(PASSWORD.to_owned()),
            station: Uuid::now_v7(),
            station_name: "试验台".into(),
            keys: None,
        };
        if meta::get(&mut *store.read().await?, meta::STAFF).await?.is_none() {
            let session = credentials.sign_in(&platform).await?;
            let mut tx = store.write().await?;
            meta::set(&mut tx, meta::STATION, &credentials.station.to_string()).await?;
            tx.commit().await?;
            bangban_sync::remember(&store, &session).await?;
        }
        let pace = Pace {
            first_retry: Duration::from_millis(50),
            max_retry: Duration::from_millis(200),
            poll: Duration::from_secs(5),
        };
        let tokens = Tokens::new(None, Some(credentials));
        let (signals, _) = broadcast::channel(64);
        let engine = Engine::start(platform, store.clone(), vault.clone(), tokens, pace, signals);
        Ok(Self { store, vault, engine, folder: folder.to_owned() })
    }

    /// Waits until something is there.
    pub async fn until<T>(
        &self,
        what: &str,
        look: impl AsyncFn(&Store) -> Result<Option<T>>,
    ) -> Result<T> {
        patience::until(what, PATIENCE, async || look(&self.store).await).await
    }

    /// Waits until a file is as it should be.
    pub async fn until_file(
        &self,
        what: &str,
        hash: ContentHash,
        met: impl Fn(&LocalFile) -> bool,
    ) -> Result<LocalFile> {
        let sha256 = hash.to_string();
        self.until(what, async |store| {
            let found = file::get(&mut *store.read().await?, &sha256).await?;
            Ok(found.filter(|found| met(found)))
        })
        .await
    }

    /// Waits until the platform has answered everything.
    pub async fn settled(&self) -> Result<()> {
        self.until("an empty outbox", async |store| {
            let left = outbox::pending_count(&mut *store.read().await?).await?;
            Ok((left == 0).then_some(()))
        })
        .await
    }

    /// Does something to a ticket, as the desk does it.
    pub async fn act(&self, id: TicketId, action: Action) -> Result<()> {
        self.act_with(id, action, None).await
    }

    /// Hands a file in: into the vault, then listed and named in one transaction.
    pub async fn hand_in(
        &self,
        id: TicketId,
        material: &str,
        name: &str,
        content: &[u8],
    ) -> Result<ContentHash> {
        let taken = take_in(&self.vault, &mut &content[..], name)?;
        let found = contents(&taken);
        let file = bangban_domain::ticket::FileRef {
            sha256: found.sha256,
            name: name.to_owned(),
            media: found.media,
            bytes: found.bytes,
        };
        let action = Action::AddFile { material: material.to_owned(), file };
        self.act_with(id, action, Some((&taken, name))).await?;
        Ok(taken.stored.sha256)
    }

    async fn act_with(
        &self,
        id: TicketId,
        action: Action,
        taken: Option<(&TakenIn, &str)>,
    ) -> Result<()> {
        let now = clock::now();
        let mut tx = self.store.write().await?;
        let me = meta::get(&mut tx, meta::STAFF).await?.context("somebody is signed in")?;
        let me: Staff = serde_json::from_str(&me)?;
        let state = ticket::get(&mut tx, id).await?;
        let rules = self.store.rules();
        let parties = replay::parties(&mut tx, &action.mentions(state.as_ref())).await?;
        let command = Uuid::now_v7();
        let context =
            Context { command, actor: &me, now, device_at: now, parties: &parties, rules: &rules };
        decide(state.as_ref(), &action, context)
            .map_err(|refusal| anyhow::anyhow!("refused: {:?}", refusal.rule))?;
        let version = ticket::server(&mut tx, id).await?.map(|t| t.version);
        let fence = state.filter(|t| t.holder == Some(me.id)).map(|t| t.fence);
        let base = Base { version, fence };
        outbox::add(&mut tx, &entry(command, id, me.id, action, base)).await?;
        if let Some((taken, name)) = taken {
            file::add(&mut tx, &contents(taken), name, id, now).await?;
        }
        replay::refresh(&mut tx, id, &rules).await?;
        tx.commit().await?;
        self.engine.wake();
        Ok(())
    }

    /// A ticket as it looks here.
    pub async fn ticket(&self, id: TicketId) -> Result<Option<Ticket>> {
        Ok(ticket::get(&mut *self.store.read().await?, id).await?)
    }

    /// Sets or removes a fact of the store.
    pub async fn fact(&self, name: &str, value: Option<&str>) -> Result<()> {
        let mut tx = self.store.write().await?;
        match value {
            Some(value) => meta::set(&mut tx, name, value).await?,
            None => meta::remove(&mut tx, name).await?,
        }
        tx.commit().await?;
        self.engine.wake_files();
        Ok(())
    }

    /// Ends the program.
    pub async fn quit(self) -> PathBuf {
        self.engine.stop().await;
        self.store.close().await;
        self.folder
    }
}

/// An action that nobody has answered yet.
pub fn entry(id: Uuid, ticket: TicketId, actor: Uuid, action: Action, base: Base) -> Entry {
    Entry::new(id, ticket, actor, action, base, clock::now())
}
