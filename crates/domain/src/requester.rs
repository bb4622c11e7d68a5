//! What is unusual about a requester's data. It warns and explains; it never blocks, because
//! foreign and old documents are real.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::checksum::{credit_code_is_valid, id_number_is_valid};
use crate::ticket::{DocumentKind, Requester, RequesterKind, Standing};

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
    /// Not the form of a passport or travel permit.
    DocumentForm,
    /// A minor: a guardian comes with them or for them.
    MinorWithoutGuardian,
}

/// Age from which a person may be served as an elderly one (适老服务), in years.
pub const ELDERLY_AGE: i32 = 60;
/// Age of majority (民法典 §17), in years.
const ADULT_AGE: i32 = 18;

/// Everything unusual about `requester` on that day.
pub fn warnings(requester: &Requester, today: NaiveDate) -> Vec<FieldWarning> {
    let mut found = Vec::new();
    let mut check = |field: &str, value: Option<&String>, rule: Check| {
        let value = value.map(|v| v.trim()).filter(|v| !v.is_empty());
        if let Some(code) = value.and_then(rule) {
            found.push(FieldWarning { field: field.to_owned(), code });
        }
    };
    check("id_number", requester.id_number.as_ref(), by_document(requester.document));
    check("phone", requester.phone.as_ref(), phone);
    check("credit_code", requester.credit_code.as_ref(), credit_code);
    if let Some(agent) = &requester.agent {
        check("agent.id_number", agent.id_number.as_ref(), resident_number);
        check("agent.phone", agent.phone.as_ref(), phone);
    }
    let accompanied = requester.agent.as_ref().is_some_and(|a| a.standing == Standing::Guardian);
    if !accompanied && age(requester, today).is_some_and(|years| years < ADULT_AGE) {
        let code = FieldWarningCode::MinorWithoutGuardian;
        found.push(FieldWarning { field: "agent".to_owned(), code });
    }
    found
}

/// Whole years of age on that day, when the document's number tells the day of birth.
pub fn age(requester: &Requester, today: NaiveDate) -> Option<i32> {
    // The number of a legal person's representative says nothing about the requester.
    if requester.kind == RequesterKind::LegalPerson {
        return None;
    }
    let number = requester.id_number.as_deref()?.trim();
    if !requester.document.has_check_digit() || !id_number_is_valid(number) {
        return None;
    }
    let born = NaiveDate::parse_from_str(number.get(6..14)?, "%Y%m%d").ok()?;
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    Some(today.year() - born.year() - i32::from(!had_birthday))
}

type Check = fn(&str) -> Option<FieldWarningCode>;

fn by_document(document: DocumentKind) -> Check {
    match document {
        DocumentKind::ResidentId | DocumentKind::HmtResidence => resident_number,
        DocumentKind::HmtTravel | DocumentKind::Passport | DocumentKind::ForeignPermanent => travel,
        DocumentKind::Other => |_| None,
    }
}

fn resident_number(value: &str) -> Option<FieldWarningCode> {
    if value.chars().count() != 18 {
        Some(FieldWarningCode::IdNumberLength)
    } else if id_number_is_valid(value) {
        None
    } else {
        Some(FieldWarningCode::IdNumberChecksum)
    }
}

/// Passports and permits have 7 to 18 letters and digits; no check digit is known to us.
fn travel(value: &str) -> Option<FieldWarningCode> {
    let usual = (7..=18).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_alphanumeric());
    (!usual).then_some(FieldWarningCode::DocumentForm)
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

    fn requester(id_number: &str, phone: &str, credit_code: &str) -> Requester {
        Requester {
            kind: RequesterKind::NaturalPerson,
            name: "张三".into(),
            document: DocumentKind::ResidentId,
            id_number: Some(id_number.into()),
            phone: Some(phone.into()),
            credit_code: Some(credit_code.into()),
            agent: None,
        }
    }

    #[test]
    fn usual_documents_raise_no_remark() {
        let usual = requester("11010519491231002X", "0752-5550101", "11440000006939756B");
        assert_eq!(warnings(&usual, today()), []);
        assert_eq!(warnings(&requester("", " ", ""), today()), [], "empty fields are not unusual");
    }

    #[test]
    fn old_foreign_and_mistyped_documents_are_explained_one_by_one() {
        let odd = requester("E12345678", "123", "13440000515356094L");
        let codes: Vec<_> = warnings(&odd, today()).into_iter().map(|w| w.code).collect();
        assert_eq!(codes, [IdNumberLength, PhoneForm, CreditCodeChecksum]);
        let mistyped = requester("110105194912310021", "13800131234", "");
        assert_eq!(warnings(&mistyped, today())[0].code, IdNumberChecksum);
    }

    fn today() -> NaiveDate {
        "2026-11-21".parse().expect("a date")
    }

    #[test]
    fn a_foreign_or_old_document_is_measured_by_its_own_form() {
        let mut foreign = requester("E12345678", "", "");
        foreign.document = DocumentKind::Passport;
        assert_eq!(warnings(&foreign, today()), []);
        foreign.id_number = Some("护照".into());
        assert_eq!(warnings(&foreign, today())[0].code, FieldWarningCode::DocumentForm);
        let mut old = requester("110105491231002", "", "");
        old.document = DocumentKind::Other;
        assert_eq!(warnings(&old, today()), [], "a card of fifteen digits has its way through");
    }

    #[test]
    fn the_number_tells_the_age_and_a_minor_needs_a_guardian() {
        let elder = requester("11010519491231002X", "", "");
        assert_eq!(age(&elder, today()), Some(76), "the birthday is still to come");
        let company = Requester { kind: RequesterKind::LegalPerson, ..elder };
        assert_eq!(age(&company, today()), None, "the number is its representative's");
        let mut child = requester("110105201512310024", "", "");
        let number: String = child.id_number.clone().unwrap_or_default().chars().take(17).collect();
        let digit = "0123456789X".chars().find(|c| id_number_is_valid(&format!("{number}{c}")));
        child.id_number = digit.map(|c| format!("{number}{c}"));
        let codes = |r: &Requester| warnings(r, today()).iter().map(|w| w.code).collect::<Vec<_>>();
        assert_eq!(codes(&child), [FieldWarningCode::MinorWithoutGuardian]);
        child.agent = Some(crate::ticket::Agent {
            standing: Standing::Guardian,
            name: "李四".into(),
            id_number: None,
            phone: None,
        });
        assert_eq!(codes(&child), []);
    }
}
