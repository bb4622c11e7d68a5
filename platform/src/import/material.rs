//! Materials of a source that gives nothing but their names.

use std::collections::HashSet;

use bangban_domain::matter::Material;
use sha2::{Digest, Sha256};

use super::notes::Notes;
use super::rule::ImportRule;

/// Materials by name alone: numbers, necessity and copies stay "not stated".
pub(crate) fn named(notes: &mut Notes, column: &str, stated: &[&str]) -> Vec<Material> {
    let names = stated.iter().filter_map(|name| notes.text(column, Some(name)));
    let materials = names.collect::<Vec<_>>().into_iter().map(bare).collect();
    with_keys(notes, column, materials)
}

/// A material of which only the name is known.
pub(crate) fn bare(name: String) -> Material {
    Material {
        id: String::new(),
        name,
        kind: None,
        form: None,
        necessity: None,
        originals: None,
        copies: None,
        source: None,
        source_note: None,
        filling_notes: None,
        acceptance: Vec::new(),
        defects: Vec::new(),
        situations: Vec::new(),
        exempt_by: None,
        form_schema: None,
    }
}

/// Gives each material its key. It comes from the name and not from the place in the list, so
/// that a checked material of a ticket stays the same material when the list grows.
pub(crate) fn with_keys(
    notes: &mut Notes,
    column: &str,
    mut materials: Vec<Material>,
) -> Vec<Material> {
    let mut taken = HashSet::new();
    for material in &mut materials {
        let key = hex::encode(&Sha256::digest(material.name.as_bytes())[..4]);
        let mut id = key.clone();
        let mut nth = 1;
        while !taken.insert(id.clone()) {
            nth += 1;
            id = format!("{key}-{nth}");
        }
        if nth > 1 {
            notes.add(ImportRule::RepeatedMaterial, column, &material.name);
        }
        material.id = id;
    }
    materials
}
