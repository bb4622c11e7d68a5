//! What this desk is called in the managers' list of stations.

use bangban_store::table::{audit, meta};
use bangban_sync::name;

use crate::desk::{Desk, OpenGuard};
use crate::desk_name;
use crate::error::ApiError;
use crate::model::{DeskName, Nothing, SetDeskName};
use crate::open::{me, now};

/// What it is called, and what it would be called if nobody had set a name.
pub async fn get(desk: &Desk, _: Nothing) -> Result<DeskName, ApiError> {
    told(&desk.open().await?).await
}

/// Sets the name for everybody on this machine, and tells the platform as soon as there is a line.
///
/// # Errors
/// `BadInput` when it is too long or has more than one line.
pub async fn set(desk: &Desk, input: SetDeskName) -> Result<DeskName, ApiError> {
    let name = desk_name::checked(input.name.as_deref().unwrap_or_default())?;
    let open = desk.open().await?;
    desk_name::keep(&desk.config().data_dir, name.as_deref())?;
    let mut tx = open.write().await?;
    desk_name::tell(&mut tx, &desk.config().data_dir).await?;
    let person = me(&mut tx).await?;
    audit::add(&mut tx, now(), Some(person.id), "desk_name", None, name.as_deref()).await?;
    tx.commit().await?;
    open.engine.wake();
    told(&open).await
}

async fn told(open: &OpenGuard) -> Result<DeskName, ApiError> {
    let mut c = open.read().await?;
    Ok(DeskName {
        name: name::of(&mut c).await?,
        is_set: meta::get(&mut c, meta::DESK_NAME).await?.is_some(),
        usual: name::usual_here(&mut c).await?,
    })
}
