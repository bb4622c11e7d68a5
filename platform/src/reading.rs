//! JSON that people and other systems write, read so that each fault names its field and says how
//! to mend it, in Chinese and English.

use std::fmt;

use bangban_protocol::FieldFault;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What is wrong with a field of a document. Never quotes what was found: it may be personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Where, e.g. `limits.contact.source`; empty for the document as a whole.
    pub path: String,
    /// What is wrong, as a word.
    pub fault: FieldFault,
    /// What is wrong and how to mend it, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

impl FieldError {
    /// A fault at `path`, told in both languages.
    pub fn new(
        path: impl Into<String>,
        fault: FieldFault,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self { path: path.into(), fault, zh: zh.into(), en: en.into() }
    }

    /// A field that has to say something and does not.
    pub fn missing(path: impl Into<String>) -> Self {
        Self::new(path, FieldFault::Missing, "缺少内容，请补上", "it is missing; state it")
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, zh, en, .. } = self;
        if path.is_empty() {
            return write!(f, "{zh} ({en})");
        }
        write!(f, "{path}：{zh} ({path}: {en})")
    }
}

/// Reads `given` as a `T` that has every field it states.
///
/// # Errors
/// The first fault, with its field.
pub fn read<T: DeserializeOwned + Serialize>(given: &Value) -> Result<T, FieldError> {
    let read: T = serde_path_to_error::deserialize(given).map_err(|error| {
        let path = error.path().to_string();
        told(if path == "." { "" } else { &path }, &error.inner().to_string())
    })?;
    // What is stated and not understood would be lost without a word.
    let understood = serde_json::to_value(&read).map_err(|error| told("", &error.to_string()))?;
    match unknown_field("", given, &understood) {
        Some(path) => Err(no_such_field(path, "")),
        None => Ok(read),
    }
}

/// The first field that was given and is not part of what was understood.
fn unknown_field(path: &str, given: &Value, understood: &Value) -> Option<String> {
    match (given, understood) {
        (Value::Object(given), Value::Object(understood)) => {
            given.iter().find_map(|(name, value)| {
                let path = join(path, name);
                match understood.get(name) {
                    None => Some(path),
                    Some(known) => unknown_field(&path, value, known),
                }
            })
        }
        (Value::Array(given), Value::Array(understood)) => {
            given.iter().zip(understood).enumerate().find_map(|(index, (value, known))| {
                unknown_field(&format!("{path}[{index}]"), value, known)
            })
        }
        _ => None,
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// What the parser said, in our words. It puts names between back-quotes.
fn told(path: &str, said: &str) -> FieldError {
    let name = said.split('`').nth(1).unwrap_or_default();
    let known = said.split_once("expected ").map_or("", |(_, after)| after);
    let known =
        known.strip_prefix("one of ").unwrap_or(known).replace('`', "").replace(" or ", ", ");
    if said.starts_with("missing field") {
        return FieldError::missing(join(path, name));
    }
    if said.starts_with("unknown field") {
        let named = path == name || path.ends_with(&format!(".{name}"));
        let path = if named { path.to_owned() } else { join(path, name) };
        return no_such_field(path, &known);
    }
    if said.starts_with("unknown variant") {
        let (zh, en) = (format!("只能填 {known}"), format!("it has to be one of {known}"));
        return FieldError::new(path, FieldFault::NotOneOf, zh, en);
    }
    let form = form_of(path).map_or(known, ToOwned::to_owned);
    let (zh, en) = if form.is_empty() {
        ("格式不对，读不出来".to_owned(), "it cannot be read".to_owned())
    } else {
        (format!("格式不对，应为 {form}"), format!("it has the wrong form; expected {form}"))
    };
    FieldError::new(path, FieldFault::WrongForm, zh, en)
}

fn no_such_field(path: String, known: &str) -> FieldError {
    let mut zh = "没有这个字段，请删除或改正".to_owned();
    let mut en = "there is no such field; remove or correct it".to_owned();
    if !known.is_empty() {
        zh = format!("{zh}；可用的字段是 {known}");
        en = format!("{en}; known are {known}");
    }
    FieldError::new(path, FieldFault::NoSuchField, zh, en)
}

/// How a date or a time is written.
fn form_of(path: &str) -> Option<&'static str> {
    match path.rsplit('.').next() {
        Some("since" | "date") => Some("2026-01-31"),
        Some("from" | "until") => Some("08:30:00"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use bangban_domain::directory::Organisation;
    use bangban_domain::rulebook::{RuleBook, Rules};
    use serde_json::json;

    use super::*;

    fn fault_in_book(change: impl FnOnce(&mut Value)) -> FieldError {
        let mut book = serde_json::to_value(Rules::shipped().book).expect("a book");
        change(&mut book);
        read::<RuleBook>(&book).expect_err("the change is wrong")
    }

    #[test]
    fn a_fault_names_its_field_and_what_is_allowed_there() {
        let unit = fault_in_book(|book| book["limits"]["contact"]["unit"] = json!("weeks"));
        assert_eq!((unit.path.as_str(), unit.fault), ("limits.contact.unit", FieldFault::NotOneOf));
        assert!(unit.zh.contains("working") && unit.en.contains("natural"), "{unit}");
        let since = fault_in_book(|book| book["limits"]["simple"]["since"] = json!("1.3.2023"));
        assert_eq!(since.path, "limits.simple.since");
        assert!(since.to_string().contains("2026-01-31"), "{since}");
        let amount = fault_in_book(|book| book["limits"]["simple"]["amount"] = json!("five"));
        assert_eq!(amount.fault, FieldFault::WrongForm);
        assert!(!amount.to_string().contains("five"), "what was found is not quoted");
        let shift = fault_in_book(|book| book["usual_hours"]["shifts"][1]["until"] = json!("25"));
        assert_eq!(shift.path, "usual_hours.shifts[1].until");
    }

    #[test]
    fn what_is_missing_or_mistyped_is_named_as_a_field_too() {
        let missing = fault_in_book(|book| {
            book["limits"].as_object_mut().expect("limits").remove("contact");
        });
        assert_eq!((missing.path.as_str(), missing.fault), ("limits.contact", FieldFault::Missing));
        let mistyped = fault_in_book(|book| book["route"] = json!([]));
        assert_eq!((mistyped.path.as_str(), mistyped.fault), ("route", FieldFault::NoSuchField));
        let deep = fault_in_book(|book| book["limits"]["contact"]["sources"] = json!("x"));
        assert_eq!(deep.path, "limits.contact.sources");
        let denied = read::<Organisation>(&json!({ "id": "a", "titel": "b" }));
        let denied = denied.expect_err("a mistyped field");
        assert_eq!((denied.path.as_str(), denied.fault), ("titel", FieldFault::NoSuchField));
        assert!(denied.en.contains("short_name"), "{denied}");
    }
}
