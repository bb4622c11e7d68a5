//! Everything a paper can say, read from the store at once.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use bangban_domain::directory::{Organisation, Staff, StaffId};
use bangban_domain::matter::{Material, Matter};
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::{Action, Ticket, TicketEvent, TicketId, Triage};
use bangban_domain::time::Timestamp;
use bangban_papers::{Handler, MatterLine, Number, Office, Requester};
use bangban_store::Connection;
use bangban_store::table::{directory, draft, event, ticket};
use chrono::{DateTime, FixedOffset, TimeZone as _};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::super::review::{form_key, pinned};
use super::super::tickets::not_found;
use crate::error::ApiError;
use crate::open::{Open, me};

/// Stands where the source is silent, as the papers say it.
const NOT_STATED: &str = "未说明";
/// Sign of a number that the platform has not given.
const PROVISIONAL: char = '暂';
/// Digits of the ticket's identity that make a provisional number.
const DIGITS: usize = 8;

/// A case with all that its papers mention.
pub struct Case {
    /// The case.
    pub ticket: Ticket,
    /// Its matter as the library has it.
    pub matter: Option<Matter>,
    /// Its timeline, oldest first.
    pub events: Vec<TicketEvent>,
    /// Forms that are filled in here, by material; empty ones are left out.
    pub forms: BTreeMap<String, Map<String, Value>>,
    /// Limits and calendar.
    pub rules: Arc<Rules>,
    /// Who is signed in.
    pub me: Staff,
    staff: HashMap<StaffId, Staff>,
    organisations: HashMap<String, Organisation>,
}

impl Case {
    /// Reads a case.
    pub async fn read(open: &Open, c: &mut Connection, id: TicketId) -> Result<Self, ApiError> {
        let ticket = ticket::get(c, id).await?.ok_or_else(not_found)?;
        let matter = pinned(c, &ticket).await?;
        let events = event::of(c, id).await?.into_iter().map(|line| line.event).collect();
        let forms = forms(c, &ticket, matter.as_ref()).await?;
        let staff = directory::staff(c).await?.into_iter().map(|s| (s.id, s)).collect();
        let organisations =
            directory::organisations(c).await?.into_iter().map(|o| (o.id.clone(), o)).collect();
        let rules = open.store.rules();
        let me = me(c).await?;
        Ok(Self { ticket, matter, events, forms, rules, me, staff, organisations })
    }

    /// The number that is printed: the platform's, or one that shows that it has not given one.
    pub fn number(&self) -> Number {
        match &self.ticket.number {
            Some(number) => Number::Official(number.clone()),
            None => Number::Provisional(provisional_number(self.ticket.id)),
        }
    }

    /// The matter in the version that the case uses.
    pub fn matter_line(&self) -> Option<MatterLine> {
        let pinned = self.ticket.matter.as_ref()?;
        let known = self.matter.as_ref();
        Some(MatterLine {
            name: pinned.name.clone(),
            code: known.map_or_else(|| pinned.id.clone(), |matter| matter.code.clone()),
            version: pinned.version,
            department: known
                .map_or_else(|| NOT_STATED.to_owned(), |matter| matter.department.clone()),
        })
    }

    /// A material of the matter.
    pub fn material(&self, key: &str) -> Option<&Material> {
        self.matter.as_ref()?.materials.iter().find(|material| material.id == key)
    }

    /// The person the case is for.
    pub fn requester(&self) -> Requester {
        let asks = &self.ticket.requester;
        Requester {
            name: asks.name.clone(),
            hide_name: false,
            id_number: asks.id_number.clone().or_else(|| asks.credit_code.clone()),
            phone: asks.phone.clone(),
            agent: asks.agent.as_ref().map(|agent| agent.name.clone()),
        }
    }

    /// A person as a paper names them.
    pub fn handler(&self, id: StaffId) -> Handler {
        match self.person(id) {
            Some(staff) => Handler {
                name: staff.name.clone(),
                post: said(&staff.post),
                number: said(&staff.staff_no),
            },
            // Someone who has left the directory.
            None => Handler { name: NOT_STATED.to_owned(), post: None, number: None },
        }
    }

