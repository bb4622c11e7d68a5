//! How names sound: for finding them by pinyin, by initials, or by both mixed.
//!
//! A syllable is kept under a key that does not tell apart what speakers of many regions do not:
//! zh and z, ch and c, sh and s, final ng and n, initial l and n. So the commonest slips need no
//! second search.

mod hearing;
mod parse;
mod respell;

use pinyin::ToPinyinMulti;

use crate::units::Unit;

pub(crate) use hearing::{Heard, hear};
pub(crate) use parse::{Parse, Piece, parses};
pub(crate) use respell::respellings;

/// Readings of a character that are kept: more are rare words.
const READINGS: usize = 2;

/// How `unit` may be read: a character by its syllables, a Latin word by its letters.
pub(crate) fn readings(unit: &Unit) -> impl Iterator<Item = &str> + Clone {
    let mut readings: [Option<&str>; READINGS] = [unit.word(), None];
    let all = unit.han().and_then(|letter| letter.to_pinyin_multi()).into_iter().flatten();
    for plain in all.map(pinyin::Pinyin::plain) {
        let free = readings.iter().position(|slot| slot.is_none_or(|known| known == plain));
        if let Some(free) = free {
            readings[free] = Some(plain);
        }
    }
    readings.into_iter().flatten()
}

/// The key of a syllable or of the beginning of one.
pub(crate) fn key(syllable: &str) -> String {
    let mut key: String = match syllable.split_at_checked(2) {
        Some(("zh", rest)) => format!("z{rest}"),
        Some(("ch", rest)) => format!("c{rest}"),
        Some(("sh", rest)) => format!("s{rest}"),
        _ => match syllable.strip_prefix('l') {
            Some(rest) => format!("n{rest}"),
            None => syllable.to_owned(),
        },
    };
    if key.ends_with("ng") {
        key.pop();
    }
    key.replace('v', "u")
}

/// The tokens of how `units` sound: keys, pairs of keys, and rows of one to three initials.
pub(crate) fn tokens(units: &[Unit]) -> Vec<String> {
    let mut tokens = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let keys = keys(unit);
        let mut rows: Vec<String> = initials(unit).into_iter().map(initial_token).collect();
        tokens.extend(keys.iter().cloned());
        if let Some(next) = units.get(at + 1) {
            let pairs = keys.iter().flat_map(|a| crossed(a, next));
            tokens.extend(pairs);
        }
        for next in units[at + 1..].iter().take(2) {
            tokens.extend(rows.iter().cloned());
            let longer = |row: &String| extended(row, next);
            rows = rows.iter().flat_map(longer).collect();
        }
        tokens.extend(rows);
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// The token of a pair of syllables, given their keys.
pub(crate) fn pair_token(first: &str, second: &str) -> String {
    format!("{first} {second}")
}

/// The token of a row of initials.
pub(crate) fn initial_token(initials: impl std::fmt::Display) -> String {
    format!("#{initials}")
}

fn crossed(first: &str, next: &Unit) -> Vec<String> {
    keys(next).iter().map(|second| pair_token(first, second)).collect()
}

fn extended(row: &str, next: &Unit) -> Vec<String> {
    initials(next).into_iter().map(|initial| format!("{row}{initial}")).collect()
}

fn keys(unit: &Unit) -> Vec<String> {
    let mut keys: Vec<String> = readings(unit).map(key).collect();
    keys.dedup();
    keys
}

fn initials(unit: &Unit) -> Vec<char> {
    let mut initials: Vec<char> =
        readings(unit).filter_map(|reading| reading.chars().next()).collect();
    initials.dedup();
    initials
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::units;

    #[test]
    fn what_many_regions_say_alike_has_one_key() {
        for (one, other) in [("zhong", "zong"), ("shen", "sheng"), ("lan", "nan"), ("lv", "lu")] {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
    }

    #[test]
    fn a_name_is_found_by_syllables_and_by_initials() {
        let tokens = tokens(&units("社保卡"));
        for token in ["se", "se bao", "#s", "#sb", "#sbk", "#bk"] {
            assert!(tokens.contains(&token.to_owned()), "{token}");
        }
    }
}
