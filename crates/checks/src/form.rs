//! Standard forms (制式表格) as JSON Schema: what is wrong with what was filled in, field by field,
//! and what can be filled in from what is known.

use bangban_domain::checksum::{credit_code_is_valid, id_number_is_valid};
use bangban_domain::ticket::{Requester, Ticket};
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde::Serialize;
use serde_json::{Map, Value};

/// Largest schema, in bytes of JSON.
const MAX_SCHEMA_BYTES: usize = 64 * 1024;
/// Keyword of ours: the names of the fields in the order of the form. The fields of a JSON object have
/// none.
const ORDER: &str = "x-order";
/// Keyword of ours: where a field's value is known from, e.g. `requester.name`.
const SOURCE: &str = "x-from";

/// A form that can be checked.
pub struct Form {
    validator: Validator,
}

/// Why a schema cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// Too large to be a form.
    #[error("the form's schema is larger than 64 KiB")]
    TooLarge,
    /// Not a schema.
    #[error("the form's schema cannot be used: {0}")]
    Unusable(String),
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldProblem {
    /// Field, as a JSON pointer such as `/name`.
    pub field: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The bound or the form that is asked for, if there is one.
    pub expected: Option<String>,
}

/// What can be wrong with a field. The words belong to the UI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// It has to be filled in.
    Required,
    /// Not the right kind of value.
    Type,
    /// Too short.
    TooShort,
    /// Too long.
    TooLong,
    /// Too small.
    TooSmall,
    /// Too large.
    TooLarge,
    /// Not one of the choices.
    NotAChoice,
    /// Not a valid ID number, credit code, phone or date.
    Format,
    /// Not in the form that is asked for.
    Pattern,
    /// Anything else.
    Other,
}

/// A field of a form, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key in what is filled in.
    pub name: String,
    /// What is asked, in the form's own words.
    pub title: String,
    /// Whether it has to be filled in.
    pub required: bool,
}

impl Form {
    /// Reads a schema. It never fetches anything: a reference to elsewhere is refused.
    pub fn read(schema: &Value) -> Result<Self, FormError> {
        if schema.to_string().len() > MAX_SCHEMA_BYTES {
            return Err(FormError::TooLarge);
        }
        let validator = jsonschema::draft202012::options()
            .should_validate_formats(true)
            .with_format("resident-id", id_number_is_valid)
            .with_format("credit-code", credit_code_is_valid)
            .with_format("cn-phone", is_phone)
            .build(schema)
            .map_err(|error| FormError::Unusable(error.to_string()))?;
        Ok(Self { validator })
    }

    /// Everything that is wrong with `data`, in the order of its fields. An empty text counts as
    /// not filled in.
    pub fn check(&self, data: &Value) -> Vec<FieldProblem> {
        let data = without_empty(data);
        let mut found: Vec<_> = self.validator.iter_errors(&data).map(|e| problem(&e)).collect();
        found.sort_by(|one, other| one.field.cmp(&other.field));
        found.dedup_by(|one, other| one.field == other.field);
        found
    }
}

fn problem(error: &jsonschema::ValidationError<'_>) -> FieldProblem {
    use ValidationErrorKind as Kind;
    let at = error.instance_path().to_string();
    let (field, kind, expected) = match error.kind() {
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            (format!("{at}/{name}"), ProblemKind::Required, None)
        }
        Kind::Type { .. } => (at, ProblemKind::Type, None),
        Kind::MinLength { limit } => (at, ProblemKind::TooShort, Some(limit.to_string())),
        Kind::MaxLength { limit } => (at, ProblemKind::TooLong, Some(limit.to_string())),
        Kind::Minimum { limit } | Kind::ExclusiveMinimum { limit } => {
            (at, ProblemKind::TooSmall, Some(limit.to_string()))
        }
        Kind::Maximum { limit } | Kind::ExclusiveMaximum { limit } => {
            (at, ProblemKind::TooLarge, Some(limit.to_string()))
        }
        Kind::Enum { .. } | Kind::Constant { .. } => (at, ProblemKind::NotAChoice, None),
        Kind::Format { format } => (at, ProblemKind::Format, Some(format.clone())),
        Kind::Pattern { pattern } => (at, ProblemKind::Pattern, Some(pattern.clone())),
        _ => (at, ProblemKind::Other, None),
    };
    FieldProblem { field, kind, expected }
}

fn without_empty(data: &Value) -> Value {
    let Value::Object(fields) = data else { return data.clone() };
    let empty =
        |value: &Value| value.is_null() || value.as_str().is_some_and(|t| t.trim().is_empty());
    let kept = fields.iter().filter(|(_, value)| !empty(value));
    Value::Object(kept.map(|(key, value)| (key.clone(), value.clone())).collect())
}

/// A mobile number, or a fixed one with its area code.
fn is_phone(value: &str) -> bool {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let only = value.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '+'));
    let mobile = digits.len() == 11 && digits.starts_with('1');
    let fixed = digits.starts_with('0') && (10..=12).contains(&digits.len());
    only && (mobile || fixed)
}

/// The fields of a form in its order: as `x-order` says, then the required ones as they are listed,
/// then the others by name.
pub fn fields(schema: &Value) -> Vec<Field> {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return Vec::new();
    };
    let required = names(schema, "required");
    let mut order = names(schema, ORDER);
    order.extend(required.iter().copied());
    order.extend(properties.keys().map(String::as_str));
    let mut found: Vec<Field> = Vec::with_capacity(properties.len());
    for name in order {
        let Some(field) = properties.get(name) else { continue };
        if found.iter().any(|known| known.name == name) {
            continue;
        }
        let title = field.get("title").and_then(Value::as_str).unwrap_or(name);
        found.push(Field {
            name: name.to_owned(),
            title: title.to_owned(),
            required: required.contains(&name),
        });
    }
    found
}

fn names<'a>(schema: &'a Value, keyword: &str) -> Vec<&'a str> {
    let list = schema.get(keyword).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The fields of a form that are known from the ticket, by their `x-from`.
pub fn prefill(schema: &Value, ticket: &Ticket) -> Map<String, Value> {
    let Some(fields) = schema.get("properties").and_then(Value::as_object) else {
        return Map::new();
    };
    fields
        .iter()
        .filter_map(|(name, field)| {
            let source = field.get(SOURCE)?.as_str()?;
            let value = known(source, ticket).filter(|value| !value.is_empty())?;
            Some((name.clone(), Value::String(value)))
        })
        .collect()
}

fn known(source: &str, ticket: &Ticket) -> Option<String> {
    let Requester { name, id_number, phone, credit_code, agent, .. } = &ticket.requester;
    match source {
        "requester.name" => Some(name.clone()),
        "requester.id_number" => id_number.clone(),
        "requester.phone" => phone.clone(),
        "requester.credit_code" => credit_code.clone(),
        "agent.name" => agent.as_ref().map(|a| a.name.clone()),
        "agent.id_number" => agent.as_ref().and_then(|a| a.id_number.clone()),
        "agent.phone" => agent.as_ref().and_then(|a| a.phone.clone()),
        "ticket.number" => ticket.number.clone(),
        "matter.name" => ticket.matter.as_ref().map(|m| m.name.clone()),
        _ => None,
    }
}
