//! The sheet 材料: reads materials and gives each to its matter.

use std::collections::HashMap;

use bangban_domain::matter::Material;

use super::cells::Cells;
use super::columns::{MATERIAL_COLUMNS, MATERIALS};
use super::sheet::{Sheet, SheetRow};
use crate::import::notes::Notes;
use crate::import::problem::RowProblem;
use crate::import::rule::{ImportRule, Warning};
use crate::import::source::{Source, SourceRow};
use crate::import::{material, vocabulary};

/// A row of the sheet.
struct MaterialRow {
    /// Code or key of its matter.
    owner: String,
    material: Material,
    notes: Notes,
}

/// Reads the sheet and puts every material into its matter. A row that cannot be given to exactly
/// one matter is reported; it does not stop the matter.
pub(super) fn add(sheet: &Sheet, source: &mut Source) {
    let owners = owners(&source.rows);
    let mut given: Vec<Vec<Material>> = source.rows.iter().map(|_| Vec::new()).collect();
    for row in sheet.rows() {
        match read(&row) {
            Ok(MaterialRow { owner, material, mut notes }) => {
                if let Some(Some(at)) = owners.get(&owner) {
                    let material = with_known_situations(&source.rows[*at], material, &mut notes);
                    given[*at].push(material);
                } else {
                    notes.add(ImportRule::OrphanMaterial, "实施编码", &owner);
                }
                source.warnings.append(&mut notes.warnings);
            }
            Err(problem) => source.warnings.push(unreadable(row.number, &problem)),
        }
    }
    for (row, materials) in source.rows.iter_mut().zip(given) {
        let mut notes = Notes::new(row.row, Some(MATERIALS));
        row.matter.materials = material::with_keys(&mut notes, "材料名称", materials);
        row.warnings.append(&mut notes.warnings);
    }
}

/// Where the matter of a code or key is; `None` inside where several share it.
fn owners(rows: &[SourceRow]) -> HashMap<String, Option<usize>> {
    let mut owners: HashMap<String, Option<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let names = if row.matter.id == row.matter.code {
            vec![&row.matter.code]
        } else {
            vec![&row.matter.id, &row.matter.code]
        };
        for name in names {
            owners.entry(name.clone()).and_modify(|owner| *owner = None).or_insert(Some(at));
        }
    }
    owners
}

fn with_known_situations(row: &SourceRow, mut material: Material, notes: &mut Notes) -> Material {
    material.situations.retain(|key| {
        let known = row.matter.situations.iter().any(|situation| situation.id == *key);
        if !known {
            notes.add(ImportRule::UnknownSituation, "适用情形", key);
        }
        known
    });
    material
}

fn unreadable(row: usize, problem: &RowProblem) -> Warning {
    let sheet = Some(MATERIALS);
    let value = problem.to_string();
    Warning {
        row, sheet, rule: ImportRule::OrphanMaterial, column: "材料名称".to_owned(), value
    }
}

fn read(row: &SheetRow<'_>) -> Result<MaterialRow, RowProblem> {
    let mut cells = Cells::new(row, MATERIALS, MATERIAL_COLUMNS);
    let owner = cells.must("实施编码")?;
    let name = cells.must("材料名称")?;
    let material = Material {
        kind: cells.one("材料类型", vocabulary::MATERIAL_KINDS)?,
        form: cells.one("材料形式", vocabulary::MATERIAL_FORMS)?,
        necessity: cells.one("必要性", vocabulary::NECESSITY)?,
        originals: cells.count("原件份数")?,
        copies: cells.count("复印件份数")?,
        source: cells.one("来源渠道", vocabulary::MATERIAL_SOURCES)?,
        source_note: cells.text("来源说明")?,
        filling_notes: cells.text("填报须知")?,
        acceptance: cells.lines("受理标准")?,
        defects: cells.lines("常见缺陷")?,
        situations: cells.several("适用情形")?,
        exempt_by: cells.text("免提交证照")?,
        form_schema: None,
        ..material::bare(name)
    };
    Ok(MaterialRow { owner, material, notes: cells.notes })
}
