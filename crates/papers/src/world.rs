//! All the compiler may see: one template, one sheet, one code, our fonts. No files, no packages,
//! no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::{FAMILY, embedded};

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::builder().build()));
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(id("/sheet.typ"), include_str!("sheet.typ").to_owned()));
static SHEET: LazyLock<FileId> = LazyLock::new(|| id("/sheet.json"));
static CODE: LazyLock<FileId> = LazyLock::new(|| id("/code"));

/// The world of one paper.
pub(crate) struct Desk {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sheet: Bytes,
    code: Bytes,
}

impl Desk {
    /// With the sheet as JSON, the pixels of the code, and fonts to borrow glyphs from.
    pub(crate) fn new(sheet: Vec<u8>, code: Vec<u8>, borrowed: Vec<Font>) -> Self {
        let mut book = FontBook::new();
        for font in embedded() {
            let mut info = font.info().clone();
            // A family of its own, whatever the system has under the name of the original.
            FAMILY.clone_into(&mut info.family);
            book.push(info);
        }
        for font in &borrowed {
            book.push(font.info().clone());
        }
        let fonts = embedded().iter().cloned().chain(borrowed).collect();
        Self { book: LazyHash::new(book), fonts, sheet: Bytes::new(sheet), code: Bytes::new(code) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *SHEET {
            Ok(self.sheet.clone())
        } else if id == *CODE {
            Ok(self.code.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Line and column in the template, from 1.
pub(crate) fn place(span: typst::syntax::DiagSpan) -> String {
    let range = typst::WorldExt::range(&Desk::new(vec![], vec![], vec![]), span);
    let at = range.and_then(|range| TEMPLATE.lines().byte_to_line_column(range.start));
    at.map_or_else(|| "?".to_owned(), |(line, column)| format!("{}:{}", line + 1, column + 1))
}

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("fixed paths of this file are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
