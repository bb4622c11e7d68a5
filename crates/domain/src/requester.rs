//! What is unusual about a requester's data. It warns and explains; it never blocks, because
//! foreign and old documents are real.

use serde::{Deserialize, Serialize};

use crate::checksum::{credit_code_is_valid, id_number_is_valid};
use crate::ticket::Requester;

/// A remark on a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldWarning {
    /// Field of `Requester`, e.g. `id_number` or `agent.phone`.
    pub field: String,
    /// What is unusual.
    pub code: FieldWarningCode,
}

/// What is unusual about a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FieldWarningCode {
    /// Check digit of an ID number does not fit.
    IdNumberChecksum,
    /// Not 18 characters: an old or foreign document?
    IdNumberLength,
    /// Check character of a credit code does not fit.
    CreditCodeChecksum,
    /// Not a phone number of this country.
    PhoneForm,
}

/// Everything unusual about `requester`.
pub fn warnings(requester: &Requester) -> Vec<FieldWarning> {
    let mut found = Vec::new();
    let mut check =
        |field: &str, value: Option<&String>, rule: fn(&str) -> Option<FieldWarningCode>| {
            let value = value.map(|v| v.trim()).filter(|v| !v.is_empty());
            if let Some(code) = value.and_then(rule) {
                found.push(FieldWarning { field: field.to_owned(), code });
            }
        };
    check("id_number", requester.id_number.as_ref(), id_number);
    check("phone", requester.phone.as_ref(), phone);
    check("credit_code", requester.credit_code.as_ref(), credit_code);
    if let Some(agent) = &requester.agent {
        check("agent.id_number", agent.id_number.as_ref(), id_number);
        check("agent.phone", agent.phone.as_ref(), phone);
    }
    found
}

fn id_number(value: &str) -> Option<FieldWarningCode> {
    if value.chars().count() != 18 {
        Some(FieldWarningCode::IdNumberLength)
    } else if id_number_is_valid(value) {
        None
    } else {
        Some(FieldWarningCode::IdNumberChecksum)
    }
}

fn credit_code(value: &str) -> Option<FieldWarningCode> {
    (!credit_code_is_valid(value)).then_some(FieldWarningCode::CreditCodeChecksum)
}

/// A mobile number has 11 digits from 1; a fixed one has an area code from 0.
fn phone(value: &str) -> Option<FieldWarningCode> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let separators = value.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '+'));
    let mobile = digits.len() == 11 && digits.starts_with('1');
    let fixed = digits.starts_with('0') && (10..=12).contains(&digits.len());
    let local = (7..=8).contains(&digits.len()) && !digits.starts_with('0');
    let service = digits.len() == 5 && digits.starts_with('1');
    (!(separators && (mobile || fixed || local || service))).then_some(FieldWarningCode::PhoneForm)
}

#[cfg(test)]
mod tests {
    use super::FieldWarningCode::{
        CreditCodeChecksum, IdNumberChecksum, IdNumberLength, PhoneForm,
    };
    use super::*;
    use crate::ticket::RequesterKind;

    fn requester(id_number: &str, phone: &str, credit_code: &str) -> Requester {
        Requester {
            kind: RequesterKind::NaturalPerson,
            name: "张三".into(),
            id_number: Some(id_number.into()),
            phone: Some(phone.into()),
            credit_code: Some(credit_code.into()),
            agent: None,
        }
    }

    #[test]
    fn usual_documents_raise_no_remark() {
        let usual = requester("11010519491231002X", "0752-5550101", "11440000006939756B");
        assert_eq!(warnings(&usual), []);
        assert_eq!(warnings(&requester("", " ", "")), [], "empty fields are not unusual");
    }

    #[test]
    fn old_foreign_and_mistyped_documents_are_explained_one_by_one() {
        let odd = requester("E12345678", "123", "13440000515356094L");
        let codes: Vec<_> = warnings(&odd).into_iter().map(|w| w.code).collect();
        assert_eq!(codes, [IdNumberLength, PhoneForm, CreditCodeChecksum]);
        let mistyped = requester("110105194912310021", "13800131234", "");
        assert_eq!(warnings(&mistyped)[0].code, IdNumberChecksum);
    }
}
