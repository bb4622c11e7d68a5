//! Our station: the real store and the real sync, in a process of its own.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};
use bangban_domain::directory::Staff;
use bangban_domain::matter::Matter;
use bangban_domain::ticket::{Action, Base, TicketId};
use bangban_platform::sample::{PASSWORD, Sample};
use bangban_protocol::Session;
use bangban_store::table::outbox::{self, Entry};
use bangban_store::table::queue::{self, QueueFilter, Sort, View};
use bangban_store::table::{finding, matter, meta, ticket};
use bangban_store::{Key, Store, replay};
use bangban_sync::{
    Credentials, Exchange, HttpPlatform, Listener, Progress, Signal, TlsOptions, clock,
};
use serde_json::{Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{records, talk};

const KEY: [u8; 32] = [42; 32];
const ACCOUNT: &str = "chen.yumei";

/// An open station.
struct Station {
    platform: HttpPlatform,
    store: Arc<Store>,
    session: Session,
}

/// Milliseconds until the outbox was settled, and until everything was up to date.
struct Took {
    settled: Option<f64>,
    all: f64,
}

/// Notes when the outbox was settled.
struct Watch {
    began: Instant,
    settled: OnceLock<f64>,
}

impl Listener for Watch {
    fn progress(&self, _: Progress) {}

    fn signal(&self, signal: Signal) {
        if matches!(signal, Signal::Pushed) {
            let _ = self.settled.set(milliseconds(self.began));
        }
    }
}

/// Answers `first` (dir, n), `pull` (file), `push` (file) and `settle`; see the drivers of the
/// others, which answer the same.
pub async fn serve(url: String) -> Result<()> {
    let platform = HttpPlatform::new(&url, &TlsOptions::default())?;
    let mut open: Option<Station> = None;
    talk::say(&json!({ "ready": true }))?;
    while let Some(request) = talk::hear()? {
        talk::answer(handle(&platform, &mut open, &request).await)?;
    }
    if let Some(station) = open {
        station.store.close().await;
    }
    Ok(())
}

async fn handle(
    platform: &HttpPlatform,
    open: &mut Option<Station>,
    request: &Value,
) -> Result<Value> {
    let verb = talk::text(request, "do")?;
    if verb == "first" {
        if let Some(before) = open.take() {
            before.store.close().await;
        }
        let dir = Path::new(talk::text(request, "dir")?);
        let n = request["n"].as_u64().context("the request lacks n")?;
        let station = Station::new(platform, dir).await?;
        let took = station.exchange().await?;
        station.holds(n).await?;
        station.rest().await?;
        *open = Some(station);
        return Ok(json!({ "what": verb, "n": n, "ms": took.all }));
    }
    let station = open.as_ref().context("there has been no first sync")?;
    match verb {
        "pull" => station.pull(Path::new(talk::text(request, "file")?)).await,
        "push" => station.push(Path::new(talk::text(request, "file")?)).await,
        "settle" => {
            station.exchange().await?;
            station.rest().await?;
            Ok(json!({ "done": true }))
        }
        other => bail!("the station cannot {other}"),
    }
}

impl Station {
    /// A new store, signed in.
    async fn new(platform: &HttpPlatform, dir: &Path) -> Result<Self> {
        let store = Arc::new(Store::open(dir, &Key::new(KEY)).await?);
        let credentials = Credentials {
            account: ACCOUNT.to_owned(),
            password: Zeroizing::new(PASSWORD.to_owned()),
            station: Uuid::now_v7(),
            station_name: "bench".into(),
            keys: None,
        };
        let session = credentials.sign_in(platform).await?;
        let mut tx = store.write().await?;
        meta::set(&mut tx, meta::STATION, &credentials.station.to_string()).await?;
        tx.commit().await?;
        bangban_sync::remember(&store, &session).await?;
        Ok(Self { platform: platform.clone(), store, session })
    }

    /// One round of the real sync: up, down, up again.
    async fn exchange(&self) -> Result<Took> {
        let listener = Watch { began: Instant::now(), settled: OnceLock::new() };
        let exchange =
            Exchange { platform: self.platform.clone(), store: self.store.clone(), listener };
        exchange.round(&self.session.access_token).await?;
        let Watch { began, settled } = exchange.listener;
        Ok(Took { settled: settled.into_inner(), all: milliseconds(began) })
    }

    /// Lets the notes for the search index go: at a desk it takes them in within seconds.
    async fn rest(&self) -> Result<()> {
        let mut tx = self.store.write().await?;
        let last = finding::last_number(&mut tx).await?;
        finding::done(&mut tx, last).await?;
        Ok(tx.commit().await?)
    }

    async fn holds(&self, n: u64) -> Result<()> {
        let held = u64::from(matter::count(&mut *self.store.read().await?).await?);
        let expected = n + Sample::read()?.matters.len() as u64;
        ensure!(held == expected, "{held} records of {expected}");
        Ok(())
    }

    async fn pull(&self, file: &Path) -> Result<Value> {
        let took = self.exchange().await?;
        let wanted: Vec<Matter> = records::load(file)?;
        let mut reader = self.store.read().await?;
        for wanted in &wanted {
            let here = matter::get(&mut reader, &wanted.id).await?;
            let same = here.is_some_and(|here| here.name == wanted.name);
            ensure!(same, "{} is not up to date", wanted.id);
        }
        Ok(json!({ "what": "pull", "n": wanted.len(), "ms": took.all }))
    }

    /// Notes down texts on tickets as the desk does, then sends them.
    async fn push(&self, file: &Path) -> Result<Value> {
        let texts: Vec<Value> = records::load(file)?;
        let tickets = self.tickets().await?;
        for (text, ticket) in texts.iter().zip(tickets.iter().cycle()) {
            self.note(*ticket, talk::text(text, "text")?.to_owned()).await?;
        }
        let took = self.exchange().await?;
        let left = outbox::pending_count(&mut *self.store.read().await?).await?;
        let letters = outbox::attention_count(&mut *self.store.read().await?).await?;
        ensure!(left == 0 && letters == 0, "{left} not answered, {letters} refused");
        let settled = took.settled.context("no receipt")?;
        Ok(json!({ "what": "push", "n": texts.len(), "ms": settled, "up_to_date_ms": took.all }))
    }

    /// Tickets that a note can be put on, in a fixed order.
    async fn tickets(&self) -> Result<Vec<TicketId>> {
        let me = self.me().await?;
        let filter = QueueFilter {
            me: me.id,
            organisation: me.organisation,
            view: View::All,
            text: None,
            stage: None,
            status: None,
            channel: None,
            matter: None,
            due_before: None,
        };
        let mut reader = self.store.read().await?;
        let page = queue::page(&mut reader, &filter, Sort::Newest, 0, 100).await?;
        ensure!(!page.is_empty(), "there is no ticket");
        Ok(page.into_iter().map(|row| row.ticket.id).collect())
    }

    async fn me(&self) -> Result<Staff> {
        let me = meta::get(&mut *self.store.read().await?, meta::STAFF).await?;
        Ok(serde_json::from_str(&me.context("nobody is signed in")?)?)
    }

    async fn note(&self, id: TicketId, text: String) -> Result<()> {
        let me = self.me().await?;
        let mut tx = self.store.write().await?;
        let version = ticket::server(&mut tx, id).await?.map(|t| t.version);
        let base = Base { version, fence: None };
        let (note, now) = (Action::Note { text }, clock::now());
        outbox::add(&mut tx, &Entry::new(Uuid::now_v7(), id, me.id, note, base, now)).await?;
        replay::refresh(&mut tx, id, &self.store.rules()).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
