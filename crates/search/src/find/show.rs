//! Showing a hit: what to highlight, a piece of text, and why it was found.

use std::ops::Range;

use tantivy::Searcher;
use tantivy::schema::{TantivyDocument, Value};

use super::question::{Question, Reading};
use super::rank::Ranked;
use crate::document::Passage;
use crate::error::{DAMAGED, Error};
use crate::index::Index;
use crate::query::{Excerpt, Hit, Reason};
use crate::sound::hear;
use crate::synonyms::Synonyms;
use crate::units::{Unit, units};

/// Characters of an excerpt, and how many of them before the first find.
const EXCERPT: usize = 48;
const BEFORE: usize = 12;
/// With less of the question in its name, a document was found for what else it holds.
const NAMED: f32 = 0.5;

/// A candidate as it is shown.
pub(super) fn hit(
    index: &Index,
    searcher: &Searcher,
    question: &Question,
    found: &Ranked<'_>,
) -> Result<Hit, Error> {
    let card = &found.candidate.card;
    let reading = &question.readings[found.reading];
    let highlights = marks(&card.title, reading);
    let whole = found.name == 0 && found.named > 0.999;
    let excerpt = if whole || found.code.is_some() {
        None
    } else {
        excerpt(&card.near, reading)
            .filter(|near| near.1 || found.seen > found.named)
            .map_or_else(|| from_rest(index, searcher, found, reading), |near| Ok(Some(near.0)))?
    };
    let reason = reason(found, reading, excerpt.as_ref());
    Ok(Hit {
        key: card.key.clone(),
        title: card.title.clone(),
        highlights,
        excerpt,
        reason,
        score: found.score,
    })
}

/// How many different characters are highlighted.
pub(super) fn marked(hit: &Hit) -> usize {
    let in_excerpt =
        hit.excerpt.as_ref().map(|excerpt| distinct(&excerpt.text, &excerpt.highlights));
    distinct(&hit.title, &hit.highlights).max(in_excerpt.unwrap_or(0))
}

fn reason(found: &Ranked<'_>, reading: &Reading, excerpt: Option<&Excerpt>) -> Reason {
    let card = &found.candidate.card;
    if let Some(code) = found.code.and_then(|at| card.codes.get(at)) {
        return Reason::Code(code.clone());
    }
    if let Some(excerpt) = excerpt.filter(|_| found.named < NAMED) {
        return Reason::Passage(excerpt.role);
    }
    if found.reading > 0 {
        return Reason::Synonym(reading.units.iter().map(Unit::text).collect());
    }
    let name = found.name.checked_sub(1).and_then(|alias| card.aliases.get(alias));
    let units = units(name.unwrap_or(&card.title));
    if reading.words().any(|typed| !units.iter().any(|unit| unit.begins(typed))) {
        return Reason::Sound(name.cloned());
    }
    name.map_or(Reason::Name, |name| Reason::OtherName(name.clone()))
}

/// Reads the longer passages and takes a piece of the best.
fn from_rest(
    index: &Index,
    searcher: &Searcher,
    found: &Ranked<'_>,
    reading: &Reading,
) -> Result<Option<Excerpt>, Error> {
    let document: TantivyDocument = searcher.doc(found.candidate.at)?;
    let rest = document.get_first(index.fields.rest).and_then(|rest| rest.as_str());
    let Some(rest) = rest else { return Ok(None) };
    let passages: Vec<Passage> = serde_json::from_str(rest).map_err(|_| DAMAGED)?;
    Ok(excerpt(&passages, reading).map(|(excerpt, _)| excerpt))
}

/// A piece of the passage that holds most of the question, and whether it holds a pair of it.
fn excerpt(passages: &[Passage], reading: &Reading) -> Option<(Excerpt, bool)> {
    let mut best: Option<(usize, &Passage, Vec<Range<usize>>)> = None;
    for passage in passages {
        let marks = marks(&passage.text, reading);
        let held = distinct(&passage.text, &marks);
        if held > best.as_ref().map_or(0, |best| best.0) {
            best = Some((held, passage, marks));
        }
    }
    let (held, passage, marks) = best?;
    let start = marks.first()?.start.saturating_sub(BEFORE);
    let letters: Vec<char> = passage.text.chars().collect();
    let end = (start + EXCERPT).min(letters.len());
    let cut = if start > 0 { "…" } else { "" };
    let text: String = letters[start..end].iter().collect();
    let text = format!("{cut}{text}{}", if end < letters.len() { "…" } else { "" });
    let shift = cut.chars().count();
    let within = marks.into_iter().filter(|mark| mark.end <= end);
    let highlights =
        within.map(|mark| mark.start - start + shift..mark.end - start + shift).collect();
    Some((Excerpt { role: passage.role, text, highlights }, held > 1))
}

