//! Text that reads like its source: the same characters following each other as often as there.

use std::collections::HashMap;

use crate::dice::Dice;

/// Characters of a run, at least and at most.
const RUN: (usize, usize) = (4, 14);

/// Which character follows which.
pub struct Voice {
    after: HashMap<char, Vec<char>>,
    all: Vec<char>,
    anew: usize,
}

impl Voice {
    /// Learns from texts.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut after: HashMap<char, Vec<char>> = HashMap::new();
        let mut all = Vec::new();
        for text in texts {
            let letters: Vec<char> = text.chars().collect();
            for pair in letters.windows(2) {
                after.entry(pair[0]).or_default().push(pair[1]);
            }
            all.extend(letters);
        }
        Self { after, all, anew: 0 }
    }

    /// Lets `percent` of a text be written anew.
    pub fn set_anew(&mut self, percent: usize) {
        self.anew = percent;
    }

    fn next(&self, dice: &mut Dice, before: Option<char>) -> char {
        let known = before.and_then(|letter| self.after.get(&letter)).unwrap_or(&self.all);
        known[dice.below(known.len())]
    }

    /// A text of `length` characters.
    pub fn sentence(&self, dice: &mut Dice, length: usize) -> String {
        let mut last = None;
        let letters = (0..length).map(|_| {
            let letter = self.next(dice, last);
            last = Some(letter);
            letter
        });
        letters.collect()
    }

    /// `text` with some of its runs written anew, and with other digits.
    pub fn vary(&self, dice: &mut Dice, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut varied = String::with_capacity(text.len());
        let mut last = None;
        let mut left = &letters[..];
        while !left.is_empty() {
            let length = (RUN.0 + dice.below(RUN.1 - RUN.0 + 1)).min(left.len());
            let anew = dice.chance(self.anew);
            for old in &left[..length] {
                let letter = self.letter(dice, *old, anew, last);
                varied.push(letter);
                last = Some(letter);
            }
            left = &left[length..];
        }
        varied
    }

    fn letter(&self, dice: &mut Dice, old: char, anew: bool, last: Option<char>) -> char {
        if old.is_ascii_digit() {
            return char::from(b'0' + u8::try_from(dice.below(10)).unwrap_or_default());
        }
        // Addresses of guides and the like stay what they are.
        if anew && !old.is_ascii() { self.next(dice, last) } else { old }
    }
}
