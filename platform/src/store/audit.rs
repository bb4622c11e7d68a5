//! What managers decided about the platform itself, with their reason. Only ever added to.

use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;

use super::{Result, WriteTx};

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A bundle that was kept for a disabled account may be judged.
    BundleReleased,
    /// The keys of a station that was lost or stolen count no more.
    KeyRevoked,
}

impl What {
    fn word(self) -> &'static str {
        match self {
            Self::BundleReleased => "bundle_released",
            Self::KeyRevoked => "key_revoked",
        }
    }
}

/// Writes a decision down, in the transaction of what it changed. `by`: nobody is the command line.
pub async fn add(
    tx: &mut WriteTx,
    now: Timestamp,
    by: Option<StaffId>,
    what: What,
    about: &str,
    reason: &str,
) -> Result<()> {
    sqlx::query("INSERT INTO audit (at, staff, what, about, reason) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(now.0)
        .bind(by.map(|id| id.to_string()))
        .bind(what.word())
        .bind(about)
        .bind(reason)
        .execute(tx.conn())
        .await?;
    Ok(())
}
