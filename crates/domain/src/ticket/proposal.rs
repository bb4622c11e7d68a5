//! Work that is kept as a proposal (建议): someone wrote it who did not, or no longer, hold the
//! ticket. Its present holder decides.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Action, ActionKind, Gate, Ticket, Who, gate};
use crate::directory::StaffId;
use crate::time::Timestamp;

/// What somebody proposes to do to a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Proposal {
    /// The command that proposed it.
    pub id: Uuid,
    /// Who wrote it.
    pub by: StaffId,
    /// When it reached the platform.
    pub at: Timestamp,
    /// When it was written, by the clock of the device.
    pub written_at: Timestamp,
    /// What is proposed.
    pub action: Box<Action>,
    /// A word with it; empty when a command was parked.
    pub note: String,
    /// What became of it; `None`: the holder has not decided.
    pub end: Option<ProposalEnd>,
}

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposalEnd {
    /// Carried out rather than declined.
    pub taken: bool,
    /// Why, or a word with it.
    pub note: String,
    /// Who decided.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

impl ActionKind {
    /// Whether someone else may propose it to the holder: what only the holder can do.
    pub fn can_be_proposed(self) -> bool {
        let Gate { who, .. } = gate(self);
        matches!(who, Who::Holder | Who::Keeper) && self != Self::AnswerProposal
    }
}

impl Ticket {
    /// Proposals that wait for the holder.
    pub fn open_proposals(&self) -> impl Iterator<Item = &Proposal> {
        self.proposals.iter().filter(|proposal| proposal.end.is_none())
    }

    /// A proposal that waits for the holder.
    pub fn open_proposal(&self, id: Uuid) -> Option<&Proposal> {
        self.open_proposals().find(|proposal| proposal.id == id)
    }
}