    /// The office a person works in.
    pub fn office_of(&self, id: StaffId) -> Office {
        let organisation = self.person(id).map(|staff| staff.organisation.as_str());
        self.office(organisation.unwrap_or(&self.ticket.organisation))
    }

    /// An office of the directory.
    pub fn office(&self, key: &str) -> Office {
        match self.organisations.get(key) {
            Some(known) => Office {
                name: known.name.clone(),
                address: said(&known.address),
                phone: said(&known.phone),
                hours: said(&known.hours),
            },
            None => Office { name: key.to_owned(), ..Office::default() },
        }
    }

    /// A line of the timeline.
    pub fn event(&self, id: Uuid) -> Option<&TicketEvent> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The lines that handed the case on, oldest first.
    pub fn handoffs(&self) -> impl DoubleEndedIterator<Item = &TicketEvent> {
        self.events.iter().filter(|event| {
            let action = &event.action;
            let lower = matches!(action, Action::Triage { triage: Triage::LowerLevel { .. } });
            lower || matches!(action, Action::HandOff { .. } | Action::Assign { .. })
        })
    }

    /// The line that told the right office.
    pub fn out_of_scope(&self) -> Option<&TicketEvent> {
        self.events
            .iter()
            .rev()
            .find(|event| matches!(&event.action, Action::Triage { triage: Triage::OutOfScope(_) }))
    }

    fn person(&self, id: StaffId) -> Option<&Staff> {
        self.staff.get(&id).or(Some(&self.me).filter(|me| me.id == id))
    }
}

/// `暂3F9A01C2`: from the ticket's identity, so that every desk makes the same one.
pub fn provisional_number(id: TicketId) -> String {
    let digits = id.simple().to_string().to_uppercase();
    format!("{PROVISIONAL}{}", &digits[digits.len() - DIGITS..])
}

/// The digits of the ticket's identity that a provisional number names, in lower case.
pub fn named_digits(number: &str) -> Option<String> {
    let digits = number.strip_prefix(PROVISIONAL)?;
    let plain = digits.len() == DIGITS && digits.bytes().all(|c| c.is_ascii_hexdigit());
    plain.then(|| digits.to_lowercase())
}

/// A time as it is printed: the counter's clock, whole minutes. What is not printed is not hashed.
pub fn moment(at: Timestamp) -> DateTime<FixedOffset> {
    const MINUTE_MS: i64 = 60_000;
    let china = FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset");
    let whole = at.0 - at.0.rem_euclid(MINUTE_MS);
    china.timestamp_millis_opt(whole).single().unwrap_or_default()
}

fn said(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

async fn forms(
    c: &mut Connection,
    ticket: &Ticket,
    matter: Option<&Matter>,
) -> Result<BTreeMap<String, Map<String, Value>>, ApiError> {
    let mut found = BTreeMap::new();
    let materials = matter.into_iter().flat_map(|matter| &matter.materials);
    for material in materials.filter(|material| material.form_schema.is_some()) {
        let Some((text, _)) = draft::get(c, &form_key(ticket.id, &material.id)).await? else {
            continue;
        };
        let Ok(Value::Object(filled)) = serde_json::from_str(&text) else { continue };
        if filled.values().any(|value| !super::build::words(value).is_empty()) {
            found.insert(material.id.clone(), filled);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provisional_number_leads_back_to_its_case_and_no_other_word_does() {
        let id = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_3f9a_01c2);
        assert_eq!(provisional_number(id), "暂3F9A01C2");
        let digits = named_digits("暂3F9A01C2").expect("its own number");
        assert!(id.to_string().ends_with(&digits));
        for other in ["3F9A01C2", "暂3F9A01C", "暂3F9A01C2A", "暂%_9A01C2"] {
            assert_eq!(named_digits(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_hashed_is_what_is_printed() {
        let one = moment(Timestamp(1_795_312_800_001));
        let other = moment(Timestamp(1_795_312_859_999));
        assert_eq!(one, other, "the seconds are on no paper");
    }
}
