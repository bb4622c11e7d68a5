//! What a person sees at a station.

use anyhow::Result;
use bangban_domain::directory::Staff;
use bangban_domain::ticket::Ticket;
use bangban_store::table::{knowledge, meta};
use serde::de::DeserializeOwned;

use crate::asking::Knowledge;
use crate::station::Station;

impl Station {
    /// Tickets as they look here.
    pub async fn tickets(&self) -> Result<Vec<Ticket>> {
        self.bodies("SELECT body FROM ticket ORDER BY id").await
    }

    /// Questions as they look here, and the keys of the entries.
    pub(crate) async fn knowledge(&self) -> Result<Knowledge> {
        let questions = self.bodies("SELECT body FROM question ORDER BY id").await?;
        let entries = knowledge::keys(&mut *self.store()?.read().await?, None).await?;
        Ok(Knowledge { questions, entries })
    }

    /// Whose desk it is; `None` before the first sign-in.
    pub async fn person(&self) -> Result<Option<Staff>> {
        let body = meta::get(&mut *self.store()?.read().await?, meta::STAFF).await?;
        Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
    }

    async fn bodies<T: DeserializeOwned>(&self, sql: &'static str) -> Result<Vec<T>> {
        let store = self.store()?;
        let mut reader = store.read().await?;
        let bodies: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut *reader).await?;
        Ok(bodies.iter().map(|body| serde_json::from_str(body)).collect::<Result<_, _>>()?)
    }
}
