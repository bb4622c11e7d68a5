//! Signing in, staying signed in, signing out.

use bangban_domain::directory::Staff;
use bangban_domain::time::{HOUR_MS, Timestamp};
use bangban_protocol::{CourierKeys, ProblemCode, Refresh, Session, SignIn};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::fault::{Answer, Fault};
use crate::store::sessions::{self, Holder, NewPair};
use crate::store::{LIBRARY, WriteTx, courier_keys, staff, stations};
use crate::{Platform, clock, courier, password, scope};

/// A new token has this many random bytes.
const TOKEN_BYTES: usize = 32;

/// The person behind a request, with what they may see.
pub(crate) struct SignedIn {
    pub(crate) staff: Staff,
    pub(crate) station: Uuid,
    pub(crate) partitions: Vec<String>,
    /// Last moment of the access token.
    pub(crate) expires_at: Timestamp,
    family: Uuid,
    /// Nobody is on the line: the work came as a bundle, whose own checks said that it counts.
    pub(crate) carried: bool,
}

impl SignedIn {
    /// Whose work a courier bundle is.
    pub(crate) fn by_bundle(staff: Staff, station: Uuid, division: &str) -> Self {
        let partitions = scope::partitions(division);
        let expires_at = Timestamp(0);
        Self { staff, station, partitions, expires_at, family: Uuid::nil(), carried: true }
    }

    /// The partition, when it is within scope. Otherwise it does not exist for this person.
    pub(crate) fn may_see<'a>(&self, partition: &'a str) -> Answer<&'a str> {
        if self.partitions.iter().any(|known| known == partition) {
            Ok(partition)
        } else {
            Err(ProblemCode::NotFound.into())
        }
    }

    /// Partition of the tickets of the person's county.
    pub(crate) fn region(&self) -> Option<&str> {
        self.partitions.iter().map(String::as_str).find(|known| *known != LIBRARY)
    }

    /// The person's county.
    pub(crate) fn county(&self) -> Option<&str> {
        self.region().and_then(scope::county_of)
    }
}

/// Opens a session for someone who knows the password.
pub(crate) async fn sign_in(platform: &Platform, request: SignIn) -> Answer<Session> {
    let account = request.account.trim();
    let now = clock::now();
    platform.attempts().begin(account, now).map_err(Fault::too_many_attempts)?;
    let found = staff::by_account(platform.db().read(), account).await?;
    let (staff, hash) = found.map_or((None, None), |(staff, hash)| (Some(staff), hash));
    // An unknown account costs the same time as a known one.
    let hash = match hash {
        Some(hash) => hash,
        None => platform.hash_of_nothing().await?,
    };
    let right = platform.compare_password(request.password, hash).await?;
    let Some(staff) = staff.filter(|_| right) else {
        return Err(ProblemCode::WrongPassword.into());
    };
    platform.attempts().succeeded(account);
    ensure_active(&staff)?;
    let mut tx = platform.db().write().await?;
    stations::introduce(&mut tx, request.station, &request.station_name, staff.id, now).await?;
    let counts = hear_keys(&mut tx, request.station, &staff, request.keys, now).await?;
    let division = division_of(&mut tx, &staff).await?;
    let session =
        issue(platform, &mut tx, &staff, &division, Uuid::new_v4(), (request.station, counts))
            .await?;
    tx.commit().await?;
    Ok(session)
}

/// Exchanges a refresh token for a new pair.
pub(crate) async fn refresh(platform: &Platform, request: Refresh) -> Answer<Session> {
    let token = &request.refresh_token;
    let mut tx = platform.db().write().await?;
    let now = clock::now();
    let hash = hash_of(token);
    let Some(holder) = sessions::by_refresh(tx.conn(), &hash, now).await? else {
        return Err(ProblemCode::TokenExpired.into());
    };
    if holder.used {
        sessions::revoke_family(&mut tx, holder.family).await?;
        tx.commit().await?;
        return Err(ProblemCode::TokenExpired.into());
    }
    ensure_active(&holder.staff)?;
    sessions::mark_used(&mut tx, &hash, now).await?;
    stations::heard_of(&mut tx, holder.station, holder.staff.id, now).await?;
    let Holder { staff, division, family, station, .. } = holder;
    let counts = hear_keys(&mut tx, station, &staff, request.keys, now).await?;
    let session = issue(platform, &mut tx, &staff, &division, family, (station, counts)).await?;
    tx.commit().await?;
    Ok(session)
}

