//! Which organisation gets a request.

use bangban_domain::directory::{Organisation, OrganisationKind};
use bangban_domain::routing::{Request, Route, route};

use crate::store::{self, WriteTx, organisations};

/// By the routing table; where it says nothing, the organisation whose division is the longest
/// beginning of the place's. A department counts after those who serve citizens there.
pub(super) async fn organisation(
    tx: &mut WriteTx,
    routes: &[Route],
    request: Request<'_>,
) -> store::Result<Option<Organisation>> {
    let named = route(routes, request).and_then(|line| line.organisation.as_deref());
    if let Some(id) = named
        && let Some(found) = organisations::get(tx.conn(), id).await?
    {
        return Ok(Some(found));
    }
    let all = organisations::all(tx.conn()).await?;
    Ok(nearest(all, request.division))
}

fn nearest(all: Vec<Organisation>, division: &str) -> Option<Organisation> {
    let around = all.into_iter().filter(|one| division.starts_with(&one.division));
    // Of equals `max_by_key` takes the last; turned round, the first key stands.
    let mut around: Vec<_> = around.collect();
    around.sort_by(|one, other| other.id.cmp(&one.id));
    around
        .into_iter()
        .max_by_key(|one| (one.division.len(), one.kind != OrganisationKind::Department))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    #[test]
    fn without_a_line_of_the_table_the_nearest_counter_around_the_place_is_found() {
        let all = Sample::read().expect("the sample").organisations;
        for (division, expected) in [
            ("441322121201", Some("tiechang")),
            ("441322121999", Some("shiwan")),
            ("441322999", Some("zwb")),
            ("441322", Some("zwb")),
            ("110101", None),
        ] {
            let found = nearest(all.clone(), division);
            assert_eq!(found.map(|one| one.id).as_deref(), expected, "{division}");
        }
    }
}
