//! The courier bundle at the station: the outbox into a file, the platform's answers out of one,
//! and the bundles of others handed over.
//!
//! Exporting takes nothing out of the outbox: an entry leaves it by a receipt only, from the line
//! or from a bundle, whichever comes first.

mod carry;
mod export;
mod files;
mod import;
mod release;

use bangban_courier::{Bundle, Pair, fingerprint};
use bangban_protocol::CourierKeys;
use bangban_store::table::meta;
use bangban_store::{Connection, Store, WriteTx};
use uuid::Uuid;

use crate::{Result, SyncError};

pub use bangban_courier::{
    Answered, BEGINNING_BYTES, BundleError, EXTENSION, Header, Kind, MAX_FILE_BYTES, Outcome,
    short_station,
};
pub use carry::Carried;
pub use export::{Packed, export, loads};
pub use files::{Choice, Load, SMALL_BYTES, Volumes};
pub use import::{Imported, import};
pub use release::Released;

/// Platform keys that are remembered.
const PLATFORM_KEYS: usize = 8;

/// This store's courier keys, made at the first look.
///
/// # Errors
/// When the store fails or the system gives no random numbers.
pub async fn keys(store: &Store) -> Result<Pair> {
    if let Some(secret) = meta::get(&mut *store.read().await?, meta::COURIER_KEYS).await? {
        return Ok(Pair::from_secret(&secret)?);
    }
    keep_keys(store, Pair::generate()?).await
}

/// Gives a new store the keys that a sign-in has told already. It keeps those it has.
///
/// # Errors
/// When the store fails.
pub async fn keep_keys(store: &Store, made: Pair) -> Result<Pair> {
    let mut tx = store.write().await?;
    if let Some(secret) = meta::get(&mut tx, meta::COURIER_KEYS).await? {
        return Ok(Pair::from_secret(&secret)?);
    }
    meta::set(&mut tx, meta::COURIER_KEYS, &made.to_secret()).await?;
    tx.commit().await?;
    Ok(made)
}

/// New keys, for a store that is yet to be made.
///
/// # Errors
/// When the system gives no random numbers.
pub fn new_keys() -> Result<Pair> {
    Ok(Pair::generate()?)
}

/// The platform told its keys, and which of those before still count. Where it does not say which, as
/// in an answer on a stick, those that are known still prove what it signed with them.
pub(crate) async fn hear_platform(
    tx: &mut WriteTx,
    keys: &CourierKeys,
    before: Option<&[CourierKeys]>,
) -> Result<()> {
    let told = platform_keys(tx).await?;
    let mut known: Vec<CourierKeys> = before.map_or_else(|| told.clone(), <[_]>::to_vec);
    known.retain(|old| old != keys);
    known.insert(0, keys.clone());
    known.truncate(PLATFORM_KEYS);
    if known == told {
        return Ok(());
    }
    let text = serde_json::to_string(&known).map_err(|_| SyncError::Malformed("courier keys"))?;
    Ok(meta::set(tx, meta::PLATFORM_KEYS, &text).await?)
}

/// The platform's keys that were ever heard, newest first.
async fn platform_keys(c: &mut Connection) -> Result<Vec<CourierKeys>> {
    let stored = meta::get(c, meta::PLATFORM_KEYS).await?;
    Ok(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

async fn station(c: &mut Connection) -> Result<Uuid> {
    let stored = meta::get(c, meta::STATION).await?;
    stored.and_then(|text| Uuid::parse_str(&text).ok()).ok_or(SyncError::Malformed("station"))
}

/// What can be said of a bundle without opening it.
pub struct Inspected {
    /// What stands on it.
    pub header: Header,
    /// This store wrote it, or it is sealed to this store.
    pub is_mine: bool,
    /// It is signed by this store, by a platform known here, or for the platform by a station that
    /// only the platform can judge.
    pub is_known: bool,
}

/// Looks at a bundle from outside.
///
/// # Errors
/// `Bundle` when it is none, not whole, or changed.
pub async fn inspect(store: &Store, file: Vec<u8>) -> Result<Inspected> {
    let bundle = off_the_loop(move || Bundle::read(file)).await?;
    seen(store, bundle.header().clone()).await
}

/// Looks at the beginning of a file, for a list of many. Whether the rest is as it was signed only
/// [`inspect`] says.
///
/// # Errors
/// `Bundle` when it is none, or not as long as it says.
pub async fn glance(store: &Store, beginning: &[u8], length: u64) -> Result<Inspected> {
    seen(store, bangban_courier::peek(beginning, length)?).await
}

async fn seen(store: &Store, header: Header) -> Result<Inspected> {
    let mine = keys(store).await?.public();
    let platform = platform_keys(&mut *store.read().await?).await?;
    let (is_mine, is_known) = match header.kind {
        Kind::Up | Kind::Files => (header.signer == mine.signing, true),
        Kind::Back => (
            header.to == fingerprint(&mine.sealing),
            platform.iter().any(|keys| keys.signing == header.signer),
        ),
    };
    Ok(Inspected { header, is_mine, is_known })
}

/// Sealing and unpacking megabytes takes a core for a while.
async fn off_the_loop<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, BundleError> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|_| SyncError::Malformed("a bundle that could not be worked on"))??)
}
