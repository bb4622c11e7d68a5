//! What a person can do to a ticket. This is also the payload of a command on the wire.

use serde::{Deserialize, Serialize};

use super::{Channel, MatterRef, Nature, Outcome, Requester, Stage, TicketId, Via};
use crate::directory::StaffId;

/// What a person does to a ticket.
#[allow(clippy::large_enum_variant, reason = "short-lived, and a box would cloud every use")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// 登记: register a request.
    Register(NewTicket),
    /// 认领: take an unclaimed ticket.
    Claim,
    /// 退回待认领: give it back to the queue.
    Release {
        /// Why.
        reason: String,
    },
    /// 答复: tell the citizen something.
    Reply {
        /// What was said.
        text: String,
        /// How.
        via: Via,
    },
    /// 备注: for colleagues only.
    Note {
        /// The note.
        text: String,
    },
    /// 转入导办 or 转入帮办.
    Advance {
        /// The next stage.
        to: Stage,
        /// Why, or what comes next.
        note: String,
    },
    /// 转交: offer it to a colleague or another organisation.
    HandOff {
        /// Named receiver; `None`: anyone who serves in the organisation.
        to_staff: Option<StaffId>,
        /// Receiving organisation.
        to_organisation: String,
        /// What the receiver has to know.
        note: String,
    },
    /// 签收: accept a handoff.
    SignFor,
    /// 退回: refuse a handoff within 24 hours.
    Return {
        /// Why.
        reason: String,
    },
    /// 提请顾问意见: ask a consultant.
    Escalate {
        /// Who is asked.
        consultant: StaffId,
        /// The question.
        question: String,
        /// Working days to answer in, 1 to 15.
        due_days: u16,
    },
    /// 出具意见: the consultant answers.
    Opinion {
        /// The opinion.
        text: String,
    },
    /// 结案: close with the feedback given to the citizen.
    Close {
        /// Outcome.
        outcome: Outcome,
        /// What the citizen was told.
        feedback: String,
        /// How the citizen was told.
        via: Via,
    },
}

/// A request as it is registered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewTicket {
    /// Identity, made by the station.
    pub ticket: TicketId,
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
    /// The matter, in the version in force.
    pub matter: Option<MatterRef>,
    /// Chosen situation of the matter.
    pub situation: Option<String>,
    /// Reason for the green channel.
    pub priority: Option<String>,
    /// Organisation that answers for it.
    pub organisation: String,
}

/// An action without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// 登记.
    Register,
    /// 认领.
    Claim,
    /// 退回待认领.
    Release,
    /// 答复.
    Reply,
    /// 备注.
    Note,
    /// 转入下一阶段.
    Advance,
    /// 转交.
    HandOff,
    /// 签收.
    SignFor,
    /// 退回.
    Return,
    /// 提请顾问意见.
    Escalate,
    /// 出具意见.
    Opinion,
    /// 结案.
    Close,
}

impl ActionKind {
    /// Every kind, in the order of a case's life.
    pub const ALL: [ActionKind; 12] = [
        Self::Register,
        Self::Claim,
        Self::Release,
        Self::Reply,
        Self::Note,
        Self::Advance,
        Self::HandOff,
        Self::SignFor,
        Self::Return,
        Self::Escalate,
        Self::Opinion,
        Self::Close,
    ];

    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Claim => "claim",
            Self::Release => "release",
            Self::Reply => "reply",
            Self::Note => "note",
            Self::Advance => "advance",
            Self::HandOff => "hand_off",
            Self::SignFor => "sign_for",
            Self::Return => "return",
            Self::Escalate => "escalate",
            Self::Opinion => "opinion",
            Self::Close => "close",
        }
    }
}

/// People and organisations an action names, to be looked up before `decide`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Named staff.
    pub staff: Option<StaffId>,
    /// Named organisation.
    pub organisation: Option<String>,
}

impl Action {
    /// Its kind.
    pub fn kind(&self) -> ActionKind {
        match self {
            Self::Register(_) => ActionKind::Register,
            Self::Claim => ActionKind::Claim,
            Self::Release { .. } => ActionKind::Release,
            Self::Reply { .. } => ActionKind::Reply,
            Self::Note { .. } => ActionKind::Note,
            Self::Advance { .. } => ActionKind::Advance,
            Self::HandOff { .. } => ActionKind::HandOff,
            Self::SignFor => ActionKind::SignFor,
            Self::Return { .. } => ActionKind::Return,
            Self::Escalate { .. } => ActionKind::Escalate,
            Self::Opinion { .. } => ActionKind::Opinion,
            Self::Close { .. } => ActionKind::Close,
        }
    }

    /// Whom and what it names.
    pub fn mentions(&self) -> Mentions {
        match self {
            Self::Register(new) => {
                Mentions { staff: None, organisation: Some(new.organisation.clone()) }
            }
            Self::HandOff { to_staff, to_organisation, .. } => {
                Mentions { staff: *to_staff, organisation: Some(to_organisation.clone()) }
            }
            Self::Escalate { consultant, .. } => {
                Mentions { staff: Some(*consultant), organisation: None }
            }
            _ => Mentions::default(),
        }
    }

    /// The words a person typed, which must never be lost.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Register(new) => Some(&new.request),
            Self::Reply { text, .. } | Self::Note { text } | Self::Opinion { text } => Some(text),
            Self::Release { reason } | Self::Return { reason } => Some(reason),
            Self::Advance { note, .. } | Self::HandOff { note, .. } => Some(note),
            Self::Escalate { question, .. } => Some(question),
            Self::Close { feedback, .. } => Some(feedback),
            Self::Claim | Self::SignFor => None,
        }
    }

    /// The action as the timeline keeps it: without the requester's numbers.
    #[must_use]
    pub fn for_timeline(&self) -> Self {
        match self {
            Self::Register(new) => {
                Self::Register(NewTicket { requester: new.requester.name_only(), ..new.clone() })
            }
            other => other.clone(),
        }
    }
}
