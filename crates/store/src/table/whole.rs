//! What the platform gave this station, as a whole: counted, looked through, swept.

use std::collections::BTreeSet;

use futures::TryStreamExt;
use sqlx::SqliteConnection;

use crate::{Result, WriteTx};

/// A sort of records that the platform gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Given {
    /// Organisations.
    Organisations,
    /// Staff.
    Staff,
    /// Matters.
    Matters,
    /// Knowledge entries.
    Knowledge,
    /// Questions as the platform last said them.
    Questions,
    /// Tickets as the platform last said them.
    Tickets,
    /// Confirmed lines of timelines.
    Events,
}

impl Given {
    /// Those of the shared library.
    pub const LIBRARY: [Self; 5] =
        [Self::Organisations, Self::Staff, Self::Matters, Self::Knowledge, Self::Questions];
    /// Those of a region.
    pub const REGION: [Self; 2] = [Self::Tickets, Self::Events];

    fn select(self) -> &'static str {
        match self {
            Self::Organisations => "SELECT id, body FROM organisation ORDER BY id",
            Self::Staff => "SELECT id, body FROM staff ORDER BY id",
            Self::Matters => "SELECT id, body FROM matter ORDER BY id",
            Self::Knowledge => "SELECT id, body FROM knowledge ORDER BY id",
            Self::Questions => {
                "SELECT id, server_body FROM question WHERE server_body IS NOT NULL ORDER BY id"
            }
            Self::Tickets => {
                "SELECT id, server_body FROM ticket WHERE server_body IS NOT NULL ORDER BY id"
            }
            Self::Events => "SELECT id, body FROM event WHERE provisional = 0 ORDER BY id",
        }
    }

    fn keys(self) -> &'static str {
        match self {
            Self::Organisations => "SELECT id FROM organisation",
            Self::Staff => "SELECT id FROM staff",
            Self::Matters => "SELECT id FROM matter",
            Self::Knowledge => "SELECT id FROM knowledge",
            Self::Questions => "SELECT id FROM question WHERE server_body IS NOT NULL",
            Self::Tickets => "SELECT id FROM ticket WHERE server_body IS NOT NULL",
            Self::Events => "SELECT id FROM event WHERE provisional = 0",
        }
    }

    fn count(self) -> &'static str {
        match self {
            Self::Organisations => "SELECT count(*) FROM organisation",
            Self::Staff => "SELECT count(*) FROM staff",
            Self::Matters => "SELECT count(*) FROM matter",
            Self::Knowledge => "SELECT count(*) FROM knowledge",
            Self::Questions => "SELECT count(*) FROM question WHERE server_body IS NOT NULL",
            Self::Tickets => "SELECT count(*) FROM ticket WHERE server_body IS NOT NULL",
            Self::Events => "SELECT count(*) FROM event WHERE provisional = 0",
        }
    }
}

/// Looks at every record of a sort, `(key, body)`, in the order of the keys.
pub async fn each<E: From<crate::StoreError>>(
    c: &mut SqliteConnection,
    given: Given,
    mut look: impl FnMut(&str, &str) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut rows = sqlx::query_as::<_, (String, String)>(given.select()).fetch(c);
    while let Some((key, body)) = rows.try_next().await.map_err(crate::StoreError::from)? {
        look(&key, &body)?;
    }
    Ok(())
}

/// Files that the platform has whole, `(sha256, bytes)`, by their hashes.
pub async fn files(c: &mut SqliteConnection) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT sha256, bytes FROM file_at_platform ORDER BY sha256";
    Ok(sqlx::query_as(sql).fetch_all(c).await?)
}

/// Records of these sorts.
pub async fn count(c: &mut SqliteConnection, sorts: &[Given]) -> Result<u64> {
    let mut sum = 0;
    for given in sorts {
        let found: i64 = sqlx::query_scalar(given.count()).fetch_one(&mut *c).await?;
        sum += found.unsigned_abs();
    }
    Ok(sum)
}

/// Keys of a sort that are not among `seen`.
pub async fn besides(
    tx: &mut WriteTx,
    given: Given,
    seen: &BTreeSet<String>,
) -> Result<Vec<String>> {
    let mut rest = Vec::new();
    // Without the bodies: a snapshot is swept each time it is taken.
    let mut keys = sqlx::query_scalar::<_, String>(given.keys()).fetch(&mut **tx);
    while let Some(key) = keys.try_next().await? {
        if !seen.contains(&key) {
            rest.push(key);
        }
    }
    Ok(rest)
}

/// Lists the content of files that no ticket here names any more and nothing waits to send, to be
/// wiped from the vault, and forgets them.
pub async fn let_files_go(tx: &mut WriteTx) -> Result<u64> {
    sqlx::query(
        "INSERT OR IGNORE INTO file_to_wipe (sha256) SELECT sha256 FROM file
         WHERE state IN ('uploaded', 'remote', 'downloading') AND offer_again = 0
         AND held IS NULL AND ticket NOT IN (SELECT id FROM ticket)",
    )
    .execute(&mut **tx)
    .await?;
    let forgotten =
        sqlx::query("DELETE FROM file WHERE sha256 IN (SELECT sha256 FROM file_to_wipe)")
            .execute(&mut **tx)
            .await?;
    Ok(forgotten.rows_affected())
}

/// Content that the vault has to let go of.
pub async fn to_wipe(c: &mut SqliteConnection) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT sha256 FROM file_to_wipe LIMIT 100").fetch_all(c).await?)
}

/// The vault has let go of it.
pub async fn wiped(tx: &mut WriteTx, sha256: &str) -> Result<()> {
    sqlx::query("DELETE FROM file_to_wipe WHERE sha256 = ?")
        .bind(sha256)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
