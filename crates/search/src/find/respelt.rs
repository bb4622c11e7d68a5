//! Nothing was found for letters that were typed: the nearest spelling that names something.

use tantivy::Searcher;

use crate::document::Kind;
use crate::error::Error;
use crate::index::Index;
use crate::query::Query;
use crate::schema::Fields;
use crate::sound::{self, Piece, parses, respellings};
use crate::units::{Unit, units};

/// What was typed with one letter put right; `None` when there is nothing better.
pub(super) fn respelt(
    index: &Index,
    searcher: &Searcher,
    query: &Query<'_>,
) -> Result<Option<String>, Error> {
    let holds = |kind: &&Kind| !matches!(searcher.doc_freq(&index.fields.group(**kind)), Ok(0));
    let kinds: Vec<Kind> = query.kinds.iter().filter(holds).copied().collect();
    let units = units(query.text);
    for typed in units.iter().filter_map(Unit::word) {
        let mut best: Option<(u64, String)> = None;
        for spelling in respellings(typed) {
            let documents = known(index, searcher, &kinds, &spelling)?;
            // Of two that are known as well, the shorter: a letter too much is the likelier slip.
            let better = best.as_ref().is_none_or(|(most, _)| documents > *most);
            if documents > 0 && better {
                best = Some((documents, spelling));
            }
        }
        if let Some((_, spelling)) = best {
            return Ok(Some(crate::fold(query.text).replacen(typed, &spelling, 1)));
        }
    }
    Ok(None)
}

/// In how many documents the rarest pair of syllables is heard.
fn known(index: &Index, searcher: &Searcher, kinds: &[Kind], spelling: &str) -> Result<u64, Error> {
    let Some(parse) = parses(spelling).into_iter().next() else { return Ok(0) };
    let keys: Vec<String> = parse.iter().map(Piece::letters).map(sound::key).collect();
    let mut rarest = u64::MAX;
    for pair in keys.windows(2) {
        let token = sound::pair_token(&pair[0], &pair[1]);
        let mut documents = 0;
        for kind in kinds {
            documents += searcher.doc_freq(&Fields::word(index.fields.sound, *kind, &token))?;
        }
        rarest = rarest.min(documents);
        if rarest == 0 {
            break;
        }
    }
    Ok(if keys.len() > 1 { rarest } else { 0 })
}
