//! Replays what the sample's people did, in the order in which it happened.

use std::collections::HashMap;

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::matter::Matter;
use bangban_domain::ticket::{
    Action, Channel, ChecklistItem, Context, MatterRef, Mentions, Nature, NewTicket, Parties,
    Requester, Ticket, decide,
};
use bangban_domain::time::{HOUR_MS, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Sample, SampleError};
use crate::store::WriteTx;
use crate::store::tickets::{self, Kept};
use crate::{identity, scope};

/// One request and what was done about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleTicket {
    /// Name of the ticket within the sample.
    pub key: String,
    /// Key of the matter.
    pub matter: Option<String>,
    /// Chosen situation of the matter.
    pub situation: Option<String>,
    /// Where it came from.
    pub channel: Channel,
    /// What it is about.
    pub nature: Nature,
    /// Short title.
    pub subject: String,
    /// What the citizen said.
    pub request: String,
    /// Who asks.
    pub requester: Requester,
    /// Reason for the green channel.
    pub priority: Option<String>,
    /// Why the requester is served as an elderly person.
    #[serde(default)]
    pub elderly: Option<String>,
    /// Account that registered it.
    pub registered_by: String,
    /// Organisation that answers for it.
    pub organisation: String,
    /// Hours between the registration and now.
    pub hours_ago: f64,
    /// What was done about it.
    pub then: Vec<Step>,
}

/// One thing that was done.
#[derive(Debug, Deserialize)]
pub struct Step {
    /// Account that did it.
    pub by: String,
    /// Hours after the registration.
    pub hours_later: f64,
    /// What was done: an action in which people are named by their accounts, tickets by their
    /// keys, and what an earlier step began by the number of that step.
    #[serde(flatten)]
    pub then: Map<String, Value>,
}

/// Where in the sample something goes wrong.
#[derive(Clone, Copy)]
struct At<'a> {
    ticket: &'a SampleTicket,
    /// 0 is the registration.
    step: usize,
    time: Timestamp,
}

impl At<'_> {
    fn unknown(self, what: &str) -> SampleError {
        SampleError::Unknown {
            key: self.ticket.key.clone(),
            step: self.step,
            what: what.to_owned(),
        }
    }
}

/// Replays all tickets, with times counted back from `now`.
pub(super) async fn replay(
    tx: &mut WriteTx,
    sample: &Sample,
    now: Timestamp,
) -> Result<(), SampleError> {
    let people = Directory::of(sample);
    let mut kept: HashMap<&str, Kept> = HashMap::new();
    for at in in_order(sample, now)? {
        let before = kept.remove(at.ticket.key.as_str());
        let after = act(tx, &people, at, before).await?;
        kept.insert(&at.ticket.key, after);
    }
    Ok(())
}

fn in_order(sample: &Sample, now: Timestamp) -> Result<Vec<At<'_>>, SampleError> {
    let mut all = Vec::new();
    for ticket in &sample.tickets {
        let registered = now.plus_ms(-hours(ticket.hours_ago));
        all.push(At { ticket, step: 0, time: registered });
        for (index, step) in ticket.then.iter().enumerate() {
            let time = registered.plus_ms(hours(step.hours_later));
            if time > now {
                return Err(SampleError::Future { key: ticket.key.clone(), step: index + 1 });
            }
            all.push(At { ticket, step: index + 1, time });
        }
    }
    // Stable: what happens at the same moment stays in the order of the file.
    all.sort_by_key(|at| at.time);
    Ok(all)
}

#[expect(clippy::cast_possible_truncation, reason = "a few weeks in milliseconds")]
#[expect(clippy::cast_precision_loss, reason = "an hour in milliseconds is exact")]
fn hours(hours: f64) -> i64 {
    (hours * HOUR_MS as f64).round() as i64
}

async fn act(
    tx: &mut WriteTx,
    people: &Directory<'_>,
    at: At<'_>,
    before: Option<Kept>,
) -> Result<Kept, SampleError> {
    let ticket = before.as_ref().map(|kept| &kept.ticket);
    let (action, by) = match at.step.checked_sub(1).and_then(|index| at.ticket.then.get(index)) {
        Some(step) => (people.action(at, &step.then, ticket)?, step.by.as_str()),
        None => (people.registration(at)?, at.ticket.registered_by.as_str()),
    };
    let mentions = action.mentions(ticket);
    let mut parties = people.parties(&mentions);
    if let Some(other) = mentions.ticket {
        parties.ticket = tickets::get(tx.conn(), other).await?.map(|kept| Box::new(kept.ticket));
    }
    let context = Context {
        command: identity(&format!("{}:{}", at.ticket.key, at.step)),
        actor: people.account(at, by)?,
        now: at.time,
        device_at: at.time,
        parties: &parties,
        rules: &people.sample.rules,
    };
    let mut decided = decide(ticket, &action, context).map_err(|refusal| SampleError::Refused {
        key: at.ticket.key.clone(),
        step: at.step,
        rule: refusal.rule,
    })?;
    let partition = if let Some(before) = before {
        before.partition
    } else {
        let organisation = people.organisation(at, &at.ticket.organisation)?;
        let county = scope::county(&organisation.division);
        decided.ticket.number = Some(tickets::next_number(tx, county, at.time).await?);
        scope::region(&organisation.division)
    };
    let after = Kept { ticket: decided.ticket, partition };
    tickets::put(tx, &after, &decided.event, None).await?;
    Ok(after)
}

