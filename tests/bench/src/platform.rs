//! Our centre: the real platform in a process of its own, its database as durable as always.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use bangban_domain::matter::Matter;
use bangban_platform::store::matters;
use bangban_platform::{Config, Platform, clock};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{records, talk};

/// Records per transaction.
const ROWS: usize = 500;

/// Serves, and answers `load` and `change`, each with a `file` whose records it writes.
pub async fn serve(dir: PathBuf) -> Result<()> {
    let config = Config {
        data_dir: dir,
        sample: true,
        access_token_seconds: 86_400,
        sign_in_attempts: 1000,
        // A disk that others keep busy is measured, not given up on.
        request_timeout_seconds: 600,
        ..Config::default()
    };
    let platform = Platform::open(config).await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    let stop = CancellationToken::new();
    let (served, ended) = (platform.clone(), stop.clone());
    let task = tokio::spawn(async move { served.serve(listener, ended).await });
    talk::say(&json!({ "port": port }))?;
    while let Some(request) = talk::hear()? {
        talk::answer(handle(&platform, &request).await)?;
    }
    stop.cancel();
    Ok(task.await??)
}

async fn handle(platform: &Platform, request: &Value) -> Result<Value> {
    match talk::text(request, "do")? {
        "load" | "change" => write(platform, Path::new(talk::text(request, "file")?)).await,
        other => bail!("the platform cannot {other}"),
    }
}

async fn write(platform: &Platform, file: &Path) -> Result<Value> {
    let records: Vec<Matter> = records::load(file)?;
    for rows in records.chunks(ROWS) {
        let mut tx = platform.db().write().await?;
        for matter in rows {
            matters::put(&mut tx, matter, clock::now()).await?;
        }
        tx.commit().await?;
    }
    Ok(json!({ "done": records.len() }))
}
