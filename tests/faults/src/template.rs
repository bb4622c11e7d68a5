//! What every world begins with, made once per process: a small county, a few requests, and
//! stations that have been synchronised once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use bangban_domain::directory::Staff;
use bangban_domain::ticket::{Action, TicketId};
use bangban_domain::time::Timestamp;
use bangban_platform::password::{self, Cost};
use bangban_platform::sample::Sample;
use bangban_platform::store::{Db, knowledge, matters, organisations, rule_book, staff};
use tempfile::TempDir;

use crate::folder;
use crate::people::{self, View};
use crate::random::Random;
use crate::station::PASSWORD;
use crate::world::{BEGINNING, World};

/// Accounts that have a station: two at one counter, a village below it, another counter, a
/// consultant, one who has registered the requests that are there, and a manager.
pub const ACCOUNTS: [&str; 7] = [
    "chen.yumei",
    "lin.zhiqiang",
    "liang.asheng",
    "huang.lijuan",
    "he.mingyuan",
    "su.xiaoling",
    "liao.jianping",
];
const REGISTRAR: &str = "su.xiaoling";
/// Requests that are there.
const REQUESTS: usize = 5;
/// Matters and entries of knowledge: enough to be compared, few enough to be quick.
const LIBRARY: usize = 3;

/// What worlds are copied from.
pub struct Template {
    pub(crate) platform: PathBuf,
    pub(crate) stations: BTreeMap<String, PathBuf>,
    pub(crate) staff: Vec<Staff>,
    pub(crate) tickets: Vec<TicketId>,
    _folder: TempDir,
}

impl Template {
    /// Makes it.
    pub async fn make() -> Result<Self> {
        let place = folder::temporary()?;
        let platform = place.path().join("seeded");
        let sample = Sample::read()?;
        seed(&platform, &sample).await?;
        let mut template = Self {
            platform,
            stations: BTreeMap::new(),
            staff: sample.staff.into_iter().filter(|staff| staff.active).collect(),
            tickets: Vec::new(),
            _folder: place,
        };
        let empty = [true; ACCOUNTS.len()];
        let mut world = World::new(&template, &ACCOUNTS, &empty, &[]).await?;
        let registrar = ACCOUNTS.iter().position(|account| *account == REGISTRAR);
        let registrar = registrar.context("the registrar has a station")?;
        world.in_step(registrar).await?;
        register(&mut world, registrar, &template.staff).await?;
        for station in 0..ACCOUNTS.len() {
            world.in_step(station).await?;
        }
        world.in_step(registrar).await?;
        template.tickets.clone_from(&world.tickets);
        template.keep(&mut world).await?;
        world.close().await?;
        Ok(template)
    }

    async fn keep(&mut self, world: &mut World) -> Result<()> {
        let root = self._folder.path().to_owned();
        world.central.close().await?;
        self.platform = root.join("platform");
        folder::copy_files(world.central.folder(), &self.platform)?;
        for station in &mut world.stations {
            station.clear_away().await;
            let place = root.join(&station.account);
            folder::copy_files(station.folder(), &place)?;
            self.stations.insert(station.account.clone(), place);
        }
        Ok(())
    }
}

async fn register(world: &mut World, station: usize, staff: &[Staff]) -> Result<()> {
    let me = world.stations[station].person().await?.context("somebody signed in")?;
    let mut random = Random::new(1);
    for number in 0..REQUESTS as u64 {
        let view = View { me: &me, tickets: &[], staff, number };
        let (id, action) = people::wish(&view, &mut random, BEGINNING);
        debug_assert!(matches!(action, Action::Register(_)), "there is no ticket yet");
        anyhow::ensure!(world.act(station, id, action).await?, "the registration is refused");
    }
    Ok(())
}

/// A small county.
async fn seed(folder: &Path, sample: &Sample) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let now = Timestamp(BEGINNING);
    let hash = password::hash(PASSWORD.to_owned(), Cost { memory_kib: 8, iterations: 1 }).await?;
    let db = Arc::new(Db::open(folder).await?);
    let mut tx = db.write().await?;
    for organisation in &sample.organisations {
        organisations::put(&mut tx, organisation, now).await?;
    }
    for member in &sample.staff {
        staff::put(&mut tx, member, now).await?;
        staff::set_password_hash(&mut tx, member.id, &hash).await?;
    }
    rule_book::put(&mut tx, &sample.rules.book, now).await?;
    for matter in sample.matters.iter().take(LIBRARY) {
        matters::put(&mut tx, matter, now).await?;
    }
    for entry in sample.knowledge.iter().take(LIBRARY) {
        knowledge::put(&mut tx, entry, now).await?;
    }
    tx.commit().await?;
    db.close().await?;
    Ok(())
}
