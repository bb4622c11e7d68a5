//! Signing in and out. Unlocking is local; only the first sign-in on a machine needs the network.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bangban_domain::directory::Staff;
use bangban_files::{Vault, VaultError};
use bangban_finder::Finder;
use bangban_protocol::{CourierKeys, Session};
use bangban_store::table::{audit, draft, meta, outbox, own_reply, practice};
use bangban_store::{Key, Store, StoreError, move_aside, salvage};
use bangban_sync::{Credentials, HttpPlatform, TlsOptions, Tokens, courier, name};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::key_file::{self, Unlocked};
use crate::model::{KnownAccount, Me, Nothing, Recovery, SessionState, SignInInput};
use crate::open::{Open, me, now};
use crate::vault::DeviceVault;
use crate::{accounts, desk_name, handlers::sync_state, tries};

/// Who is signed in, and who could be.
pub async fn state(desk: &Desk, _: Nothing) -> Result<SessionState, ApiError> {
    let mut state = SessionState {
        me: None,
        accounts: accounts::list(&desk.config().data_dir),
        platform_url: desk.config().platform_url.clone(),
        sample: false,
        recovery: None,
    };
    let Ok(open) = desk.open().await else { return Ok(state) };
    let mut c = open.read().await?;
    let staff = me(&mut c).await?;
    let organisation =
        bangban_store::table::directory::organisation(&mut c, &staff.organisation).await?;
    let ready = sync_state::is_ready(&mut c).await?;
    state.me = Some(Me { staff, organisation, protection: open.protection, ready });
    state.sample = meta::get(&mut c, meta::SAMPLE).await?.is_some();
    let recovery = meta::get(&mut c, meta::RECOVERY).await?;
    state.recovery = recovery.and_then(|text| serde_json::from_str(&text).ok());
    Ok(state)
}

/// Signs in: locally when this account has a store here, else through the platform.
pub async fn sign_in(desk: &Desk, input: SignInInput) -> Result<SessionState, ApiError> {
    let account = input.account.trim().to_owned();
    if account.is_empty() {
        return Err(ApiError::new(Code::BadInput).with("field", "account"));
    }
    let password = Zeroizing::new(input.password);
    let directory = accounts::directory(&desk.config().data_dir, &account);
    let platform = platform(desk)?;
    // The same account may be open already; its store must be let go before it is opened again.
    desk.replace(None).await;
    let opened = if key_file::exists(&directory) {
        known(desk, &platform, &account, password, &directory).await?
    } else {
        first(desk, &platform, &account, password, &directory).await?
    };
    let name = {
        let mut tx = opened.write().await?;
        let staff = me(&mut tx).await?;
        audit::add(&mut tx, now(), Some(staff.id), "sign_in", None, None).await?;
        tx.commit().await?;
        staff.name
    };
    let known = KnownAccount { account, name, last_used: now() };
    accounts::remember(&desk.config().data_dir, known)?;
    desk.replace(Some(opened)).await;
    state(desk, Nothing {}).await
}

/// Signs out: the store is closed, nothing is deleted.
pub async fn sign_out(desk: &Desk, _: Nothing) -> Result<SessionState, ApiError> {
    if let Ok(open) = desk.open().await {
        let mut tx = open.write().await?;
        let staff = me(&mut tx).await?;
        audit::add(&mut tx, now(), Some(staff.id), "sign_out", None, None).await?;
        tx.commit().await?;
    }
    desk.replace(None).await;
    state(desk, Nothing {}).await
}

fn platform(desk: &Desk) -> Result<HttpPlatform, ApiError> {
    let tls = TlsOptions { private_ca: desk.config().private_ca.clone() };
    Ok(HttpPlatform::new(&desk.config().platform_url, &tls)?)
}

