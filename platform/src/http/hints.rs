//! Hints over server-sent events: something new is there, come and get it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use bangban_protocol::{Hint, Problem};
use futures::{Stream, StreamExt, stream};
use tokio_stream::wrappers::WatchStream;
use uuid::Uuid;

use super::Site;
use crate::clock;
use crate::session::SignedIn;
use crate::store::Heads;

/// A silent stream says this often that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// Where the partitions within scope stand, at once and whenever one moves on.
///
/// The stream ends with the access token, so that it cannot outlive an account; the station opens
/// it again with a new token.
#[utoipa::path(
    get,
    path = "/v1/hints",
    tag = "down",
    responses(
        (status = 200, description = "Events whose data is a `Hint`", body = String, content_type = "text/event-stream"),
        (status = 401, description = "`token_expired`", body = Problem),
    )
)]
pub(super) async fn hints(
    State(site): State<Site>,
    who: SignedIn,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let mut told = Told { partitions: who.partitions, last: BTreeMap::new() };
    let left = u64::try_from(who.expires_at.0 - clock::now().0).unwrap_or(0);
    let closing = site.closing.clone();
    let end = async move {
        let expiry = tokio::time::sleep(Duration::from_millis(left));
        closing.run_until_cancelled(expiry).await;
    };
    let events = WatchStream::new(site.platform.db().heads())
        .flat_map(move |heads| stream::iter(told.news(&heads)))
        .take_until(Box::pin(end));
    Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT).text("heartbeat"))
}

/// What this stream has said already.
struct Told {
    partitions: Vec<String>,
    last: BTreeMap<String, (Uuid, u64)>,
}

impl Told {
    fn news(&mut self, heads: &Heads) -> Vec<Result<Event, Infallible>> {
        let mut news = Vec::new();
        for partition in &self.partitions {
            let Some(&head) = heads.seq.get(partition) else { continue };
            let now = (heads.epoch, head);
            if self.last.insert(partition.clone(), now) == Some(now) {
                continue;
            }
            let hint = Hint { partition: partition.clone(), epoch: heads.epoch, head };
            news.extend(Event::default().event("hint").json_data(&hint).ok().map(Ok));
        }
        news
    }
}
