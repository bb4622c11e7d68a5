//! Names and clocks as the screens show them.

use std::collections::{BTreeMap, HashMap};

use bangban_domain::directory::{Organisation, Staff, StaffId};
use bangban_domain::mask;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::{Clock, Requester, Ticket, clocks};
use bangban_domain::time::Timestamp;
use bangban_store::Connection;
use bangban_store::table::directory;

use crate::error::ApiError;
use crate::model::{ClockView, PersonName, Urgency};

/// The directory, for naming people and organisations.
pub struct Names {
    staff: HashMap<StaffId, Staff>,
    organisations: HashMap<String, Organisation>,
}

impl Names {
    /// Reads the directory.
    pub async fn load(c: &mut Connection) -> Result<Self, ApiError> {
        let staff = directory::staff(c).await?.into_iter().map(|s| (s.id, s)).collect();
        let organisations =
            directory::organisations(c).await?.into_iter().map(|o| (o.id.clone(), o)).collect();
        Ok(Self { staff, organisations })
    }

    /// Short name of an organisation; its key when it is not in the directory.
    pub fn organisation(&self, id: &str) -> String {
        self.organisations.get(id).map_or_else(|| id.to_owned(), |o| o.short_name.clone())
    }

    /// Name of a person.
    pub fn name(&self, id: StaffId) -> Option<String> {
        self.staff.get(&id).map(|staff| staff.name.clone())
    }

    /// A person as the timeline names them.
    pub fn person(&self, id: StaffId) -> PersonName {
        match self.staff.get(&id) {
            Some(staff) => PersonName {
                name: staff.name.clone(),
                role: staff.role,
                organisation: self.organisation(&staff.organisation),
            },
            // Someone who has left the directory; the timeline still counts them.
            None => PersonName {
                name: "—".into(),
                role: bangban_domain::directory::Role::Service,
                organisation: String::new(),
            },
        }
    }

    /// The people a ticket mentions.
    pub fn people_of(&self, ticket: &Ticket) -> BTreeMap<StaffId, PersonName> {
        let mut ids = vec![ticket.registered_by];
        ids.extend(ticket.first_responder);
        ids.extend(ticket.holder);
        ids.extend(ticket.handoff.as_ref().map(|h| h.from));
        ids.extend(ticket.handoff.as_ref().and_then(|h| h.to_staff));
        ids.extend(ticket.consultation.as_ref().map(|c| c.consultant));
        ids.extend(ticket.consultation.as_ref().map(|c| c.asked_by));
        ids.extend(ticket.closing.as_ref().map(|c| c.by));
        ids.extend(ticket.triage.as_ref().map(|t| t.by));
        ids.extend(ticket.assists.iter().map(|a| a.asked_by));
        ids.extend(ticket.assists.iter().filter_map(|a| a.end.as_ref()).map(|end| end.by));
        ids.extend(ticket.urgings.iter().map(|u| u.by));
        ids.extend(ticket.urgings.iter().filter_map(|u| u.answer.as_ref()).map(|a| a.by));
        ids.extend(ticket.follow_ups.iter().map(|f| f.by));
        ids.extend(ticket.proposals.iter().map(|p| p.by));
        ids.extend(ticket.proposals.iter().filter_map(|p| p.end.as_ref()).map(|end| end.by));
        if let Some(review) = &ticket.review {
            let judged = review.items.iter().filter_map(|item| item.judged.as_ref());
            ids.extend(judged.map(|judged| judged.by));
            ids.extend(review.items.iter().flat_map(|item| &item.files).map(|filed| filed.by));
            ids.extend(review.corrections.iter().map(|notice| notice.issued_by));
            ids.extend(review.leave.as_ref().map(|leave| leave.by));
        }
        ids.into_iter().map(|id| (id, self.person(id))).collect()
    }

    /// Short names of all organisations, for the timeline.
    pub fn organisations(&self) -> BTreeMap<String, String> {
        self.organisations.values().map(|o| (o.id.clone(), o.short_name.clone())).collect()
    }
}

/// The running clocks of a ticket with what is left of them, the nearest first.
pub fn clock_views(ticket: &Ticket, rules: &Rules, now: Timestamp) -> Vec<ClockView> {
    clocks(ticket, rules).into_iter().map(|clock| clock_view(clock, rules, now)).collect()
}

fn clock_view(clock: Clock, rules: &Rules, now: Timestamp) -> ClockView {
    let days_left = rules.calendar.working_days_until(now.day(), clock.due_at.day());
    let ms_left = clock.due_at.0 - now.0;
    let urgency = match (clock.paused, ms_left < 0, days_left) {
        (true, ..) => Urgency::Calm,
        (_, true, _) => Urgency::Over,
        (_, _, ..=1) => Urgency::Soon,
        _ => Urgency::Calm,
    };
    ClockView { clock, days_left, ms_left, urgency }
}

/// The requester with numbers masked.
pub fn masked(requester: &Requester) -> Requester {
    let mut shown = requester.clone();
    shown.id_number = shown.id_number.as_deref().map(mask::id_number);
    shown.phone = shown.phone.as_deref().map(mask::phone);
    if let Some(agent) = &mut shown.agent {
        agent.id_number = agent.id_number.as_deref().map(mask::id_number);
        agent.phone = agent.phone.as_deref().map(mask::phone);
    }
    shown
}