/// An account that has a store here: the password opens it, with or without a network.
async fn known(
    desk: &Desk,
    platform: &HttpPlatform,
    account: &str,
    password: Zeroizing<String>,
    directory: &Path,
) -> Result<Open, ApiError> {
    let (unlocked, wrong) = try_password(desk.vault(), directory, account, &password).await?;
    let (store, station) = match Store::open(directory, &unlocked.key).await {
        Ok(store) => {
            let station = station(&store).await?;
            (store, station)
        }
        Err(StoreError::Damaged) => recover(directory, &unlocked.key).await?,
        Err(other) => return Err(other.into()),
    };
    let keys = courier::keys(&store).await?.public();
    let name = {
        let mut tx = store.write().await?;
        desk_name::tell(&mut tx, &desk.config().data_dir).await?;
        tx.commit().await?;
        name::of(&mut *store.read().await?).await?
    };
    let credentials = credentials(account, password, (station, name), keys);
    if meta::get(&mut *store.read().await?, meta::STAFF).await?.is_none() {
        // A store that was made anew knows nobody until the platform has said who this is.
        let session = credentials.sign_in(platform).await?;
        introduce(&store, platform, &session, station).await?;
    }
    if wrong > 0 {
        let mut tx = store.write().await?;
        let of = Some(wrong.to_string());
        audit::add(&mut tx, now(), None, "wrong_passwords", None, of.as_deref()).await?;
        tx.commit().await?;
    }
    let tokens = Tokens::new(None, Some(credentials));
    start(desk, store, unlocked, platform, tokens).await
}

/// Unlocks, unless too many wrong passwords came before. With it, how many did.
async fn try_password(
    vault: Arc<dyn DeviceVault>,
    directory: &Path,
    account: &str,
    password: &Zeroizing<String>,
) -> Result<(Unlocked, u32), ApiError> {
    tries::begin(directory, now())?;
    match unlock(vault, directory, account, password).await {
        Ok(unlocked) => Ok((unlocked, tries::succeeded(directory, now())?)),
        Err(wrong) if wrong.code == Code::WrongPassword => Err(wrong),
        Err(other) => {
            tries::take_back(directory, now())?;
            Err(other)
        }
    }
}

/// The first sign-in of an account on this machine.
async fn first(
    desk: &Desk,
    platform: &HttpPlatform,
    account: &str,
    password: Zeroizing<String>,
    directory: &Path,
) -> Result<Open, ApiError> {
    let station = Uuid::now_v7();
    // Made before the store, as the sign-in tells them: this may be the station's only one.
    let keys = courier::new_keys()?;
    let set = desk_name::set_here(&desk.config().data_dir);
    // Where they work is not known before the directory is here; the first report says it.
    let name = set.unwrap_or_else(|| name::usual(None, desk_name::computer().as_deref()));
    let credentials = credentials(account, password, (station, name), keys.public());
    let session = credentials.sign_in(platform).await?;
    let unlocked = create_key(desk.vault(), directory, account, &credentials.password).await?;
    if Store::exists(directory) {
        // A store without its key can never be opened again, but it is not ours to delete.
        move_aside(directory, now())?;
    }
    let store = Store::open(directory, &unlocked.key).await?;
    courier::keep_keys(&store, keys).await?;
    introduce(&store, platform, &session, station).await?;
    let mut tx = store.write().await?;
    desk_name::tell(&mut tx, &desk.config().data_dir).await?;
    tx.commit().await?;
    let tokens = Tokens::new(Some(&session), None);
    start(desk, store, unlocked, platform, tokens).await
}

async fn start(
    desk: &Desk,
    store: Store,
    unlocked: Unlocked,
    platform: &HttpPlatform,
    tokens: Tokens,
) -> Result<Open, ApiError> {
    let Unlocked { key, protection } = unlocked;
    let folder = store.directory().to_owned();
    let (index, index_key) = (folder.join("search"), Zeroizing::new(*key.raw()));
    let vault = blocking(move || open_files(&folder, &key)).await?;
    let (store, vault) = (Arc::new(store), Arc::new(vault));
    let scans = meta::get(&mut *store.read().await?, meta::SCAN_FOLDER).await?;
    let finder = Finder::start(store.clone(), &index, index_key);
    let link = (platform.clone(), tokens);
    let opened = Open::start(desk, store, vault, protection, link, finder);
    opened.scans.watch(scans.map(PathBuf::from));
    Ok(opened)
}

