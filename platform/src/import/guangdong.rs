//! A row of the Guangdong export as a matter. Pure: the same row always gives the same matter.

use std::collections::BTreeMap;

use bangban_domain::matter::{ApplyBy, Level, Matter, MatterKind, Place};
use serde_json::{Map, Value};

use super::notes::Notes;
use super::problem::RowProblem;
use super::rule::ImportRule;
use super::source::SourceRow;
use super::{code, conditions, days, fields, material, phone, text};

/// Columns that are read. `TASK_TYPE`, `district`, `LIMIT_SCENE_NUM` and the catalogue columns say
/// again what others say.
const READ: [&str; 26] = [
    "TASK_CODE",
    "ITEM_ID",
    "TASK_NAME",
    "matter_name",
    "matter_short",
    "matter_daily",
    "TASK_TYPE_TEXT",
    "matter_type",
    "TASK_TYPE",
    "ORGCODE",
    "DEPT_NAME",
    "matter_level",
    "district",
    "AREACODE",
    "service_object_name",
    "theme_category",
    "TASK_STATE",
    "handle_time",
    "handle_time_limit",
    "visit_number",
    "LIMIT_SCENE_NUM",
    "accept_standard",
    "material_intro",
    "handle_location",
    "consult_phone",
    "complain_phone",
];
const READ_FOR_WAYS: [&str; 3] = ["ONLINECHECK", "URL", "courier_service"];

/// The fields of one row.
struct Row<'a>(&'a Map<String, Value>);

impl Row<'_> {
    fn text(&self, column: &'static str) -> Result<Option<&str>, RowProblem> {
        match self.0.get(column) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong(column, "文本", other)),
        }
    }

    /// A list, or a single text in place of one.
    fn list(&self, column: &'static str) -> Result<Vec<&str>, RowProblem> {
        let Some(Value::Array(entries)) = self.0.get(column) else {
            return Ok(self.text(column)?.into_iter().collect());
        };
        let each = entries.iter().map(|entry| match entry {
            Value::String(text) => Ok(text.as_str()),
            other => Err(wrong(column, "文本列表", other)),
        });
        each.collect()
    }
}

fn wrong(column: &'static str, expected: &'static str, found: &Value) -> RowProblem {
    let found = match found {
        Value::Null => "空值",
        Value::Bool(_) => "真假值",
        Value::Number(_) => "数字",
        Value::String(_) => "文本",
        Value::Array(_) => "列表",
        Value::Object(_) => "对象",
    };
    RowProblem::WrongType { column, expected, found }
}

/// Reads one row.
///
/// # Errors
/// When a column holds another type, or the code, the name or the division is missing.
pub fn matter(number: usize, fields: &Map<String, Value>) -> Result<SourceRow, RowProblem> {
    let row = Row(fields);
    let notes = &mut Notes::new(number, None);
    let code = notes
        .text("TASK_CODE", row.text("TASK_CODE")?)
        .ok_or(RowProblem::Missing { column: "TASK_CODE" })?;
    let (name, family) = names(notes, &row)?;
    let organisation = notes.text("ORGCODE", row.text("ORGCODE")?);
    code::check(notes, "TASK_CODE", &code, organisation.as_deref().map(|o| ("ORGCODE", o)));
    let division = division(notes, &row, &code)?;
    let legal_days = days::read(notes, "handle_time", row.text("handle_time")?);
    let promised_days = days::read(notes, "handle_time_limit", row.text("handle_time_limit")?);
    days::compare(notes, "handle_time_limit", legal_days, promised_days);
    let place = place(notes, &row)?;
    let source_url = fields::url(notes, "URL", row.text("URL")?);
    let matter = Matter {
        id: notes.text("ITEM_ID", row.text("ITEM_ID")?).unwrap_or_else(|| code.clone()),
        version: 1,
        popular_names: popular_names(notes, &row, &name)?,
        kind: kind(notes, &row, &code)?,
        department_code: code::credit(&code)
            .map(str::to_owned)
            .or(organisation)
            .unwrap_or_default(),
        department: fields::department(notes, "DEPT_NAME", row.text("DEPT_NAME")?),
        level: level(notes, &row, &code, &division)?,
        division,
        objects: fields::objects(notes, "service_object_name", &row.list("service_object_name")?),
        themes: fields::themes(notes, "theme_category", &row.list("theme_category")?),
        state: fields::state(notes, "TASK_STATE", row.text("TASK_STATE")?),
        effective_from: None,
        handling_kind: None,
        legal_days,
        promised_days,
        visits: visits(notes, &row)?,
        apply_by: apply_by(&row, &place)?,
        conditions: conditions::read(notes, "accept_standard", row.text("accept_standard")?),
        situations: Vec::new(),
        materials: material::named(notes, "material_intro", &row.list("material_intro")?),
        steps: Vec::new(),
        fee: None,
        legal_basis: Vec::new(),
        faq: Vec::new(),
        result: None,
        place,
        source_url,
        code,
        name,
    };
    Ok(SourceRow { row: number, matter, family, warnings: std::mem::take(&mut notes.warnings) })
}

