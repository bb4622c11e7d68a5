//! A reply that a model has drafted from entries: whether it keeps to them.
//!
//! A model may write well and be wrong. Nothing of a draft is believed: each paragraph names an
//! entry it was given, and each document, number and article in it stands in the entries it names.

mod sources;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::sources::Sources;
use crate::knowledge::{KnowledgeEntry, resting_on};
use crate::{leaving, personal};

/// Longest draft, characters: an answer at a counter, not an essay.
pub const MOST_DRAFT: usize = 1500;
/// What a model says when the entries do not answer.
pub const NO_BASIS: &str = "没有依据";
/// With fewer characters, an answer that begins so says nothing else.
const MOST_NO_BASIS: usize = 40;

/// What a model gave back, looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It says that the entries do not answer the question.
    NoBasis,
    /// It drafted.
    Draft(CheckedDraft),
}

/// A draft, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckedDraft {
    /// Its paragraphs.
    pub paragraphs: Vec<DraftParagraph>,
    /// Why it cannot be used; none: it can.
    pub faults: Vec<DraftFault>,
    /// Words for personal data that still stand in it, each once.
    pub placeholders: Vec<String>,
    /// Figures that stand in none of the entries that were sent. They may be right, as a sum is.
    pub figures: Vec<String>,
}

/// A paragraph of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DraftParagraph {
    /// Its text, without the numbers of entries.
    pub text: String,
    /// The entries it names, counted from 1.
    pub cites: Vec<usize>,
}

/// What is wrong with a draft. Paragraphs are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum DraftFault {
    /// There is no text.
    Empty,
    /// It is longer than `MOST_DRAFT`.
    TooLong {
        /// Its length.
        chars: usize,
    },
    /// A paragraph names no entry.
    Uncited {
        /// Which.
        paragraph: usize,
    },
    /// A paragraph names an entry that was not sent.
    UnknownEntry {
        /// Which.
        paragraph: usize,
        /// The number it names.
        number: usize,
    },
    /// A document, number or article stands in none of the entries that the paragraph names.
    UnknownSource {
        /// Which.
        paragraph: usize,
        /// The document, number or article.
        words: String,
    },
    /// It holds a number that belongs to a person.
    PersonalData {
        /// Which.
        paragraph: usize,
    },
}

impl CheckedDraft {
    /// Whether it may be put into a reply.
    pub fn stands(&self) -> bool {
        self.faults.is_empty()
    }

    /// The reply: its paragraphs, then what the entries it names rest on.
    pub fn text(&self, sent: &[KnowledgeEntry]) -> String {
        let cited = self.cited().filter_map(|number| sent.get(number - 1));
        let paragraphs = self.paragraphs.iter().map(|paragraph| paragraph.text.clone());
        resting_on(paragraphs.collect(), cited.flat_map(|entry| &entry.basis))
    }

    /// The entries it names, each once, in the order of their numbers.
    fn cited(&self) -> impl Iterator<Item = usize> {
        let cited = self.paragraphs.iter().flat_map(|paragraph| paragraph.cites.iter().copied());
        cited.collect::<std::collections::BTreeSet<_>>().into_iter()
    }
}

/// Looks at what a model gave back. `sent`: the entries it was given, in their order.
pub fn check(answer: &str, sent: &[KnowledgeEntry]) -> Answer {
    let answer = answer.trim();
    if answer.starts_with(NO_BASIS) && answer.chars().count() <= MOST_NO_BASIS {
        return Answer::NoBasis;
    }
    let lines = answer.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraphs: Vec<DraftParagraph> = lines.map(paragraph).collect();
    let mut faults: Vec<DraftFault> = of_whole(&paragraphs).into_iter().collect();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        faults.extend(of_paragraph(at + 1, paragraph, sent));
    }
    let whole: String = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n");
    let placeholders = leaving::PLACEHOLDERS.iter().filter(|word| whole.contains(**word));
    Answer::Draft(CheckedDraft {
        placeholders: placeholders.map(|word| (*word).to_owned()).collect(),
        figures: Sources::of(sent.iter()).unknown_figures(&whole),
        paragraphs,
        faults,
    })
}

fn of_whole(paragraphs: &[DraftParagraph]) -> Option<DraftFault> {
    let chars: usize = paragraphs.iter().map(|paragraph| paragraph.text.chars().count()).sum();
    match chars {
        0 => Some(DraftFault::Empty),
        chars if chars > MOST_DRAFT => Some(DraftFault::TooLong { chars }),
        _ => None,
    }
}

fn of_paragraph(number: usize, it: &DraftParagraph, sent: &[KnowledgeEntry]) -> Vec<DraftFault> {
    let paragraph = number;
    let mut faults = Vec::new();
    if it.cites.is_empty() {
        faults.push(DraftFault::Uncited { paragraph });
    }
    let unknown = it.cites.iter().filter(|cited| **cited == 0 || **cited > sent.len());
    faults.extend(unknown.map(|number| DraftFault::UnknownEntry { paragraph, number: *number }));
    let named = it.cites.iter().filter_map(|cited| sent.get(cited.checked_sub(1)?));
    let unknown = Sources::of(named).unknown(&it.text);
    faults.extend(unknown.into_iter().map(|words| DraftFault::UnknownSource { paragraph, words }));
    if !personal::found(&it.text, &[]).is_empty() {
        faults.push(DraftFault::PersonalData { paragraph });
    }
    faults
}

/// A line and the entries it names: `[1]`, `［1］【2】`, `[1、2]`.
fn paragraph(line: &str) -> DraftParagraph {
    let (mut text, mut cites): (String, Vec<usize>) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| matches!(c, '[' | '［' | '【'))
    {
        let (before, group) = rest.split_at(at);
        text.push_str(before);
        rest = &group[open.len_utf8()..];
        let close = rest.char_indices().find(|(_, c)| matches!(c, ']' | '］' | '】'));
        match close.and_then(|(end, c)| Some((numbers(&rest[..end])?, end + c.len_utf8()))) {
            Some((named, end)) => {
                cites.extend(named);
                rest = &rest[end..];
            }
            None => text.push(open),
        }
    }
    text.push_str(rest);
    cites.sort_unstable();
    cites.dedup();
    DraftParagraph { text: text.trim().to_owned(), cites }
}

/// Numbers of entries. A year in brackets belongs to a document.
fn numbers(group: &str) -> Option<Vec<usize>> {
    let parts = group.split([',', '，', '、', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let numbers: Option<Vec<usize>> =
        parts.map(|part| sources::folded(part).parse().ok().filter(|n| *n < 1000)).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}
