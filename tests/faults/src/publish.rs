//! Results into the document where they are published.

use std::path::Path;

use anyhow::{Context as _, Result};

/// Puts `text` between the markers of that name.
///
/// # Errors
/// When the document lacks them.
pub fn between(document: &Path, name: &str, text: &str) -> Result<()> {
    let old = std::fs::read_to_string(document).context("the document cannot be read")?;
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = old.split_once(&begin).context("there is no marker where it begins")?;
    let (_, after) = rest.split_once(&end).context("there is no marker where it ends")?;
    std::fs::write(document, format!("{before}{begin}{}\n{end}{after}", text.trim_end()))?;
    Ok(())
}
