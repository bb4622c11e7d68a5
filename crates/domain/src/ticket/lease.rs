//! The right to work on a ticket for a time (占用): with its fence it lets a station work offline,
//! and lets a case go on when its holder stays away.

use serde::{Deserialize, Serialize};

use super::Ticket;
use crate::directory::{Role, StaffId};
use crate::rulebook::Leases;
use crate::time::{HOUR_MS, Timestamp};

/// How long the holder may count on the ticket without being heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Lease {
    /// When it was granted to this holder.
    pub granted_at: Timestamp,
    /// After this a colleague of the organisation may take over. Platform time, once the platform
    /// has confirmed it.
    pub expires_at: Timestamp,
}

impl Lease {
    /// A lease for `role` from `now` on: hours at a desk with a line, days at a village station.
    pub(super) fn granted(now: Timestamp, role: Role, leases: Leases) -> Self {
        let hours = match role {
            Role::Village => leases.village_days * 24,
            _ => leases.desk_hours,
        };
        Self { granted_at: now, expires_at: now.plus_ms(i64::from(hours) * HOUR_MS) }
    }

    /// The same lease, renewed by activity. It never becomes shorter.
    pub(super) fn renewed(self, now: Timestamp, role: Role, leases: Leases) -> Self {
        let anew = Self::granted(now, role, leases).expires_at;
        Self { expires_at: self.expires_at.max(anew), ..self }
    }
}

impl Ticket {
    /// Whether the holder's lease has run out. One that was granted before leases were counted has
    /// not: only a manager may take that ticket over.
    pub fn lease_is_over(&self, now: Timestamp) -> bool {
        self.lease.is_some_and(|lease| lease.expires_at < now)
    }

    /// Grants the lease of a new holder.
    pub(super) fn grant(&mut self, holder: StaffId, role: Role, now: Timestamp, leases: Leases) {
        self.holder = Some(holder);
        self.fence += 1;
        self.lease = Some(Lease::granted(now, role, leases));
    }

    /// The holder of a case that was opened again, perhaps by somebody else, has a lease again: as
    /// long as at a desk, until they do something themselves. Without one nobody but a manager could
    /// ever take the case over.
    pub(super) fn hold_again(&mut self, now: Timestamp, leases: Leases) {
        if self.holder.is_some() {
            self.lease = Some(Lease::granted(now, Role::Service, leases));
        }
    }

    /// Lets what the holder did count as activity; ends the lease with the case.
    pub(super) fn renew(&mut self, actor: StaffId, role: Role, now: Timestamp, leases: Leases) {
        if self.holder.is_none() || !self.status.is_open() {
            self.lease = None;
        } else if self.holder == Some(actor) {
            let lease = self.lease.unwrap_or_else(|| Lease::granted(now, role, leases));
            self.lease = Some(lease.renewed(now, role, leases));
        }
    }
}
