//! Personal data in a text that others will read: where it stands, and the text without it.
//!
//! Found are numbers of identity cards, mobile phones and bank cards, in half- and full-width
//! digits and with the gaps people write, and the names that the caller knows. A landline is an
//! office's as a rule and stays.

use serde::{Deserialize, Serialize};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PersonalKind {
    /// 证件号码.
    IdNumber,
    /// 手机号码.
    Phone,
    /// 银行卡号.
    BankCard,
    /// 姓名.
    Name,
}

impl PersonalKind {
    /// What is put in its place.
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::IdNumber => "〔证件号码〕",
            Self::Phone => "〔手机号码〕",
            Self::BankCard => "〔银行卡号〕",
            Self::Name => "〔姓名〕",
        }
    }
}

/// A piece of personal data in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PersonalData {
    /// What it is.
    pub kind: PersonalKind,
    /// Its first character, counted from 0.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
}

/// All personal data in `text`, from left to right. `names`: of those the text may be about.
pub fn found(text: &str, names: &[&str]) -> Vec<PersonalData> {
    let chars: Vec<char> = text.chars().collect();
    let mut all = numbers(&chars);
    for name in names.iter().map(|name| name.trim()).filter(|name| name.chars().count() > 1) {
        let name: Vec<char> = name.chars().collect();
        for start in 0..=chars.len().saturating_sub(name.len()) {
            if chars[start..].starts_with(&name) {
                let end = start + name.len();
                all.push(PersonalData { kind: PersonalKind::Name, start, end });
            }
        }
    }
    all.sort_by_key(|piece| (piece.start, piece.end));
    all.dedup_by(|later, earlier| later.start < earlier.end);
    all
}

/// `text` with a word for each piece of personal data instead of it.
pub fn removed(text: &str, names: &[&str]) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::new(), 0);
    for piece in found(text, names) {
        out.extend(&chars[at..piece.start]);
        out.push_str(piece.kind.placeholder());
        at = piece.end;
    }
    out.extend(&chars[at..]);
    out
}

fn numbers(chars: &[char]) -> Vec<PersonalData> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (digits, end) = run(chars, at);
        // Digits within letters are a code.
        let letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
        let is_code = letter(at.checked_sub(1).map(|i| &chars[i])) || letter(chars.get(end));
        if let Some(kind) = kind_of(&digits).filter(|_| !is_code) {
            all.push(PersonalData { kind, start: at, end });
        }
        at = end.max(at + 1);
    }
    all
}

/// The digits that begin here, with single gaps between them, and where they end.
fn run(chars: &[char], start: usize) -> (String, usize) {
    let (mut digits, mut end, mut at) = (String::new(), start, start);
    while let Some(c) = chars.get(at) {
        match plain(*c) {
            Some(digit) => {
                digits.push(digit);
                at += 1;
                end = at;
                if digit == 'X' {
                    break;
                }
            }
            None if matches!(c, ' ' | '-' | '－' | '\u{3000}') && end == at && at > start => {
                at += 1;
            }
            None => break,
        }
    }
    (digits, end)
}

/// A digit in half width; an `X` only ends a number.
fn plain(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        'x' | 'X' | 'ｘ' | 'Ｘ' => Some('X'),
        _ => None,
    }
}

fn kind_of(digits: &str) -> Option<PersonalKind> {
    let all_digits = !digits.contains('X');
    let mobile = |number: &str| {
        let second = number.as_bytes().get(1);
        number.len() == 11 && number.starts_with('1') && second.is_some_and(|d| *d >= b'3')
    };
    let country = digits.strip_prefix("86").or(digits.strip_prefix("0086"));
    match digits.len() {
        18 if has_birthday(digits, 6, 4) => Some(PersonalKind::IdNumber),
        15 if all_digits && has_birthday(digits, 6, 2) => Some(PersonalKind::IdNumber),
        _ if all_digits && (mobile(digits) || country.is_some_and(mobile)) => {
            Some(PersonalKind::Phone)
        }
        16..=19 if all_digits && luhn(digits) => Some(PersonalKind::BankCard),
        _ => None,
    }
}

/// Whether a year of so many digits, a month and a day stand at `at`.
fn has_birthday(digits: &str, at: usize, year: usize) -> bool {
    let number =
        |from: usize, len: usize| digits.get(from..from + len).and_then(|d| d.parse().ok());
    let plausible_year = year == 2 || number(at, 4).is_some_and(|y: u32| (1900..2100).contains(&y));
    let month = number(at + year, 2).is_some_and(|m: u32| (1..=12).contains(&m));
    let day = number(at + year + 2, 2).is_some_and(|d: u32| (1..=31).contains(&d));
    plausible_year && month && day
}

/// The check of bank cards (ISO/IEC 7812-1, annex B).
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0') * if place % 2 == 1 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_identifies_a_citizen_does_not_reach_a_text_that_everybody_reads() {
        let cases = [
            ("身份证11010519491231002X能用吗", "身份证〔证件号码〕能用吗"),
            ("证号 440000 19900101 123X 的人", "证号 〔证件号码〕 的人"),
            ("打１３８００００００００问", "打〔手机号码〕问"),
            ("+86-138-0000-0000", "+〔手机号码〕"),
            ("卡6222021234567890123丢了", "卡6222021234567890123丢了"),
            ("卡4111 1111 1111 1111丢了", "卡〔银行卡号〕丢了"),
            ("老证110105491231002", "老证〔证件号码〕"),
        ];
        for (text, clean) in cases {
            assert_eq!(removed(text, &[]), clean, "{text}");
        }
    }

    #[test]
    fn what_is_public_stays_so_that_an_answer_can_name_an_office_and_a_document() {
        for text in [
            "电话0752-6661234或12345",
            "国办发〔2023〕29号第十二条",
            "实施编码11441322900100103N4002114001000",
            "2026年11月22日起，满80周岁每月100元",
        ] {
            assert_eq!(removed(text, &[]), text);
        }
    }

    #[test]
    fn names_that_are_known_are_removed_wherever_they_stand() {
        assert_eq!(removed("何阿婆说，何阿婆的儿子", &["何阿婆"]), "〔姓名〕说，〔姓名〕的儿子");
        assert_eq!(removed("王先生", &["王"]), "王先生", "one character is a word more often");
    }
}
