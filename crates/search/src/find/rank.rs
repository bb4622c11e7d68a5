//! Ranking candidates: how well does a name answer what was typed?
//!
//! A sum of a few shares between 0 and 1, each times what it counts for. The numbers are fitted on
//! popular names of real matters and checked on departments that were left out (docs/search.md);
//! they are round, as the fit is flat around them.

use std::cell::LazyCell;
use std::ops::Deref;

use super::candidates::{Candidate, Candidates};
use super::heard::{InName, number};
use super::question::{Question, Reading};
use crate::document::{Kind, Role};
use crate::query::Query;
use crate::schema::Card;
use crate::units::{Unit, units};

/// From this share on, what was typed is held to be found.
pub(super) const SURE: f32 = 0.75;
/// Beside something that is surely found, what holds less than this is not shown.
pub(super) const BESIDE: f32 = 0.4;

/// From so many characters on, one of them alone is no answer.
const SEVERAL: usize = 3;

/// What each share counts for.
mod counts {
    /// Words found anywhere, by their rarity.
    pub const WORDS: f32 = 3.0;
    /// Units of the question in the name.
    pub const COVERED: f32 = 5.5;
    /// Units and pairs of the name in the question: of two names that hold it all, the one with less else.
    pub const FILLED: f32 = 3.0;
    /// Units in the same order.
    pub const IN_ORDER: f32 = 2.3;
    /// The part between separators that fits best.
    pub const PART: f32 = 3.0;
    /// Every unit of the question is in the name.
    pub const ALL: f32 = 1.2;
    /// The name is the question.
    pub const EXACT: f32 = 0.4;
    /// The name begins with the question.
    pub const BEGINS: f32 = 0.3;
    /// Long names, by the logarithm of their length.
    pub const LENGTH: f32 = -0.2;
    /// What the name lacks and the heading has.
    pub const HEADING: f32 = 0.6;
    /// What the name lacks and the variant has.
    pub const VARIANT: f32 = 0.3;
    /// A reading with a word replaced.
    pub const REPLACED: f32 = -0.1;
    /// Found under another name than the title.
    pub const ALIAS: f32 = -0.1;
    /// How badly letters fit.
    pub const MISHEARD: f32 = -3.0;
    /// A code, from its beginning or from its middle.
    pub const CODE: (f32, f32) = (20.0, 15.0);
    /// Own use and everybody's, by the logarithm: what one uses oneself says more.
    pub const USE: f32 = 0.5;
    pub const USE_BY_ALL: f32 = 0.15;
    /// Own place; season.
    pub const PLACE: f32 = 0.8;
    pub const SEASON: f32 = 0.4;
}

/// A candidate with its rank.
pub(super) struct Ranked<'c> {
    pub candidate: &'c Candidate,
    pub score: f32,
    /// The reading and the name that answer best; name 0 is the title.
    pub reading: usize,
    pub name: usize,
    /// Share of the question in the name and near to it.
    pub seen: f32,
    /// Share of the question in the name.
    pub named: f32,
    /// Of several characters that were typed, only one is in the name or near to it.
    pub lone: bool,
    /// Whether a code holds what was typed.
    pub code: Option<usize>,
}

/// Best first.
pub(super) fn rank<'c>(
    candidates: &'c Candidates,
    query: &Query<'_>,
    question: &Question,
    kind: Kind,
) -> Vec<Ranked<'c>> {
    let mut ranked: Vec<Ranked> = candidates
        .found
        .iter()
        .map(|candidate| {
            let mut ranked = answer(candidate, question, &candidates.weights);
            ranked.score += likely(&candidate.card, query, kind);
            ranked
        })
        .collect();
    let best = ranked.iter().map(|found| found.seen).fold(0.0, f32::max);
    if best >= SURE {
        ranked.retain(|found| found.seen >= BESIDE || found.code.is_some());
    }
    ranked.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then_with(|| a.candidate.card.key.cmp(&b.candidate.card.key))
    });
    ranked
}

