//! Typed letters taken apart: `shebao` is she·bao, `sheb` is she·b…, `sbcb` is s·b·c·b.

use std::collections::HashSet;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// Ways to take letters apart that are followed up.
const KEPT: usize = 3;
/// Longer runs are no pinyin anybody types in one go.
const LONGEST: usize = 32;
const LONGEST_SYLLABLE: usize = 6;

/// What a piece costs; the cheapest parse is the likeliest.
const SYLLABLE: u32 = 10;
const START: u32 = 11;
const INITIAL: u32 = 13;
const VOWEL: u32 = 16;

/// Every syllable some character is read by.
static SYLLABLES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let characters = '\u{4e00}'..='\u{9fa5}';
    characters
        .flat_map(|letter| letter.to_pinyin_multi().into_iter().flatten())
        .map(pinyin::Pinyin::plain)
        .filter(|plain| plain.is_ascii())
        .collect()
});

/// Every beginning of a syllable.
static STARTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    SYLLABLES.iter().flat_map(|syllable| (1..syllable.len()).map(|end| &syllable[..end])).collect()
});

/// A part of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Piece {
    /// A whole syllable.
    Syllable(String),
    /// The beginning of one: an initial, or the last syllable while it is being typed.
    Start(String),
}

impl Piece {
    pub fn letters(&self) -> &str {
        match self {
            Self::Syllable(letters) | Self::Start(letters) => letters,
        }
    }

    pub fn initial(&self) -> char {
        self.letters().chars().next().unwrap_or(' ')
    }
}

/// One way to take letters apart.
pub(crate) type Parse = Vec<Piece>;

/// The likeliest ways to take `letters` apart, best first; none when they are no pinyin.
pub(crate) fn parses(letters: &str) -> Vec<Parse> {
    if letters.len() > LONGEST || !letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    // The best ways to read the letters up to each place.
    let mut upto: Vec<Vec<(u32, Parse)>> = vec![Vec::new(); letters.len() + 1];
    upto[0].push((0, Vec::new()));
    for end in 1..=letters.len() {
        let mut ways = Vec::new();
        for start in end.saturating_sub(LONGEST_SYLLABLE)..end {
            if let Some((cost, piece)) = piece(&letters[start..end], end == letters.len()) {
                ways.extend(upto[start].iter().map(|(before, parse)| {
                    let longer = parse.iter().cloned().chain([piece.clone()]).collect();
                    (before + cost, longer)
                }));
            }
        }
        ways.sort_by_key(|(cost, _)| *cost);
        ways.truncate(KEPT);
        upto[end] = ways;
    }
    upto.pop().unwrap_or_default().into_iter().map(|(_, parse)| parse).collect()
}

fn piece(letters: &str, last: bool) -> Option<(u32, Piece)> {
    let text = letters.to_owned();
    if SYLLABLES.contains(letters) {
        let cost = if letters.len() > 1 { SYLLABLE } else { VOWEL };
        return Some((cost, Piece::Syllable(text)));
    }
    match letters {
        "i" | "u" | "v" => None,
        "zh" | "ch" | "sh" => Some((INITIAL, Piece::Start(text))),
        _ if letters.len() == 1 => Some((INITIAL, Piece::Start(text))),
        _ if last && STARTS.contains(letters) => Some((START, Piece::Start(text))),
        _ => None,
    }
}

/// Whether `letters` are whole syllables, at least two of them.
pub(super) fn is_whole(letters: &str) -> bool {
    // The fewest syllables up to each place.
    let mut fewest: Vec<Option<u32>> = vec![None; letters.len() + 1];
    fewest[0] = Some(0);
    for end in 1..=letters.len() {
        let starts = end.saturating_sub(LONGEST_SYLLABLE)..end;
        fewest[end] = starts
            .filter(|start| end - start > 1 && SYLLABLES.contains(&letters[*start..end]))
            .filter_map(|start| fewest[start].map(|count| count + 1))
            .min();
    }
    fewest[letters.len()].is_some_and(|count| count > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(letters: &str) -> String {
        let parse = parses(letters).into_iter().next().unwrap_or_default();
        parse.iter().map(Piece::letters).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_likeliest_way_comes_first() {
        assert_eq!(best("shebao"), "she bao", "whole syllables");
        assert_eq!(best("sheb"), "she b", "the last one is being typed");
        assert_eq!(best("sbcb"), "s b c b", "initials");
        assert_eq!(best("sbao"), "s bao", "both mixed");
        assert_eq!(best("zhongguo"), "zhong guo", "the longest syllable, not zhon·g");
        assert_eq!(best(""), "");
        assert!(parses("社").is_empty(), "no letters");
        assert!(parses(&"a".repeat(100)).is_empty(), "too long to be typed in one go");
    }

    #[test]
    fn whole_means_two_syllables_and_nothing_left() {
        assert!(is_whole("shebao"));
        assert!(!is_whole("sheb"));
        assert!(!is_whole("she"));
    }
}
