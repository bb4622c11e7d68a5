//! The queue and the case.

use std::collections::BTreeMap;

use bangban_domain::directory::{Role, StaffId};
use bangban_domain::ticket::{
    Action, ActionKind, Channel, Clock, Nature, Requester, Rule, Stage, Status, Ticket,
    TicketEvent, TicketId,
};
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::RelatedTicket;

/// What the queue shows.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TicketQuery {
    /// Which queue.
    pub view: QueueView,
    /// Words in subject, request, requester name or number.
    pub text: Option<String>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this status.
    pub status: Option<Status>,
    /// Only this channel.
    pub channel: Option<Channel>,
    /// Only this matter, by key.
    pub matter: Option<String>,
    /// Only tickets whose nearest clock is due by then.
    pub due_before: Option<Timestamp>,
    /// Order.
    pub sort: TicketSort,
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted, at most 200.
    pub limit: u32,
}

/// Which queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QueueView {
    /// 我的: held by me, not closed.
    Mine,
    /// 本站: of my organisation, not closed.
    Station,
    /// 待我处理: unclaimed at my station, handed to me to sign, asked of me, or an answer that came
    /// back to me.
    Waiting,
    /// 全部, closed ones included.
    All,
}

/// Order of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TicketSort {
    /// The nearest clock first.
    Deadline,
    /// Registered last first.
    Newest,
    /// Changed last first.
    Updated,
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TicketPage {
    /// Rows.
    pub rows: Vec<TicketRow>,
    /// Rows in the whole queue.
    pub total: u32,
    /// Rows skipped.
    pub offset: u32,
}

/// One row of the queue.
#[allow(clippy::struct_excessive_bools, reason = "marks that have nothing to do with each other")]
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TicketRow {
    /// Identity.
    pub id: TicketId,
    /// Official number, once given.
    pub number: Option<String>,
    /// Title.
    pub subject: String,
    /// Name of the requester.
    pub requester: String,
    /// Name of the matter.
    pub matter: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// Status.
    pub status: Status,
    /// Channel.
    pub channel: Channel,
    /// Short name of the organisation.
    pub organisation: String,
    /// Name of the holder.
    pub holder: Option<String>,
    /// Name of the first responder.
    pub first_responder: Option<String>,
    /// The nearest clock.
    pub clock: Option<ClockView>,
    /// Green channel.
    pub priority: bool,
    /// Served as an elderly person.
    pub elderly: bool,
    /// Triage has not decided yet.
    pub untriaged: bool,
    /// Urged by a manager, and not answered.
    pub urged: bool,
    /// Changed since I last opened it.
    pub unread: bool,
    /// Actions on it that the platform has not decided yet.
    pub pending: u32,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
}

/// A clock with what is left of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClockView {
    /// The clock.
    #[serde(flatten)]
    pub clock: Clock,
    /// Working days left, today not counted; negative once it is over.
    pub days_left: i32,
    /// Milliseconds left; negative once it is over.
    #[ts(type = "number")]
    pub ms_left: i64,
    /// How urgent it is.
    pub urgency: Urgency,
}

/// How urgent a clock is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Time enough.
    Calm,
    /// Due today or on the next working day.
    Soon,
    /// Over.
    Over,
}

/// Numbers beside the queues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TicketCounts {
    /// 我的.
    pub mine: u32,
    /// 本站.
    pub station: u32,
    /// 待我处理.
    pub waiting: u32,
    /// 全部.
    pub all: u32,
    /// Unclaimed in my station.
    pub unclaimed: u32,
    /// Over time among mine.
    pub overdue: u32,
}

/// A case as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TicketView {
    /// The ticket, with the requester's numbers masked.
    pub ticket: Ticket,
    /// Running clocks, the nearest first.
    pub clocks: Vec<ClockView>,
    /// The timeline, oldest first.
    pub events: Vec<EventView>,
    /// What I may do, and the rule where I may not.
    pub actions: Vec<ActionState>,
    /// Names of the people it mentions, by id.
    pub people: BTreeMap<StaffId, PersonName>,
    /// Short names of the organisations it mentions, by id.
    pub organisations: BTreeMap<String, String>,
    /// Tickets that belong together with it.
    pub related: Vec<RelatedTicket>,
    /// Actions that the platform has not decided yet.
    pub pending: u32,
}

/// A person as the timeline names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonName {
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Short name of their organisation.
    pub organisation: String,
}

/// A line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EventView {
    /// The event.
    pub event: TicketEvent,
    /// Name of the person who acted.
    pub actor: PersonName,
    /// True while the platform has not decided it.
    pub provisional: bool,
}

/// Whether an action is open to me.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionState {
    /// The action.
    pub kind: ActionKind,
    /// Why not; `None`: allowed.
    pub rule: Option<Rule>,
}

/// A request to register at the counter or by phone.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RegisterInput {
    /// Where it came from.
    pub channel: Channel,
    /// What it is about.
    pub nature: Nature,
    /// Title; taken from the matter or the request when empty.
    pub subject: String,
    /// What the citizen said.
    pub request: String,
    /// Who asks.
    pub requester: Requester,
    /// Key of the matter.
    pub matter: Option<String>,
    /// Chosen situation.
    pub situation: Option<String>,
    /// Reason for the green channel.
    pub priority: Option<String>,
    /// Why the requester is served as an elderly person.
    pub elderly: Option<String>,
    /// Organisation that answers for it; `None`: my own.
    pub organisation: Option<String>,
    /// Claim it at once: the person who registers becomes first responder.
    pub claim: bool,
}

/// Something to do to a ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ActInput {
    /// The ticket.
    pub ticket: TicketId,
    /// What to do; not `register`.
    pub action: Action,
}

/// Shows a masked number, with a reason that is recorded.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RevealInput {
    /// The ticket.
    pub ticket: TicketId,
    /// Which number.
    pub field: RevealField,
    /// Why.
    pub reason: String,
}

/// A masked number of a requester or agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RevealField {
    /// ID number.
    IdNumber,
    /// Phone.
    Phone,
    /// Agent's ID number.
    AgentIdNumber,
    /// Agent's phone.
    AgentPhone,
}

/// The number itself.
#[derive(Clone, Serialize, TS)]
pub struct Revealed {
    /// The whole number.
    pub value: String,
}

/// A reference to one ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TicketRefInput {
    /// The ticket.
    pub ticket: Uuid,
}
