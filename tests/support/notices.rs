//! What the system's notification daemon was really given.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::patience::until;

const PATIENCE: Duration = Duration::from_secs(30);

/// A notification as the daemon keeps it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its first line.
    pub summary: String,
    /// What stands below.
    pub body: String,
}

/// The daemon from one moment on.
pub struct Board {
    /// The newest notification before.
    last: u64,
}

impl Board {
    /// From now on.
    pub fn now() -> Result<Self> {
        Ok(Self { last: history()?.iter().map(|(id, _)| *id).max().unwrap_or_default() })
    }

    /// Waits for a notification whose summary or body contains `words`.
    pub async fn shown(&self, words: &str) -> Result<Shown> {
        until(&format!("the notification {words}"), PATIENCE, async || {
            let all = self.all()?;
            Ok(all.into_iter().find(|n| n.summary.contains(words) || n.body.contains(words)))
        })
        .await
    }

    /// Everything shown since, the newest first.
    pub fn all(&self) -> Result<Vec<Shown>> {
        let since = history()?.into_iter().filter(|(id, _)| *id > self.last);
        Ok(since.map(|(_, shown)| shown).collect())
    }
}

/// Presses the only notification on the screen, once it is there.
pub async fn press() -> Result<()> {
    until("a notification on the screen", PATIENCE, async || {
        let displayed = dunst(&["count", "displayed"])?;
        Ok((displayed.trim() == "1").then_some(()))
    })
    .await?;
    dunst(&["action", "0"]).map(drop)
}

fn history() -> Result<Vec<(u64, Shown)>> {
    // What is still on the screen is not in the history yet.
    dunst(&["close-all"])?;
    let answer: Value = serde_json::from_str(&dunst(&["history"])?)?;
    let list = answer["data"][0].as_array().cloned().unwrap_or_default();
    let text = |item: &Value, key: &str| item[key]["data"].as_str().unwrap_or_default().to_owned();
    let shown = |item: &Value| {
        let id = item["id"]["data"].as_u64().unwrap_or_default();
        (id, Shown { summary: text(item, "summary"), body: text(item, "body") })
    };
    Ok(list.iter().map(shown).collect())
}

fn dunst(arguments: &[&str]) -> Result<String> {
    let output = Command::new("dunstctl").args(arguments).output().context("dunstctl")?;
    anyhow::ensure!(output.status.success(), "dunstctl {arguments:?} failed");
    Ok(String::from_utf8(output.stdout)?)
}