/// Ends the session that a request came with.
pub(crate) async fn sign_out(platform: &Platform, who: &SignedIn) -> Answer<()> {
    let mut tx = platform.db().write().await?;
    sessions::revoke_family(&mut tx, who.family).await?;
    Ok(tx.commit().await?)
}

/// The person who holds this access token.
pub(crate) async fn authenticate(platform: &Platform, token: &str) -> Answer<SignedIn> {
    let found = sessions::by_access(platform.db().read(), &hash_of(token), clock::now()).await?;
    let Some(Holder { staff, division, family, station, expires_at, .. }) = found else {
        return Err(ProblemCode::TokenExpired.into());
    };
    ensure_active(&staff)?;
    let partitions = scope::partitions(&division);
    Ok(SignedIn { staff, station, partitions, expires_at, family, carried: false })
}

async fn issue(
    platform: &Platform,
    tx: &mut WriteTx,
    staff: &Staff,
    division: &str,
    family: Uuid,
    (station, keys_count): (Uuid, bool),
) -> Answer<Session> {
    let (access_token, refresh_token) = (new_token()?, new_token()?);
    let config = platform.config();
    let now = clock::now();
    let pair = NewPair {
        access_hash: &hash_of(&access_token),
        refresh_hash: &hash_of(&refresh_token),
        family,
        staff: staff.id,
        station,
        issued_at: now,
        access_expires_at: now.plus_ms(i64::from(config.access_token_seconds) * 1_000),
        refresh_expires_at: now.plus_ms(i64::from(config.refresh_token_days) * 24 * HOUR_MS),
    };
    sessions::insert(tx, &pair).await?;
    let (newest, before) = courier::told(tx).await?;
    Ok(Session {
        access_token,
        expires_in: config.access_token_seconds,
        refresh_token,
        staff: serde_json::to_value(staff).map_err(|error| Fault::internal(&error))?,
        partitions: scope::partitions(division),
        server_time: now.0,
        program: Some(env!("CARGO_PKG_VERSION").to_owned()),
        courier: Some(newest),
        courier_before: Some(before),
        keys_revoked: !keys_count,
    })
}

/// Writes down the courier keys that a station told with a sign-in. False when they were revoked.
async fn hear_keys(
    tx: &mut WriteTx,
    station: Uuid,
    staff: &Staff,
    keys: Option<CourierKeys>,
    now: Timestamp,
) -> Answer<bool> {
    let Some(keys) = keys else { return Ok(true) };
    if !bangban_courier::are_usable(&keys) {
        return Err(ProblemCode::Malformed.into());
    }
    Ok(courier_keys::tell(tx, station, staff.id, &keys, now).await?)
}

async fn division_of(tx: &mut WriteTx, staff: &Staff) -> Answer<String> {
    let organisation = crate::store::organisations::get(tx.conn(), &staff.organisation).await?;
    // The schema does not let a member of staff be without an organisation.
    organisation.map(|found| found.division).ok_or_else(|| ProblemCode::Internal.into())
}

fn ensure_active(staff: &Staff) -> Answer<()> {
    if staff.active { Ok(()) } else { Err(ProblemCode::AccountDisabled.into()) }
}

fn new_token() -> Answer<String> {
    let mut bytes = [0_u8; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Fault::internal(&error))?;
    Ok(hex::encode(bytes))
}

fn hash_of(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

impl Platform {
    async fn compare_password(&self, given: String, hash: String) -> Answer<bool> {
        let _place = self.hashing().acquire().await.map_err(|error| Fault::internal(&error))?;
        Ok(password::matches(given, hash).await?)
    }
}
