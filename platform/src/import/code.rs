//! The parts of a matter code (实施编码) that can be held against other columns: 18 characters
//! of the implementing body, one of the level, and among the basic code two of the kind.

use bangban_domain::checksum::credit_code_is_valid;
use bangban_domain::matter::{Level, MatterKind};

use super::notes::Notes;
use super::rule::ImportRule;
use super::vocabulary::{KIND_DIGITS, LEVEL_DIGITS, meaning};

/// The credit code in front of a matter code, where the code is long enough to have one.
pub(crate) fn credit(code: &str) -> Option<&str> {
    code.get(..18).filter(|part| part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// The level that the code states.
pub(crate) fn level(code: &str) -> Option<Level> {
    meaning(LEVEL_DIGITS, standard(code)?.get(18..19)?)
}

/// The kind that the code states.
pub(crate) fn kind(code: &str) -> Option<MatterKind> {
    meaning(KIND_DIGITS, standard(code)?.get(21..23)?)
}

/// The division in a credit code, where it is one (the centre's bodies have 100000).
pub(crate) fn division(code: &str) -> Option<&str> {
    let digits = credit(code)?.get(2..8)?;
    (digits.bytes().all(|b| b.is_ascii_digit()) && digits != "100000").then_some(digits)
}

/// Only a code of standard form has parts; others are opaque.
fn standard(code: &str) -> Option<&str> {
    let form = matches!(code.len(), 31 | 33)
        && code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    form.then_some(code)
}

/// Notes what is wrong with the code by itself and against the organisation column.
pub(crate) fn check(
    notes: &mut Notes,
    column: &str,
    code: &str,
    organisation: Option<(&str, &str)>,
) {
    if standard(code).is_none() {
        notes.add(ImportRule::CodeLength, column, code);
    }
    let Some(credit) = credit(code) else { return };
    if !credit_code_is_valid(credit) {
        notes.add(ImportRule::OrganisationCodeChecksum, column, credit);
    }
    // The column holds the whole credit code, or the nine characters of the body within it.
    if let Some((column, stated)) = organisation
        && stated != credit
        && stated != &credit[8..17]
    {
        notes.add(ImportRule::OrganisationCodeMismatch, column, stated);
    }
}

/// The level by the lengths and zeros of a division code.
pub(crate) fn level_of_division(division: &str) -> Level {
    let zero = |from: usize, to: usize| {
        division.get(from..to).is_none_or(|part| part.bytes().all(|b| b == b'0'))
    };
    match () {
        () if !zero(9, 12) => Level::Village,
        () if !zero(6, 9) => Level::Township,
        () if !zero(4, 6) => Level::County,
        () if !zero(2, 4) => Level::City,
        () => Level::Province,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "11440000006939756B2440101007000";

    fn rules(code: &str, organisation: Option<(&str, &str)>) -> Vec<ImportRule> {
        let mut notes = Notes::new(1, None);
        check(&mut notes, "TASK_CODE", code, organisation);
        notes.warnings.iter().map(|warning| warning.rule).collect()
    }

    #[test]
    fn a_real_code_states_body_level_and_kind() {
        assert_eq!(credit(CODE), Some("11440000006939756B"));
        assert_eq!((level(CODE), kind(CODE)), (Some(Level::Province), Some(MatterKind::Permit)));
        assert_eq!(rules(CODE, Some(("ORGCODE", "006939756"))), []);
        assert_eq!(rules(CODE, Some(("ORGCODE", "11440000006939756B"))), []);
    }

    #[test]
    fn a_wrong_check_character_is_a_warning_never_a_rejection() {
        let code = "TE440000GD030003VV2442111001000";
        assert_eq!(rules(code, None), [ImportRule::OrganisationCodeChecksum]);
        let other = Some(("ORGCODE", "123456789"));
        assert_eq!(rules(CODE, other), [ImportRule::OrganisationCodeMismatch]);
    }

    #[test]
    fn codes_of_other_provinces_and_stray_text_are_opaque() {
        let long = "11510000MB1234567X-4510100-2021-00123-0101";
        assert!(rules(long, None).contains(&ImportRule::CodeLength));
        assert_eq!((level(long), kind(long)), (None, None));
        assert_eq!(credit("事项"), None, "no panic inside a character");
        assert_eq!(credit("事项事项事项事项事项"), None);
        assert_eq!(rules("", None), [ImportRule::CodeLength]);
    }

    #[test]
    fn the_level_of_a_division_is_where_its_zeros_begin() {
        for (division, level) in [
            ("440000", Level::Province),
            ("440100", Level::City),
            ("441322", Level::County),
            ("441322000000", Level::County),
            ("441322101", Level::Township),
            ("441322101000", Level::Township),
            ("441322101201", Level::Village),
        ] {
            assert_eq!(level_of_division(division), level, "{division}");
        }
    }
}
