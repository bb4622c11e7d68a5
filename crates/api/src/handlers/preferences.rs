//! How the person likes the desk. The last choice also serves the sign-in screen.

use bangban_store::table::preference;

use crate::accounts::write_atomically;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{Nothing, Preferences};

const NAME: &str = "desk";
const FILE_NAME: &str = "preferences.json";

/// The person's preferences; before sign-in, those last used on this machine.
pub async fn get(desk: &Desk, _: Nothing) -> Result<Preferences, ApiError> {
    let last_used = || std::fs::read_to_string(desk.config().data_dir.join(FILE_NAME)).ok();
    let stored = match desk.open().await {
        Ok(open) => preference::get(&mut *open.read().await?, NAME).await?.or_else(last_used),
        Err(_) => last_used(),
    };
    Ok(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps preferences.
pub async fn set(desk: &Desk, preferences: Preferences) -> Result<Preferences, ApiError> {
    let text = serde_json::to_string(&preferences).map_err(|_| ApiError::new(Code::Internal))?;
    if let Ok(open) = desk.open().await {
        let mut tx = open.write().await?;
        preference::set(&mut tx, NAME, &text).await?;
        tx.commit().await?;
    }
    write_atomically(&desk.config().data_dir.join(FILE_NAME), text.as_bytes())?;
    Ok(preferences)
}
