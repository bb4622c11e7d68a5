//! Numbers that look random and follow from a seed alone: splitmix64, fixed for good, so that a
//! seed from an old log replays on a new build.

/// A stream of numbers.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.number() % (bound as u64)).unwrap_or(0)
    }

    /// A number of `from ..= to`.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        let span = (to - from).unsigned_abs() + 1;
        from + (self.number() % span).cast_signed()
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: u8) -> bool {
        self.number() % 100 < u64::from(chance)
    }

    /// One of `choices`, which are not empty.
    pub fn one<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// One of `choices`, each as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, choices: &[(u32, T)]) -> T {
        let sum: u32 = choices.iter().map(|(weight, _)| weight).sum();
        let mut left = self.number() % u64::from(sum.max(1));
        for (weight, choice) in choices {
            if left < u64::from(*weight) {
                return *choice;
            }
            left -= u64::from(*weight);
        }
        choices[0].1
    }

    /// An identity in the form of a `UUIDv7` of that moment.
    pub fn identity(&mut self, at_ms: i64) -> uuid::Uuid {
        let mut bytes = [0_u8; 10];
        bytes[..8].copy_from_slice(&self.number().to_be_bytes());
        bytes[8..].copy_from_slice(&self.number().to_be_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(at_ms.unsigned_abs(), &bytes).into_uuid()
    }
}
