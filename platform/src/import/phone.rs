//! Phones as guides write them: one number, several, or half a page.

use bangban_domain::matter::Place;

use super::notes::Notes;
use super::rule::ImportRule;
use super::text::narrow;

const LABELS: [&str; 6] = ["咨询电话号码", "咨询电话", "电话咨询", "投诉电话", "电话投诉", "电话"];

/// Reads a phone column; `missing` is the rule for when it states none. Text besides numbers is
/// kept whole, as it may be what the citizen needs.
pub(crate) fn read(
    notes: &mut Notes,
    column: &str,
    missing: ImportRule,
    raw: Option<&str>,
) -> Option<String> {
    let Some(text) = notes.text(column, raw) else {
        notes.add(missing, column, raw.unwrap_or_default());
        return None;
    };
    if !has_number(&text) {
        notes.add(ImportRule::PhoneUnreadable, column, &text);
        return None;
    }
    let tidy = tidy(&text);
    if tidy.chars().any(|c| !belongs_to_numbers(c)) {
        notes.add(ImportRule::PhoneHoldsMore, column, &text);
        return Some(text);
    }
    if tidy != text {
        notes.add(ImportRule::PhoneTidied, column, &text);
    }
    Some(tidy)
}

/// Five digits, parted by nothing but hyphens, spaces and brackets: the shortest public numbers
/// (12345) have five.
fn has_number(text: &str) -> bool {
    let mut digits = 0;
    narrow(text).chars().any(|c| {
        digits = match c {
            '0'..='9' => digits + 1,
            '-' | '–' | '—' | ' ' | '(' | ')' => digits,
            _ => 0,
        };
        digits >= 5
    })
}

/// Without label and closing punctuation, with ordinary digits and hyphens.
fn tidy(text: &str) -> String {
    let mut rest = text.trim();
    for label in LABELS {
        if let Some(after) = rest.strip_prefix(label) {
            rest = after.trim_start_matches(['：', ':', ' ']);
            break;
        }
    }
    let rest = rest.trim_end_matches(['。', '；', ';', '，', ',', ' ']);
    let plain = rest.chars().map(|c| match c {
        '–' | '—' | '－' | '―' => '-',
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    });
    plain.collect()
}

/// Notes that questions and complaints go to the same phone.
pub(crate) fn compare(notes: &mut Notes, column: &str, place: &Place) {
    if let Some(phone) = &place.complaint_phone
        && place.consult_phone.as_ref() == Some(phone)
    {
        notes.add(ImportRule::SamePhones, column, phone);
    }
}

fn belongs_to_numbers(c: char) -> bool {
    c.is_ascii_digit() || "-+ ()（）、,，；;/或转至".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(text: &str) -> (Option<String>, Vec<ImportRule>) {
        let mut notes = Notes::new(1, None);
        let phone = read(&mut notes, "phone", ImportRule::MissingConsultPhone, Some(text));
        (phone, notes.warnings.iter().map(|warning| warning.rule).collect())
    }

    #[test]
    fn plain_numbers_pass_untouched() {
        for text in [
            "020-83133642",
            "12345",
            "020-38356454转1",
            "020-84469270、020-84469702",
            "400-7000-690",
            "(8620)2236 0123",
        ] {
            assert_eq!(read_one(text), (Some(text.to_owned()), vec![]), "{text}");
        }
    }

    #[test]
    fn labels_stops_and_dashes_are_put_in_order() {
        let tidied = |phone: &str| (Some(phone.to_owned()), vec![ImportRule::PhoneTidied]);
        assert_eq!(read_one("投诉电话:020-81838976；"), tidied("020-81838976"));
        assert_eq!(read_one("020－81102000"), tidied("020-81102000"));
        assert_eq!(read_one("020—12366-2-4"), tidied("020-12366-2-4"));
    }

    #[test]
    fn half_a_page_is_kept_whole_and_what_is_no_number_is_left_out() {
        let text = "省厅：020-86351219；深圳：0755-88127587";
        assert_eq!(read_one(text), (Some(text.to_owned()), vec![ImportRule::PhoneHoldsMore]));
        assert_eq!(read_one("无w"), (None, vec![ImportRule::PhoneUnreadable]));
        assert_eq!(read_one("0000swjw"), (None, vec![ImportRule::PhoneUnreadable]));
        assert_eq!(
            read_one("无"),
            (None, vec![ImportRule::NoneText, ImportRule::MissingConsultPhone])
        );
    }
}
