//! Whether typed letters are how a part of a name sounds.

use std::ops::Range;

use super::{key, readings};
use crate::units::Unit;

/// How well a character fits: said in full, said alike, by its beginning while the word is still
/// being typed, by its initial.
const FULL: f32 = 1.0;
const ALIKE: f32 = 0.85;
const TYPING: f32 = 0.9;
const INITIAL: f32 = 0.75;
const LONGEST_SYLLABLE: usize = 6;

/// Where letters were heard.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heard {
    /// The units, by number.
    pub units: Range<usize>,
    /// Up to 1: how well they fit, on average.
    pub quality: f32,
}

/// The best place in `units` that sounds like all of `letters`.
pub(crate) fn hear(letters: &str, units: &[Unit]) -> Option<Heard> {
    let mut best: Option<Heard> = None;
    for start in 0..units.len() {
        let Some((count, sum)) = from(letters, &units[start..]) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "a few characters")]
        let quality = sum / count as f32;
        // Of two that fit as well, the one nearer to the beginning.
        if best.as_ref().is_none_or(|best| quality > best.quality) {
            best = Some(Heard { units: start..start + count, quality });
        }
    }
    best
}

/// Number of units that take up all the letters, and the sum of how well each fits.
fn from(letters: &str, units: &[Unit]) -> Option<(usize, f32)> {
    if letters.is_empty() {
        return Some((0, 0.0));
    }
    let (first, rest) = units.split_first()?;
    let mut best: Option<(usize, f32)> = None;
    let may = readings(first).filter(|reading| begin_alike(letters, reading));
    for (length, quality) in may.flat_map(|reading| takes(letters, reading)) {
        if let Some((count, sum)) = from(&letters[length..], rest) {
            let way = (count + 1, sum + quality);
            if best.is_none_or(|best| mean(way) > mean(best)) {
                best = Some(way);
            }
        }
    }
    best
}

#[expect(clippy::cast_precision_loss, reason = "a few characters")]
fn mean((count, sum): (usize, f32)) -> f32 {
    sum / count as f32
}

/// Whether it is worth a closer look: most characters of a name are not.
fn begin_alike(letters: &str, reading: &str) -> bool {
    let plain = |text: &str| text.bytes().next().map(|byte| if byte == b'l' { b'n' } else { byte });
    plain(letters) == plain(reading)
}

/// How many of `letters` a character read as `reading` may take up, and how well that fits.
fn takes(letters: &str, reading: &str) -> Vec<(usize, f32)> {
    let mut takes = Vec::new();
    if letters.starts_with(reading) {
        takes.push((reading.len(), FULL));
    } else if reading.starts_with(letters) {
        takes.push((letters.len(), if letters.len() > 1 { TYPING } else { INITIAL }));
    }
    let same = key(reading);
    for length in 2..=LONGEST_SYLLABLE.min(letters.len()) {
        let alike = letters.get(..length).is_some_and(|part| part != reading && key(part) == same);
        if alike {
            takes.push((length, ALIKE));
        }
    }
    if reading.len() > 1 && letters.len() > 1 && letters.as_bytes()[0] == reading.as_bytes()[0] {
        takes.push((1, INITIAL));
        let double = letters.get(..2).filter(|two| matches!(*two, "zh" | "ch" | "sh"));
        takes.extend(double.filter(|two| reading.starts_with(*two)).map(|_| (2, INITIAL)));
    }
    takes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::units;

    fn heard(letters: &str, name: &str) -> Option<Range<usize>> {
        hear(letters, &units(name)).map(|heard| heard.units)
    }

    #[test]
    fn letters_are_heard_where_they_are_said() {
        assert_eq!(heard("shebao", "办理社保参保"), Some(2..4), "in full");
        assert_eq!(heard("sbcb", "社保参保"), Some(0..4), "by initials");
        assert_eq!(heard("sbcanbao", "社保参保"), Some(0..4), "both mixed");
        assert_eq!(heard("sebao", "社保"), Some(0..2), "s for sh");
        assert_eq!(heard("sheb", "社保"), Some(0..2), "the last one is being typed");
        assert_eq!(heard("hangye", "行业"), Some(0..2), "a character with two readings");
        assert_eq!(heard("ata", "货物ATA单证册"), Some(2..3), "a Latin word is itself");
        assert_eq!(heard("gongjijin", "社保"), None);
    }
}
