//! The way of a file that is handed in: encrypted first, looked at afterwards.

use std::io::Read;

use crate::quality::{Quality, QualityWarning, measure, warnings};
use crate::{Inspection, Limits, Stored, Thumbnail, Vault, VaultError, Verdict};
use crate::{decode, inspect, thumbnail};

/// A file that was taken in, with what was found out about it.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenIn {
    /// Where it is now.
    pub stored: Stored,
    /// What it is and whether it may be handled.
    pub inspection: Inspection,
    /// Of pictures that may be handled.
    pub thumbnail: Option<Thumbnail>,
    /// Of pictures that may be handled.
    pub quality: Option<Quality>,
    /// What may make the picture hard to read.
    pub warnings: Vec<QualityWarning>,
}

/// Puts everything that `source` gives into the vault and looks at it there. `name` is the name
/// it was handed in under. Blocks: a thread for that is the place.
///
/// # Errors
/// Those of [`Vault::put`]. What is wrong with the content is part of the answer.
pub fn take_in(vault: &Vault, source: &mut impl Read, name: &str) -> Result<TakenIn, VaultError> {
    let stored = vault.put(source)?;
    look_at(vault, stored, name)
}

/// Looks at a file that is in the vault. Blocks.
///
/// # Errors
/// `Missing` and `Damaged`. What is wrong with the content is part of the answer.
pub fn look_at(vault: &Vault, stored: Stored, name: &str) -> Result<TakenIn, VaultError> {
    let mut blob = vault.read(stored.sha256)?;
    let inspection = inspect(&mut blob, name, &Limits::default())?;
    let mut taken =
        TakenIn { stored, inspection, thumbnail: None, quality: None, warnings: Vec::new() };
    let picture = taken.inspection.media.is_decodable();
    if !picture || taken.inspection.verdict != Verdict::Usable {
        return Ok(taken);
    }
    // A picture that cannot be decoded has no thumbnail; the viewer says the rest.
    if let Ok((image, orientation)) = decode(&mut blob, taken.inspection.media) {
        taken.thumbnail = thumbnail(&image, orientation);
        let quality = measure(&image);
        taken.warnings = warnings(&quality);
        taken.quality = Some(quality);
    }
    Ok(taken)
}
