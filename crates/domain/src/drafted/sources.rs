//! The documents, document numbers and articles that a text names, and those that entries hold.

use crate::knowledge::KnowledgeEntry;
use crate::matter::LegalBasis;

/// A law is cited with and without it.
const OF_STATE: &str = "中华人民共和国";
/// Words before a document number that are none of it.
const BEFORE: [&str; 12] =
    ["根据", "依据", "按照", "参照", "执行", "以及", "按", "和", "及", "与", "见", "的"];
const NUMERALS: &str = "零〇一二两三四五六七八九";

/// What entries say, as it is compared.
pub struct Sources {
    /// Everything they hold.
    text: String,
    /// The same without what stands in round brackets: `《法》（令）第一条` is `《法》第一条`.
    bare: String,
}

/// A document, number or article in a text.
#[derive(Debug, PartialEq, Eq)]
enum Named {
    /// `《…》`, and the article right behind it.
    Title(String, Option<String>),
    /// `粤府〔2024〕12号`: what stands before the year, and from the year on.
    Document(String, String),
    /// `第12条`, `第651号`, `12号文`.
    Numbered(String),
}

impl Sources {
    /// What these entries hold.
    pub fn of<'e>(entries: impl Iterator<Item = &'e KnowledgeEntry>) -> Self {
        let mut lines: Vec<String> = Vec::new();
        for entry in entries {
            lines.push(entry.title.clone());
            lines.extend(entry.answer.iter().cloned());
            lines.extend(entry.basis.iter().map(LegalBasis::citation));
            lines.extend(entry.basis.iter().filter_map(|basis| basis.text.clone()));
        }
        let text = folded(&lines.join("\n")).replace(OF_STATE, "");
        let bare = without_brackets(&text);
        Self { text, bare }
    }

    /// Documents, numbers and articles of `text` that none of the entries holds, each once.
    pub fn unknown(&self, text: &str) -> Vec<String> {
        let text = without_brackets_behind_titles(&folded(text).replace(OF_STATE, ""));
        let mut unknown: Vec<String> =
            named(&text).iter().filter_map(|named| self.lacks(named)).collect();
        let mut seen = std::collections::HashSet::new();
        unknown.retain(|words| seen.insert(words.clone()));
        unknown
    }

    /// Figures of `text` that none of the entries holds, each once.
    pub fn unknown_figures(&self, text: &str) -> Vec<String> {
        let known = figures(&self.text);
        let mut unknown: Vec<String> = Vec::new();
        for figure in figures(&folded(text)) {
            if !known.contains(&figure) && !unknown.contains(&figure) {
                unknown.push(figure);
            }
        }
        unknown
    }

    fn lacks(&self, named: &Named) -> Option<String> {
        let (holds, words) = match named {
            Named::Title(title, None) => (self.text.contains(title), title.clone()),
            Named::Title(title, Some(article)) => {
                let words = format!("{title}{article}");
                (self.bare.contains(&words), words)
            }
            Named::Document(before, number) => {
                (self.has_document(before, number), format!("{before}{number}"))
            }
            Named::Numbered(words) => (self.text.contains(words), words.clone()),
        };
        (!holds).then_some(words)
    }

    /// Whether a document of this number is held that comes from the same office.
    fn has_document(&self, before: &str, number: &str) -> bool {
        self.text.match_indices(number).any(|(at, _)| {
            let here = office(&self.text[..at]);
            here.ends_with(before) || before.ends_with(here)
        })
    }
}

