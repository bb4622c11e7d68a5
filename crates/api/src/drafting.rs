//! Which model drafts replies, one for everybody who uses the machine: set by a person, off
//! otherwise. Its key lies elsewhere, see [`crate::drafting_key`].

use std::path::{Path, PathBuf};

use bangban_drafter::Address;
use serde::{Deserialize, Serialize};

use crate::accounts::write_atomically;
use crate::error::{ApiError, Code};

const FILE_NAME: &str = "drafting.json";
const MOST_MODEL: usize = 100;

/// Where a model is, and what it is called there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// Address of the endpoint.
    pub address: Address,
    /// Name of the model.
    pub name: String,
}

/// As it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    address: String,
    model: String,
}

impl Model {
    /// A model as a person names it.
    ///
    /// # Errors
    /// `BadInput` with the field; of an address also `why`.
    pub fn checked(address: &str, name: &str) -> Result<Self, ApiError> {
        let wrong = |field: &str| ApiError::new(Code::BadInput).with("field", field);
        let address = Address::parse(address).map_err(|fault| {
            let why = serde_json::to_value(fault).unwrap_or_default();
            wrong("address").with("why", why.as_str().unwrap_or_default())
        })?;
        let name = name.trim();
        let is_odd = name.is_empty() || name.chars().any(char::is_control);
        if is_odd || name.chars().count() > MOST_MODEL {
            return Err(wrong("model"));
        }
        Ok(Self { address, name: name.to_owned() })
    }
}

/// The model of this machine; `None`: there are no drafts.
pub fn of_machine(data_dir: &Path) -> Option<Model> {
    let text = std::fs::read(file(data_dir)).ok()?;
    let kept: Kept = serde_json::from_slice(&text).ok()?;
    Model::checked(&kept.address, &kept.model).ok()
}

/// Keeps the model of this machine; `None`: there are no drafts any more.
pub fn keep(data_dir: &Path, model: Option<&Model>) -> Result<(), ApiError> {
    let kept = model.map(|it| Kept { address: it.address.as_str().into(), model: it.name.clone() });
    let text = serde_json::to_vec_pretty(&kept).map_err(|_| ApiError::new(Code::Internal))?;
    write_atomically(&file(data_dir), &text)
}

fn file(data_dir: &Path) -> PathBuf {
    data_dir.join(FILE_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_nobody_set_up_has_no_model_and_one_that_was_switched_off_neither() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(of_machine(folder.path()), None);
        let model = Model::checked("https://models.example.gov.cn/v1/", " qwen3 ").expect("fine");
        keep(folder.path(), Some(&model)).expect("kept");
        assert_eq!(of_machine(folder.path()), Some(model));
        keep(folder.path(), None).expect("off");
        assert_eq!(of_machine(folder.path()), None);
    }

    #[test]
    fn what_cannot_be_used_names_its_field() {
        let field = |address, name| Model::checked(address, name).map_err(|e| e.params).err();
        let why = field("http://10.0.0.8/v1", "m").expect("refused");
        assert_eq!((why["field"].as_str(), why["why"].as_str()), ("address", "unsealed"));
        assert_eq!(field("https://a.example/v1", "  ").expect("refused")["field"], "model");
    }
}
