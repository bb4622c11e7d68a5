//! What is on a page, without the page: blocks that the template sets in type.
//!
//! Labels, headings and titles are `&'static str`: only fixed words are set in the bold font, which
//! holds no others. The labels of a [`Field`] are the exception, and are not bold.

use serde::Serialize;

/// A paper as the template takes it.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// Who gives it out, above the title; empty: the citizen.
    pub issuer: String,
    /// Title.
    pub title: &'static str,
    /// `编号：...`.
    pub number: String,
    /// What stands at the right of the number.
    pub edition: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// Lines at the end, at the left: who answers for it.
    pub answers: Vec<Fact>,
    /// The day, under the issuer; empty: the day of the signature.
    pub dated: String,
    /// Who signs by hand.
    pub signs: Vec<&'static str>,
}

/// A part of a page.
#[derive(Debug, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub(crate) enum Block {
    /// A form: labels with their values.
    Facts { heading: Option<&'static str>, facts: Vec<Fact> },
    /// A table; its head is repeated on every page.
    Table { heading: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>> },
    /// Numbered lines.
    List { heading: &'static str, items: Vec<String> },
    /// Running text.
    Text { heading: Option<&'static str>, text: String },
    /// A form as it was filled in. Its labels come from the matter, not from this crate.
    Fields { heading: &'static str, fields: Vec<Field> },
    /// A sentence nobody should miss.
    Stress { text: &'static str },
}

/// A label and its value.
#[derive(Debug, Serialize)]
pub(crate) struct Fact {
    pub label: &'static str,
    pub value: String,
    /// Takes the whole width.
    pub wide: bool,
}

/// A field of a form, set in the regular font: the bold one does not hold every label.
#[derive(Debug, Serialize)]
pub(crate) struct Field {
    pub label: String,
    /// Empty: room to write by hand.
    pub value: String,
    pub required: bool,
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub(crate) struct Column {
    pub title: &'static str,
    /// In millimetres; `None` shares what is left.
    pub width: Option<f32>,
    pub centred: bool,
}

/// A cell: its text, and smaller lines under it.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Cell {
    pub text: String,
    pub below: Vec<String>,
}

/// A label with a short value.
pub(crate) fn fact(label: &'static str, value: impl Into<String>) -> Fact {
    Fact { label, value: value.into(), wide: false }
}

/// A label with a value that takes the whole width.
pub(crate) fn wide(label: &'static str, value: impl Into<String>) -> Fact {
    Fact { label, value: value.into(), wide: true }
}

/// A column of fixed width, in millimetres, centred.
pub(crate) const fn narrow(title: &'static str, width: f32) -> Column {
    Column { title, width: Some(width), centred: true }
}

/// A column of fixed width, in millimetres, for text.
pub(crate) const fn column(title: &'static str, width: f32) -> Column {
    Column { title, width: Some(width), centred: false }
}

/// A column that takes what is left.
pub(crate) const fn rest(title: &'static str) -> Column {
    Column { title, width: None, centred: false }
}

/// A cell of plain text.
pub(crate) fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), below: Vec::new() }
}

/// A cell with smaller lines under its text.
pub(crate) fn noted(text: impl Into<String>, below: Vec<String>) -> Cell {
    Cell { text: text.into(), below }
}
