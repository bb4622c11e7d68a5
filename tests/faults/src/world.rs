//! A world: one platform, a few stations, and the moments at which something happens to them.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use anyhow::{Context as _, Result};
use bangban_domain::directory::Staff;
use bangban_domain::intent::Intent;
use bangban_domain::ticket::{Action, TicketEvent, TicketId};
use bangban_faultpoint::Mutant;
use tempfile::TempDir;
use uuid::Uuid;

use crate::asking;
use crate::central::Central;
use crate::folder;
use crate::ledger::Fault;
use crate::line::lock;
use crate::log::Log;
use crate::people::{self, View};
use crate::process::Nature;
use crate::random::Random;
use crate::station::{Moved, Station};
use crate::template::Template;

/// Monday, 23 November 2026, nine o'clock in China; UTC milliseconds.
pub const BEGINNING: i64 = 1_795_395_600_000;

/// Rounds that every station is given to come to rest, at most.
const ROUNDS_TO_REST: usize = 8;
/// Of a hundred acts, so many are about questions of the knowledge base.
const ON_QUESTIONS: u8 = 15;

/// A platform and its stations.
pub struct World {
    /// The platform.
    pub central: Central,
    /// The stations.
    pub stations: Vec<Station>,
    /// What happened.
    pub log: Log,
    /// True time and faults.
    pub nature: Arc<Nature>,
    /// Tickets that are of interest, in the order in which they were registered.
    pub tickets: Vec<TicketId>,
    /// Everyone there is.
    staff: Vec<Staff>,
    /// Commands so far.
    numbers: u64,
    identities: Random,
    _folder: TempDir,
}

impl World {
    /// A world with a station for each account; `empty`: those that nobody has signed in at yet.
    pub async fn new(
        template: &Template,
        accounts: &[&str],
        empty: &[bool],
        mutants: &[Mutant],
    ) -> Result<Self> {
        let folder = folder::temporary()?;
        let mutants: BTreeSet<Mutant> = mutants.iter().copied().collect();
        let nature = Arc::new(Nature { mutants, ..Nature::default() });
        nature.time.store(BEGINNING, Ordering::SeqCst);
        let log = Log::default();
        let platform = folder.path().join("platform");
        folder::write_files(&template.platform, &platform)?;
        let central = Central::start(platform, nature.clone(), log.clone()).await?;
        let mut stations = Vec::new();
        for (number, account) in accounts.iter().enumerate() {
            let place: PathBuf = folder.path().join(format!("station{number}"));
            if empty.get(number).copied().unwrap_or(false) {
                nature.count(Fault::StationBegunAnew);
            } else if let Some(ready) = template.stations.get(*account) {
                folder::write_files(ready, &place)?;
            }
            let socket = &central.socket;
            stations.push(Station::new(number, account, place, &nature, socket, &log));
        }
        // People hand cases to those who are there to take them.
        let here = |staff: &&Staff| accounts.contains(&staff.account.as_str());
        let staff = template.staff.iter().filter(here).cloned().collect();
        let tickets = template.tickets.clone();
        // Other ones than the template gave.
        let identities = Random::new(if tickets.is_empty() { 7 } else { 8 });
        Ok(Self {
            central,
            stations,
            log,
            nature,
            tickets,
            staff,
            numbers: 0,
            identities,
            _folder: folder,
        })
    }

    /// Lets time pass.
    pub fn wait(&self, ms: i64) {
        self.nature.time.fetch_add(ms, Ordering::SeqCst);
    }

    /// True time, UTC milliseconds.
    pub fn now(&self) -> i64 {
        self.nature.time.load(Ordering::SeqCst)
    }

    /// An identity that follows from how many were made before.
    pub fn identity(&mut self) -> Uuid {
        let now = self.now();
        self.identities.identity(now)
    }

    /// Does something to a ticket or a question at a station; false when it was not done.
    pub async fn act(
        &mut self,
        station: usize,
        subject: Uuid,
        intent: impl Into<Intent>,
    ) -> Result<bool> {
        let command = self.identity();
        self.numbers += 1;
        let intent = intent.into();
        let kind = intent.kind();
        let registers = matches!(intent, Intent::Ticket(Action::Register(_)));
        let done = self.stations[station].act(command, subject, intent).await?;
        if done || registers {
            let how = if done { "done" } else { "not" };
            let text = format!("  {kind} {subject} as {command}: {how}");
            self.log.line(self.log.plain(&text));
        }
        if done && registers {
            self.tickets.push(subject);
        }
        Ok(done)
    }

    /// Somebody at a station registers a request; its ticket.
    pub async fn register(&mut self, station: usize) -> Result<TicketId> {
        self.stations[station].open().await?;
        let me = self.stations[station].person().await?.context("somebody signed in here")?;
        let id = self.identity();
        let number = self.numbers + 1;
        let view = View { me: &me, tickets: &[], staff: &self.staff, number };
        let action = Action::Register(people::request(&view, id));
        anyhow::ensure!(self.act(station, id, action).await?, "the registration was not written");
        Ok(id)
    }

