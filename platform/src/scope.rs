//! Who may see what. The one place that decides it.

use crate::store::LIBRARY;

/// Digits of a division code that name the county.
const COUNTY_DIGITS: usize = 6;

/// Partitions that the staff of an organisation in this division may read.
pub fn partitions(division: &str) -> Vec<String> {
    vec![LIBRARY.to_owned(), region(division)]
}

/// Partition of the tickets that an organisation in this division answers for.
pub fn region(division: &str) -> String {
    format!("region-{}", county(division))
}

/// County of a division: the first six digits.
pub fn county(division: &str) -> &str {
    division.get(..COUNTY_DIGITS).unwrap_or(division)
}
