//! The matters that are searched, and the names people use for them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use bangban_search::{Document, Kind, Passage, Role};
use serde_json::Value;

use crate::Options;

/// A name people use, and the code of the matter it should find.
pub struct Question {
    pub text: String,
    pub code: String,
}

/// A matter, as it is searched.
#[derive(Clone)]
pub struct Record {
    pub document: Document,
    pub department: String,
    /// Everything that stands in it, for the baseline.
    pub whole: String,
}

/// What is searched and asked.
pub struct Library {
    pub records: Vec<Record>,
    pub questions: Vec<Question>,
}

impl Library {
    /// Reads the files that are named; the shipped sample where none is.
    pub fn read(options: &Options) -> Result<Self> {
        let Some(matters) = &options.matters else {
            println!("No --matters: the shipped sample library, {}", options.sample.display());
            return sample(&options.sample);
        };
        let rows = lines(matters)?;
        let records = rows.iter().map(exported).collect();
        let questions = if let Some(file) = &options.queries {
            lines(file)?.iter().map(question).collect::<Result<_>>()?
        } else {
            println!("No --queries: nothing to measure the quality by");
            Vec::new()
        };
        Ok(Self { records, questions })
    }
}

fn lines(file: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn question(row: &Value) -> Result<Question> {
    let field = |name: &str| {
        let text = row.get(name).and_then(Value::as_str).map(str::to_owned);
        text.with_context(|| format!("a query without {name}"))
    };
    Ok(Question { text: field("query")?, code: field("task_code")? })
}

/// Texts of a field: one, several, or none where the export says 无.
fn texts(row: &Value, field: &str) -> Vec<String> {
    let texts = match row.get(field) {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(many)) => {
            many.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    texts.into_iter().filter(|text| !text.is_empty() && text != "无").collect()
}

fn text(row: &Value, field: &str) -> String {
    texts(row, field).into_iter().next().unwrap_or_default()
}

/// A row of the export of a province's guides.
fn exported(row: &Value) -> Record {
    let fields: [(Role, &[&str]); 6] = [
        (Role::Variant, &["subTaskName"]),
        (Role::Heading, &["CATANAME", "parentCatalogName", "subCatalogName"]),
        (Role::Department, &["DEPT_NAME"]),
        (Role::Material, &["material_intro"]),
        (Role::Text, &["accept_standard"]),
        (
            Role::Remark,
            &[
                "handle_location",
                "matter_type",
                "service_object_name",
                "theme_category",
                "bear_paltform",
            ],
        ),
    ];
    let mut document =
        Document::new(Kind::Matter, text(row, "TASK_CODE"), text(row, "matter_name"));
    document.codes.push(text(row, "TASK_CODE"));
    for (role, names) in fields {
        let mut known: Vec<String> = Vec::new();
        for text in names.iter().flat_map(|name| texts(row, name)) {
            if text != document.title && !known.contains(&text) {
                known.push(text.clone());
                document.passages.push(Passage::new(role, text));
            }
        }
    }
    document.facets.division = text(row, "AREACODE");
    document.facets.department = text(row, "DEPT_NAME");
    document.facets.themes = texts(row, "theme_category");
    document.facets.objects = texts(row, "service_object_name");
    let whole = row.as_object().into_iter().flatten().map(|(_, value)| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    });
    let whole = whole.collect::<Vec<_>>().join("\n");
    Record { department: text(row, "DEPT_NAME"), document, whole }
}

/// The shipped sample; its popular names are taken out and asked.
fn sample(folder: &Path) -> Result<Library> {
    let mut library = Library { records: Vec::new(), questions: Vec::new() };
    let mut files: Vec<_> = fs::read_dir(folder.join("matters"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files {
        let row: Value = serde_json::from_str(&fs::read_to_string(file.path())?)?;
        let rows = row.as_array().cloned().unwrap_or_else(|| vec![row]);
        for row in &rows {
            library.add_sample(row);
        }
    }
    Ok(library)
}

impl Library {
    fn add_sample(&mut self, row: &Value) {
        let code = text(row, "code");
        let mut document = Document::new(Kind::Matter, code.clone(), text(row, "name"));
        document.codes.push(code.clone());
        let department = text(row, "department");
        document.passages.push(Passage::new(Role::Department, department.clone()));
        let names = |list: &str| {
            let list = row.get(list).and_then(Value::as_array).into_iter().flatten();
            list.map(|part| text(part, "name")).collect::<Vec<_>>()
        };
        let near = names("materials").into_iter().map(|name| Passage::new(Role::Material, name));
        document.passages.extend(near);
        let conditions = texts(row, "conditions").into_iter();
        document.passages.extend(conditions.map(|text| Passage::new(Role::Text, text)));
        let asked = texts(row, "popular_names").into_iter();
        self.questions.extend(asked.map(|text| Question { text, code: code.clone() }));
        let passages = document.passages.iter().map(|passage| passage.text.clone());
        let whole = std::iter::once(document.title.clone()).chain(passages);
        let whole = whole.collect::<Vec<_>>().join("\n");
        self.records.push(Record { document, department, whole });
    }
}
