//! Who registers what a channel hands over.

use bangban_domain::directory::{Organisation, OrganisationKind, Role, Staff};
use bangban_domain::ticket::Channel;
use bangban_domain::time::Timestamp;

use super::keys::{IntakeKeys, known};
use crate::identity;
use crate::store::{self, Db, WriteTx, organisations, staff};

/// Makes the accounts of all channels that have a key, where there is an organisation for them.
pub(crate) async fn prepare(db: &Db, keys: &IntakeKeys, now: Timestamp) -> store::Result<()> {
    if keys.channels().next().is_none() {
        return Ok(());
    }
    let mut tx = db.write().await?;
    for channel in keys.channels() {
        of(&mut tx, channel, now).await?;
    }
    tx.commit().await
}

/// The account of a channel, made when it is not there. `None` as long as there is no
/// organisation that it could belong to.
pub(super) async fn of(
    tx: &mut WriteTx,
    channel: Channel,
    now: Timestamp,
) -> store::Result<Option<Staff>> {
    let Some(known) = known(channel) else { return Ok(None) };
    if let Some((there, _)) = staff::by_account(tx.conn(), known.account).await? {
        return Ok(Some(there));
    }
    let all = organisations::all(tx.conn()).await?;
    let Some(home) = all.into_iter().min_by_key(from_above) else { return Ok(None) };
    let made = Staff {
        id: identity::made_of(&format!("bangban intake account {}", known.account)),
        account: known.account.to_owned(),
        name: known.name.to_owned(),
        role: Role::Service,
        organisation: home.id,
        post: "接入渠道".to_owned(),
        staff_no: known.account.to_owned(),
        active: false,
    };
    staff::put(tx, &made, now).await?;
    Ok(Some(made))
}

/// The administration of the widest division comes first.
fn from_above(organisation: &Organisation) -> (bool, usize, String) {
    let other = organisation.kind != OrganisationKind::Administration;
    (other, organisation.division.len(), organisation.id.clone())
}
