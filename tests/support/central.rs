//! The real platform, in this process, over a real socket.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_domain::ticket::{Ticket, TicketEvent, TicketId};
use bangban_platform::{Config, Platform};
use bangban_protocol::{FeedPage, Head, RecordKind, Session, VERSION, VERSION_HEADER};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Password of every sample account.
pub const PASSWORD: &str = "bangban-demo";

/// A platform with the sample data.
pub struct Central {
    /// The platform itself.
    pub platform: Platform,
    address: SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<Result<(), bangban_platform::Error>>,
    _data: TempDir,
}

impl Central {
    /// Starts a platform with the sample data on a free port.
    pub async fn start() -> Result<Self> {
        Self::start_with(|_| {}).await
    }

    /// Starts a platform with changed settings.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Result<Self> {
        let data = TempDir::new()?;
        let mut config = Config {
            data_dir: data.path().to_owned(),
            sample: true,
            password_cost: bangban_platform::password::Cost { memory_kib: 8, iterations: 1 },
            ..Config::default()
        };
        change(&mut config);
        Self::serve(config, data, "127.0.0.1:0".parse()?).await
    }

    /// Starts the platform that `copy_database` kept, at the address of the one that was lost.
    pub async fn restore(backup: TempDir, address: SocketAddr) -> Result<Self> {
        let config = Config { data_dir: backup.path().to_owned(), ..Config::default() };
        let central = Self::serve(config, backup, address).await?;
        central.platform.renew_epoch().await?;
        Ok(central)
    }

    /// Copies the database as it is now.
    pub fn copy_database(&self, to: &Path) -> Result<()> {
        for name in ["platform.db", "platform.db-wal"] {
            std::fs::copy(self.platform.config().data_dir.join(name), to.join(name))?;
        }
        Ok(())
    }

    async fn serve(config: Config, data: TempDir, address: SocketAddr) -> Result<Self> {
        let platform = Platform::open(config).await?;
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let stop = CancellationToken::new();
        let (served, token) = (platform.clone(), stop.clone());
        let task = tokio::spawn(async move { served.serve(listener, token).await });
        Ok(Self { platform, address, stop, task, _data: data })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its address as a station is told.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops it.
    pub async fn stop(self) -> Result<()> {
        self.stop.cancel();
        Ok(self.task.await??)
    }

    /// What the platform's own feed says about a ticket: its last state and its timeline.
    pub async fn ticket(&self, id: TicketId) -> Result<(Option<Ticket>, Vec<TicketEvent>)> {
        let mut ticket = None;
        let mut events = Vec::new();
        for change in self.feed("region-441322").await? {
            let Some(body) = change.record.body else { continue };
            match change.record.kind {
                RecordKind::Ticket if change.record.key == id.to_string() => {
                    ticket = Some(serde_json::from_value(body)?);
                }
                RecordKind::Event => {
                    let event: TicketEvent = serde_json::from_value(body)?;
                    if event.ticket == id {
                        events.push(event);
                    }
                }
                _ => {}
            }
        }
        Ok((ticket, events))
    }

    async fn feed(&self, partition: &str) -> Result<Vec<bangban_protocol::Change>> {
        // Refused when somebody in this process has chosen one before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().no_proxy().build()?;
        let url = self.url();
        let sign_in = json!({ "account": "zhong.wenhui", "password": PASSWORD,
            "station": Uuid::now_v7(), "station_name": "检查" });
        let request = client.post(format!("{url}/v1/session")).json(&sign_in);
        let session: Session = send(request).await?;
        let token = session.access_token;
        let heads = client.get(format!("{url}/v1/partitions")).bearer_auth(&token);
        let heads: Vec<Head> = send(heads).await?;
        let head = heads.into_iter().find(|h| h.partition == partition).context("the partition")?;
        let mut changes = Vec::new();
        loop {
            let (epoch, from) = (head.epoch, changes.len());
            let path = format!("{url}/v1/partitions/{partition}/feed/{epoch}/{from}");
            let page: FeedPage = send(client.get(path).bearer_auth(&token)).await?;
            if page.changes.is_empty() {
                return Ok(changes);
            }
            changes.extend(page.changes);
        }
    }
}

async fn send<T: serde::de::DeserializeOwned>(request: reqwest::RequestBuilder) -> Result<T> {
    let answer = request.header(VERSION_HEADER, VERSION).send().await?.error_for_status()?;
    let body: Value = serde_json::from_slice(&answer.bytes().await?)?;
    Ok(serde_json::from_value(body)?)
}
