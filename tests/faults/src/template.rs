//! What every world begins with, made once per process: a small county, a few requests, and
//! stations that have been synchronised once.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use bangban_domain::directory::Staff;
use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use bangban_platform::password::{self, Cost};
use bangban_platform::sample::Sample;
use bangban_platform::store::{Db, knowledge, matters, organisations, rule_book, staff};

use crate::folder::{self, Files};
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

/// What worlds are copied from. It is kept in memory: nothing has to be cleared away after it.
pub struct Template {
    pub(crate) platform: Files,
    pub(crate) stations: BTreeMap<String, Files>,
    pub(crate) staff: Vec<Staff>,
    pub(crate) tickets: Vec<TicketId>,
}

impl Template {
    /// Makes it.
    pub async fn make() -> Result<Self> {
        let sample = Sample::read()?;
        let mut template = Self {
            platform: seed(&sample).await?,
            stations: BTreeMap::new(),
            staff: sample.staff.into_iter().filter(|staff| staff.active).collect(),
            tickets: Vec::new(),
        };
        let empty = [true; ACCOUNTS.len()];
        let mut world = World::new(&template, &ACCOUNTS, &empty, &[]).await?;
        let registrar = ACCOUNTS.iter().position(|account| *account == REGISTRAR);
        let registrar = registrar.context("the registrar has a station")?;
        world.in_step(registrar).await?;
        for _ in 0..REQUESTS {
            world.register(registrar).await?;
        }
        world.in_step(registrar).await?;
        for station in 0..ACCOUNTS.len() {
            world.in_step(station).await?;
        }
        template.tickets.clone_from(&world.tickets);
        world.central.close().await?;
        template.platform = folder::read_files(world.central.folder())?;
        for station in &mut world.stations {
            station.clear_away().await;
            let files = folder::read_files(station.folder())?;
            template.stations.insert(station.account.clone(), files);
        }
        world.close().await?;
        Ok(template)
    }
}

/// A small county.
async fn seed(sample: &Sample) -> Result<Files> {
    let place = folder::temporary()?;
    let now = Timestamp(BEGINNING);
    let hash = password::hash(PASSWORD.to_owned(), Cost { memory_kib: 8, iterations: 1 }).await?;
    let db = Arc::new(Db::open(place.path()).await?);
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
    folder::read_files(place.path())
}
