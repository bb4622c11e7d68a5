//! Text as the search index sees it: folded, and cut into overlapping pairs of characters.

use unicode_normalization::UnicodeNormalization;

/// Full-width to half-width, compatibility forms to plain ones, lower case.
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// A run of characters of one sort.
#[derive(Debug, PartialEq, Eq)]
enum Run {
    /// Latin letters and digits: kept whole.
    Word(String),
    /// Everything else that carries meaning: cut into pairs.
    Dense(Vec<char>),
}

fn runs(text: &str) -> Vec<Run> {
    let mut found = Vec::new();
    for c in fold(text).chars() {
        match (c.is_alphanumeric(), c.is_ascii(), found.last_mut()) {
            (false, ..) => found.push(Run::Word(String::new())),
            (true, true, Some(Run::Word(word))) => word.push(c),
            (true, true, _) => found.push(Run::Word(c.into())),
            (true, false, Some(Run::Dense(run))) => run.push(c),
            (true, false, _) => found.push(Run::Dense(vec![c])),
        }
    }
    found.retain(|run| !matches!(run, Run::Word(word) if word.is_empty()));
    found
}

/// Tokens for the index: pairs of neighbouring characters, the last character alone, whole words.
pub fn index_text(text: &str) -> String {
    let mut tokens = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => tokens.push(word),
            Run::Dense(chars) => {
                tokens.extend(chars.windows(2).map(|pair| pair.iter().collect()));
                tokens.extend(chars.last().map(char::to_string));
            }
        }
    }
    tokens.join(" ")
}

/// An FTS5 expression that finds every part of `text`, in any order; `None` when nothing is left.
pub fn match_all(text: &str) -> Option<String> {
    join(&runs(text).iter().map(phrase).collect::<Vec<_>>(), " AND ")
}

/// An FTS5 expression that finds any pair of characters of `text`; for words that stand apart.
pub fn match_any(text: &str) -> Option<String> {
    let mut pairs = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => pairs.push(format!("\"{word}\"*")),
            Run::Dense(chars) if chars.len() == 1 => pairs.push(format!("\"{}\"*", chars[0])),
            Run::Dense(chars) => pairs.extend(quoted_pairs(&chars)),
        }
    }
    join(&pairs, " OR ")
}

fn phrase(run: &Run) -> String {
    match run {
        Run::Word(word) => format!("\"{word}\"*"),
        Run::Dense(chars) if chars.len() == 1 => format!("\"{}\"*", chars[0]),
        Run::Dense(chars) => quoted_pairs(chars).join(" + "),
    }
}

fn quoted_pairs(chars: &[char]) -> Vec<String> {
    chars.windows(2).map(|pair| format!("\"{}\"", pair.iter().collect::<String>())).collect()
}

fn join(parts: &[String], operator: &str) -> Option<String> {
    if parts.is_empty() { None } else { Some(parts.join(operator)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_capitals_are_the_same_as_plain_letters() {
        assert_eq!(fold("ＡＢＣ１２"), "abc12");
    }

    #[test]
    fn two_character_words_become_one_token_so_that_they_can_be_found() {
        assert_eq!(index_text("社保卡 A4"), "社保 保卡 卡 a4");
        assert_eq!(match_all("社保").as_deref(), Some("\"社保\""));
    }

    #[test]
    fn quotes_and_operators_typed_by_a_person_never_reach_the_expression() {
        assert_eq!(match_all("\" OR *"), Some("\"or\"*".into()));
        assert_eq!(match_all("（）"), None);
    }
}
