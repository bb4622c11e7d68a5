//! What the commands of a transaction are decided on. It is read once: nothing of it changes within
//! one, and a statement costs more than the decision.

use std::collections::HashMap;

use bangban_domain::directory::Staff;
use bangban_domain::rulebook::Rules;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Command, ProblemCode, Receipt};
use uuid::Uuid;

use crate::clock;
use crate::fault::Answer;
use crate::session::SignedIn;
use crate::store::{WriteTx, receipts, rule_book, staff, stations};

/// Read in the transaction that decides.
pub(super) struct Grounds<'a> {
    /// Who sent them.
    pub(super) who: &'a SignedIn,
    /// Limits and working days in force.
    pub(super) rules: Rules,
    actor: Option<Staff>,
    given: HashMap<Uuid, Receipt>,
    fresh: Vec<Receipt>,
}

impl<'a> Grounds<'a> {
    /// Reads what is needed for these commands, and notes that the station was heard of.
    pub(super) async fn read(
        tx: &mut WriteTx,
        who: &'a SignedIn,
        commands: &[Command],
    ) -> Answer<Self> {
        stations::heard_of(tx, who.station, who.staff.id, clock::now()).await?;
        let ids: Vec<Uuid> = commands.iter().map(|command| command.id).collect();
        Ok(Self {
            who,
            rules: rule_book::rules(tx.conn()).await?,
            // Read again: the account may have been disabled since the request came in. Work that
            // came as a bundle and was released counts as what it was when it was done.
            actor: staff::get(tx.conn(), who.staff.id)
                .await?
                .map(|staff| Staff { active: staff.active || who.carried, ..staff }),
            given: receipts::given(tx.conn(), &ids).await?,
            fresh: Vec::new(),
        })
    }

    /// Whose actions they are.
    pub(super) fn actor(&self) -> Answer<&Staff> {
        self.actor.as_ref().ok_or_else(|| ProblemCode::Forbidden.into())
    }

    /// The word that was given on a command before.
    pub(super) fn given(&self, command: Uuid) -> Option<Receipt> {
        self.given.get(&command).filter(|_| !planted(Mutant::DuplicateApplied)).cloned()
    }

    /// Gives the word on a command.
    pub(super) fn give(&mut self, receipt: &Receipt) {
        self.given.insert(receipt.id, receipt.clone());
        self.fresh.push(receipt.clone());
    }

    /// Keeps every word that was given, in the transaction of what was done.
    pub(super) async fn keep(&self, tx: &mut WriteTx) -> Answer<()> {
        Ok(receipts::insert(tx, &self.fresh).await?)
    }
}
