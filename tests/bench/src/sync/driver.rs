//! A process that is measured or measures: started, asked, ended.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// A running driver. Dropping it lets it end by itself.
pub struct Driver {
    name: String,
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts it; the second value is its first word. What it complains about goes to `log`.
    pub fn start(name: &str, command: &mut Command, log: &Path) -> Result<(Self, Value)> {
        let log = File::create(log).with_context(|| log.display().to_string())?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().with_context(|| format!("starting {name}"))?;
        let input = child.stdin.take();
        let output = child.stdout.take().context("standard output was not piped")?;
        let mut driver =
            Self { name: name.to_owned(), child, input, output: BufReader::new(output) };
        let first = driver.hear()?;
        Ok((driver, first))
    }

    /// Asks, and waits for the answer.
    pub fn ask(&mut self, request: &Value) -> Result<Value> {
        let input = self.input.as_mut().context("the driver is ending")?;
        writeln!(input, "{request}")?;
        input.flush()?;
        self.hear()
    }

    fn hear(&mut self) -> Result<Value> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("{} ended: {}; see its log", self.name, self.child.wait()?);
        }
        let answer: Value = serde_json::from_str(&line)
            .with_context(|| format!("{} said: {}", self.name, line.trim_end()))?;
        match answer["error"].as_str() {
            Some(error) => bail!("{}: {error}", self.name),
            None => Ok(answer),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The end of its input is the wish that it ends.
        self.input.take();
        let _ = self.child.wait();
    }
}
