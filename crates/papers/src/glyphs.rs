//! Text made ready for the page: nothing in it vanishes, and nothing runs over the edge.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::system_fonts;

/// From this length on a run without a place to break gets places.
const LONG_RUN: usize = 16;

/// Break here, show nothing. The template puts room of no width in its place, so that the mark itself
/// does not come back when the text is copied or read aloud.
const BREAK: char = '\u{200B}';

/// What was found on the way through a sheet.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Characters nobody has a glyph for; their code points are shown.
    pub missing: BTreeSet<char>,
    /// Characters that a font of the system has.
    pub borrowed: BTreeSet<char>,
}

/// Makes every text in a sheet ready.
pub(crate) fn prepare(value: &mut Value, found: &mut Found) {
    match value {
        Value::String(text) => *text = ready(text, found),
        Value::Array(items) => items.iter_mut().for_each(|item| prepare(item, found)),
        Value::Object(members) => members.values_mut().for_each(|item| prepare(item, found)),
        _ => {}
    }
}

fn ready(text: &str, found: &mut Found) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for c in text.trim().chars() {
        match fate(c) {
            Fate::Print => out.push(c),
            Fate::Space => out.push(' '),
            Fate::Drop => {}
            Fate::Borrow => {
                found.borrowed.insert(c);
                out.push(c);
            }
            Fate::Name => {
                found.missing.insert(c);
                out.extend(["〔U+", &format!("{:04X}", u32::from(c)), "〕"]);
            }
        }
    }
    breakable(&out)
}

/// What becomes of a character.
enum Fate {
    Print,
    Space,
    Drop,
    Borrow,
    Name,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' => Fate::Print,
        '\t' => Fate::Space,
        c if says_nothing(c) => Fate::Drop,
        c if c.is_control() => Fate::Name,
        c if crate::fonts::covers(c) => Fate::Print,
        c if private(c) => Fate::Name,
        c if system_fonts::having(c).is_some() => Fate::Borrow,
        _ => Fate::Name,
    }
}

/// Marks that have no look of their own: joiners, direction marks, the choice between text and
/// emoji, the byte order mark, soft hyphen.
fn says_nothing(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// What a font shows for these is its own affair: another system means another character by them.
fn private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Long codes, addresses and words may break anywhere; whatever else breaks by itself.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if sticks(c) {
            run.push(c);
            continue;
        }
        flush(&mut run, &mut out);
        out.push(c);
    }
    out.pop();
    out
}

fn flush(run: &mut String, out: &mut String) {
    let long = run.chars().count() >= LONG_RUN;
    for (index, c) in run.chars().enumerate() {
        if long && index > 0 {
            out.push(BREAK);
        }
        out.push(c);
    }
    run.clear();
}

/// Whether a line never breaks beside it by itself. Chinese breaks between any two characters, and
/// its punctuation has rules of its own that a break would undo.
fn sticks(c: char) -> bool {
    !c.is_whitespace() && u32::from(c) < 0x2000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str) -> (String, Found) {
        let mut found = Found::default();
        let out = ready(text, &mut found);
        (out, found)
    }

    #[test]
    fn what_cannot_be_shown_is_named() {
        let (text, found) = made("李\u{E123}明\u{7}");
        assert_eq!(text, "李〔U+E123〕明〔U+0007〕", "private and control characters");
        assert_eq!(found.missing.len(), 2, "and reported");
        assert!(found.borrowed.is_empty(), "no font of the system is asked for these");
    }

    #[test]
    fn marks_without_a_look_leave_no_trace() {
        let (text, found) = made("\u{FEFF}甲\u{202E}乙\u{200B}丙\u{FE0F}");
        assert_eq!(text, "甲乙丙", "a direction mark must not turn a paper around");
        assert!(found.missing.is_empty(), "nothing was lost");
    }

    #[test]
    fn only_long_runs_get_places_to_break() {
        assert_eq!(made("Room 404, 东莞").0, "Room 404, 东莞", "words stay whole");
        let long = made(&"a".repeat(16)).0;
        assert_eq!(long.matches(BREAK).count(), 15, "between all of its characters");
        assert_eq!(made("甲\r\n乙").0, "甲\n乙", "lines stay lines");
    }
}
