//! How a process of the benchmark is spoken to: one JSON object per line on standard input, one
//! back on standard output. The drivers of the others do the same in their languages.

use std::io::{BufRead as _, Write as _};

use anyhow::Result;
use serde::Serialize;
use serde_json::{Value, json};

/// Says something.
pub fn say(answer: &impl Serialize) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(answer)?)?;
    Ok(out.flush()?)
}

/// The next request; `None` when there will be no more.
pub fn hear() -> Result<Option<Value>> {
    let mut line = String::new();
    // One request at a time, and nothing else to do meanwhile on this task.
    let read = tokio::task::block_in_place(|| std::io::stdin().lock().read_line(&mut line))?;
    if read == 0 { Ok(None) } else { Ok(Some(serde_json::from_str(&line)?)) }
}

/// Answers with what was done, or with what went wrong.
pub fn answer(outcome: Result<Value>) -> Result<()> {
    say(&outcome.unwrap_or_else(|error| json!({ "error": format!("{error:#}") })))
}

/// A text of a request.
pub fn text<'a>(request: &'a Value, name: &str) -> Result<&'a str> {
    use anyhow::Context as _;
    request[name].as_str().with_context(|| format!("the request lacks {name}"))
}

/// Runs a process of the benchmark to its end.
pub fn in_background(work: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