    /// What the platform's timeline says of a ticket, oldest first.
    pub async fn timeline(&self, id: TicketId) -> Result<Vec<TicketEvent>> {
        let sql = "SELECT body FROM event WHERE ticket = ? ORDER BY version";
        let platform = self.central.platform()?;
        let bodies: Vec<String> =
            sqlx::query_scalar(sql).bind(id.to_string()).fetch_all(platform.db().read()).await?;
        Ok(bodies.iter().map(|body| serde_json::from_str(body)).collect::<Result<_, _>>()?)
    }

    /// Somebody at a station does something that its rules allow.
    pub async fn somebody_acts(&mut self, station: usize, random: &mut Random) -> Result<bool> {
        self.stations[station].open().await?;
        let Some(me) = self.stations[station].person().await? else { return Ok(false) };
        let tickets = self.stations[station].tickets().await?;
        let asked = random.percent(ON_QUESTIONS);
        let known = if asked { Some(self.stations[station].knowledge().await?) } else { None };
        for _ in 0..6 {
            let view =
                View { me: &me, tickets: &tickets, staff: &self.staff, number: self.numbers + 1 };
            let (subject, intent): (Uuid, Intent) = if let Some(known) = &known {
                let (question, step) = asking::wish(&view, known, random, self.now());
                (question, step.into())
            } else {
                let (ticket, action) = people::wish(&view, random, self.now());
                (ticket, action.into())
            };
            if self.act(station, subject, intent).await? {
                return Ok(true);
            }
            if self.stations[station].process.has_ended() {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// A whole round of a station.
    pub async fn round(&mut self, station: usize) -> Result<Moved> {
        self.stations[station].begin().await?;
        self.stations[station].finish().await
    }

    /// A round that has to succeed.
    ///
    /// # Errors
    /// When it does not.
    pub async fn in_step(&mut self, station: usize) -> Result<()> {
        let moved = self.round(station).await?;
        anyhow::ensure!(moved == Moved::Over("in step".into()), "station {station}: {moved:?}");
        Ok(())
    }

    /// Rounds until one succeeds: a token may have to be renewed, or a person sign in, first.
    ///
    /// # Errors
    /// When none of four does.
    pub async fn back_in_step(&mut self, station: usize) -> Result<()> {
        for _ in 0..3 {
            if self.round(station).await? == Moved::Over("in step".into()) {
                return Ok(());
            }
        }
        self.in_step(station).await
    }

    /// The next request of a station to an address with this word meets this fault.
    pub fn plan(&self, station: usize, word: &'static str, fault: Fault) {
        self.nature.count(fault);
        self.stations[station].weather(|weather| weather.planned.push((word, fault)));
    }

    /// Delivers a request that was late; nobody waits for its answer any more.
    pub async fn deliver_late(&mut self, random: &mut Random) -> Result<bool> {
        let late = {
            let mut late = lock(&self.central.socket.late);
            if late.is_empty() {
                return Ok(false);
            }
            let index = random.below(late.len());
            late.remove(index).context("it was there")?
        };
        let (station, request) = late;
        let what = format!("  late from {station}: {} {}", request.method(), request.uri().path());
        self.log.line(self.log.plain(&what));
        self.central.socket.deliver(request).await;
        Ok(true)
    }

    /// Faults end, everything runs, and nobody writes: every station comes to rest.
    ///
    /// # Errors
    /// When one does not within the bound.
    pub async fn come_to_rest(&mut self) -> Result<()> {
        self.log.line("quiet");
        self.central.run().await?;
        self.central.process.revive();
        lock(&self.central.socket.late).clear();
        for staff in self.staff.clone() {
            self.central.set_active(&staff.account, true).await?;
        }
        for station in &mut self.stations {
            station.weather(|weather| *weather = crate::line::Weather::default());
            station.open().await?;
            if !station.process.has_ended() {
                station.process.revive();
            }
        }
        let mut calm = 0;
        for pass in 0..ROUNDS_TO_REST {
            // What was put off is tried again within an hour.
            self.wait(61 * 60 * 1_000);
            let before = self.central.told().await?;
            let mut all = true;
            for station in 0..self.stations.len() {
                self.stations[station].release_brake().await?;
                // A token that ran out is renewed at once, and a person signs in when asked to.
                let mut moved = self.round(station).await?;
                for _ in 0..2 {
                    if moved == Moved::Over("in step".into()) {
                        break;
                    }
                    moved = self.round(station).await?;
                }
                all &= moved == Moved::Over("in step".into());
            }
            // What one of them had put off and sends now, those before it have not seen yet.
            all &= self.central.told().await? == before;
            calm = if all { calm + 1 } else { 0 };
            if calm == 2 && pass > 0 {
                return Ok(());
            }
        }
        anyhow::bail!("not every station came to rest within {ROUNDS_TO_REST} rounds")
    }

    /// Closes everything.
    pub async fn close(mut self) -> Result<()> {
        for station in &mut self.stations {
            station.clear_away().await;
        }
        self.central.close().await
    }
}
