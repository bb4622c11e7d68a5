//! Cargo, Node and npm: what Debian 12 has too old, so that a person brings it.

use std::process::Command;

use crate::places::cargo;
use crate::processes::answer;

/// The outcome of looking for one thing.
pub struct Finding {
    /// What was looked for.
    pub name: String,
    /// What it is for.
    pub what: &'static str,
    /// The version found, or what is wrong.
    pub state: Result<String, String>,
    /// The command that mends it.
    pub mend: String,
    /// Whether `run` and `test` see to it without being asked, so that nobody has to.
    pub by_itself: bool,
}

/// All of them.
pub fn findings() -> Vec<Finding> {
    vec![
        versioned(
            "cargo",
            "Rust 1.94 or newer",
            Command::new(cargo()).arg("--version"),
            (1, 94),
            RUST,
        ),
        versioned(
            "rustfmt",
            "the format check",
            Command::new("rustfmt").arg("--version"),
            (1, 0),
            FMT,
        ),
        versioned(
            "clippy",
            "the lints",
            Command::new(cargo()).args(["clippy", "--version"]),
            (0, 1),
            CLIPPY,
        ),
        versioned(
            "node",
            "Node 20.19 or newer",
            Command::new("node").arg("--version"),
            (20, 19),
            NODE,
        ),
        versioned("npm", "comes with Node", Command::new("npm").arg("--version"), (9, 0), NODE),
    ]
}

const RUST: &str = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y  (or: rustup update stable)";
const FMT: &str = "rustup component add rustfmt";
const CLIPPY: &str = "rustup component add clippy";
const NODE: &str = "install Node 20 or newer from https://nodejs.org/en/download";

fn versioned(
    name: &str,
    what: &'static str,
    ask: &mut Command,
    least: (u32, u32),
    mend: &str,
) -> Finding {
    let state = match answer(ask) {
        None => Err("missing".to_owned()),
        Some(said) => match version(&said) {
            Some(found) if found >= least => Ok(said.lines().next().unwrap_or_default().to_owned()),
            _ => Err(format!("{said}, but {}.{} or newer is needed", least.0, least.1)),
        },
    };
    Finding { name: name.to_owned(), what, state, mend: mend.to_owned(), by_itself: false }
}

/// The first two numbers of the first word that holds a version.
fn version(said: &str) -> Option<(u32, u32)> {
    said.split_whitespace().find_map(|word| {
        let mut numbers = word.trim_start_matches('v').split('.');
        Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_is_found_however_a_tool_words_it() {
        assert_eq!(version("cargo 1.95.0 (f2d3ce0bd 2026-03-21)"), Some((1, 95)), "cargo");
        assert_eq!(version("v20.20.2"), Some((20, 20)), "node");
        assert_eq!(version("11.0.3"), Some((11, 0)), "npm");
        assert_eq!(version("no version here"), None, "none");
    }
}
