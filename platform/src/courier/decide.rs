//! The commands of a bundle, each decided as if it had come over the line.

use std::collections::BTreeSet;

use bangban_protocol::{Held, HeldWhy, Receipt};
use uuid::Uuid;

use super::Came;
use crate::fault::Answer;
use crate::store::{bundles, receipts};
use crate::{Platform, commands};

/// What became of the commands.
#[derive(Default)]
pub(super) struct Decided {
    /// Lasting words.
    pub(super) receipts: Vec<Receipt>,
    /// Commands without one.
    pub(super) held: Vec<Held>,
}

/// Decides every command in its order, and collects what was decided before that the station may
/// not have heard. `may_act`: whether anything new may be decided.
pub(super) async fn all(platform: &Platform, came: &Came, may_act: bool) -> Answer<Decided> {
    let who = came.who();
    let mut decided = Decided::default();
    let mut waiting = BTreeSet::new();
    for command in &came.inside.commands {
        // One that was decided before has its word, whatever stands before it now. Only its own
        // person may hear it.
        let is_theirs = command.actor == who.staff.id;
        if is_theirs && let Some(receipt) = given(platform, command.id).await? {
            decided.receipts.push(receipt);
            continue;
        }
        let outcome = if waiting.contains(&command.ticket) {
            Err(HeldWhy::Behind)
        } else if is_theirs && !may_act {
            Err(HeldWhy::Failed)
        } else {
            commands::decide_or_hold(platform, &who, command).await
        };
        match outcome {
            Ok(receipt) => decided.receipts.push(receipt),
            Err(why) => {
                waiting.insert(command.ticket);
                decided.held.push(Held { id: command.id, why });
            }
        }
    }
    unheard(platform, came, &mut decided).await?;
    Ok(decided)
}

/// The word that was given on a command.
async fn given(platform: &Platform, command: Uuid) -> Answer<Option<Receipt>> {
    let mut moment = platform.db().moment().await?;
    Ok(receipts::given(&mut moment, &[command]).await?.remove(&command))
}

/// Commands of earlier bundles whose answers may still be on their way: those that are not older
/// than the oldest one the station has no answer to.
async fn unheard(platform: &Platform, came: &Came, decided: &mut Decided) -> Answer<()> {
    let Some(oldest) = came.inside.commands.iter().map(|command| command.station_seq).min() else {
        return Ok(());
    };
    let station = came.header().station;
    let earlier = bundles::commands_from(platform.db().read(), station, came.person.id, oldest);
    let told: BTreeSet<_> = came.inside.commands.iter().map(|command| command.id).collect();
    for id in earlier.await?.into_iter().filter(|id| !told.contains(id)) {
        decided.receipts.extend(given(platform, id).await?);
    }
    Ok(())
}
