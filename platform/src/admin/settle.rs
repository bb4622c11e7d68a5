//! Which organisations of a file can stand together with those that are there already.

use std::collections::{BTreeMap, BTreeSet};

use bangban_domain::directory::Organisation;
use bangban_protocol::FieldFault;

use crate::reading::FieldError;

/// Finds the organisations that cannot be stored, by their places in `candidates`: those whose
/// parent is nowhere, and those that would be below themselves. One that falls takes with it only
/// those that need it and are not there already. What is there already as it stands is never at
/// fault.
pub(super) fn misplaced(
    candidates: &[(usize, Organisation)],
    stored: &[Organisation],
) -> BTreeMap<usize, FieldError> {
    let mut fallen = BTreeMap::new();
    loop {
        let parents = parents(candidates, stored, &fallen);
        let before = fallen.len();
        for (place, candidate) in candidates {
            if fallen.contains_key(place) || stored.contains(candidate) {
                continue;
            }
            if let Err(error) = stands(candidate, &parents) {
                fallen.insert(*place, error);
            }
        }
        if fallen.len() == before {
            return fallen;
        }
    }
}

type Parents<'a> = BTreeMap<&'a str, Option<&'a str>>;

/// The organisations there will be, each with the one above it.
fn parents<'a>(
    candidates: &'a [(usize, Organisation)],
    stored: &'a [Organisation],
    fallen: &BTreeMap<usize, FieldError>,
) -> Parents<'a> {
    let standing = candidates.iter().filter(|(place, _)| !fallen.contains_key(place));
    let all = stored.iter().chain(standing.map(|(_, candidate)| candidate));
    all.map(|one| (one.id.as_str(), one.parent.as_deref())).collect()
}

fn stands(candidate: &Organisation, parents: &Parents<'_>) -> Result<(), FieldError> {
    let Some(parent) = &candidate.parent else { return Ok(()) };
    if !parents.contains_key(parent.as_str()) {
        return Err(FieldError::new(
            "parent",
            FieldFault::Unknown,
            format!("没有机构 {parent}，请先加入它或改正"),
            format!("there is no organisation {parent}; add it or correct this"),
        ));
    }
    let mut seen = BTreeSet::new();
    let mut above = Some(candidate.id.as_str());
    while let Some(id) = above {
        if !seen.insert(id) {
            return Err(FieldError::new(
                "parent",
                FieldFault::WrongForm,
                "机构成了自己的上级，请改正",
                "the organisation would be above itself; correct this",
            ));
        }
        above = parents.get(id).copied().flatten();
    }
    Ok(())
}
