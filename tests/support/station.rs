//! A workstation as a person uses it: through the command table, on its own data folder.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use bangban_api::error::{ApiError, Code};
use bangban_api::{Desk, DeskConfig, NoVault};
use bangban_sync::Pace;
use serde_json::{Value, json};

use crate::central::PASSWORD;

/// Longest time a condition may take to come true.
const PATIENCE: Duration = Duration::from_mins(1);
/// Longest time a model has for a draft: those of the tests answer at once or never.
const DRAFT_PATIENCE: Duration = Duration::from_secs(5);
/// Time between two looks when no event comes.
const LOOK: Duration = Duration::from_millis(50);

/// A workstation.
pub struct Station {
    desk: Desk,
}

impl Station {
    /// A workstation on `data`, with the platform at `url`.
    pub fn new(data: &Path, url: &str) -> Self {
        let pace = Pace {
            first_retry: Duration::from_millis(50),
            max_retry: Duration::from_millis(200),
            poll: Duration::from_secs(5),
        };
        Self::with_pace(data, url, pace)
    }

    /// A workstation that asks and tries again as often as it is told.
    pub fn with_pace(data: &Path, url: &str, pace: Pace) -> Self {
        let config = DeskConfig {
            pace,
            downloads: Some(data.join("downloads")),
            sticks: Some(data.join("sticks")),
            draft_patience: DRAFT_PATIENCE,
            ..DeskConfig::new(data.to_owned(), url)
        };
        Self { desk: Desk::new(config, Arc::new(NoVault)) }
    }

    /// A workstation somebody has just signed in to, with everything fetched.
    pub async fn signed_in(data: &Path, url: &str, account: &str) -> Result<Self> {
        let station = Self::new(data, url);
        station.sign_in(account, PASSWORD).await.map_err(|e| anyhow::anyhow!("{:?}", e.code))?;
        station.until("first sync", |s| s["ready"] == true && s["link"] == "online").await?;
        station.searchable().await?;
        Ok(station)
    }

    /// Waits until everything that is here can be found.
    pub async fn searchable(&self) -> Result<()> {
        let filters = json!({ "department": null, "object": null, "theme": null, "level": null });
        let asked = json!({ "text": "", "kinds": [], "filters": filters, "limit": 1 });
        self.until_of("search", asked, "the search index", |found| found["behind"] == 0).await?;
        Ok(())
    }

    /// Signs in.
    pub async fn sign_in(&self, account: &str, password: &str) -> Result<Value, ApiError> {
        self.call("sign_in", json!({ "account": account, "password": password })).await
    }

    /// Carries out one command.
    pub async fn call(&self, name: &str, argument: Value) -> Result<Value, ApiError> {
        self.desk.dispatch(name, argument).await
    }

    /// Does something to a ticket.
    pub async fn act(&self, ticket: &str, action: Value) -> Result<Value, ApiError> {
        self.call("ticket_act", json!({ "ticket": ticket, "action": action })).await
    }

    /// The code an action is refused with.
    pub async fn refused(&self, ticket: &str, action: Value) -> Option<(Code, Option<String>)> {
        let error = self.act(ticket, action).await.err()?;
        Some((error.code, error.params.get("rule").cloned()))
    }

    /// A case.
    pub async fn case(&self, ticket: &str) -> Result<Value> {
        let view = self.call("ticket_get", json!({ "ticket": ticket })).await;
        view.map_err(|e| anyhow::anyhow!("{:?}", e.code))
    }

    /// The tickets of a queue that have a status, the newest first.
    pub async fn tickets(&self, view: &str, status: Option<&str>) -> Result<Vec<Value>> {
        let query = json!({ "view": view, "text": null, "stage": null, "status": status,
            "channel": null, "matter": null, "due_before": null, "sort": "newest",
            "offset": 0, "limit": 200 });
        let page = self.call("ticket_list", query).await;
        let page = page.map_err(|e| anyhow::anyhow!("{:?}", e.code))?;
        Ok(page["rows"].as_array().cloned().unwrap_or_default())
    }

    /// Waits until the sync state meets a condition.
    pub async fn until(&self, what: &str, met: impl Fn(&Value) -> bool) -> Result<Value> {
        self.until_of("sync_state", json!({}), what, met).await
    }

    /// Waits until the answer to a command meets a condition.
    pub async fn until_of(
        &self,
        command: &str,
        argument: Value,
        what: &str,
        met: impl Fn(&Value) -> bool,
    ) -> Result<Value> {
        self.until_within(PATIENCE, command, argument, what, met).await
    }

    /// Waits, no longer than so, until the answer to a command meets a condition.
    pub async fn until_within(
        &self,
        patience: Duration,
        command: &str,
        argument: Value,
        what: &str,
        met: impl Fn(&Value) -> bool,
    ) -> Result<Value> {
        let mut events = self.desk.events();
        let mut last = Value::Null;
        let wait = async {
            loop {
                if let Ok(answer) = self.call(command, argument.clone()).await {
                    last = answer;
                    if met(&last) {
                        return last.clone();
                    }
                }
                // Whichever comes first; both only lead to another look at the condition.
                let _ = tokio::time::timeout(LOOK, events.recv()).await;
            }
        };
        tokio::time::timeout(patience, wait)
            .await
            .with_context(|| format!("waited in vain for: {what}; last seen: {last}"))
    }

    /// Waits until nothing is on its way any more.
    pub async fn settled(&self) -> Result<()> {
        self.until("an empty outbox", |s| s["pending"] == 0 && s["link"] == "online").await?;
        Ok(())
    }

    /// Ends the program.
    pub async fn quit(self) {
        self.desk.shutdown().await;
    }
}
