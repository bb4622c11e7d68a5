//! Whether two questions ask the same, by the pairs of characters they share. Made for a list that a
//! person looks at: it may show one too many, and decides nothing.

use std::collections::BTreeSet;

/// From this share of the shorter question's pairs on, of a thousand, they may ask the same.
const ALIKE: usize = 450;
/// With fewer pairs than this, nearly any question would do.
const FEWEST_PAIRS: usize = 3;

/// How much of the shorter question the other one holds, of a thousand; `None`: not enough to be shown.
pub fn alike(one: &str, other: &str) -> Option<usize> {
    let (one, other) = (pairs(one), pairs(other));
    let shorter = one.len().min(other.len());
    if shorter < FEWEST_PAIRS {
        return None;
    }
    let shared = one.intersection(&other).count() * 1000 / shorter;
    (shared >= ALIKE).then_some(shared)
}

/// Characters that stand side by side, without signs, spaces and the words of asking.
fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = text
        .chars()
        .filter(|letter| {
            letter.is_alphanumeric() && !"的了吗呢啊请问能不能可以怎么".contains(*letter)
        })
        .flat_map(char::to_lowercase)
        .collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_in_other_words_is_shown_and_another_about_the_same_thing_is_not() {
        let asked = "养老保险在外省断缴三年，户口迁来后能不能补缴？";
        for (typed, is_shown) in [
            ("外省断缴的养老保险，户口迁来以后可以补缴吗", true),
            ("养老保险断缴三年能补缴吗？", true),
            ("养老保险断缴", true),
            ("养老保险每月能领多少", false),
            ("户口迁来需要什么材料", false),
            ("养老", false),
            ("", false),
        ] {
            assert_eq!(
                alike(asked, typed).is_some(),
                is_shown,
                "{typed}: {:?}",
                alike(asked, typed)
            );
            assert_eq!(alike(asked, typed), alike(typed, asked), "either way round: {typed}");
        }
    }
}
