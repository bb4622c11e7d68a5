//! How consistent and complete the guides of the library are.

use std::collections::HashSet;

use bangban_domain::consistency::{Inconsistency, inconsistencies, repeated_names};
use bangban_domain::matter::Matter;
use bangban_store::table::matter as matters;

use super::library::matter_row;
use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{Finding, FindingInput, FindingList, LibraryHealth, Nothing};

const MOST_ROWS: usize = 500;

/// Counts the findings of every rule over the whole library.
pub async fn counted(desk: &Desk, _: Nothing) -> Result<LibraryHealth, ApiError> {
    let library = everything(desk).await?;
    let repeated: HashSet<&str> = repeated_names(&library).into_iter().collect();
    let mut findings = Inconsistency::ALL.map(|what| Finding { what, matters: 0 });
    let mut sound = 0;
    for matter in &library {
        let found = of(matter, &repeated);
        sound += u32::from(found.is_empty());
        for finding in findings.iter_mut().filter(|finding| found.contains(&finding.what)) {
            finding.matters += 1;
        }
    }
    let matters = u32::try_from(library.len()).unwrap_or(u32::MAX);
    Ok(LibraryHealth { matters, sound, findings: findings.to_vec() })
}

/// The matters that break a rule.
pub async fn listed(desk: &Desk, input: FindingInput) -> Result<FindingList, ApiError> {
    let library = everything(desk).await?;
    let repeated: HashSet<&str> = repeated_names(&library).into_iter().collect();
    let mut found: Vec<&Matter> =
        library.iter().filter(|matter| of(matter, &repeated).contains(&input.what)).collect();
    found.sort_by_key(|matter| (&matter.department, &matter.name, &matter.id));
    let rows = found.iter().take(MOST_ROWS).map(|matter| matter_row(matter, None)).collect();
    Ok(FindingList { rows, total: u32::try_from(found.len()).unwrap_or(u32::MAX) })
}

fn of(matter: &Matter, repeated: &HashSet<&str>) -> Vec<Inconsistency> {
    let mut found = inconsistencies(matter);
    found.extend(repeated.contains(matter.id.as_str()).then_some(Inconsistency::NameRepeated));
    found
}

async fn everything(desk: &Desk) -> Result<Vec<Matter>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    Ok(matters::all(&mut c).await?)
}
