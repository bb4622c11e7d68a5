//! The decision on a step of a question.

use bangban_domain::directory::Staff;
use bangban_domain::knowledge::{Context, Decided, Step, decide};
use bangban_domain::time::Timestamp;
use bangban_protocol::{Command, Verdict};

use super::word;
use crate::fault::Answer;
use crate::store::{WriteTx, knowledge, questions};

/// Decides, and keeps what was decided. A question is nobody's alone: whatever still makes sense on
/// the newer state is applied to it, everything else is refused with the rule.
pub(super) async fn verdict(
    tx: &mut WriteTx,
    actor: &Staff,
    command: &Command,
    step: &Step,
    now: Timestamp,
) -> Answer<Verdict> {
    let question = questions::get(tx.conn(), command.ticket).await?;
    let entry = match step.entry(question.as_ref()) {
        Some(id) => knowledge::get(tx.conn(), &id).await?,
        None => None,
    };
    let (id, question_id) = (command.id, command.ticket);
    let (entry, seen) = (entry.as_ref(), command.base_version);
    let context = Context { command: id, question: question_id, actor, now, entry, seen };
    let decided = match decide(question.as_ref(), step, context) {
        Ok(decided) => decided,
        Err(refusal) => {
            return Ok(Verdict::Refused { rule: word(refusal.rule)?, meanwhile: Vec::new() });
        }
    };
    let base = command.base_version.unwrap_or(0);
    let moved_on =
        questions::moved_on(tx.conn(), question_id, base, actor.id, command.station).await?;
    let version = decided.question.version;
    keep(tx, decided, command, now).await?;
    if moved_on {
        return Ok(Verdict::Rebased { version, meanwhile: Vec::new() });
    }
    Ok(Verdict::Accepted { version })
}

async fn keep(tx: &mut WriteTx, decided: Decided, command: &Command, now: Timestamp) -> Answer<()> {
    let Decided { mut question, published } = decided;
    if let Some(entry) = published {
        let stored = knowledge::put(tx, &entry, now).await?;
        tracing::info!(entry = entry.id, ?stored, "an entry was published");
    }
    if let Some(line) = question.steps.pop() {
        question.steps.push(line.clone());
        questions::put(tx, &question, &line, command.station).await?;
    }
    Ok(())
}
