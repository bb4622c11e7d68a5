//! House rules that no linter knows.

use std::path::Path;

use anyhow::{Result, bail};

use crate::files;
use crate::places::Places;

/// From this length on, a file says at its top why it is one file.
const LONG: usize = 400;
/// The words it says so with.
const BECAUSE: &str = "over 400 lines";
/// How far down the top reaches.
const TOP: usize = 20;
/// Kinds of files that people write.
const SOURCES: &[&str] = &["rs", "ts", "tsx", "css", "sql", "mjs", "js"];
/// Promises to a later day; split here so that this file does not break its own rule.
const PROMISES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Every source file in the tree.
pub fn check(places: &Places) -> Result<()> {
    let mut faults = Vec::new();
    for file in files::walk(&places.root)? {
        let name = file.strip_prefix(&places.root)?;
        let ours = !name.starts_with("ui/src/generated");
        let source =
            name.extension().is_some_and(|kind| SOURCES.iter().any(|known| kind == *known));
        if ours && source {
            faults.extend(faults_of(name, &String::from_utf8_lossy(&files::read(&file)?)));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{}", faults.join("\n"));
}

fn faults_of(name: &Path, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    let explained = text.lines().take(TOP).any(|line| line.contains(BECAUSE));
    if lines > LONG && !explained {
        faults.push(format!(
            "{}: {lines} lines; split it, or say in the comment at its top why it is \"{BECAUSE}\"",
            name.display()
        ));
    }
    for (number, line) in text.lines().enumerate() {
        if let Some(promise) = PROMISES.iter().find(|promise| has_word(line, promise)) {
            faults.push(format!("{}:{}: {promise}", name.display(), number + 1));
        }
    }
    faults
}

/// `word` by itself, not as a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    line.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_needs_a_reason_and_a_promise_is_never_accepted() {
        let long = "x\n".repeat(LONG + 1);
        let name = Path::new("a.rs");
        assert_eq!(faults_of(name, &long).len(), 1, "long without a reason");
        let reasoned = format!("//! One table, over 400 lines as it is one table.\n{long}");
        assert!(faults_of(name, &reasoned).is_empty(), "long with a reason");
        let promise = format!("fn a() {{}} // {}: later", PROMISES[0]);
        assert_eq!(faults_of(name, &promise), [format!("a.rs:1: {}", PROMISES[0])], "a promise");
        assert!(
            faults_of(name, &format!("let {}_LIST = 1;", PROMISES[0])).len() == 1,
            "in a name too"
        );
        assert!(faults_of(name, "mastodon").is_empty(), "not inside a word");
    }
}
