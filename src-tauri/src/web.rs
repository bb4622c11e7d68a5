//! The same UI for a browser on this machine, beside the window.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use bangban_api::Desk;
use tauri::{AppHandle, Manager};
use tokio::net::TcpListener;
use tokio_util::sync::{CancellationToken, DropGuard};

/// Where a source tree has its built UI; an installed copy is told by `BANGBAN_UI_DIR`.
const UI_OF_THIS_TREE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist");

/// Stops the host with the app.
struct Serving(#[allow(dead_code, reason = "held for its drop")] DropGuard);

/// Starts serving; prints the one-time link and writes it to `BANGBAN_WEB_LINK_FILE`.
pub async fn serve(app: &AppHandle, desk: Desk) -> Result<()> {
    let ui_dir =
        std::env::var_os("BANGBAN_UI_DIR").map_or_else(|| UI_OF_THIS_TREE.into(), PathBuf::from);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let stop = CancellationToken::new();
    let host = bangban_webhost::start(desk, ui_dir, listener, stop.clone())?;
    app.manage(Serving(stop.drop_guard()));
    if let Some(path) = std::env::var_os("BANGBAN_WEB_LINK_FILE") {
        bangban_webhost::write_link(&PathBuf::from(path), &host.link)?;
    }
    writeln!(std::io::stdout(), "{}", host.link)?;
    Ok(())
}
