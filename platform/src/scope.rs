//! Who may see what. The one place that decides it.

use crate::store::LIBRARY;

/// Digits of a division code that name the county.
const COUNTY_DIGITS: usize = 6;
/// What the name of a county's partition begins with.
const REGION: &str = "region-";

/// Partitions that the staff of an organisation in this division may read.
pub fn partitions(division: &str) -> Vec<String> {
    vec![LIBRARY.to_owned(), region(division)]
}

/// Partition of the tickets that an organisation in this division answers for.
pub fn region(division: &str) -> String {
    format!("{REGION}{}", county(division))
}

/// County whose tickets a partition holds; `None` for any other partition.
pub fn county_of(partition: &str) -> Option<&str> {
    partition.strip_prefix(REGION)
}

/// County of a division: the first six digits.
pub fn county(division: &str) -> &str {
    division.get(..COUNTY_DIGITS).unwrap_or(division)
}
