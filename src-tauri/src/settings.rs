//! Settings of the shell, from the environment.

use std::path::PathBuf;

use anyhow::{Context, Result};
use tauri::{AppHandle, Manager};

/// Where the desk keeps its data, and how it starts.
pub struct Settings {
    /// `BANGBAN_PLATFORM_URL`: the platform's address.
    pub platform_url: String,
    /// `BANGBAN_DATA_DIR`: folder of the stores; the system's folder for application data
    /// otherwise.
    pub data_dir: PathBuf,
    /// `BANGBAN_DOWNLOADS`: folder that papers are saved to; the system's folder for downloads
    /// otherwise.
    pub downloads: Option<PathBuf>,
    /// `BANGBAN_STICKS`: folder in which sticks show; where the system has them otherwise.
    pub sticks: Option<PathBuf>,
    /// `BANGBAN_SIGN_IN_AS` with `BANGBAN_PASSWORD_FILE`: sign in at start, for demos.
    pub sign_in: Option<(String, String)>,
    /// `--web`: also serve the UI on loopback.
    #[cfg(feature = "webhost")]
    pub web: bool,
}

impl Settings {
    /// Reads the settings.
    pub fn read(app: &AppHandle) -> Result<Self> {
        let data_dir = match std::env::var_os("BANGBAN_DATA_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => app.path().app_data_dir().context("no folder for application data")?,
        };
        Ok(Self {
            platform_url: std::env::var("BANGBAN_PLATFORM_URL")
                .unwrap_or_else(|_| "http://127.0.0.1:7400".into()),
            data_dir,
            downloads: std::env::var_os("BANGBAN_DOWNLOADS").map(PathBuf::from),
            sticks: std::env::var_os("BANGBAN_STICKS").map(PathBuf::from),
            sign_in: sign_in()?,
            #[cfg(feature = "webhost")]
            web: std::env::args().any(|argument| argument == "--web"),
        })
    }
}

fn sign_in() -> Result<Option<(String, String)>> {
    let Ok(account) = std::env::var("BANGBAN_SIGN_IN_AS") else { return Ok(None) };
    let file = std::env::var_os("BANGBAN_PASSWORD_FILE")
        .context("BANGBAN_SIGN_IN_AS needs BANGBAN_PASSWORD_FILE")?;
    let password = std::fs::read_to_string(file).context("BANGBAN_PASSWORD_FILE")?;
    Ok(Some((account, password.trim_end_matches(['\r', '\n']).to_owned())))
}
