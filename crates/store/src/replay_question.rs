//! A question as it looks here, as `replay` does it for tickets: what the platform said, plus what
//! it has not answered yet.

use bangban_domain::intent::Intent;
use bangban_domain::knowledge::{Context, KnowledgeEntry, Question, QuestionId, Step, decide};
use bangban_domain::rulebook::Rules;
use sqlx::SqliteConnection;

use crate::replay::actor;
use crate::table::outbox::Entry;
use crate::table::{knowledge, outbox, question};
use crate::{Result, WriteTx};

/// The entry that a step, or the draft that it decides on, names.
pub async fn named_entry(
    c: &mut SqliteConnection,
    question: Option<&Question>,
    step: &Step,
) -> Result<Option<KnowledgeEntry>> {
    match step.entry(question) {
        Some(id) => knowledge::get(c, &id).await,
        None => Ok(None),
    }
}

/// Takes over what the platform says about a question.
pub async fn adopt(tx: &mut WriteTx, server: &Question, rules: &Rules) -> Result<()> {
    let known = question::server(tx, server.id).await?;
    // The feed and a snapshot may overlap; an older state never replaces a newer one.
    if known.is_some_and(|known| known.version > server.version) {
        return Ok(());
    }
    rebuild(tx, server.id, Some(server), rules).await
}

/// Makes the view of a question anew after its outbox entries changed.
pub(crate) async fn refresh(tx: &mut WriteTx, id: QuestionId, rules: &Rules) -> Result<()> {
    let server = question::server(tx, id).await?;
    rebuild(tx, id, server.as_ref(), rules).await
}

async fn rebuild(
    tx: &mut WriteTx,
    id: QuestionId,
    server: Option<&Question>,
    rules: &Rules,
) -> Result<()> {
    let mut local = server.cloned();
    for entry in outbox::unseen(tx, id, server.map_or(0, |q| q.version)).await? {
        if let Some(next) = apply(tx, local.as_ref(), &entry).await? {
            local = Some(next);
        }
    }
    match local {
        Some(local) => question::put(tx, server, &local, rules).await,
        None => question::remove(tx, id).await,
    }
}

/// What the rules no longer allow is left out of the view; the platform's verdict will tell.
async fn apply(
    tx: &mut WriteTx,
    state: Option<&Question>,
    entry: &Entry,
) -> Result<Option<Question>> {
    let Intent::Knowledge(step) = &entry.action else { return Ok(None) };
    let Some(actor) = actor(tx, entry.actor).await? else { return Ok(None) };
    let named = named_entry(tx, state, step).await?;
    let context = Context {
        command: entry.id,
        question: entry.ticket,
        actor: &actor,
        now: entry.written_at,
        entry: named.as_ref(),
        seen: entry.base.version,
    };
    Ok(decide(state, step, context).ok().map(|decided| decided.question))
}
