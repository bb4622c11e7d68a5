//! What the others do meanwhile, at desks of their own.

use anyhow::{Context as _, Result};
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A colleague at another desk.
pub struct Colleague {
    station: Station,
    _data: TempDir,
}

impl Colleague {
    /// Signs in on a machine of their own.
    pub async fn arrives(account: &str, url: &str) -> Result<Self> {
        let data = TempDir::new()?;
        let station = Station::signed_in(data.path(), url, account).await?;
        Ok(Self { station, _data: data })
    }

    /// Does something to the ticket of `requester`, once it is theirs to do.
    pub async fn acts(&self, requester: &str, action: Value) -> Result<()> {
        let ticket = self.ticket(requester).await?;
        let kind = action["do"].clone();
        let may = |view: &Value| {
            let actions = view["actions"].as_array();
            actions.is_some_and(|all| all.iter().any(|a| a["kind"] == kind && a["rule"].is_null()))
        };
        let argument = json!({ "ticket": ticket });
        self.station.until_of("ticket_get", argument, "their turn", may).await?;
        let done = self.station.act(&ticket, action).await;
        done.map_err(|error| anyhow::anyhow!("{:?}", error.code))?;
        self.station.settled().await
    }

    /// Hands their ticket to chen.yumei.
    pub async fn hands_over(&self, requester: &str, note: &str) -> Result<()> {
        let directory = self.station.call("directory", json!({})).await;
        let directory = directory.map_err(|error| anyhow::anyhow!("{:?}", error.code))?;
        let staff = directory["staff"].as_array().context("staff")?;
        let chen = staff.iter().find(|s| s["account"] == "chen.yumei").context("chen.yumei")?;
        let hand_off = json!({ "do": "hand_off", "to_staff": chen["id"],
            "to_organisation": chen["organisation"], "note": note });
        self.acts(requester, hand_off).await
    }

    async fn ticket(&self, requester: &str) -> Result<String> {
        let all = self.station.tickets("all", None).await?;
        let found = all.iter().find(|ticket| ticket["requester"] == requester);
        let id = found.and_then(|ticket| ticket["id"].as_str()).context("no such ticket")?;
        Ok(id.to_owned())
    }

    /// Goes home.
    pub async fn leaves(self) {
        self.station.quit().await;
    }
}
