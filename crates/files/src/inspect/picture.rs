//! How large a picture is, from its header.

use std::io::{BufReader, Read, Seek, SeekFrom};

use super::{Found, HeldReason, Limits, Pixels};

/// Width and height without decoding anything.
pub(super) fn examine(source: &mut (impl Read + Seek), limits: &Limits) -> Found {
    if source.seek(SeekFrom::Start(0)).is_err() {
        return Found::held(HeldReason::Unreadable);
    }
    let Ok(size) = imagesize::reader_size(BufReader::new(source)) else {
        return Found::held(HeldReason::Unreadable);
    };
    let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height)) else {
        return Found::held(HeldReason::ImageTooLarge);
    };
    let pixels = Some(Pixels { width, height });
    let held = match u64::from(width) * u64::from(height) {
        0 => Some(HeldReason::Unreadable),
        count if count > limits.pixels => Some(HeldReason::ImageTooLarge),
        _ => None,
    };
    Found { held, pixels, pages: None }
}
