//! Numbered pictures of the window.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use bangban_tests::window::Window;

/// Puts away the messages that came up, so that they cover nothing.
const NO_MESSAGES: &str = "
    for (const button of document.querySelectorAll('section[aria-live] button[aria-label]')) {
        button.click();
    }
    return document.querySelectorAll('section[aria-live] button[aria-label]').length === 0;";

/// Where the pictures go.
pub struct Album {
    folder: PathBuf,
}

impl Album {
    /// The folder that `cargo xtask tour` has emptied.
    pub fn open() -> Result<Self> {
        let folder = PathBuf::from(std::env::var_os("BANGBAN_TOUR_DIR").context("no folder")?);
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// Takes the next picture.
    pub async fn take(&self, window: &Window, name: &str) -> Result<()> {
        window.until_script("a screen without messages", NO_MESSAGES).await?;
        window.picture(&self.folder.join(format!("{name}.png"))).await
    }
}
