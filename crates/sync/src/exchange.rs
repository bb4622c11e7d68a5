//! One exchange with the platform: up, down, up again. Without a task, a clock or a wait of its
//! own, so that whoever drives it decides when it happens.

use std::sync::Arc;

use bangban_domain::directory::Staff;
use bangban_domain::time::HOUR_MS;
use bangban_store::Store;
use bangban_store::table::{cursor, directory, meta, outbox};

use crate::engine::{Progress, Signal};
use crate::platform::HttpPlatform;
use crate::pull::Pull;
use crate::{Result, SyncError, clock, push, report};

const DAY_MS: i64 = 24 * HOUR_MS;
/// How long an applied action is kept, to be offered again to a platform that lost it.
const OFFERED_AGAIN_MS: i64 = 180 * DAY_MS;

/// What an exchange tells while it goes on.
pub trait Listener: Send + Sync {
    /// A download is under way.
    fn progress(&self, progress: Progress);
    /// Something changed in the database, and that lasts even when the exchange fails later.
    fn signal(&self, signal: Signal);
}

/// Nobody listens: the database holds everything.
impl Listener for () {
    fn progress(&self, _: Progress) {}
    fn signal(&self, _: Signal) {}
}

/// Brings a station and the platform to the same state.
#[derive(Clone)]
pub struct Exchange<L> {
    /// The platform.
    pub platform: HttpPlatform,
    /// The station's database.
    pub store: Arc<Store>,
    /// Told about what happens.
    pub listener: L,
}

impl<L: Listener> Exchange<L> {
    /// One round: up first, so that what a person did shows in what comes down.
    ///
    /// # Errors
    /// Whatever ended it. Everything before that lasts, and the next round goes on from there.
    pub async fn round(&self, token: &str) -> Result<()> {
        let me = self.me().await?;
        let mut decided = 0;
        if self.is_known(&me).await? {
            decided += self.push(token).await?;
        }
        let report = |progress| self.listener.progress(progress);
        let rules = self.store.rules();
        let pull = Pull {
            platform: &self.platform,
            token,
            store: &self.store,
            me: &me,
            rules: &rules,
            report: &report,
        };
        let pulled = pull.all().await?;
        self.store.reload_rules().await?;
        self.contacted().await?;
        if pulled.changes > 0 {
            self.listener.signal(Signal::Pulled);
        }
        pulled.news.into_iter().for_each(|news| self.listener.signal(Signal::News(news)));
        // A changed epoch may have put entries back into the outbox.
        decided += self.push(token).await?;
        self.let_go_of_old().await?;
        let something_new = pulled.changes + decided > 0;
        report::send(&self.platform, token, &self.store, something_new).await
    }

    async fn push(&self, token: &str) -> Result<u64> {
        let pushed = push::all(&self.platform, token, &self.store, &self.store.rules()).await?;
        if pushed.decided > 0 {
            self.listener.signal(Signal::Pushed);
        }
        pushed.news.into_iter().for_each(|news| self.listener.signal(Signal::News(news)));
        Ok(pushed.decided)
    }

    async fn me(&self) -> Result<Staff> {
        let body = meta::get(&mut *self.store.read().await?, meta::STAFF).await?;
        body.and_then(|body| serde_json::from_str(&body).ok()).ok_or(SyncError::SignInNeeded)
    }

    /// Whether the directory is here, without which no outbox entry can be shown.
    async fn is_known(&self, me: &Staff) -> Result<bool> {
        let mut reader = self.store.read().await?;
        Ok(directory::person(&mut reader, me.id).await?.is_some())
    }

    /// Once a day, lets go of settled actions that the platform cannot have lost any more. Only by
    /// what the platform said the time is: a clock that jumped here must not make them old.
    async fn let_go_of_old(&self) -> Result<()> {
        let (told, last) = {
            let mut reader = self.store.read().await?;
            let told = cursor::all(&mut reader).await?.into_iter().map(|at| at.as_of).max();
            (told, meta::get(&mut reader, meta::LET_GO).await?)
        };
        let Some(now) = told else { return Ok(()) };
        let last = last.and_then(|text| text.parse::<i64>().ok());
        if last.is_some_and(|last| now.0 < last + DAY_MS) {
            return Ok(());
        }
        let mut tx = self.store.write().await?;
        outbox::forget_settled(&mut tx, now.plus_ms(-OFFERED_AGAIN_MS)).await?;
        meta::set(&mut tx, meta::LET_GO, &now.0.to_string()).await?;
        Ok(tx.commit().await?)
    }

    async fn contacted(&self) -> Result<()> {
        let mut tx = self.store.write().await?;
        meta::set(&mut tx, meta::LAST_CONTACT, &clock::now().0.to_string()).await?;
        // Everything within scope was understood and taken.
        meta::remove(&mut tx, meta::VERSION_GAP).await?;
        meta::remove(&mut tx, meta::BRAKE).await?;
        tx.commit().await?;
        Ok(())
    }
}
