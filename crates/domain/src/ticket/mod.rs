//! A citizen's request as a ticket (工单): its state, what may be done to it, and what that does.
//!
//! `decide` is the one place where a ticket changes. Station and platform call the same function,
//! so that a verdict given offline is the one given online.

mod action;
mod clock;
mod decide;
mod judge;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use action::{Action, ActionKind, Mentions, NewTicket};
pub use clock::{Clock, ClockKind, clocks};
pub use decide::{Context, Decided, Parties, Refusal, Rule, decide, permitted};
pub use judge::{Base, Judgement, judge};

use crate::directory::StaffId;
use crate::time::Timestamp;

/// Identity of a ticket, made where it is registered.
pub type TicketId = Uuid;

/// A ticket as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ticket {
    /// Identity.
    pub id: TicketId,
    /// Official number; `None` until the platform has given one.
    pub number: Option<String>,
    /// Grows by one with every action.
    pub version: u32,
    /// Where the request came from.
    pub channel: Channel,
    /// What it is about.
    pub nature: Nature,
    /// Short title.
    pub subject: String,
    /// What the citizen said.
    pub request: String,
    /// Who asks.
    pub requester: Requester,
    /// The matter, in the version that was in force.
    pub matter: Option<MatterRef>,
    /// Chosen situation (情形) of the matter.
    pub situation: Option<String>,
    /// Reason for the green channel (绿色通道).
    pub priority: Option<String>,
    /// 咨询, 导办 or 帮办.
    pub stage: Stage,
    /// Who has to move next.
    pub status: Status,
    /// Organisation that answers for it now.
    pub organisation: String,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// Who registered it.
    pub registered_by: StaffId,
    /// First responder (首问责任人). Set once, never changed.
    pub first_responder: Option<StaffId>,
    /// Who works on it now.
    pub holder: Option<StaffId>,
    /// Grows with every change of holder; a command with an older fence is parked.
    pub fence: u32,
    /// Handoff that waits for the receiver to sign.
    pub handoff: Option<Handoff>,
    /// The latest question to a consultant.
    pub consultation: Option<Consultation>,
    /// First reply to the citizen.
    pub first_reply_at: Option<Timestamp>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// Last change.
    pub updated_at: Timestamp,
}

/// A matter as the ticket pins it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MatterRef {
    /// Key of the matter.
    pub id: String,
    /// Version used by this ticket.
    pub version: u32,
    /// Name at that version.
    pub name: String,
}

/// Who asks, and who comes for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Requester {
    /// Natural or legal person.
    pub kind: RequesterKind,
    /// Name of the person or body.
    pub name: String,
    /// Resident ID number (GB 11643) or another document's number.
    pub id_number: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Unified social credit code (GB 32100) of a legal person.
    pub credit_code: Option<String>,
    /// Agent with authority (代办人).
    pub agent: Option<Agent>,
}

impl Requester {
    /// The same person without numbers, for records that need only the name.
    #[must_use]
    pub fn name_only(&self) -> Self {
        Self { id_number: None, phone: None, credit_code: None, agent: None, ..self.clone() }
    }
}

/// Natural or legal person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RequesterKind {
    /// 自然人.
    NaturalPerson,
    /// 法人或其他组织.
    LegalPerson,
}

/// Someone who comes in the requester's place; needs a written authority (委托书).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Agent {
    /// Name.
    pub name: String,
    /// ID number.
    pub id_number: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// Where a request came from (渠道).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 移动端.
    Mobile,
    /// 网页.
    Web,
    /// 热线 12345.
    Hotline,
    /// 自助端.
    SelfService,
    /// 窗口.
    Counter,
    /// 电话.
    Phone,
}

/// What a request is about (诉求类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 流程.
    Procedure,
    /// 政策咨询.
    Policy,
    /// 服务态度.
    Attitude,
}

/// The three stages of T/CI 637-2024; a case may end in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 咨询.
    Consultation,
    /// 导办.
    Guidance,
    /// 帮办.
    Assistance,
}

/// Who has to move next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 待认领.
    Unclaimed,
    /// 办理中.
    Working,
    /// 待签收: the receiver of a handoff.
    AwaitingSignature,
    /// 待顾问意见: the consultant.
    AwaitingOpinion,
    /// 已结案.
    Closed,
}

/// A handoff (转交) that waits to be signed for (签收) or returned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Handoff {
    /// Who hands it over.
    pub from: StaffId,
    /// Organisation it came from.
    pub from_organisation: String,
    /// Named receiver; `None`: anyone who serves in the organisation.
    pub to_staff: Option<StaffId>,
    /// Receiving organisation.
    pub to_organisation: String,
    /// What the receiver has to know.
    pub note: String,
    /// When it was offered.
    pub offered_at: Timestamp,
}

/// A question to a consultant (顾问意见).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Consultation {
    /// Who is asked.
    pub consultant: StaffId,
    /// Who asks.
    pub asked_by: StaffId,
    /// The question.
    pub question: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Working days the consultant has.
    pub due_days: u16,
    /// The answer.
    pub opinion: Option<Opinion>,
}

/// A consultant's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Opinion {
    /// The opinion.
    pub text: String,
    /// When it was given.
    pub given_at: Timestamp,
}

/// How a ticket was closed (结案). Closing is not the end of the loop (闭环).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Closing {
    /// Outcome.
    pub outcome: Outcome,
    /// What the citizen was told.
    pub feedback: String,
    /// How the citizen was told.
    pub via: Via,
    /// When.
    pub at: Timestamp,
    /// Who closed it.
    pub by: StaffId,
}

/// Outcome of a closed ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 已答复.
    Answered,
    /// 已办成.
    Completed,
    /// 非本级范围，已告知办理路径.
    ToldWhere,
    /// 申请人撤回.
    Withdrawn,
}

/// How the citizen is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// 当面.
    Counter,
    /// 电话.
    Phone,
    /// 短信或站内消息.
    Message,
}

/// One line of a ticket's timeline: the action that a command carried out. Its id is the
/// command's id, which is why a command can never show up twice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketEvent {
    /// The command's id.
    pub id: Uuid,
    /// Its ticket.
    pub ticket: TicketId,
    /// Version of the ticket after it.
    pub version: u32,
    /// Who acted.
    pub actor: StaffId,
    /// Server time; the device's time until the platform has decided.
    pub at: Timestamp,
    /// The device's clock when the person acted.
    pub device_at: Timestamp,
    /// What was done. The requester's numbers are left out.
    pub action: Action,
}