/// The same identity for the same thing in every seeded platform.
fn identity(of: &str) -> Uuid {
    identity::made_of(&format!("bangban sample {of}"))
}

/// The sample's people and places by the names its tickets use.
struct Directory<'a> {
    sample: &'a Sample,
}

impl<'a> Directory<'a> {
    fn of(sample: &'a Sample) -> Self {
        Self { sample }
    }

    fn account(&self, at: At<'_>, account: &str) -> Result<&'a Staff, SampleError> {
        let found = self.sample.staff.iter().find(|member| member.account == account);
        found.ok_or_else(|| at.unknown(account))
    }

    fn organisation(&self, at: At<'_>, id: &str) -> Result<&'a Organisation, SampleError> {
        let found = self.sample.organisations.iter().find(|known| known.id == id);
        found.ok_or_else(|| at.unknown(id))
    }

    fn parties(&self, mentions: &Mentions) -> Parties {
        let staff = self.sample.staff.iter().find(|member| Some(member.id) == mentions.staff);
        let organisation = |id: Option<&String>| {
            self.sample.organisations.iter().find(|known| Some(&known.id) == id).cloned()
        };
        Parties {
            staff: staff.cloned(),
            organisation: organisation(mentions.organisation.as_ref()),
            home: organisation(mentions.home.as_ref()),
            ticket: None,
        }
    }

    fn registration(&self, at: At<'_>) -> Result<Action, SampleError> {
        let ticket = at.ticket;
        let pin = |id: &String| {
            let found = self.sample.matters.iter().find(|matter| matter.id == *id);
            let matter = found.ok_or_else(|| at.unknown(id))?;
            Ok::<_, SampleError>(MatterRef::of(matter))
        };
        Ok(Action::Register(NewTicket {
            ticket: identity(&ticket.key),
            channel: ticket.channel,
            nature: ticket.nature,
            subject: ticket.subject.clone(),
            request: ticket.request.clone(),
            requester: ticket.requester.clone(),
            matter: ticket.matter.as_ref().map(pin).transpose()?,
            situation: ticket.situation.clone(),
            priority: ticket.priority.clone(),
            elderly: ticket.elderly.clone(),
            organisation: ticket.organisation.clone(),
        }))
    }

    /// The action of a step, with names turned into identities.
    fn action(
        &self,
        at: At<'_>,
        then: &Map<String, Value>,
        before: Option<&Ticket>,
    ) -> Result<Action, SampleError> {
        let mut body = then.clone();
        let word = |body: &mut Map<String, Value>, key: &str| match body.remove(key) {
            Some(Value::String(word)) => Some(word),
            _ => None,
        };
        match then.get("do").and_then(Value::as_str).unwrap_or_default() {
            "hand_off" | "assign" => {
                let to = word(&mut body, "to").map(|to| self.account(at, &to)).transpose()?;
                body.insert("to_staff".into(), json!(to.map(|staff| staff.id)));
            }
            "escalate" => {
                let to = word(&mut body, "to").unwrap_or_default();
                body.insert("consultant".into(), json!(self.account(at, &to)?.id));
            }
            "link" | "merge" => {
                for key in ["other", "into"] {
                    if let Some(other) = word(&mut body, key) {
                        body.insert(key.into(), json!(identity(&other)));
                    }
                }
            }
            "answer_assist" | "drop_assist" | "answer_urging" => {
                for key in ["assist", "urging"] {
                    if let Some(step) = body.remove(key) {
                        let begun = identity(&format!("{}:{step}", at.ticket.key));
                        body.insert(key.into(), json!(begun));
                    }
                }
            }
            "open_review" => {
                let matter = self.matter(at, before)?;
                let checklist = ChecklistItem::of(matter, at.ticket.situation.as_deref());
                body.insert("matter".into(), json!(MatterRef::of(matter)));
                body.insert("situation".into(), json!(at.ticket.situation));
                body.insert("checklist".into(), json!(checklist));
            }
            _ => {}
        }
        serde_json::from_value(Value::Object(body)).map_err(|error| SampleError::Unreadable {
            file: format!("tickets.json, {}, step {}", at.ticket.key, at.step),
            reason: error.to_string(),
        })
    }

    fn matter(&self, at: At<'_>, before: Option<&Ticket>) -> Result<&'a Matter, SampleError> {
        let pinned = before.and_then(|ticket| ticket.matter.as_ref());
        let id = pinned.map(|matter| matter.id.as_str()).or(at.ticket.matter.as_deref());
        let found = self.sample.matters.iter().find(|matter| Some(matter.id.as_str()) == id);
        found.ok_or_else(|| at.unknown("matter"))
    }
}
