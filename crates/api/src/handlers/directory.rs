//! Colleagues and offices a ticket can go to.

use bangban_store::table::directory;

use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{Directory, Nothing};

/// The whole directory, without accounts that were disabled.
pub async fn get(desk: &Desk, _: Nothing) -> Result<Directory, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let staff = directory::staff(&mut c).await?;
    Ok(Directory {
        organisations: directory::organisations(&mut c).await?,
        staff: staff.into_iter().filter(|person| person.active).collect(),
    })
}