/// Half-width digits, Arabic numerals where something is counted, one kind of brackets around a
/// year, no blanks.
pub fn folded(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter(|c| *c == '\n' || !c.is_whitespace()).collect();
    let chars: Vec<char> = chars.into_iter().map(half).collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some((number, length)) = ordinal(&chars[at..]) {
            out.extend(["第", &number.to_string()]);
            at += length;
        } else if let Some(year) = year(&chars[at..]) {
            out.extend(["〔", &year, "〕"]);
            at += 6;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

fn half(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// `第十二` before 条, 款, 项 or 号, and how many characters it is long.
fn ordinal(chars: &[char]) -> Option<(u32, usize)> {
    let rest = chars.strip_prefix(&['第'])?;
    let length = rest.iter().take_while(|c| is_numeral(**c)).count();
    let unit = rest.get(length)?;
    let counted = matches!(unit, '条' | '款' | '项' | '号');
    let number = value(&rest[..length]).filter(|_| counted && length > 0)?;
    Some((number, length + 1))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || NUMERALS.contains(c) || matches!(c, '十' | '百' | '千')
}

/// 一百二十三 or 123; `None`: too large for an article.
fn value(chars: &[char]) -> Option<u32> {
    let (mut sum, mut digit, mut written) = (0_u32, 0_u32, 0_u32);
    for c in chars {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                digit = digit_of(*c)?;
                written = written.checked_mul(10)?.checked_add(digit)?;
                continue;
            }
        };
        sum = sum.checked_add(unit * digit.max(1))?;
        (digit, written) = (0, 0);
    }
    sum.checked_add(written)
}

fn digit_of(c: char) -> Option<u32> {
    let place = |c| NUMERALS.chars().position(|known| known == c);
    let by_place = [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9];
    c.to_digit(10).or_else(|| place(c).and_then(|at| by_place.get(at).copied()))
}

/// A year in brackets of any kind.
fn year(chars: &[char]) -> Option<String> {
    let opens = |c: &char| "[［【〔（(﹝".contains(*c);
    let closes = |c: &char| "]］】〕）)﹞".contains(*c);
    let is_bracketed = chars.first().is_some_and(opens) && chars.get(5).is_some_and(closes);
    let year = chars.get(1..5).filter(|year| is_bracketed && year.iter().all(char::is_ascii_digit));
    year.map(|year| year.iter().collect())
}

/// What a folded text names.
fn named(text: &str) -> Vec<Named> {
    let mut found = titles(text);
    for (at, _) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        if let Some(number) = rest.strip_prefix('〔').and_then(|_| document_number(rest)) {
            found.push(Named::Document(office(before).to_owned(), number));
        } else if rest.starts_with('第') && !before.ends_with('》') {
            found.extend(numbered(rest).map(Named::Numbered));
        } else if !before.ends_with(|c: char| c.is_ascii_digit() || "第〕".contains(c)) {
            found.extend(numbered_paper(rest).map(Named::Numbered));
        }
    }
    found
}

fn titles(text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('《') {
        let Some(length) = text[at..].find('》') else { continue };
        let end = at + length + '》'.len_utf8();
        let article = numbered(&text[end..]).filter(|words| words.ends_with('条'));
        found.push(Named::Title(text[at..end].to_owned(), article));
    }
    found
}

/// `第12条` or `第651号` that a text begins with.
fn numbered(rest: &str) -> Option<String> {
    let digits = digits(rest.strip_prefix('第')?)?;
    let unit = ["条", "号"].into_iter().find(|unit| rest[3 + digits.len()..].starts_with(unit))?;
    Some(format!("第{digits}{unit}"))
}

/// `12号文` that a text begins with.
fn numbered_paper(rest: &str) -> Option<String> {
    let digits = digits(rest)?;
    let unit = ["号文", "号令"].into_iter().find(|unit| rest[digits.len()..].starts_with(unit))?;
    Some(format!("{digits}{unit}"))
}

/// `〔2024〕12号` that a text begins with.
fn document_number(rest: &str) -> Option<String> {
    let (year, behind) = rest.split_once('〕')?;
    let number = digits(behind)?;
    behind[number.len()..].starts_with('号').then(|| format!("{year}〕{number}号"))
}

fn digits(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// The short name of an office that a text ends with: 粤人社规.
fn office(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| ('\u{4e00}'..='\u{9fff}').contains(c))
        .last()
        .map_or(before.len(), |(at, _)| at);
    let run = &before[start..];
    let ends = BEFORE.iter().filter_map(|word| Some(run.rfind(word)? + word.len()));
    &run[ends.max().unwrap_or(0)..]
}

fn figures(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let figures = runs.map(|run| run.trim_matches('.').to_owned());
    figures.filter(|run| !run.is_empty()).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let outside = text.chars().filter(|c| match c {
        '（' | '(' => {
            depth += 1;
            false
        }
        '）' | ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        // A bracket that nobody closes ends with its line.
        '\n' => {
            depth = 0;
            true
        }
        _ => depth == 0,
    });
    outside.collect()
}

/// `《法》（令）第一条` is `《法》第一条`, and the number of the document follows.
fn without_brackets_behind_titles(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("》（") {
        let Some((inside, behind)) = after.split_once('）') else { break };
        let article = numbered(behind).unwrap_or_default();
        out.extend([before, "》", &article, "（", inside, "）"]);
        rest = &behind[article.len()..];
    }
    out.push_str(rest);
    out
}
