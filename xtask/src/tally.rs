//! Counting tests from what the test runners print.

/// Tests that passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
}

impl Tally {
    /// A check that is one thing, and held.
    pub const ONE: Self = Self { passed: 1, failed: 0 };

    /// Adds what a line of a runner's summary says; any other line adds nothing.
    pub fn read(&mut self, line: &str) {
        let line = plain(line);
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result:") {
            self.add(counts.split([';', '.']));
        } else if let Some(counts) = line.strip_prefix("Tests ") {
            self.add(counts.split('|'));
        } else if playwright(line) {
            self.add(std::iter::once(line));
        }
    }

    fn add<'line>(&mut self, counts: impl Iterator<Item = &'line str>) {
        for count in counts {
            let mut words = count.split_whitespace();
            match (words.next().and_then(|word| word.parse::<u32>().ok()), words.next()) {
                (Some(number), Some("passed")) => self.passed += number,
                (Some(number), Some("failed")) => self.failed += number,
                _ => {}
            }
        }
    }
}

/// `12 passed (3.4s)` or `1 failed`, and nothing else on the line.
fn playwright(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let number = words.next().is_some_and(|word| word.parse::<u32>().is_ok());
    let verdict = matches!(words.next(), Some("passed" | "failed"));
    let rest = words.next().is_none_or(|word| word.starts_with('('));
    number && verdict && rest
}

/// Without the terminal's colours.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn every_binary_of_cargo_test_counts_and_ignored_tests_do_not() {
        let lines = [
            "test result: ok. 7 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.3s",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(tally(&lines), Tally { passed: 10, failed: 1 }, "cargo");
    }

    #[test]
    fn vitest_counts_tests_and_not_files() {
        let lines = [
            "\u{1b}[2m Test Files \u{1b}[22m 2 passed (2)",
            "      Tests  1 failed | 11 passed (12)",
        ];
        assert_eq!(tally(&lines), Tally { passed: 11, failed: 1 }, "vitest");
    }

    #[test]
    fn playwright_counts_its_summary_and_not_a_title_that_begins_with_a_number() {
        let lines = ["  1 failed", "  5 passed (12.3s)", "  3 failed attempts lock the account"];
        assert_eq!(tally(&lines), Tally { passed: 5, failed: 1 }, "playwright");
    }
}
