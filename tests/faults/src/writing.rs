//! What a person writes at a station, as the desk writes it.

use std::sync::Arc;

use bangban_domain::directory::Staff;
use bangban_domain::intent::Intent;
use bangban_domain::knowledge::{self, QuestionId, Step};
use bangban_domain::ticket::{self, Action, Base, TicketId};
use bangban_domain::time::Timestamp;
use bangban_store::table::outbox::{self, Entry};
use bangban_store::table::{audit, meta, question, ticket as tickets};
use bangban_store::{Store, StoreError, WriteTx, replay, replay_question};
use bangban_sync::clock;
use uuid::Uuid;

/// What a person wrote at a station.
#[derive(Debug, Clone)]
pub struct Written {
    /// The command.
    pub id: Uuid,
    /// Its ticket, or the question that it is about.
    pub subject: Uuid,
    /// What was done.
    pub intent: Intent,
    /// The station's disk lost it, as an older copy was restored there.
    pub forgotten: bool,
}

/// Whose command it is, and when they act.
struct Act {
    id: Uuid,
    me: Staff,
    now: Timestamp,
}

/// Outbox, audit line and view in one transaction; false when the rules forbid it.
pub(crate) async fn write(store: Arc<Store>, written: Written) -> Result<bool, StoreError> {
    let Written { id, subject, intent, .. } = written;
    let mut tx = store.write().await?;
    let Some(me) = meta::get(&mut tx, meta::STAFF).await? else { return Ok(false) };
    let act = Act { id, me: serde_json::from_str(&me)?, now: clock::now() };
    let base = match &intent {
        Intent::Ticket(action) => on_ticket(&mut tx, &store, &act, subject, action).await?,
        Intent::Knowledge(step) => on_question(&mut tx, &act, subject, step).await?,
    };
    let Some(base) = base else { return Ok(false) };
    let offset = meta::get(&mut tx, meta::CLOCK_OFFSET).await?;
    let clock_offset = offset.and_then(|text| text.parse().ok());
    let kind = intent.kind();
    let Act { me, now, .. } = act;
    let entry = Entry { clock_offset, ..Entry::new(id, subject, me.id, intent, base, now) };
    outbox::add(&mut tx, &entry).await?;
    let (about, detail) = (subject.to_string(), id.to_string());
    audit::add(&mut tx, now, Some(me.id), kind, Some(&about), Some(&detail)).await?;
    replay::refresh(&mut tx, subject, &store.rules()).await?;
    tx.commit().await?;
    Ok(true)
}

/// What an action is written against; `None`: a rule forbids it.
async fn on_ticket(
    tx: &mut WriteTx,
    store: &Store,
    act: &Act,
    id: TicketId,
    action: &Action,
) -> Result<Option<Base>, StoreError> {
    let state = tickets::get(tx, id).await?;
    let rules = store.rules();
    let parties = replay::parties(tx, &action.mentions(state.as_ref())).await?;
    let context = ticket::Context {
        command: act.id,
        actor: &act.me,
        now: act.now,
        device_at: act.now,
        parties: &parties,
        rules: &rules,
    };
    if ticket::decide(state.as_ref(), action, context).is_err() {
        return Ok(None);
    }
    let version = tickets::server(tx, id).await?.map(|known| known.version);
    let fence = state.filter(|held| held.holder == Some(act.me.id)).map(|held| held.fence);
    Ok(Some(Base { version, fence }))
}

/// What a step is written against; `None`: a rule forbids it.
async fn on_question(
    tx: &mut WriteTx,
    act: &Act,
    id: QuestionId,
    step: &Step,
) -> Result<Option<Base>, StoreError> {
    let state = question::get(tx, id).await?;
    let named = replay_question::named_entry(tx, state.as_ref(), step).await?;
    let version = question::server(tx, id).await?.map(|known| known.version);
    let context = knowledge::Context {
        command: act.id,
        question: id,
        actor: &act.me,
        now: act.now,
        entry: named.as_ref(),
        seen: version,
    };
    if knowledge::decide(state.as_ref(), step, context).is_err() {
        return Ok(None);
    }
    Ok(Some(Base { version, fence: None }))
}
