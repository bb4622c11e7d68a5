//! What a rule book says about searching: words that mean the same, and seasons.

use bangban_domain::rulebook::{MatterSeason, MonthDay, RuleBook};
use bangban_protocol::FieldFault;
use chrono::NaiveDate;

use crate::reading::FieldError;

/// Each group costs every search a look.
const MOST_GROUPS: usize = 500;

/// What is wrong with it.
pub(super) fn faults(book: &RuleBook) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if book.synonyms.len() > MOST_GROUPS {
        faults.push(FieldError::new(
            "synonyms",
            FieldFault::TooLong,
            format!("同义词最多 {MOST_GROUPS} 组，请删去少用的"),
            format!("at most {MOST_GROUPS} groups of synonyms; remove those that are seldom used"),
        ));
    }
    for (index, group) in book.synonyms.iter().enumerate() {
        if group.len() < 2 || group.iter().any(|word| word.trim().is_empty()) {
            faults.push(FieldError::new(
                format!("synonyms[{index}]"),
                FieldFault::WrongForm,
                "每组至少写两个词，不能有空的",
                "a group is at least two words, none of them empty",
            ));
        }
    }
    for (index, season) in book.seasons.iter().enumerate() {
        faults.extend(season_faults(&format!("seasons[{index}]"), season));
    }
    faults
}

fn season_faults(path: &str, season: &MatterSeason) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if season.words.is_empty() || season.words.iter().any(|word| word.trim().is_empty()) {
        faults.push(FieldError::missing(format!("{path}.words")));
    }
    for (name, day) in [("from", season.from), ("to", season.to)] {
        if !is_day(day) {
            faults.push(FieldError::new(
                format!("{path}.{name}"),
                FieldFault::WrongForm,
                "没有这一天，请改正月和日",
                "there is no such day; correct month and day",
            ));
        }
    }
    faults
}

/// 29 February is one.
fn is_day(day: MonthDay) -> bool {
    const LEAP: i32 = 2024;
    NaiveDate::from_ymd_opt(LEAP, day.month, day.day).is_some()
}

#[cfg(test)]
mod tests {
    use bangban_domain::rulebook::Rules;

    use super::*;

    #[test]
    fn a_group_of_one_word_and_a_day_that_is_none_are_named() {
        let mut book = Rules::shipped().book;
        assert!(faults(&book).is_empty());
        book.synonyms = vec![vec!["社保".into(), "社会保险".into()], vec!["医保".into()]];
        book.seasons = vec![MatterSeason {
            words: vec!["医疗保险".into()],
            from: MonthDay { month: 9, day: 1 },
            to: MonthDay { month: 11, day: 31 },
        }];
        let fields: Vec<String> = faults(&book).into_iter().map(|fault| fault.path).collect();
        assert_eq!(fields, ["synonyms[1]", "seasons[0].to"]);
    }
}
