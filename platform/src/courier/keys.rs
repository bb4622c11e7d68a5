//! The keys that bundles are sealed to and signed with: exchanged at the platform, revoked of a station
//! that was lost or stolen.

use bangban_courier::{BundleError, Header, Pair, fingerprint};
use bangban_domain::directory::Role;
use bangban_domain::time::{HOUR_MS, Timestamp};
use bangban_protocol::{BundleFault, CourierKeys, ProblemCode};
use uuid::Uuid;

use super::CourierError;
use super::release::said;
use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::courier_keys::{self, OwnPair, Standing};
use crate::store::{Db, WriteTx, audit, sessions, stations};
use crate::{Error, Platform, clock};

/// Gives a new platform its keys.
pub(crate) async fn prepare(db: &Db) -> Result<(), Error> {
    if courier_keys::pairs(db.read()).await?.is_empty() {
        let made = Pair::generate()?;
        let mut tx = db.write().await?;
        courier_keys::ensure_pair(&mut tx, &made, clock::now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What stations are told of the platform's keys: the newest, and those before that still count.
pub(crate) async fn told(tx: &mut WriteTx) -> Answer<(CourierKeys, Vec<CourierKeys>)> {
    let now = clock::now();
    let pairs = courier_keys::pairs(tx.conn()).await?;
    let mut valid = pairs.iter().filter(|own| own.opens(now)).map(|own| own.pair.public());
    let newest = valid.next().ok_or(BundleError::BadKey)?;
    Ok((newest, valid.collect()))
}

/// The pair that opens a bundle which came `at` then. None at all: it is for someone else.
pub(super) async fn opening(
    platform: &Platform,
    header: &Header,
    at: Timestamp,
) -> Answer<Vec<Pair>> {
    let pairs = courier_keys::pairs(platform.db().read()).await?;
    let fits = |own: &OwnPair| fingerprint(&own.pair.public().sealing) == header.to;
    match pairs.into_iter().find(fits) {
        Some(own) if own.opens(at) => Ok(vec![own.pair]),
        Some(_) => Err(Fault::of_bundle(BundleFault::KeyRetired)),
        None => Ok(Vec::new()),
    }
}

/// The pair that signs the answer, and the newest keys where that pair is an older one: a station that
/// was away since believes the key it knows, and learns the new one from it.
pub(super) async fn signing(
    platform: &Platform,
    header: &Header,
) -> Answer<(Pair, Option<CourierKeys>)> {
    let now = clock::now();
    let mut pairs = courier_keys::pairs(platform.db().read()).await?;
    pairs.retain(|own| own.opens(now));
    let newest = pairs.first().ok_or(BundleError::BadKey)?.pair.public();
    let fits = |own: &OwnPair| fingerprint(&own.pair.public().sealing) == header.to;
    let at = pairs.iter().position(fits).unwrap_or(0);
    Ok((pairs.swap_remove(at).pair, (at > 0).then_some(newest)))
}

/// Whether the key that signed a bundle counts as its station's.
pub(super) async fn counts(platform: &Platform, header: &Header) -> Answer<()> {
    let known = courier_keys::standing(platform.db().read(), header.station, &header.signer);
    match known.await? {
        Standing::Counts => Ok(()),
        Standing::Unknown => Err(BundleError::UnknownSender.into()),
        Standing::Revoked => Err(Fault::of_bundle(BundleFault::KeyRevoked)),
    }
}

/// Revokes the keys of a station that was lost or stolen, and ends its sessions. `by`: a manager, for
/// the stations of their county.
pub(crate) async fn revoke(
    platform: &Platform,
    station: Uuid,
    by: Option<&SignedIn>,
    reason: &str,
) -> Answer<()> {
    if let Some(who) = by {
        if who.staff.role != Role::Management {
            return Err(ProblemCode::Forbidden.into());
        }
        let county = who.county().ok_or(ProblemCode::NotFound)?;
        let mut moment = platform.db().moment().await?;
        let theirs = stations::of_county(&mut moment, county).await?;
        if !theirs.iter().any(|known| known.id == station) {
            return Err(ProblemCode::NotFound.into());
        }
    }
    let reason = said(reason)?;
    let (now, by) = (clock::now(), by.map(|who| who.staff.id));
    let mut tx = platform.db().write().await?;
    if courier_keys::revoke(&mut tx, station, now).await? {
        sessions::revoke_station(&mut tx, station).await?;
        let about = station.to_string();
        audit::add(&mut tx, now, by, audit::What::KeyRevoked, &about, reason).await?;
    }
    Ok(tx.commit().await?)
}

impl Platform {
    /// Exchanges the platform's courier keys; those before open bundles for so many days more. Returns
    /// the fingerprint of the new one.
    ///
    /// # Errors
    /// `Failed`.
    pub async fn rotate_courier_keys(&self, days: u32) -> Result<String, CourierError> {
        let made = Pair::generate().map_err(Fault::from)?;
        let now = clock::now();
        let until = now.plus_ms(i64::from(days) * 24 * HOUR_MS);
        let mut tx = self.db().write().await.map_err(Fault::from)?;
        courier_keys::exchange(&mut tx, &made, now, until).await.map_err(Fault::from)?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(fingerprint(&made.public().sealing))
    }

    /// Revokes the keys of a station, given by its identity or by the short name that stands in the
    /// names of its bundles.
    ///
    /// # Errors
    /// `NoSuchStation`; `NoReason`.
    pub async fn revoke_station(&self, station: &str, reason: &str) -> Result<Uuid, CourierError> {
        let found = stations::called(self.db().read(), station).await.map_err(Fault::from)?;
        let [id] = found.as_slice() else { return Err(CourierError::NoSuchStation) };
        revoke(self, *id, None, reason).await?;
        Ok(*id)
    }
}
