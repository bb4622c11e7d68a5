//! Text as the search sees it: full-width to half-width, lower case, Traditional to Simplified.
//!
//! Every folded character remembers which character of the text it comes from, so that whatever
//! is found in the folded text can be shown in the text a person reads.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

const TRADITIONAL: &str = include_str!("traditional.txt");
/// The characters of the Basic Multilingual Plane; rarer ones have no simplified form to speak of.
const PLANE: usize = 0x1_0000;

/// The simplified form of each character; zero where it is its own.
static SIMPLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut simple = vec![0; PLANE];
    for line in TRADITIONAL.lines().filter(|line| !line.starts_with('#')) {
        let letters: Vec<char> = line.chars().collect();
        for pair in letters.chunks_exact(2) {
            if let (Some(slot), Ok(to)) =
                (simple.get_mut(pair[0] as usize), u16::try_from(u32::from(pair[1])))
            {
                *slot = to;
            }
        }
    }
    simple
});

fn simplify(letter: char) -> char {
    let simple = SIMPLE.get(letter as usize).copied().unwrap_or(0);
    if simple == 0 { letter } else { char::from_u32(u32::from(simple)).unwrap_or(letter) }
}

/// A folded character and the place, in characters, of the one it comes from.
pub(crate) type Placed = (char, usize);

/// Folds `text`, with the place of every character.
pub(crate) fn fold_placed(text: &str) -> Vec<Placed> {
    let mut folded = Vec::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        if letter.is_ascii() {
            folded.push((letter.to_ascii_lowercase(), at));
        } else if is_han(letter) {
            folded.push((simplify(letter), at));
        } else {
            // Each by itself: a combining mark may come apart from its letter, as places matter more.
            let forms = std::iter::once(letter).nfkc().flat_map(char::to_lowercase);
            folded.extend(forms.map(|form| (simplify(form), at)));
        }
    }
    folded
}

/// Folds `text`: full-width to half-width, compatibility forms to plain ones, lower case,
/// Traditional characters to Simplified ones. What is equal folded is equal to the search.
pub fn fold(text: &str) -> String {
    fold_placed(text).into_iter().map(|(letter, _)| letter).collect()
}

/// Whether `letter` is a Chinese character.
pub(crate) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_same_character_fold_to_one() {
        assert_eq!(fold("ＡＢＣ１２"), "abc12", "full width");
        assert_eq!(fold("營業執照"), "营业执照", "Traditional");
        assert_eq!(fold("㎡"), "m2", "one character that stands for two");
    }

    #[test]
    fn a_folded_character_knows_where_it_comes_from() {
        let places: Vec<usize> = fold_placed("㎡證").into_iter().map(|(_, at)| at).collect();
        assert_eq!(places, [0, 0, 1]);
    }
}
