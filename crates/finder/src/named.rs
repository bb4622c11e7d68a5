//! What a record names that is found by itself: situations, materials and laws.

use std::collections::BTreeSet;

use bangban_domain::matter::LegalBasis;
use bangban_store::table::finding::{Named, Todo};
use bangban_store::table::{knowledge, matter};
use bangban_store::{Connection, StoreError};

use crate::documents::{KNOWLEDGE, MATERIAL, MATTER, SITUATION, STATUTE, situation_key};

/// Whether records of this kind name anything.
pub(crate) fn may_name(change: &Todo) -> bool {
    matches!(change.kind.as_str(), MATTER | KNOWLEDGE)
}

/// A record as the one who names something.
pub(crate) fn source(change: &Todo) -> String {
    format!("{}:{}", change.kind, change.key)
}

/// What a matter or an entry names now; nothing once it is gone.
pub(crate) async fn of(
    c: &mut Connection,
    change: &Todo,
) -> std::result::Result<BTreeSet<Named>, StoreError> {
    let mut named = BTreeSet::new();
    if change.kind == MATTER {
        let Some(matter) = matter::get(c, &change.key).await? else { return Ok(named) };
        let situation = |id: &str| (SITUATION.to_owned(), situation_key(&matter.id, id));
        named.extend(matter.situations.iter().map(|s| situation(&s.id)));
        named.extend(matter.materials.iter().filter_map(|m| name(MATERIAL, &m.name)));
        named.extend(statutes(&matter.legal_basis));
    } else if let Some(entry) = knowledge::get(c, &change.key).await? {
        named.extend(statutes(&entry.basis));
    }
    Ok(named)
}

fn statutes(basis: &[LegalBasis]) -> impl Iterator<Item = Named> {
    basis.iter().filter_map(|basis| name(STATUTE, &basis.title))
}

/// Names that differ only by the space around them are one.
fn name(kind: &str, text: &str) -> Option<Named> {
    let text = text.trim();
    (!text.is_empty()).then(|| (kind.to_owned(), text.to_owned()))
}
