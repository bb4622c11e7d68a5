//! 申请表: a standard form as the citizen filled it in, to be signed.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::parts::{MatterLine, Number};
use crate::sheet::{Block, Field, Sheet, wide};

/// How the form is completed by hand.
const BY_HAND: &str = "标有 * 的为必填项；空白处请用黑色签字笔填写，核对无误后签名。";

/// The form. It is the citizen's own, so its numbers are printed in full, and so the hash covers
/// them in full: it gives nothing away that does not stand on the same page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationForm {
    /// Number of the case.
    pub number: Number,
    /// About what.
    pub matter: MatterLine,
    /// Name of the material that the form is.
    pub material: String,
    /// The fields, in the order of the form.
    pub fields: Vec<FormField>,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormField {
    /// What is asked, in the form's own words.
    pub label: String,
    /// What was filled in; empty: a line to fill in by hand.
    #[serde(default)]
    pub value: String,
    /// Whether it has to be filled in.
    #[serde(default)]
    pub required: bool,
}

impl ApplicationForm {
    pub(crate) fn sheet(&self) -> Sheet {
        let mut facts = vec![wide("材料名称", self.material.clone())];
        facts.extend(self.matter.facts());
        let blocks = vec![
            Block::Facts { heading: None, facts },
            Block::Fields {
                heading: "填写内容", fields: self.fields.iter().map(row).collect()
            },
            Block::Text { heading: None, text: BY_HAND.to_owned() },
        ];
        Sheet {
            issuer: String::new(),
            title: Kind::ApplicationForm.title(),
            number: self.number.printed(),
            edition: String::new(),
            blocks,
            answers: Vec::new(),
            dated: String::new(),
            signs: vec!["申请人签名"],
        }
    }
}

fn row(field: &FormField) -> Field {
    Field { label: field.label.clone(), value: field.value.clone(), required: field.required }
}
