//! Courier bundles that were made, read or handed over here, and what left in which.

use std::collections::BTreeMap;

use bangban_domain::time::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row as _, SqliteConnection};
use uuid::Uuid;

use crate::{Result, StoreError, WriteTx};

/// What was done with a bundle here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The outbox was written into it.
    Exported,
    /// The platform's answers were read from it.
    Imported,
    /// It was handed to the platform, for whomever.
    Carried,
}

impl Way {
    fn word(self) -> &'static str {
        match self {
            Self::Exported => "exported",
            Self::Imported => "imported",
            Self::Carried => "carried",
        }
    }

    fn parse(word: &str) -> sqlx::Result<Self> {
        match word {
            "exported" => Ok(Self::Exported),
            "imported" => Ok(Self::Imported),
            "carried" => Ok(Self::Carried),
            _ => Err(sqlx::Error::Decode("unknown way of a bundle".into())),
        }
    }
}

/// One line of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// The bundle.
    pub bundle: Uuid,
    /// What was done with it.
    pub way: Way,
    /// Whose it is.
    pub station: Uuid,
    /// Running number at that station; of an answer, the greatest the platform has taken.
    pub number: u32,
    /// When, by the device's clock.
    pub at: Timestamp,
    /// Actions in it, or answers to actions.
    pub actions: u32,
    /// What the platform did with it, where that is known, as a word.
    pub outcome: Option<String>,
    /// Name of the file.
    pub file: String,
}

impl<'r> FromRow<'r, SqliteRow> for Trip {
    fn from_row(row: &'r SqliteRow) -> sqlx::Result<Self> {
        let id = |name: &str| {
            let text: String = row.try_get(name)?;
            Uuid::parse_str(&text).map_err(|error| sqlx::Error::Decode(Box::new(error)))
        };
        Ok(Self {
            bundle: id("bundle")?,
            way: Way::parse(row.try_get("way")?)?,
            station: id("station")?,
            number: row.try_get("number")?,
            at: Timestamp(row.try_get("at")?),
            actions: row.try_get("actions")?,
            outcome: row.try_get("outcome")?,
            file: row.try_get("file")?,
        })
    }
}

/// Writes down what was done with a bundle.
pub async fn add(tx: &mut WriteTx, trip: &Trip) -> Result<()> {
    let sql = "INSERT INTO courier (bundle, way, station, number, at, actions, outcome, file)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    sqlx::query(sql)
        .bind(trip.bundle.to_string())
        .bind(trip.way.word())
        .bind(trip.station.to_string())
        .bind(trip.number)
        .bind(trip.at.0)
        .bind(trip.actions)
        .bind(&trip.outcome)
        .bind(&trip.file)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Writes down that an action left in a bundle.
pub async fn add_action(tx: &mut WriteTx, bundle: Uuid, command: Uuid) -> Result<()> {
    sqlx::query("INSERT OR IGNORE INTO courier_action (bundle, command) VALUES (?, ?)")
        .bind(bundle.to_string())
        .bind(command.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Everything that was done, newest first.
pub async fn all(c: &mut SqliteConnection) -> Result<Vec<Trip>> {
    let sql = "SELECT * FROM courier ORDER BY seq DESC LIMIT 500";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}

/// When something was done with a bundle for the first time.
pub async fn first(c: &mut SqliteConnection, bundle: Uuid, way: Way) -> Result<Option<Trip>> {
    let sql = "SELECT * FROM courier WHERE bundle = ? AND way = ? ORDER BY seq LIMIT 1";
    Ok(sqlx::query_as(sql).bind(bundle.to_string()).bind(way.word()).fetch_optional(c).await?)
}

/// The number of the next bundle of a station. The platform's word counts too: a store that came
/// back from a backup may have forgotten some.
pub async fn next_number(c: &mut SqliteConnection, station: Uuid) -> Result<u32> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM courier
               WHERE station = ? AND way IN ('exported', 'imported')";
    Ok(sqlx::query_scalar(sql).bind(station.to_string()).fetch_one(c).await?)
}

/// The latest bundle that each undecided action left in, by number.
pub async fn left_in(c: &mut SqliteConnection) -> Result<BTreeMap<Uuid, u32>> {
    let sql = "SELECT courier_action.command, max(courier.number) FROM courier_action
               JOIN courier ON courier.bundle = courier_action.bundle
                    AND courier.way = 'exported'
               JOIN outbox ON outbox.id = courier_action.command AND outbox.state = 'pending'
               GROUP BY courier_action.command";
    let rows: Vec<(String, u32)> = sqlx::query_as(sql).fetch_all(c).await?;
    rows.into_iter()
        .map(|(id, number)| Ok((Uuid::parse_str(&id).map_err(|_| StoreError::Damaged)?, number)))
        .collect()
}

/// Actions of a bundle that have no answer yet.
pub async fn unanswered(c: &mut SqliteConnection, bundle: Uuid) -> Result<u32> {
    let sql = "SELECT count(*) FROM courier_action
               JOIN outbox ON outbox.id = courier_action.command AND outbox.state = 'pending'
               WHERE courier_action.bundle = ?";
    Ok(sqlx::query_scalar(sql).bind(bundle.to_string()).fetch_one(c).await?)
}
