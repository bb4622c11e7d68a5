//! What only the whole file can tell: keys, exact duplicates, repeated names.

use std::collections::HashMap;

use bangban_domain::matter::Matter;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::rule::{ImportRule, Warning};
use super::source::SourceRow;
use super::text;

/// A row that says exactly what an earlier row says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duplicate {
    /// Line of the file, or row of the sheet, from 1.
    pub row: usize,
    /// The earlier row.
    pub same_as: usize,
    /// The matter code of both.
    pub code: String,
}

/// Rows with their final keys, and the duplicates taken out.
#[derive(Debug, Default)]
pub struct Settled {
    /// Rows to store; every `matter.id` occurs once.
    pub rows: Vec<SourceRow>,
    /// Rows that need no storing.
    pub duplicates: Vec<Duplicate>,
}

/// Gives every row its key. A key depends on what the rows say, never on their order: the row's
/// own key or its code, and where different rows share that, a suffix made from what tells them
/// apart.
pub fn settle(rows: Vec<SourceRow>) -> Settled {
    let mut settled = without_duplicates(rows);
    give_suffixes(&mut settled.rows);
    note_repeated(&mut settled.rows, ImportRule::RepeatedName, |row| &row.family);
    note_repeated(&mut settled.rows, ImportRule::RepeatedFullName, |row| &row.matter.name);
    settled
}

fn without_duplicates(rows: Vec<SourceRow>) -> Settled {
    let mut settled = Settled::default();
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for row in rows {
        let earlier = seen.entry(row.matter.id.clone()).or_default();
        let same = earlier.iter().find(|at| settled.rows[**at].matter == row.matter);
        if let Some(at) = same {
            let same_as = settled.rows[*at].row;
            settled.duplicates.push(Duplicate { row: row.row, same_as, code: row.matter.code });
        } else {
            earlier.push(settled.rows.len());
            settled.rows.push(row);
        }
    }
    settled
}

fn give_suffixes(rows: &mut [SourceRow]) {
    let shared = groups(rows, |row| row.matter.id.clone());
    for members in shared.values().filter(|members| members.len() > 1) {
        let traits = groups_of(members, |at| identity(&rows[at].matter));
        for at in members {
            let identity = identity(&rows[*at].matter);
            // Rows that even agree on name, body and division are told apart by all they say.
            let told_apart = traits.get(&identity).is_some_and(|same| same.len() == 1);
            let basis = if told_apart { identity } else { content(&rows[*at].matter) };
            let row = &mut rows[*at];
            let key = format!("{}-{}", row.matter.id, digest(&basis));
            warn(row, ImportRule::SharedCode, "id", key.clone());
            row.matter.id = key;
        }
    }
}

fn note_repeated(rows: &mut [SourceRow], rule: ImportRule, name: fn(&SourceRow) -> &String) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let name = name(row).clone();
        if let Some(earlier) = first.get(&name) {
            let value = format!("{}（同第 {earlier} 行）", text::short(&name));
            warn(row, rule, "name", value);
        } else {
            first.insert(name, row.row);
        }
    }
}

fn warn(row: &mut SourceRow, rule: ImportRule, column: &str, value: String) {
    let sheet = row.warnings.iter().find_map(|warning| warning.sheet);
    row.warnings.push(Warning { row: row.row, sheet, rule, column: column.to_owned(), value });
}

/// What stays the same when somebody corrects a matter: its name, body, division and kind.
fn identity(matter: &Matter) -> String {
    let parts = [&matter.name, &matter.department_code, &matter.department, &matter.division];
    let joined = parts.map(String::as_str).join("\u{1f}");
    format!("{joined}\u{1f}{:?}", matter.kind)
}

fn content(matter: &Matter) -> String {
    serde_json::to_string(matter).expect("a matter has only text keys and finite numbers")
}

fn digest(basis: &str) -> String {
    hex::encode(&Sha256::digest(basis.as_bytes())[..6])
}

fn groups(rows: &[SourceRow], key: impl Fn(&SourceRow) -> String) -> HashMap<String, Vec<usize>> {
    let all: Vec<usize> = (0..rows.len()).collect();
    groups_of(&all, |at| key(&rows[at]))
}

fn groups_of(places: &[usize], key: impl Fn(usize) -> String) -> HashMap<String, Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for at in places {
        groups.entry(key(*at)).or_default().push(*at);
    }
    groups
}
