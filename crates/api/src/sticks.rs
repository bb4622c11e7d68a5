//! The sticks that are plugged in, wherever this system shows them.

use std::path::{Path, PathBuf};

/// A stick, or whatever else is plugged in and shows as a folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Stick {
    /// Where its files are.
    pub path: PathBuf,
    /// What people know it by: its label, or the letter of the drive.
    pub name: String,
}

/// The sticks that are plugged in now, by name. `set`: the folder that has them, where it is not
/// the system's own. Blocks.
pub fn plugged(set: Option<&Path>) -> Vec<Stick> {
    let mut found = match set {
        Some(folder) => inside(folder),
        None => of_the_system(),
    };
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

#[cfg(windows)]
fn of_the_system() -> Vec<Stick> {
    // A and B were floppy disks, C is the system's own.
    let drives = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
    let named = |path: PathBuf| Stick { name: path.display().to_string(), path };
    drives.filter(|path| path.is_dir()).map(named).collect()
}

#[cfg(target_os = "macos")]
fn of_the_system() -> Vec<Stick> {
    inside(Path::new("/Volumes"))
}

#[cfg(not(any(windows, target_os = "macos")))]
fn of_the_system() -> Vec<Stick> {
    // Desktops mount under the name of whoever is at the screen.
    let user = std::env::var_os("USER").unwrap_or_default();
    let folders = ["/media", "/run/media"].map(|folder| Path::new(folder).join(&user));
    folders.iter().flat_map(|folder| inside(folder)).collect()
}

fn inside(folder: &Path) -> Vec<Stick> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let folders = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    let named = |path: PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some(Stick { path, name })
    };
    folders.filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_is_a_stick_and_files_beside_them_are_not() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["村站", "KINGSTON"] {
            std::fs::create_dir(folder.path().join(name)).expect("made");
        }
        std::fs::write(folder.path().join("readme"), "").expect("written");
        let names: Vec<_> =
            plugged(Some(folder.path())).into_iter().map(|stick| stick.name).collect();
        assert_eq!(names, ["KINGSTON", "村站"]);
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_sticks() {
        assert_eq!(plugged(Some(Path::new("/nowhere/at/all"))), []);
    }
}
