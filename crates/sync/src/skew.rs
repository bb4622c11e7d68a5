//! How far this machine's clock is from the platform's.

use bangban_store::WriteTx;
use bangban_store::table::meta;

use crate::{Result, clock};

/// Notes it, as an answer has just said what time it is there. `server_time`: UTC milliseconds.
pub(crate) async fn note(tx: &mut WriteTx, server_time: i64) -> Result<()> {
    let offset = server_time - clock::now().0;
    Ok(meta::set(tx, meta::CLOCK_OFFSET, &offset.to_string()).await?)
}