/// How many different characters are marked.
fn distinct(text: &str, marks: &[Range<usize>]) -> usize {
    let marked = |at: &usize| marks.iter().any(|mark| mark.contains(at));
    let mut letters: Vec<char> =
        text.chars().enumerate().filter(|(at, _)| marked(at)).map(|(_, letter)| letter).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len()
}

/// What of `text` to highlight for `typed`: ranges of characters, in order, apart. The same that
/// [`Index::find`](crate::Index::find) gives, without synonyms; for lists that are filtered elsewhere.
pub fn highlight(text: &str, typed: &str) -> Vec<Range<usize>> {
    let question = Question::read(typed, &Synonyms::default());
    question.readings.first().map(|reading| marks(text, reading)).unwrap_or_default()
}

fn marks(text: &str, reading: &Reading) -> Vec<Range<usize>> {
    let units = units(text);
    let mut marked = vec![false; units.len()];
    for part in &reading.parts {
        mark_part(&units, &reading.units[part.clone()], &mut marked);
    }
    for typed in reading.words() {
        let literal = units.iter().any(|unit| unit.begins(typed));
        if let Some(heard) = if literal { None } else { hear(typed, &units) } {
            marked[heard.units].fill(true);
        }
    }
    if !marked.contains(&true) {
        mark_apart(&units, &reading.units, &mut marked);
    }
    ranges(&units, &marked)
}

/// Marks neighbours that are neighbours in the part too, Latin words by their beginning, and the
/// character of a part of one.
fn mark_part(units: &[Unit], part: &[Unit], marked: &mut [bool]) {
    for (at, unit) in units.iter().enumerate() {
        let alone = part.len() == 1 && part[0].sort == unit.sort;
        if alone || part.iter().filter_map(Unit::word).any(|typed| unit.begins(typed)) {
            marked[at] = true;
        }
    }
    for (at, pair) in units.windows(2).enumerate() {
        let same = |typed: &[Unit]| typed[0].sort == pair[0].sort && typed[1].sort == pair[1].sort;
        if pair[1].joined && part.windows(2).any(same) {
            marked[at] = true;
            marked[at + 1] = true;
        }
    }
}

/// Marks characters that stand in the same order, apart from each other: 环评 in 环境影响评价.
fn mark_apart(units: &[Unit], typed: &[Unit], marked: &mut [bool]) {
    let mut left = typed;
    for (at, unit) in units.iter().enumerate() {
        if left.first().is_some_and(|next| next.sort == unit.sort) {
            marked[at] = true;
            left = &left[1..];
        }
    }
    if !left.is_empty() {
        marked.fill(false);
    }
}

fn ranges(units: &[Unit], marked: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (unit, _) in units.iter().zip(marked).filter(|(_, marked)| **marked) {
        match ranges.last_mut() {
            Some(last) if last.end >= unit.from => last.end = unit.to,
            _ => ranges.push(unit.from..unit.to),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, typed: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let pieces = highlight(text, typed);
        let pieces = pieces.into_iter().map(|range| letters[range].iter().collect::<String>());
        pieces.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_was_typed_is_marked_however_it_was_typed() {
        assert_eq!(shown("企业职工社会保险登记", "社会保险"), "社会保险");
        assert_eq!(shown("企業職工社會保險登記", "社会 登记"), "社會|登記", "Traditional, apart");
        assert_eq!(shown("办理社保卡", "shebao"), "社保", "by sound");
        assert_eq!(shown("货物ATA单证册", "at"), "ATA", "by its beginning");
        assert_eq!(shown("海洋环境影响评价", "环评"), "环|评", "a short form");
        assert_eq!(shown("社保卡", "驾照"), "");
        assert_eq!(shown("卡", ""), "");
    }
}
