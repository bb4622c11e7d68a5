//! The name of this desk, one for everybody who uses the machine: set by a person, or made of what
//! the computer is called.

use std::path::Path;

use bangban_protocol::MAX_DESK_NAME_CHARS;
use bangban_store::WriteTx;
use bangban_store::table::meta;

use crate::accounts::write_atomically;
use crate::error::{ApiError, Code};

const FILE_NAME: &str = "desk-name.txt";

/// The name that was set on this machine.
pub fn set_here(data_dir: &Path) -> Option<String> {
    let text = std::fs::read_to_string(data_dir.join(FILE_NAME)).ok()?;
    checked(&text).ok().flatten()
}

/// Keeps a name for this machine; none takes the set one back.
pub fn keep(data_dir: &Path, name: Option<&str>) -> Result<(), ApiError> {
    write_atomically(&data_dir.join(FILE_NAME), name.unwrap_or_default().as_bytes())
}

/// A name without the blanks around it; `None` when nothing is left.
///
/// # Errors
/// `BadInput` when it is too long or holds what cannot be shown in a line.
pub fn checked(name: &str) -> Result<Option<String>, ApiError> {
    let name = name.trim();
    if name.chars().count() > MAX_DESK_NAME_CHARS || name.chars().any(char::is_control) {
        return Err(ApiError::new(Code::BadInput).with("field", "name"));
    }
    Ok((!name.is_empty()).then(|| name.to_owned()))
}

/// Tells a store what its machine is called; the next report tells the platform.
pub async fn tell(tx: &mut WriteTx, data_dir: &Path) -> Result<(), ApiError> {
    let facts = [(meta::DESK_NAME, set_here(data_dir)), (meta::COMPUTER, computer())];
    let mut is_news = false;
    for (fact, value) in facts {
        if meta::get(tx, fact).await? == value {
            continue;
        }
        is_news = true;
        match value {
            Some(value) => meta::set(tx, fact, &value).await?,
            None => meta::remove(tx, fact).await?,
        }
    }
    if is_news {
        meta::remove(tx, meta::REPORTED).await?;
    }
    Ok(())
}

/// What the computer is called, unless it is called as all of them are.
pub fn computer() -> Option<String> {
    let told = std::env::var("COMPUTERNAME")
        .ok()
        .or_else(|| std::fs::read_to_string("/proc/sys/kernel/hostname").ok())?;
    let name = checked(&told).ok().flatten()?;
    (!name.starts_with("localhost")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_it_was_set_and_can_be_taken_back() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(set_here(folder.path()), None);
        keep(folder.path(), Some("桥头镇便民服务中心 2号窗")).expect("kept");
        assert_eq!(set_here(folder.path()).as_deref(), Some("桥头镇便民服务中心 2号窗"));
        keep(folder.path(), None).expect("taken back");
        assert_eq!(set_here(folder.path()), None);
    }

    #[test]
    fn a_name_fits_a_line_of_a_table() {
        assert_eq!(checked("  2号窗 ").expect("fine").as_deref(), Some("2号窗"));
        assert_eq!(checked("   ").expect("fine"), None);
        assert!(checked("一\n二").is_err(), "two lines");
        assert!(checked(&"窗".repeat(MAX_DESK_NAME_CHARS)).is_ok());
        assert!(checked(&"窗".repeat(MAX_DESK_NAME_CHARS + 1)).is_err());
    }
}