/// The vault of files. One that belongs to a key that is gone is moved aside, never deleted.
fn open_files(directory: &Path, key: &Key) -> Result<Vault, ApiError> {
    let folder = directory.join("files");
    match Vault::open(&folder, key.raw()) {
        Err(VaultError::WrongKey) => {
            let aside = directory.join(format!("files-{}", now().0));
            std::fs::rename(&folder, aside).map_err(|_| ApiError::new(Code::StoreDamaged))?;
            Ok(Vault::open(&folder, key.raw())?)
        }
        opened => Ok(opened?),
    }
}

fn credentials(
    account: &str,
    password: Zeroizing<String>,
    (station, station_name): (Uuid, String),
    keys: CourierKeys,
) -> Credentials {
    let account = account.to_owned();
    Credentials { account, password, station, station_name, keys: Some(keys) }
}

async fn unlock(
    vault: Arc<dyn DeviceVault>,
    directory: &Path,
    account: &str,
    password: &Zeroizing<String>,
) -> Result<Unlocked, ApiError> {
    let directory = directory.to_owned();
    let (account, password) = (account.to_owned(), password.clone());
    blocking(move || key_file::unlock(&directory, &account, &password, &*vault)).await
}

async fn create_key(
    vault: Arc<dyn DeviceVault>,
    directory: &Path,
    account: &str,
    password: &Zeroizing<String>,
) -> Result<Unlocked, ApiError> {
    let directory = directory.to_owned();
    let (account, password) = (account.to_owned(), password.clone());
    blocking(move || key_file::create(&directory, &account, &password, &*vault)).await
}

/// Argon2id and keyrings block for a long time.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::new(Code::Internal))?
}

async fn station(store: &Store) -> Result<Uuid, ApiError> {
    let stored = meta::get(&mut *store.read().await?, meta::STATION).await?;
    Ok(stored.and_then(|text| Uuid::parse_str(&text).ok()).unwrap_or_else(Uuid::now_v7))
}

/// Writes down who the store belongs to.
async fn introduce(
    store: &Store,
    platform: &HttpPlatform,
    session: &Session,
    station: Uuid,
) -> Result<(), ApiError> {
    let _: Staff = serde_json::from_value(session.staff.clone())
        .map_err(|_| ApiError::new(Code::UpdateNeeded))?;
    let mut tx = store.write().await?;
    meta::set(&mut tx, meta::STATION, &station.to_string()).await?;
    tx.commit().await?;
    bangban_sync::remember(store, session).await?;
    let sample = platform.health().await.is_ok_and(|health| health.sample);
    let mut tx = store.write().await?;
    if sample {
        meta::set(&mut tx, meta::SAMPLE, "true").await?;
    } else {
        meta::remove(&mut tx, meta::SAMPLE).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A damaged store: moved aside, made anew, and what a person had not sent yet taken over.
async fn recover(directory: &Path, key: &Key) -> Result<(Store, Uuid), ApiError> {
    let aside = move_aside(directory, now())?;
    let found = salvage(&aside, key).await;
    let store = Store::open(directory, key).await?;
    let station = Uuid::now_v7();
    let recovery = Recovery {
        moved_to: aside.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        recovered: u32::try_from(found.entries.len()).unwrap_or(u32::MAX),
        at: now(),
    };
    let mut tx = store.write().await?;
    for entry in &found.entries {
        outbox::add(&mut tx, entry).await?;
    }
    for (name, value) in &found.facts {
        meta::set(&mut tx, name, value).await?;
    }
    meta::set(&mut tx, meta::STATION, &station.to_string()).await?;
    for (key, text, saved_at) in &found.drafts {
        draft::save(&mut tx, key, text, bangban_domain::time::Timestamp(*saved_at)).await?;
    }
    for reply in &found.replies {
        own_reply::put(&mut tx, reply, now()).await?;
    }
    for run in &found.practice {
        practice::put(&mut tx, run).await?;
    }
    let told = serde_json::to_string(&recovery).map_err(|_| ApiError::new(Code::Internal))?;
    meta::set(&mut tx, meta::RECOVERY, &told).await?;
    audit::add(&mut tx, now(), None, "store_recovered", None, Some(&recovery.moved_to)).await?;
    tx.commit().await?;
    tracing::warn!(recovered = recovery.recovered, "a damaged store was moved aside and made anew");
    Ok((store, station))
}
