//! `bangban-web`: the workstation for a browser on this machine.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use bangban_api::{Desk, DeskConfig, NoVault};
use clap::Parser;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// Serves the workstation to a browser on this machine.
#[derive(Parser)]
struct Arguments {
    /// Address of the platform.
    #[arg(long, env = "BANGBAN_PLATFORM_URL", default_value = "http://127.0.0.1:7400")]
    platform_url: String,
    /// Folder of the stores.
    #[arg(long, env = "BANGBAN_DATA_DIR")]
    data_dir: PathBuf,
    /// Folder that papers are saved to; the system's own for downloads otherwise.
    #[arg(long, env = "BANGBAN_DOWNLOADS")]
    downloads: Option<PathBuf>,
    /// Folder in which sticks show when they are plugged in; where the system has them otherwise.
    #[arg(long, env = "BANGBAN_STICKS")]
    sticks: Option<PathBuf>,
    /// Folder of the built UI.
    #[arg(long, env = "BANGBAN_UI_DIR")]
    ui_dir: PathBuf,
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// File to write the one-time link to.
    #[arg(long, env = "BANGBAN_WEB_LINK_FILE")]
    link_file: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let config = DeskConfig {
        downloads: arguments.downloads,
        sticks: arguments.sticks,
        ..DeskConfig::new(arguments.data_dir, arguments.platform_url)
    };
    let desk = Desk::new(config, Arc::new(NoVault));
    let listener = TcpListener::bind(("127.0.0.1", arguments.port)).await?;
    let stop = CancellationToken::new();
    let host = bangban_webhost::start(desk.clone(), arguments.ui_dir, listener, stop.clone())?;
    if let Some(path) = &arguments.link_file {
        bangban_webhost::write_link(path, &host.link).context("the link file")?;
    }
    writeln!(std::io::stdout(), "{}", host.link)?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => {}
        interrupted = tokio::signal::ctrl_c() => interrupted?,
    }
    stop.cancel();
    host.task.await??;
    desk.shutdown().await;
    Ok(())
}
