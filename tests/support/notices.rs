//! What the system's notification daemon was really given.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context as _, Result};
use zbus::Message;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{DynamicType, OwnedValue, Value};

use crate::patience::until;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const CONTROL: &str = "org.dunstproject.cmd0";
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
    last: u32,
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
        let bus = Connection::session()?;
        let daemon = Proxy::new(&bus, NAME, PATH, CONTROL)?;
        let displayed: u32 = daemon.get_property("displayedLength")?;
        Ok((displayed == 1).then_some(()))
    })
    .await?;
    control("NotificationAction", &(0_u32,)).map(drop)
}

fn history() -> Result<Vec<(u32, Shown)>> {
    // What is still on the screen is not in the history yet.
    control("NotificationCloseAll", &())?;
    let answer = control("NotificationListHistory", &())?;
    let list: Vec<HashMap<String, OwnedValue>> = answer.body().deserialize()?;
    list.into_iter().map(shown).collect()
}

fn shown(mut item: HashMap<String, OwnedValue>) -> Result<(u32, Shown)> {
    let mut take = |key: &str| item.remove(key).with_context(|| format!("no {key}"));
    let id = match &*take("id")? {
        Value::I32(id) => u32::try_from(*id)?,
        Value::U32(id) => *id,
        other => anyhow::bail!("the daemon numbers a notification {other:?}"),
    };
    let shown = Shown { summary: take("summary")?.try_into()?, body: take("body")?.try_into()? };
    Ok((id, shown))
}

/// Asks dunst for what the standard interface has no word for. Its own `dunstctl` does the same,
/// but needs a part of systemd for the history.
fn control<B>(method: &str, body: &B) -> Result<Message>
where
    B: serde::Serialize + DynamicType,
{
    let bus = Connection::session()?;
    let answer = bus.call_method(Some(NAME), PATH, Some(CONTROL), method, body);
    answer.with_context(|| format!("dunst did not answer {method}"))
}
