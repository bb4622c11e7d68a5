//! Compound files: Office and WPS before Open XML, and installers.

use std::io::{Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use cfb::CompoundFile;

use super::HeldReason;
use crate::Media;

/// Class of a Windows installer package.
const INSTALLER: &str = "000c1084-0000-0000-c000-000000000046";
/// Folders in which macros lie, by program.
const MACROS: [&str; 3] = ["/Macros", "/_VBA_PROJECT_CUR", "/VBA"];

/// Which program's file it is.
pub(crate) fn kind(source: &mut (impl Read + Seek)) -> Media {
    catch_unwind(AssertUnwindSafe(|| kind_of(source))).unwrap_or(Media::Unknown)
}

fn kind_of(source: &mut (impl Read + Seek)) -> Media {
    let Some(file) = open(source) else { return Media::Unknown };
    if file.root_entry().clsid().to_string() == INSTALLER {
        return Media::Executable;
    }
    if file.exists("/WordDocument") {
        Media::Doc
    } else if file.exists("/Workbook") || file.exists("/Book") {
        Media::Xls
    } else if file.exists("/PowerPoint Document") {
        Media::Ppt
    } else if file.exists("/EncryptedPackage") {
        // Open XML under a password. Which one it is cannot be seen; Word is the most likely.
        Media::Docx
    } else {
        Media::Unknown
    }
}

/// What is wrong with it.
pub(super) fn examine(source: &mut (impl Read + Seek)) -> Option<HeldReason> {
    let Some(file) = open(source) else { return Some(HeldReason::Unreadable) };
    MACROS.iter().any(|folder| file.exists(folder)).then_some(HeldReason::Macros)
}

/// Whether it is Open XML under a password.
pub(super) fn is_encrypted_package(source: &mut (impl Read + Seek)) -> bool {
    open(source).is_some_and(|file| file.exists("/EncryptedPackage"))
}

fn open<R: Read + Seek>(source: &mut R) -> Option<CompoundFile<&mut R>> {
    source.seek(SeekFrom::Start(0)).ok()?;
    CompoundFile::open(source).ok()
}
