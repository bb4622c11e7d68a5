//! Versions of a matter, what changed, and the open cases that a change is about.

use bangban_domain::matter::Matter;
use bangban_domain::matter_change::changes;
use bangban_store::table::{matter as matters, ticket};

use super::library;
use super::queue;
use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    AffectedCase, KeyInput, MatterHistory, MatterVersion, MatterVersionRef, MatterView,
};

/// Versions, and the cases that keep an earlier one.
pub async fn list(desk: &Desk, input: KeyInput) -> Result<MatterHistory, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let present = matters::get(&mut c, &input.id).await?;
    let present = present.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let mut known = vec![present];
    known.extend(matters::earlier_versions(&mut c, &input.id).await?);
    let names = Names::load(&mut c).await?;
    let mut cases = Vec::new();
    for found in ticket::open_about(&mut c, &input.id).await? {
        let Some(version) = found.matter.as_ref().map(|named| named.version) else { continue };
        if version == known[0].version {
            continue;
        }
        let since = known.iter().find(|matter| matter.version == version);
        let changes = since.map(|since| changes(since, &known[0]));
        let seen = ticket::seen_version(&mut c, found.id).await?;
        cases.push(AffectedCase {
            row: queue::row(&open, &names, found, seen, 0),
            version,
            changes,
        });
    }
    Ok(MatterHistory { versions: versions(&known), cases })
}

/// A matter as it was in a version, with what belongs to it now.
pub async fn at_version(desk: &Desk, input: MatterVersionRef) -> Result<MatterView, ApiError> {
    let view = library::matter(desk, KeyInput { id: input.id.clone() }).await?;
    let open = desk.open().await?;
    let matter = matters::at_version(&mut *open.read().await?, &input.id, input.version).await?;
    let matter = matter.ok_or_else(|| ApiError::new(Code::NotFound))?;
    Ok(MatterView { matter, ..view })
}

/// `known`: the newest first.
fn versions(known: &[Matter]) -> Vec<MatterVersion> {
    let before = |at: usize| known.get(at + 1).filter(|old| old.version + 1 == known[at].version);
    let shown = |(at, matter): (usize, &Matter)| MatterVersion {
        version: matter.version,
        effective_from: matter.effective_from,
        changes: before(at).map(|old| changes(old, matter)),
    };
    known.iter().enumerate().map(shown).collect()
}
