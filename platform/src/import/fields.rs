//! Columns that every source has in some form: kind, level, division, state, place.

use bangban_domain::matter::{Level, MatterKind, MatterState, ServiceObject};

use super::notes::Notes;
use super::problem::RowProblem;
use super::rule::ImportRule;
use super::vocabulary::{self, meaning};
use super::{code, text};

const LOCATION_LABEL: &str = "办理地点";
/// What a source writes in place of an address when there is no counter.
pub(crate) const NO_COUNTER: &str = "无线下办理窗口";

/// The kind by its words, else by its digits, else "other".
pub(crate) fn kind(
    notes: &mut Notes,
    column: &str,
    words: &str,
    digits: &str,
    code: &str,
) -> MatterKind {
    let stated = meaning(vocabulary::KINDS, words).or(meaning(vocabulary::KIND_DIGITS, digits));
    let Some(stated) = stated else {
        notes.add(ImportRule::UnknownKind, column, words);
        return MatterKind::Other;
    };
    if code::kind(code).is_some_and(|coded| coded != stated) {
        notes.add(ImportRule::KindDigitMismatch, column, words);
    }
    stated
}

/// The level by its words, else by the code, else by the division.
pub(crate) fn level(
    notes: &mut Notes,
    column: &str,
    words: &str,
    code: &str,
    division: &str,
) -> Level {
    let coded = code::level(code);
    let Some(stated) = meaning(vocabulary::LEVELS, words) else {
        notes.add(ImportRule::UnknownLevel, column, words);
        return coded.unwrap_or_else(|| code::level_of_division(division));
    };
    if coded.is_some_and(|coded| coded != stated) {
        notes.add(ImportRule::LevelDigitMismatch, column, words);
    }
    stated
}

/// The division as stated, else the one in the credit code.
pub(crate) fn division(
    notes: &mut Notes,
    column: &'static str,
    raw: Option<&str>,
    code: &str,
) -> Result<String, RowProblem> {
    let stated = notes.text(column, raw).unwrap_or_default();
    if matches!(stated.len(), 6 | 9 | 12) && stated.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(stated);
    }
    notes.add(ImportRule::MissingDivision, column, &stated);
    code::division(code).map(str::to_owned).ok_or(RowProblem::Missing { column })
}

/// The name of the implementing body; empty where it is not stated.
pub(crate) fn department(notes: &mut Notes, column: &str, raw: Option<&str>) -> String {
    notes.text(column, raw).unwrap_or_else(|| {
        notes.add(ImportRule::MissingDepartment, column, "");
        String::new()
    })
}

/// Whom the matter serves, without repeats.
pub(crate) fn objects(notes: &mut Notes, column: &str, stated: &[&str]) -> Vec<ServiceObject> {
    let mut objects = Vec::new();
    for word in stated {
        let Some(word) = notes.text(column, Some(word)) else { continue };
        match meaning(vocabulary::OBJECTS, &word) {
            Some(object) if objects.contains(&object) => {}
            Some(object) => objects.push(object),
            None => notes.add(ImportRule::UnknownObject, column, &word),
        }
    }
    objects
}

/// Themes, without repeats.
pub(crate) fn themes(notes: &mut Notes, column: &str, stated: &[&str]) -> Vec<String> {
    let mut themes = Vec::new();
    for theme in stated.iter().filter_map(|theme| notes.text(column, Some(theme))) {
        if !themes.contains(&theme) {
            themes.push(theme);
        }
    }
    themes
}

/// The state; in use where it is not stated, as a guide is published while it is in use.
pub(crate) fn state(notes: &mut Notes, column: &str, raw: Option<&str>) -> MatterState {
    let Some(word) = notes.text(column, raw) else {
        notes.add(ImportRule::StateAssumed, column, "");
        return MatterState::InUse;
    };
    meaning(vocabulary::STATES, &word).unwrap_or_else(|| {
        notes.add(ImportRule::UnknownState, column, &word);
        MatterState::InUse
    })
}

/// A small whole number.
pub(crate) fn count(notes: &mut Notes, column: &str, raw: Option<&str>) -> Option<u8> {
    let text = notes.text(column, raw)?;
    let number = text::narrow(&text).parse().ok();
    if number.is_none() {
        notes.add(ImportRule::NumberUnreadable, column, &text);
    }
    number
}

/// An address without the label that it carries.
pub(crate) fn address(notes: &mut Notes, column: &str, raw: Option<&str>) -> Option<String> {
    let text = notes.text(column, raw)?;
    if text == NO_COUNTER {
        notes.add(ImportRule::NoCounter, column, &text);
        return Some(text);
    }
    let Some(rest) = text.strip_prefix(LOCATION_LABEL).filter(|rest| rest.starts_with(['：', ':']))
    else {
        return Some(text);
    };
    notes.add(ImportRule::LocationLabelStripped, column, &text);
    notes.text(column, Some(rest.trim_start_matches(['：', ':', ' '])))
}

/// A web address, without anybody's session.
pub(crate) fn url(notes: &mut Notes, column: &str, raw: Option<&str>) -> Option<String> {
    let text = notes.text(column, raw)?;
    if !text.starts_with("http://") && !text.starts_with("https://") {
        notes.add(ImportRule::UrlUnreadable, column, &text);
        return None;
    }
    let kept = text::without_session(&text);
    if kept.is_some() {
        notes.add(ImportRule::UrlSessionRemoved, column, &text);
    }
    Some(kept.unwrap_or(text))
}