/// Adds one to every column that is not read and states something in this row.
pub(crate) fn count_unused(fields: &Map<String, Value>, counts: &mut BTreeMap<String, usize>) {
    for (column, value) in fields {
        let read = READ.contains(&column.as_str()) || READ_FOR_WAYS.contains(&column.as_str());
        let states = match value {
            Value::Null => false,
            Value::String(value) => !value.trim().is_empty() && !text::says_none(value),
            Value::Array(entries) => !entries.is_empty(),
            _ => true,
        };
        if !read && states {
            *counts.entry(column.clone()).or_default() += 1;
        }
    }
}

/// The full name, which says which variant the row is about, and the matter's name without it.
fn names(notes: &mut Notes, row: &Row<'_>) -> Result<(String, String), RowProblem> {
    let full = notes.text("TASK_NAME", row.text("TASK_NAME")?);
    let family = notes.text("matter_name", row.text("matter_name")?);
    let (full, family) = match (full, family) {
        (Some(full), family) => (full.clone(), family.unwrap_or(full)),
        (None, Some(family)) => (family.clone(), family),
        (None, None) => return Err(RowProblem::Missing { column: "TASK_NAME" }),
    };
    let name = text::single_brackets(&full);
    if name != full {
        notes.add(ImportRule::NameBrackets, "TASK_NAME", &full);
    }
    Ok((name, family))
}

fn popular_names(notes: &mut Notes, row: &Row<'_>, name: &str) -> Result<Vec<String>, RowProblem> {
    let mut popular: Vec<String> = Vec::new();
    for column in ["matter_short", "matter_daily"] {
        let stated = notes.text(column, row.text(column)?).unwrap_or_default();
        for each in text::names(&stated) {
            if each != name && !popular.contains(&each) {
                popular.push(each);
            }
        }
    }
    Ok(popular)
}

fn kind(notes: &mut Notes, row: &Row<'_>, code: &str) -> Result<MatterKind, RowProblem> {
    let words = row.text("matter_type")?.or(row.text("TASK_TYPE_TEXT")?);
    let words = notes.text("matter_type", words).unwrap_or_default();
    let digits = row.text("TASK_TYPE")?.unwrap_or_default();
    Ok(fields::kind(notes, "matter_type", &words, digits, code))
}

fn level(
    notes: &mut Notes,
    row: &Row<'_>,
    code: &str,
    division: &str,
) -> Result<Level, RowProblem> {
    let words = row.text("matter_level")?.or(row.text("district")?);
    let words = notes.text("matter_level", words).unwrap_or_default();
    Ok(fields::level(notes, "matter_level", &words, code, division))
}

fn division(notes: &mut Notes, row: &Row<'_>, code: &str) -> Result<String, RowProblem> {
    fields::division(notes, "AREACODE", row.text("AREACODE")?, code)
}

fn visits(notes: &mut Notes, row: &Row<'_>) -> Result<Option<u8>, RowProblem> {
    let raw = row.text("visit_number")?.or(row.text("LIMIT_SCENE_NUM")?);
    Ok(fields::count(notes, "visit_number", raw))
}

/// The ways that the row says are open. A counter is one where there is an address of one.
fn apply_by(row: &Row<'_>, place: &Place) -> Result<Vec<ApplyBy>, RowProblem> {
    let counter = place.address.as_deref().is_some_and(|address| address != fields::NO_COUNTER);
    let online = row.text("ONLINECHECK")? == Some("1");
    let post = row.text("courier_service")? == Some("是");
    let ways = [(counter, ApplyBy::Window), (online, ApplyBy::Online), (post, ApplyBy::Post)];
    Ok(ways.into_iter().filter(|(open, _)| *open).map(|(_, way)| way).collect())
}

fn place(notes: &mut Notes, row: &Row<'_>) -> Result<Place, RowProblem> {
    let address = fields::address(notes, "handle_location", row.text("handle_location")?);
    let consult = row.text("consult_phone")?;
    let complain = row.text("complain_phone")?;
    let (no_consult, no_complaint) =
        (ImportRule::MissingConsultPhone, ImportRule::MissingComplaintPhone);
    let place = Place {
        address,
        hours: None,
        consult_phone: phone::read(notes, "consult_phone", no_consult, consult),
        complaint_phone: phone::read(notes, "complain_phone", no_complaint, complain),
    };
    phone::compare(notes, "complain_phone", &place);
    Ok(place)
}
