//! How much is measured.

use std::time::Duration;

use super::Options;

/// Records changed at the centre before each incremental sync.
pub const CHANGED: usize = 100;
/// New records that are pushed at once.
pub const PUSHED: [usize; 2] = [100, 1000];

/// How much is measured.
pub struct Plan {
    /// Numbers of records.
    pub records: Vec<usize>,
    /// Measurements of each kind.
    pub runs: usize,
    /// First syncs over the shaped link.
    pub shaped_first_runs: usize,
    /// Longest first sync over the shaped link that is really made.
    pub shaped_first_limit: Duration,
}

impl Plan {
    /// As the options say.
    pub fn new(options: &Options) -> Self {
        let limit = Duration::from_mins(options.shaped_first_minutes.into());
        if options.quick {
            return Self {
                records: vec![2000],
                runs: 2,
                shaped_first_runs: 0,
                shaped_first_limit: limit,
            };
        }
        Self {
            records: options.records.clone(),
            runs: options.runs.max(1),
            shaped_first_runs: options.shaped_first_runs,
            shaped_first_limit: limit,
        }
    }
}
