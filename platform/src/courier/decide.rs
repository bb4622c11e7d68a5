//! The commands of a bundle, each decided as if it had come over the line.

use std::collections::BTreeSet;

use bangban_courier::{Waiting, WaitingWhy};
use bangban_protocol::{Command, Receipt};

use super::Came;
use crate::fault::Answer;
use crate::session::SignedIn;
use crate::store::{bundles, receipts};
use crate::{Platform, commands};

/// What became of the commands.
#[derive(Default)]
pub(super) struct Decided {
    /// Lasting words.
    pub(super) receipts: Vec<Receipt>,
    /// Commands without one.
    pub(super) waiting: Vec<Waiting>,
}

/// Decides every command in its order, and collects what was decided before that the station may
/// not have heard. `may_act`: whether anything new may be decided.
pub(super) async fn all(platform: &Platform, came: &Came, may_act: bool) -> Answer<Decided> {
    let who = SignedIn::by_bundle(came.person.clone(), came.header().station, &came.division);
    let mut decided = Decided::default();
    let mut stuck = BTreeSet::new();
    for command in &came.inside.commands {
        // One that was decided before has its word, whatever stands before it now.
        if let Some(receipt) = receipts::get(platform.db().read(), command.id).await? {
            decided.receipts.push(receipt);
            continue;
        }
        let outcome = if stuck.contains(&command.ticket) {
            Err(WaitingWhy::Behind)
        } else {
            one(platform, &who, command, may_act).await
        };
        match outcome {
            Ok(receipt) => decided.receipts.push(receipt),
            Err(why) => {
                stuck.insert(command.ticket);
                decided.waiting.push(Waiting { id: command.id, why });
            }
        }
    }
    unheard(platform, came, &mut decided).await?;
    Ok(decided)
}

async fn one(
    platform: &Platform,
    who: &SignedIn,
    command: &Command,
    may_act: bool,
) -> Result<Receipt, WaitingWhy> {
    if command.actor != who.staff.id {
        return Err(WaitingWhy::NotTheirs);
    }
    let Ok((command, action)) = commands::read(who, command.clone()) else {
        return Err(WaitingWhy::Unreadable);
    };
    if !may_act {
        return Err(WaitingWhy::Failed);
    }
    commands::decide_once(platform, who, &command, &action).await.map_err(|fault| {
        tracing::error!(command = %command.id, cause = fault.cause, "a carried command failed");
        WaitingWhy::Failed
    })
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
        if let Some(receipt) = receipts::get(platform.db().read(), id).await? {
            decided.receipts.push(receipt);
        }
    }
    Ok(())
}
