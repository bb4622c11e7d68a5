//! A citizen's request as a ticket (工单): its state, what may be done to it, and what that does.
//!
//! `decide` is the one place where a ticket changes. Station and platform call the same function,
//! so that a verdict given offline is the one given online.

mod action;
mod apply;
mod clock;
mod content;
mod decide;
mod ending;
mod explain;
mod gate;
mod handoff;
mod judge;
mod lease;
mod moved_on;
mod proposal;
mod requester;
mod review;
mod rule;
#[cfg(test)]
mod tests;
mod triage;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use action::{Action, ActionKind, Mentions, NewTicket};
pub use clock::{Clock, ClockKind, Limit, LimitUnit, clocks};
pub use content::MAX_TEXT_CHARS;
pub use decide::{Context, Decided, Parties, decide};
pub use ending::{Breach, Closing, LoopEnd, LoopOutcome, Outcome, Pause, PauseKind};
pub use explain::{DayNote, DayWhy, explain};
pub use gate::{Gate, Who, gate, permitted};
pub use handoff::{Assist, AssistEnd, Consultation, Handoff, Opinion, Urging, UrgingAnswer};
pub use judge::{Base, Judgement, judge};
pub use lease::Lease;
pub use moved_on::{RestsOn, rests_on};
pub use proposal::{Proposal, ProposalEnd};
pub use requester::{Agent, DocumentKind, Requester, RequesterKind, Standing};
pub use review::{
    ChecklistItem, Correction, CorrectionLeave, Defect, FileRef, FiledMaterial, Judged,
    MaterialVerdict, PaperReceived, Received, Review, ReviewItem,
};
pub use rule::{Refusal, Rule};
pub use triage::{RightOffice, Triage, TriageKind, Triaged};

use crate::directory::StaffId;
use crate::matter::{HandlingKind, Matter, Period};
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
    /// Why the requester is served as an elderly person (适老服务): larger print, read aloud.
    #[serde(default)]
    pub elderly: Option<String>,
    /// What triage decided; `None`: not yet.
    #[serde(default)]
    pub triage: Option<Triaged>,
    /// Whether it was judged complex (15 working days) or simple (5); `None`: follows from what
    /// is being done, see `Ticket::is_complex`.
    #[serde(default)]
    pub complex: Option<bool>,
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
    /// How long the holder may count on it; `None`: nobody holds it, or it ended.
    #[serde(default)]
    pub lease: Option<Lease>,
    /// What others proposed to the holder, oldest first.
    #[serde(default)]
    pub proposals: Vec<Proposal>,
    /// Handoff that waits for the receiver to sign.
    pub handoff: Option<Handoff>,
    /// The latest question to a consultant.
    pub consultation: Option<Consultation>,
    /// Assisting units (协办), oldest first.
    #[serde(default)]
    pub assists: Vec<Assist>,
    /// Urgings (督办), oldest first.
    #[serde(default)]
    pub urgings: Vec<Urging>,
    /// Times during which the case stood still, oldest first.
    #[serde(default)]
    pub pauses: Vec<Pause>,
    /// Other tickets of the same affair.
    #[serde(default)]
    pub links: Vec<TicketId>,
    /// The ticket that goes on in this one's place.
    #[serde(default)]
    pub merged_into: Option<TicketId>,
    /// Pre-review of the materials.
    #[serde(default)]
    pub review: Option<Review>,
    /// Last moment for someone to answer a waiting citizen; `None`: nobody waits online.
    #[serde(default)]
    pub response_due_at: Option<Timestamp>,
    /// When someone took the request up.
    #[serde(default)]
    pub responded_at: Option<Timestamp>,
    /// First reply to the citizen.
    pub first_reply_at: Option<Timestamp>,
    /// How it was closed.
    pub closing: Option<Closing>,
    /// Follow-ups after closing, oldest first; the last one may have reopened the case.
    #[serde(default)]
    pub follow_ups: Vec<LoopEnd>,
    /// Clocks that had run out before they were served.
    #[serde(default)]
    pub breaches: Vec<Breach>,
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
    /// Promised period (承诺办结时限) at that version; drives the clock.
    #[serde(default)]
    pub promised: Option<Period>,
    /// Legal period (法定办结时限) at that version.
    #[serde(default)]
    pub legal: Option<Period>,
    /// 即办件: finished while the citizen waits, so that no clock of days runs.
    #[serde(default)]
    pub on_the_spot: bool,
}

/// Where a request came from (渠道).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
    /// 待补正: the applicant, after a correction notice.
    AwaitingApplicant,
    /// 已挂起: nobody, until the reason has passed.
    Suspended,
    /// 已转审查: the approving department.
    UnderExamination,
    /// 已结案: the citizen was told; the loop is still open.
    Closed,
    /// 已闭环.
    Settled,
    /// 已并入 another ticket.
    Merged,
}

impl Status {
    /// Every status, in the order of a case's life.
    pub const ALL: [Self; 10] = [
        Self::Unclaimed,
        Self::Working,
        Self::AwaitingSignature,
        Self::AwaitingOpinion,
        Self::AwaitingApplicant,
        Self::Suspended,
        Self::UnderExamination,
        Self::Closed,
        Self::Settled,
        Self::Merged,
    ];

    /// Whether the case is still being worked on by someone.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Settled | Self::Merged)
    }
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

impl MatterRef {
    /// Pins a matter in its present version.
    pub fn of(matter: &Matter) -> Self {
        Self {
            id: matter.id.clone(),
            version: matter.version,
            name: matter.name.clone(),
            promised: matter.promised_days,
            legal: matter.legal_days,
            on_the_spot: matter.handling_kind == Some(HandlingKind::OnTheSpot),
        }
    }
}

impl Channel {
    /// Whether the citizen waits online for someone to answer within seconds.
    pub fn waits_online(self) -> bool {
        matches!(self, Self::Mobile | Self::Web | Self::SelfService)
    }
}

impl Ticket {
    /// Whether the longer time applies: as judged, or else once it is being assisted with or a
    /// consultant was asked.
    pub fn is_complex(&self) -> bool {
        let grown = self.stage == Stage::Assistance || self.consultation.is_some();
        self.complex.unwrap_or(grown)
    }

    /// The pause that has not ended.
    pub fn open_pause(&self) -> Option<&Pause> {
        self.pauses.last().filter(|pause| pause.to.is_none())
    }

    /// Assisting units that have not answered.
    pub fn open_assists(&self) -> impl Iterator<Item = &Assist> {
        self.assists.iter().filter(|assist| assist.end.is_none())
    }

    /// Urgings that wait for an answer.
    pub fn open_urgings(&self) -> impl Iterator<Item = &Urging> {
        self.urgings.iter().filter(|urging| urging.answer.is_none())
    }

    /// Whether `staff` answers for what comes after closing: its holder, or its first responder.
    pub fn is_kept_by(&self, staff: StaffId) -> bool {
        self.holder == Some(staff) || self.first_responder == Some(staff)
    }
}