/// The reading and the name that answer best.
fn answer<'c>(candidate: &'c Candidate, question: &Question, weights: &[Vec<f32>]) -> Ranked<'c> {
    let card = &candidate.card;
    let code = code_of(card, question);
    let mut best = Ranked {
        score: f32::MIN,
        reading: 0,
        name: 0,
        seen: 0.0,
        named: 0.0,
        lone: false,
        candidate,
        code,
    };
    let near = LazyCell::new(|| Near::of(card));
    let names: Vec<Name> =
        std::iter::once(&card.title).chain(&card.aliases).map(|name| Name::of(name)).collect();
    for (number, (reading, weights)) in question.readings.iter().zip(weights).enumerate() {
        let words = candidate.words[number];
        if number > 0 && words == 0.0 {
            continue;
        }
        for (which, name) in names.iter().enumerate() {
            let mut fit = fit(reading, weights, name, &near);
            fit.score += counts::WORDS * words;
            fit.score += if number > 0 { counts::REPLACED } else { 0.0 };
            fit.score += if which > 0 { counts::ALIAS } else { 0.0 };
            if fit.score > best.score {
                let Fit { score, seen, named, lone } = fit;
                best = Ranked { score, reading: number, name: which, seen, named, lone, ..best };
            }
        }
    }
    if let Some((_, bonus)) = code_match(card, question) {
        best.score += bonus;
        (best.seen, best.lone) = (1.0, false);
    }
    best
}

fn code_of(card: &Card, question: &Question) -> Option<usize> {
    code_match(card, question).map(|(at, _)| at)
}

fn code_match(card: &Card, question: &Question) -> Option<(usize, f32)> {
    let typed = question.code.as_ref()?;
    let found = card.codes.iter().enumerate().filter_map(|(at, code)| {
        let place = crate::codes::plain(code).find(typed.as_str())?;
        Some((at, if place == 0 { counts::CODE.0 } else { counts::CODE.1 }))
    });
    found.max_by(|a, b| a.1.total_cmp(&b.1))
}

/// What speaks for a document whatever was typed.
fn likely(card: &Card, query: &Query<'_>, kind: Kind) -> f32 {
    let own = if query.uses.is_empty() { None } else { query.uses.get(&(kind, card.key.clone())) };
    let is_entry = matches!(kind, Kind::Knowledge | Kind::Reply);
    let by_all = is_entry.then(|| query.used_by_all.get(&card.key)).flatten();
    let season = card.seasons.iter().any(|season| season.holds(query.today));
    counts::USE * habit(own)
        + counts::USE_BY_ALL * habit(by_all)
        + counts::PLACE * near_place(&card.division, query.place)
        + if season { counts::SEASON } else { 0.0 }
}

/// The tenth use says less than the first.
#[expect(clippy::cast_precision_loss, reason = "a weight")]
fn habit(uses: Option<&u32>) -> f32 {
    uses.map_or(0.0, |uses| (1.0 + *uses as f32).ln())
}

/// 1 at the own place, less for what is responsible for a larger area around it, 0 elsewhere.
#[expect(clippy::cast_precision_loss, reason = "a few digits")]
fn near_place(division: &str, place: &str) -> f32 {
    let (area, own) = (division.trim_end_matches('0'), place.trim_end_matches('0'));
    if area.is_empty() || !own.starts_with(area) {
        return 0.0;
    }
    area.len() as f32 / own.len() as f32
}

/// A name, cut.
struct Name {
    units: Vec<Unit>,
    numbers: Vec<u32>,
}

impl Name {
    fn of(name: &str) -> Self {
        let units = units(name);
        Self { numbers: units.iter().map(number).collect(), units }
    }
}

/// What stands near to the name.
struct Near {
    variant: Vec<u32>,
    other: Vec<u32>,
}

impl Near {
    fn of(card: &Card) -> Self {
        let (mut variant, mut other) = (Vec::new(), Vec::new());
        for passage in &card.near {
            let of = if passage.role == Role::Variant { &mut variant } else { &mut other };
            of.extend(units(&passage.text).iter().map(number));
        }
        Self { variant, other }
    }
}

