//! Replays what the sample's people did, in the order in which it happened.

use std::collections::HashMap;

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::ticket::{
    Action, Channel, Context, MatterRef, Nature, NewTicket, Outcome, Parties, Requester, Stage,
    Via, decide,
};
use bangban_domain::time::{HOUR_MS, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{Sample, SampleError};
use crate::scope;
use crate::store::WriteTx;
use crate::store::tickets::{self, Kept};

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
    /// What was done.
    #[serde(flatten)]
    pub then: Then,
}

/// An action that names people by their accounts.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Then {
    /// 认领.
    Claim,
    /// 退回待认领.
    Release {
        /// Why.
        reason: String,
    },
    /// 答复.
    Reply {
        /// What was said.
        text: String,
        /// How.
        via: Via,
    },
    /// 备注.
    Note {
        /// The note.
        text: String,
    },
    /// 转入下一阶段.
    Advance {
        /// The next stage.
        to: Stage,
        /// What comes next.
        note: String,
    },
    /// 转交.
    HandOff {
        /// Account of the receiver; `None`: anyone who serves there.
        to: Option<String>,
        /// Receiving organisation.
        to_organisation: String,
        /// What the receiver has to know.
        note: String,
    },
    /// 签收.
    SignFor,
    /// 退回.
    Return {
        /// Why.
        reason: String,
    },
    /// 提请顾问意见.
    Escalate {
        /// Account of the consultant.
        to: String,
        /// The question.
        question: String,
        /// Working days to answer in.
        due_days: u16,
    },
    /// 出具意见.
    Opinion {
        /// The opinion.
        text: String,
    },
    /// 结案.
    Close {
        /// Outcome.
        outcome: Outcome,
        /// What the citizen was told.
        feedback: String,
        /// How.
        via: Via,
    },
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
    let (action, by) = match at.step.checked_sub(1).and_then(|index| at.ticket.then.get(index)) {
        Some(step) => (people.action(at, &step.then)?, step.by.as_str()),
        None => (people.registration(at)?, at.ticket.registered_by.as_str()),
    };
    let parties = people.parties(&action);
    let context = Context {
        command: identity(&format!("{}:{}", at.ticket.key, at.step)),
        actor: people.account(at, by)?,
        now: at.time,
        device_at: at.time,
        parties: &parties,
    };
    let mut decided =
        decide(before.as_ref().map(|kept| &kept.ticket), &action, context).map_err(|refusal| {
            SampleError::Refused { key: at.ticket.key.clone(), step: at.step, rule: refusal.rule }
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
    tickets::put(tx, &after, &decided.event).await?;
    Ok(after)
}

/// The same identity for the same thing in every seeded platform.
fn identity(of: &str) -> Uuid {
    let hash = Sha256::digest(format!("bangban sample {of}"));
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
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

    fn parties(&self, action: &Action) -> Parties {
        let mentions = action.mentions();
        let staff = self.sample.staff.iter().find(|member| Some(member.id) == mentions.staff);
        let organisation = self
            .sample
            .organisations
            .iter()
            .find(|known| Some(&known.id) == mentions.organisation.as_ref());
        Parties { staff: staff.cloned(), organisation: organisation.cloned() }
    }

    fn registration(&self, at: At<'_>) -> Result<Action, SampleError> {
        let ticket = at.ticket;
        let pin = |id: &String| {
            let found = self.sample.matters.iter().find(|matter| matter.id == *id);
            let matter = found.ok_or_else(|| at.unknown(id))?;
            Ok::<_, SampleError>(MatterRef {
                id: id.clone(),
                version: matter.version,
                name: matter.name.clone(),
            })
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
            organisation: ticket.organisation.clone(),
        }))
    }

    fn action(&self, at: At<'_>, then: &Then) -> Result<Action, SampleError> {
        Ok(match then {
            Then::Claim => Action::Claim,
            Then::SignFor => Action::SignFor,
            Then::Release { reason } => Action::Release { reason: reason.clone() },
            Then::Return { reason } => Action::Return { reason: reason.clone() },
            Then::Reply { text, via } => Action::Reply { text: text.clone(), via: *via },
            Then::Note { text } => Action::Note { text: text.clone() },
            Then::Opinion { text } => Action::Opinion { text: text.clone() },
            Then::Advance { to, note } => Action::Advance { to: *to, note: note.clone() },
            Then::HandOff { to, to_organisation, note } => Action::HandOff {
                to_staff: to.as_ref().map(|to| self.account(at, to)).transpose()?.map(|to| to.id),
                to_organisation: to_organisation.clone(),
                note: note.clone(),
            },
            Then::Escalate { to, question, due_days } => Action::Escalate {
                consultant: self.account(at, to)?.id,
                question: question.clone(),
                due_days: *due_days,
            },
            Then::Close { outcome, feedback, via } => {
                Action::Close { outcome: *outcome, feedback: feedback.clone(), via: *via }
            }
        })
    }
}
