//! The shipped sample: one county with its matters, its knowledge, its staff and sixty requests.
//!
//! It is embedded in the program. Tickets are not stored as they stand but as what people did;
//! seeding replays that through the rule book, so the sample cannot show a state that the rules
//! do not allow.

mod tickets;

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::knowledge::KnowledgeEntry;
use bangban_domain::matter::Matter;
use bangban_domain::rulebook::{RuleBook, Rules};
use bangban_domain::ticket::Rule;
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

use crate::password::{self, Cost, PasswordError};
use crate::store::{self, Db, WriteTx, knowledge, matters, meta, organisations, rule_book, staff};
use crate::{clock, platform};

pub use tickets::{SampleTicket, Step};

/// Password of every account of the sample.
pub const PASSWORD: &str = "bangban-demo";

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample");

/// What is wrong with the sample.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A file is not there.
    #[error("the sample lacks {0}")]
    Missing(&'static str),
    /// A file does not have its form.
    #[error("the sample's {file} cannot be read: {reason}")]
    Unreadable {
        /// Which file.
        file: String,
        /// Why.
        reason: String,
    },
    /// A ticket names something that is not there.
    #[error("ticket {key} of the sample, step {step}: there is no {what}")]
    Unknown {
        /// Key of the ticket.
        key: String,
        /// 0 is the registration.
        step: usize,
        /// What is missing.
        what: String,
    },
    /// A rule forbids what a ticket says.
    #[error("ticket {key} of the sample, step {step}: the rule {rule:?} forbids it")]
    Refused {
        /// Key of the ticket.
        key: String,
        /// 0 is the registration.
        step: usize,
        /// The rule.
        rule: Rule,
    },
    /// A step lies in the future.
    #[error("ticket {key} of the sample, step {step}: it has not happened yet")]
    Future {
        /// Key of the ticket.
        key: String,
        /// 0 is the registration.
        step: usize,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The password could not be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
}

/// The sample as its files say it.
#[derive(Debug)]
pub struct Sample {
    /// Organisations of the county.
    pub organisations: Vec<Organisation>,
    /// Their staff.
    pub staff: Vec<Staff>,
    /// Matters they handle.
    pub matters: Vec<Matter>,
    /// What is known about them.
    pub knowledge: Vec<KnowledgeEntry>,
    /// Limits and routes of the county.
    pub rules: Rules,
    /// Requests, as what people did.
    pub tickets: Vec<SampleTicket>,
}

impl Sample {
    /// Reads the embedded files.
    pub fn read() -> Result<Self, SampleError> {
        Ok(Self {
            organisations: file("organisations.json")?,
            staff: file("staff.json")?,
            matters: folder("matters")?,
            knowledge: folder("knowledge")?,
            rules: Rules::from_book(RuleBook {
                routes: file("routes.json")?,
                checks: file("checks.json")?,
                synonyms: file("synonyms.json")?,
                seasons: file("seasons.json")?,
                ..Rules::shipped().book
            }),
            tickets: file("tickets.json")?,
        })
    }
}

fn file<T: DeserializeOwned>(path: &'static str) -> Result<T, SampleError> {
    let found = FILES.get_file(path).ok_or(SampleError::Missing(path))?;
    parse(path, found.contents())
}

fn folder<T: DeserializeOwned>(path: &'static str) -> Result<Vec<T>, SampleError> {
    let found = FILES.get_dir(path).ok_or(SampleError::Missing(path))?;
    let mut all = Vec::new();
    for file in found.files() {
        let part: Vec<T> = parse(&file.path().to_string_lossy(), file.contents())?;
        all.extend(part);
    }
    Ok(all)
}

fn parse<T: DeserializeOwned>(file: &str, contents: &[u8]) -> Result<T, SampleError> {
    serde_json::from_slice(contents).map_err(|error| SampleError::Unreadable {
        file: file.to_owned(),
        reason: error.to_string(),
    })
}

/// Fills a database that holds no account yet, in one transaction.
pub(crate) async fn seed_if_empty(db: &Db, cost: Cost) -> Result<(), platform::Error> {
    if staff::count(db.read()).await? > 0 {
        if !meta::is_sample(db.read()).await? {
            tracing::warn!(
                "the sample was asked for, but the database holds other data: left as it is"
            );
        }
        return Ok(());
    }
    let sample = Sample::read()?;
    let hash = password::hash(PASSWORD.to_owned(), cost).await?;
    let mut tx = db.write().await?;
    seed(&mut tx, &sample, &hash).await?;
    tx.commit().await?;
    tracing::info!(
        matters = sample.matters.len(),
        knowledge = sample.knowledge.len(),
        tickets = sample.tickets.len(),
        "the sample was stored",
    );
    Ok(())
}

async fn seed(tx: &mut WriteTx, sample: &Sample, hash: &str) -> Result<(), SampleError> {
    let now = clock::now();
    for organisation in &sample.organisations {
        organisations::put(tx, organisation, now).await?;
    }
    for member in &sample.staff {
        staff::put(tx, member, now).await?;
        staff::set_password_hash(tx, member.id, hash).await?;
    }
    rule_book::put(tx, &sample.rules.book, now).await?;
    for matter in &sample.matters {
        matters::put(tx, matter, now).await?;
    }
    for entry in &sample.knowledge {
        knowledge::put(tx, entry, now).await?;
    }
    tickets::replay(tx, sample, now).await?;
    Ok(meta::mark_sample(tx).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of the sample when one ticket says something else.
    async fn seeding(change: impl FnOnce(&mut SampleTicket)) -> SampleError {
        let mut sample = Sample::read().expect("the sample can be read");
        let unclaimed = sample.tickets.iter_mut().find(|ticket| ticket.then.is_empty());
        change(unclaimed.expect("the sample has an unclaimed ticket"));
        let dir = tempfile::tempdir().expect("a folder");
        let db = Db::open(dir.path()).await.expect("a new database");
        let mut tx = db.write().await.expect("nobody else writes");
        let failed = seed(&mut tx, &sample, "no hash").await.expect_err("the change is wrong");
        drop(tx);
        assert_eq!(staff::count(db.read()).await.expect("a count"), 0, "nothing was kept of it");
        failed
    }

    fn step(by: &str, hours_later: f64, action: &str) -> Step {
        let then = serde_json::json!({ "do": action });
        let then = then.as_object().cloned().unwrap_or_default();
        Step { by: by.to_owned(), hours_later, then }
    }

    #[tokio::test]
    async fn a_step_that_a_rule_forbids_is_named_with_its_ticket() {
        let failed = seeding(|ticket| {
            ticket.key = "wrong".to_owned();
            ticket.then.push(step("lin.zhiqiang", 0.0, "sign_for"));
        });
        let told = failed.await.to_string();
        assert!(told.contains("wrong") && told.contains("step 1"), "{told}");
        assert!(told.contains("NoHandoff"), "{told}");
    }

    #[tokio::test]
    async fn a_step_in_the_future_or_of_nobody_is_named_with_its_ticket() {
        let future = seeding(|ticket| {
            ticket.then.push(step("lin.zhiqiang", ticket.hours_ago + 1.0, "claim"));
        });
        assert!(matches!(future.await, SampleError::Future { step: 1, .. }));
        let nobody = seeding(|ticket| ticket.then.push(step("nobody", 0.0, "claim")));
        assert!(matches!(nobody.await, SampleError::Unknown { step: 1, .. }));
    }
}
