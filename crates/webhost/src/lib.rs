//! The command table and the UI on loopback, for a browser.
//!
//! Serves one machine only: it listens on a loopback address, answers only requests that name it,
//! and lets in whoever holds the link that it gives out once.

mod door;
mod routes;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use bangban_api::Desk;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub use door::COOKIE;

/// A running web host.
pub struct WebHost {
    /// The link that opens the desk; it works once.
    pub link: String,
    /// Ends when the host has stopped.
    pub task: JoinHandle<std::io::Result<()>>,
}

/// Starts serving `desk` and the built UI in `ui_dir` until `stop` is cancelled.
///
/// # Errors
/// When the listener is not on a loopback address, or no randomness is to be had.
pub fn start(
    desk: Desk,
    ui_dir: PathBuf,
    listener: TcpListener,
    stop: CancellationToken,
) -> std::io::Result<WebHost> {
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        return Err(std::io::Error::other("the web host serves only this machine"));
    }
    let door = door::Door::new(address)?;
    let link = door.link();
    let router = routes::router(desk, ui_dir, door, stop.clone());
    let task = tokio::spawn(async move {
        axum::serve(listener, router).with_graceful_shutdown(stop.cancelled_owned()).await
    });
    Ok(WebHost { link, task })
}

/// Writes the link for whoever started the host: readable by this user only, and whole or not
/// there at all.
///
/// # Errors
/// When the file cannot be written.
pub fn write_link(path: &Path, link: &str) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&beside)?.write_all(format!("{link}\n").as_bytes())?;
    std::fs::rename(&beside, path)
}
