//! One letter wrong, missing, too much or swapped with its neighbour.

use super::parse::is_whole;

/// Shorter runs are one slip away from everything.
const SHORTEST: usize = 4;
/// Longer ones have enough right pairs of syllables to be found as they are.
const LONGEST: usize = 18;

/// Everything that is whole syllables and one slip away from `letters`.
pub(crate) fn respellings(letters: &str) -> Vec<String> {
    let plain = letters.bytes().all(|byte| byte.is_ascii_lowercase());
    if !plain || !(SHORTEST..=LONGEST).contains(&letters.len()) {
        return Vec::new();
    }
    let mut found: Vec<String> = edits(letters).filter(|edit| is_whole(edit)).collect();
    found.sort_unstable();
    found.dedup();
    found.retain(|edit| edit != letters);
    found
}

fn edits(letters: &str) -> impl Iterator<Item = String> {
    (0..=letters.len()).flat_map(move |at| {
        let (before, after) = letters.split_at(at);
        let rest = after.get(1..).unwrap_or_default();
        let dropped = std::iter::once(format!("{before}{rest}"));
        let put = ('a'..='z').map(move |letter| format!("{before}{letter}{after}"));
        let other = ('a'..='z').map(move |letter| format!("{before}{letter}{rest}"));
        let swapped = after.get(..2).map(|two| {
            let (first, second) = two.split_at(1);
            format!("{before}{second}{first}{}", &after[2..])
        });
        dropped.chain(put).chain(other).chain(swapped)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_of_slip_leads_back() {
        for (slip, why) in [
            ("shebso", "wrong"),
            ("sheao", "missing"),
            ("shebaoo", "too much"),
            ("hsebao", "swapped"),
        ] {
            assert!(respellings(slip).contains(&"shebao".to_owned()), "{why}: {slip}");
        }
    }

    #[test]
    fn too_short_or_no_pinyin_is_left_alone() {
        assert!(respellings("she").is_empty());
        assert!(respellings("11440000").is_empty());
    }
}
