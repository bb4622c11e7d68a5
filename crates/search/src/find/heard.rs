//! A reading as it is heard in a name: letters that sound like a part of the name become that
//! part, so that everything after reads characters only.

use std::ops::Range;

use super::question::Reading;
use crate::sound::{Heard, hear};
use crate::units::Unit;

/// A reading in one name.
pub(super) struct InName {
    /// Its units, each as a number that is equal where the units are.
    pub units: Vec<u32>,
    /// What each says.
    pub weights: Vec<f32>,
    /// What stands between separators, by ranges of units.
    pub parts: Vec<Range<usize>>,
    /// Units of the name that letters were heard in.
    pub heard: Vec<Range<usize>>,
    /// 1, or less where letters fit badly.
    pub quality: f32,
}

/// What a character says that was typed by its sound; about as much as one of middling rarity.
const HEARD: f32 = 4.0;

/// A number for a unit, equal where units are.
pub(super) fn number(unit: &Unit) -> u32 {
    unit.han().map_or_else(
        // FNV-1a; the top bit keeps words apart from characters.
        || {
            unit.word().unwrap_or_default().bytes().fold(0x811c_9dc5, |hash: u32, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            }) | 1 << 31
        },
        u32::from,
    )
}

impl InName {
    /// `name` are the units of the name; `weights` what the reading's units say.
    pub fn of(reading: &Reading, weights: &[f32], name: &[Unit]) -> Self {
        let mut own = Self {
            units: Vec::new(),
            weights: Vec::new(),
            parts: Vec::new(),
            heard: Vec::new(),
            quality: 1.0,
        };
        for part in &reading.parts {
            let start = own.units.len();
            for at in part.clone() {
                own.push(reading, at, weights.get(at).copied().unwrap_or(HEARD), name);
            }
            own.parts.push(start..own.units.len());
        }
        own
    }

    fn push(&mut self, reading: &Reading, at: usize, weight: f32, name: &[Unit]) {
        let unit = &reading.units[at];
        let typed = unit.word().filter(|typed| name.iter().all(|part| part.word() != Some(*typed)));
        if let Some(typed) = typed {
            let letters = reading.letters.iter().any(|(number, _)| *number == at);
            let heard = if letters { hear(typed, name) } else { None };
            if let Some(Heard { units, quality }) = heard {
                self.units.extend(name[units.clone()].iter().map(number));
                self.weights.extend(units.clone().map(|_| HEARD));
                self.heard.push(units);
                self.quality *= quality;
                return;
            }
            if let Some(whole) = name.iter().position(|part| part.begins(typed)) {
                self.units.push(number(&name[whole]));
                self.weights.push(weight);
                self.heard.push(whole..whole + 1);
                return;
            }
        }
        self.units.push(number(unit));
        self.weights.push(weight);
    }
}