struct Fit {
    score: f32,
    seen: f32,
    named: f32,
    lone: bool,
}

/// How a reading fits a name.
fn fit(reading: &Reading, weights: &[f32], name: &Name, near: &impl Deref<Target = Near>) -> Fit {
    let asked = InName::of(reading, weights, &name.units);
    let total: f32 = asked.weights.iter().sum::<f32>().max(f32::EPSILON);
    let (mut named, mut heading, mut variant) = (0.0, 0.0, 0.0);
    let mut held = 0;
    for (unit, weight) in asked.units.iter().zip(&asked.weights) {
        let place = if name.numbers.contains(unit) {
            &mut named
        } else if near.variant.contains(unit) {
            &mut variant
        } else if near.other.contains(unit) {
            &mut heading
        } else {
            continue;
        };
        *place += weight / total;
        held += 1;
    }
    let all = named > 0.999;
    let exact = asked.units == name.numbers;
    let begins = asked.units.iter().take(2).eq(name.numbers.iter().take(2.min(asked.units.len())));
    #[expect(clippy::cast_precision_loss, reason = "the length of a name")]
    let length = (name.numbers.len().max(1) as f32).ln();
    let score = counts::COVERED * named
        + counts::FILLED * filled(&asked, name)
        + counts::IN_ORDER * share(common(&asked.units, &name.numbers), asked.units.len())
        + counts::PART * best_part(&asked, name)
        + counts::ALL * f32::from(all)
        + counts::EXACT * f32::from(exact)
        + counts::BEGINS * f32::from(begins)
        + counts::LENGTH * length
        + counts::HEADING * heading
        + counts::VARIANT * variant
        + counts::MISHEARD * (1.0 - asked.quality);
    let lone = held < 2 && asked.units.len() >= SEVERAL;
    Fit { score, seen: named + heading + variant, named, lone }
}

/// Share of the name that was asked for: of its units and of its pairs.
fn filled(asked: &InName, name: &Name) -> f32 {
    let units = name.numbers.iter().filter(|unit| asked.units.contains(unit)).count();
    let asked_pair = |pair: &&[u32]| asked.units.windows(2).any(|other| other == *pair);
    let pairs = name.numbers.windows(2).filter(asked_pair).count();
    share(units + pairs, (2 * name.numbers.len()).saturating_sub(1))
}

/// The part that fits best; a short one counts less, as it fits many names.
fn best_part(asked: &InName, name: &Name) -> f32 {
    let parts = asked.parts.iter().map(|part| {
        let units = &asked.units[part.clone()];
        share(common(units, &name.numbers), units.len()) * share(units.len(), 4).min(1.0)
    });
    parts.fold(0.0, f32::max)
}

#[expect(clippy::cast_precision_loss, reason = "the length of a name")]
fn share(of: usize, all: usize) -> f32 {
    of as f32 / all.max(1) as f32
}

/// Length of the longest row of units that both have in the same order.
fn common(one: &[u32], other: &[u32]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for unit in one {
        let mut before = 0;
        for (at, theirs) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if unit == theirs { before + 1 } else { above.max(row[at]) };
            before = above;
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_place_comes_before_the_area_around_it_and_that_before_any_other() {
        let own = near_place("440106000000", "440106");
        let city = near_place("440100", "440106");
        let province = near_place("440000", "440106");
        assert!(own > city && city > province && province > 0.0);
        assert!(near_place("440300", "440106").abs() < f32::EPSILON, "another city");
        assert!(near_place("", "440106").abs() < f32::EPSILON, "nobody says where");
    }

    #[test]
    fn what_two_names_have_in_the_same_order() {
        assert_eq!(common(&[1, 2, 3], &[1, 9, 2, 8, 3]), 3);
        assert_eq!(common(&[3, 2, 1], &[1, 2, 3]), 1);
        assert_eq!(common(&[], &[1]), 0);
    }
}
