//! Text cut into units: a Chinese character is a unit, and so is a whole Latin word or number.
//!
//! Chinese has no spaces, and a dictionary cuts official names where people do not. Single units
//! and neighbouring pairs find every piece of a name; that is what the index holds.

use crate::fold::{fold_placed, is_han};

/// What a unit is. A character needs no memory of its own: names are cut at every keystroke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sort {
    Han(char),
    Word(String),
}

/// A unit and where it stands in the text, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    pub sort: Sort,
    /// Place of its first character in the text.
    pub from: usize,
    /// Place after its last character.
    pub to: usize,
    /// Whether nothing stands between this one and the one before.
    pub joined: bool,
}

impl Unit {
    /// The character, if it is a Chinese one.
    pub fn han(&self) -> Option<char> {
        match self.sort {
            Sort::Han(letter) => Some(letter),
            Sort::Word(_) => None,
        }
    }

    /// The Latin word or number, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.sort {
            Sort::Han(_) => None,
            Sort::Word(word) => Some(word),
        }
    }

    /// Whether it is a Latin word or number that begins with `typed`.
    pub fn begins(&self, typed: &str) -> bool {
        self.word().is_some_and(|word| word.starts_with(typed))
    }

    /// Its text.
    pub fn text(&self) -> String {
        match &self.sort {
            Sort::Han(letter) => letter.to_string(),
            Sort::Word(word) => word.clone(),
        }
    }
}

/// Cuts `text` into units; everything else only separates them.
pub(crate) fn units(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    // Whether the character before was part of a unit, and whether of a word that may go on.
    let (mut joined, mut open) = (false, false);
    for (letter, at) in fold_placed(text) {
        let word = !is_han(letter);
        if word && !letter.is_alphanumeric() {
            (joined, open) = (false, false);
            continue;
        }
        match units.last_mut() {
            Some(Unit { sort: Sort::Word(text), to, .. }) if open && word => {
                text.push(letter);
                *to = at + 1;
            }
            _ => {
                let sort = if word { Sort::Word(letter.into()) } else { Sort::Han(letter) };
                units.push(Unit { sort, from: at, to: at + 1, joined });
            }
        }
        (joined, open) = (true, word);
    }
    units
}

/// The tokens of `units`: each of them, and each pair of neighbours.
pub(crate) fn tokens(units: &[Unit]) -> Vec<String> {
    let mut tokens: Vec<String> = units.iter().map(Unit::text).collect();
    tokens.extend(pairs(units));
    tokens
}

/// The pairs of neighbours.
pub(crate) fn pairs(units: &[Unit]) -> impl Iterator<Item = String> {
    let pairs = units.windows(2).filter(|pair| pair[1].joined);
    pairs.map(|pair| pair[0].text() + &pair[1].text())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        tokens(&units(text))
    }

    #[test]
    fn characters_words_and_pairs_that_touch() {
        assert_eq!(cut("办F证"), ["办", "f", "证", "办f", "f证"]);
        assert_eq!(cut("社保，卡"), ["社", "保", "卡", "社保"], "a comma keeps apart");
        assert_eq!(cut("\" OR *（）"), ["or"], "signs are nothing");
        assert!(cut("").is_empty());
    }

    #[test]
    fn a_unit_knows_its_place_in_the_text_as_written() {
        let units = units("《ＡＴＡ單證》");
        let places: Vec<_> = units.iter().map(|unit| (unit.text(), unit.from, unit.to)).collect();
        let wanted = [("ata", 1, 4), ("单", 4, 5), ("证", 5, 6)];
        assert_eq!(places, wanted.map(|(text, from, to)| (text.to_owned(), from, to)));
    }
}
