//! What a person can do to a ticket. This is also the payload of a command on the wire.
//!
//! This file is over 400 lines: it is the list of every action, and half of it is documentation.

use serde::{Deserialize, Serialize};

use uuid::Uuid;

use super::{
    Channel, ChecklistItem, FileRef, LoopOutcome, MaterialVerdict, MatterRef, Nature, Outcome,
    PauseKind, Received, Requester, Stage, Ticket, TicketId, Triage, Via,
};
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
    /// 接办: take a ticket over from its holder, or give it to a colleague of the organisation. A
    /// manager at any time, a colleague once the holder's lease has run out.
    TakeOver {
        /// Who holds it now, as far as the person knows.
        from: StaffId,
        /// Who holds it from now on.
        to_staff: StaffId,
        /// Why.
        reason: String,
    },
    /// 建议: what somebody else would do; the holder decides. Also what becomes of a command whose
    /// writer no longer held the ticket.
    Propose {
        /// The action as it was meant.
        proposed: Box<Action>,
        /// A word with it; may be empty.
        note: String,
    },
    /// 答复建议: the holder carries a proposal out, or declines it.
    AnswerProposal {
        /// The proposal.
        proposal: Uuid,
        /// Carried out rather than declined.
        taken: bool,
        /// Why it is declined; may be empty when it is carried out.
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
    /// 分诊: decide what becomes of a request.
    Triage {
        /// The one outcome.
        triage: Triage,
    },
    /// 改判简单/复杂: change the time the case may take.
    Classify {
        /// Complex (15 working days) rather than simple (5).
        complex: bool,
        /// Why.
        reason: String,
    },
    /// 指派: a manager designates the unit; it cannot return the case.
    Assign {
        /// Named receiver; `None`: anyone who serves in the organisation.
        to_staff: Option<StaffId>,
        /// Receiving organisation.
        to_organisation: String,
        /// What the receiver has to know.
        note: String,
    },
    /// 加派协办: ask another unit to assist.
    AskAssist {
        /// The unit.
        organisation: String,
        /// What it is asked to do.
        task: String,
        /// Working days it has, 1 to 15.
        due_days: u16,
    },
    /// 协办回复: the unit answers.
    AnswerAssist {
        /// The assist.
        assist: Uuid,
        /// What was found or done.
        text: String,
    },
    /// 取消协办: the holder needs it no longer.
    DropAssist {
        /// The assist.
        assist: Uuid,
        /// Why.
        reason: String,
    },
    /// 督办: a manager urges.
    Urge {
        /// What is asked.
        text: String,
        /// Working days to answer in, 1 to 15.
        due_days: u16,
    },
    /// 督办回复: the holder answers an urging.
    AnswerUrging {
        /// The urging.
        urging: Uuid,
        /// The answer.
        text: String,
    },
    /// 挂起: the case stands still.
    Suspend {
        /// What it waits for; never `correction`, which a notice begins.
        kind: PauseKind,
        /// Why, in words.
        reason: String,
    },
    /// 恢复办理.
    Resume {
        /// What changed; may be empty.
        note: String,
    },
    /// 关联: the other ticket belongs to the same affair.
    Link {
        /// The other ticket.
        other: TicketId,
        /// Why; may be empty.
        reason: String,
    },
    /// 并案: the other ticket goes on in this one's place.
    Merge {
        /// The ticket that goes on.
        into: TicketId,
        /// Why.
        reason: String,
    },
    /// 回访: what the citizen holds after the case was closed.
    FollowUp {
        /// What was found.
        outcome: LoopOutcome,
        /// What the citizen said, still needs, or was explained.
        note: String,
    },
    /// 开始预审: build the checklist from the matter in force.
    OpenReview {
        /// The matter, in the version in force.
        matter: MatterRef,
        /// Chosen situation.
        situation: Option<String>,
        /// The materials of that situation.
        checklist: Vec<ChecklistItem>,
    },
    /// 收件: materials on paper were received.
    ReceiveMaterials {
        /// What was counted.
        received: Vec<Received>,
    },
    /// 上传材料: a file was handed in.
    AddFile {
        /// Key of the material.
        material: String,
        /// The file.
        file: FileRef,
    },
    /// 撤下材料: a file does not belong there.
    RemoveFile {
        /// Key of the material.
        material: String,
        /// Which file.
        sha256: String,
        /// Why.
        reason: String,
    },
    /// 审核材料: a verdict on one material.
    JudgeMaterial {
        /// Key of the material.
        material: String,
        /// The verdict.
        verdict: MaterialVerdict,
    },
    /// 准予再次补正: a manager's leave for one more notice.
    AllowCorrection {
        /// Why.
        reason: String,
    },
    /// 补正告知: tell all defects at once.
    IssueCorrection {
        /// Working days the applicant has, 1 to 30.
        due_days: u16,
        /// Legal basis, as printed.
        basis: String,
    },
    /// 补正收件: the applicant hands in again.
    Resubmit {
        /// Why it is taken although it comes late.
        late: Option<String>,
        /// What came; may be empty.
        note: String,
    },
    /// 转审查: everything meets the criteria; the department examines it.
    Submit {
        /// What the department has to know; may be empty.
        note: String,
    },
    /// 退回修改: the department sent it back.
    TakeBack {
        /// Why.
        reason: String,
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
    /// Why the requester is served as an elderly person.
    #[serde(default)]
    pub elderly: Option<String>,
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
    /// 分诊.
    Triage,
    /// 改判简单/复杂.
    Classify,
    /// 答复.
    Reply,
    /// 备注.
    Note,
    /// 转入下一阶段.
    Advance,
    /// 开始预审.
    OpenReview,
    /// 收件.
    ReceiveMaterials,
    /// 上传材料.
    AddFile,
    /// 撤下材料.
    RemoveFile,
    /// 审核材料.
    JudgeMaterial,
    /// 准予再次补正.
    AllowCorrection,
    /// 补正告知.
    IssueCorrection,
    /// 补正收件.
    Resubmit,
    /// 转审查.
    Submit,
    /// 退回修改.
    TakeBack,
    /// 转交.
    HandOff,
    /// 指派.
    Assign,
    /// 接办.
    TakeOver,
    /// 签收.
    SignFor,
    /// 退回.
    Return,
    /// 提请顾问意见.
    Escalate,
    /// 出具意见.
    Opinion,
    /// 加派协办.
    AskAssist,
    /// 协办回复.
    AnswerAssist,
    /// 取消协办.
    DropAssist,
    /// 督办.
    Urge,
    /// 督办回复.
    AnswerUrging,
    /// 建议.
    Propose,
    /// 答复建议.
    AnswerProposal,
    /// 挂起.
    Suspend,
    /// 恢复办理.
    Resume,
    /// 关联.
    Link,
    /// 并案.
    Merge,
    /// 结案.
    Close,
    /// 回访.
    FollowUp,
}

impl ActionKind {
    /// Every kind, in the order of a case's life.
    pub const ALL: [ActionKind; 38] = [
        Self::Register,
        Self::Claim,
        Self::Release,
        Self::Triage,
        Self::Classify,
        Self::Reply,
        Self::Note,
        Self::Advance,
        Self::OpenReview,
        Self::ReceiveMaterials,
        Self::AddFile,
        Self::RemoveFile,
        Self::JudgeMaterial,
        Self::AllowCorrection,
        Self::IssueCorrection,
        Self::Resubmit,
        Self::Submit,
        Self::TakeBack,
        Self::HandOff,
        Self::Assign,
        Self::TakeOver,
        Self::SignFor,
        Self::Return,
        Self::Escalate,
        Self::Opinion,
        Self::AskAssist,
        Self::AnswerAssist,
        Self::DropAssist,
        Self::Urge,
        Self::AnswerUrging,
        Self::Propose,
        Self::AnswerProposal,
        Self::Suspend,
        Self::Resume,
        Self::Link,
        Self::Merge,
        Self::Close,
        Self::FollowUp,
    ];

    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Claim => "claim",
            Self::Release => "release",
            Self::Triage => "triage",
            Self::Classify => "classify",
            Self::Reply => "reply",
            Self::Note => "note",
            Self::Advance => "advance",
            Self::OpenReview => "open_review",
            Self::ReceiveMaterials => "receive_materials",
            Self::AddFile => "add_file",
            Self::RemoveFile => "remove_file",
            Self::JudgeMaterial => "judge_material",
            Self::AllowCorrection => "allow_correction",
            Self::IssueCorrection => "issue_correction",
            Self::Resubmit => "resubmit",
            Self::Submit => "submit",
            Self::TakeBack => "take_back",
            Self::HandOff => "hand_off",
            Self::Assign => "assign",
            Self::TakeOver => "take_over",
            Self::SignFor => "sign_for",
            Self::Return => "return",
            Self::Escalate => "escalate",
            Self::Opinion => "opinion",
            Self::AskAssist => "ask_assist",
            Self::AnswerAssist => "answer_assist",
            Self::DropAssist => "drop_assist",
            Self::Urge => "urge",
            Self::AnswerUrging => "answer_urging",
            Self::Propose => "propose",
            Self::AnswerProposal => "answer_proposal",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Link => "link",
            Self::Merge => "merge",
            Self::Close => "close",
            Self::FollowUp => "follow_up",
        }
    }
}

/// Whom and what an action names, to be looked up before `decide`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Named staff.
    pub staff: Option<StaffId>,
    /// Named organisation.
    pub organisation: Option<String>,
    /// Organisation that answers for the ticket.
    pub home: Option<String>,
    /// Another ticket.
    pub ticket: Option<TicketId>,
}

impl Action {
    /// Its kind.
    pub fn kind(&self) -> ActionKind {
        match self {
            Self::Register(_) => ActionKind::Register,
            Self::Claim => ActionKind::Claim,
            Self::Release { .. } => ActionKind::Release,
            Self::Triage { .. } => ActionKind::Triage,
            Self::Classify { .. } => ActionKind::Classify,
            Self::Reply { .. } => ActionKind::Reply,
            Self::Note { .. } => ActionKind::Note,
            Self::Advance { .. } => ActionKind::Advance,
            Self::OpenReview { .. } => ActionKind::OpenReview,
            Self::ReceiveMaterials { .. } => ActionKind::ReceiveMaterials,
            Self::AddFile { .. } => ActionKind::AddFile,
            Self::RemoveFile { .. } => ActionKind::RemoveFile,
            Self::JudgeMaterial { .. } => ActionKind::JudgeMaterial,
            Self::AllowCorrection { .. } => ActionKind::AllowCorrection,
            Self::IssueCorrection { .. } => ActionKind::IssueCorrection,
            Self::Resubmit { .. } => ActionKind::Resubmit,
            Self::Submit { .. } => ActionKind::Submit,
            Self::TakeBack { .. } => ActionKind::TakeBack,
            Self::HandOff { .. } => ActionKind::HandOff,
            Self::Assign { .. } => ActionKind::Assign,
            Self::TakeOver { .. } => ActionKind::TakeOver,
            Self::SignFor => ActionKind::SignFor,
            Self::Return { .. } => ActionKind::Return,
            Self::Escalate { .. } => ActionKind::Escalate,
            Self::Opinion { .. } => ActionKind::Opinion,
            Self::AskAssist { .. } => ActionKind::AskAssist,
            Self::AnswerAssist { .. } => ActionKind::AnswerAssist,
            Self::DropAssist { .. } => ActionKind::DropAssist,
            Self::Urge { .. } => ActionKind::Urge,
            Self::AnswerUrging { .. } => ActionKind::AnswerUrging,
            Self::Propose { .. } => ActionKind::Propose,
            Self::AnswerProposal { .. } => ActionKind::AnswerProposal,
            Self::Suspend { .. } => ActionKind::Suspend,
            Self::Resume { .. } => ActionKind::Resume,
            Self::Link { .. } => ActionKind::Link,
            Self::Merge { .. } => ActionKind::Merge,
            Self::Close { .. } => ActionKind::Close,
            Self::FollowUp { .. } => ActionKind::FollowUp,
        }
    }

    /// Whom and what it names, done to `ticket` (`None`: it does not exist yet).
    pub fn mentions(&self, ticket: Option<&Ticket>) -> Mentions {
        let home = ticket.map(|ticket| ticket.organisation.clone());
        let named = Mentions { home, ..Mentions::default() };
        match self {
            Self::Register(new) => Mentions {
                organisation: Some(new.organisation.clone()),
                home: Some(new.organisation.clone()),
                ..named
            },
            Self::HandOff { to_staff, to_organisation, .. }
            | Self::Assign { to_staff, to_organisation, .. } => {
                Mentions { staff: *to_staff, organisation: Some(to_organisation.clone()), ..named }
            }
            Self::Triage { triage: Triage::LowerLevel { to_organisation, .. } } => {
                Mentions { organisation: Some(to_organisation.clone()), ..named }
            }
            Self::AskAssist { organisation, .. } => {
                Mentions { organisation: Some(organisation.clone()), ..named }
            }
            Self::Escalate { consultant, .. } => Mentions { staff: Some(*consultant), ..named },
            Self::TakeOver { to_staff, .. } => Mentions { staff: Some(*to_staff), ..named },
            Self::Propose { proposed, .. } => proposed.mentions(ticket),
            // Carrying it out looks at what it names.
            Self::AnswerProposal { proposal, taken: true, .. } => {
                let open = ticket.and_then(|ticket| ticket.open_proposal(*proposal));
                open.map_or(named, |open| open.action.mentions(ticket))
            }
            Self::Link { other, .. } => Mentions { ticket: Some(*other), ..named },
            Self::Merge { into, .. } => Mentions { ticket: Some(*into), ..named },
            _ => named,
        }
    }

    /// The words a person typed, which must never be lost; the longest text of each action.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Register(new) => Some(&new.request),
            Self::Reply { text, .. }
            | Self::Note { text }
            | Self::Opinion { text }
            | Self::AnswerAssist { text, .. }
            | Self::Urge { text, .. }
            | Self::AnswerUrging { text, .. } => Some(text),
            Self::Propose { proposed, note } if note.trim().is_empty() => proposed.text(),
            Self::Release { reason }
            | Self::Return { reason }
            | Self::Classify { reason, .. }
            | Self::DropAssist { reason, .. }
            | Self::Suspend { reason, .. }
            | Self::Link { reason, .. }
            | Self::Merge { reason, .. }
            | Self::RemoveFile { reason, .. }
            | Self::AllowCorrection { reason }
            | Self::TakeOver { reason, .. }
            | Self::TakeBack { reason } => Some(reason),
            Self::Advance { note, .. }
            | Self::HandOff { note, .. }
            | Self::Assign { note, .. }
            | Self::Resume { note }
            | Self::FollowUp { note, .. }
            | Self::Propose { note, .. }
            | Self::AnswerProposal { note, .. }
            | Self::Resubmit { note, .. }
            | Self::Submit { note } => Some(note),
            Self::AskAssist { task, .. } => Some(task),
            Self::Escalate { question, .. } => Some(question),
            Self::Close { feedback, .. } => Some(feedback),
            Self::IssueCorrection { basis, .. } => Some(basis),
            Self::Triage { triage } => Some(triage.text()),
            Self::JudgeMaterial { verdict, .. } => verdict.text(),
            Self::Claim
            | Self::SignFor
            | Self::OpenReview { .. }
            | Self::ReceiveMaterials { .. }
            | Self::AddFile { .. } => None,
        }
    }

    /// The file it names, also when it is only proposed.
    pub fn file(&self) -> Option<&FileRef> {
        match self {
            Self::AddFile { file, .. } => Some(file),
            Self::Propose { proposed, .. } => proposed.file(),
            _ => None,
        }
    }

    /// Whether its text may be left empty.
    pub(super) fn text_is_optional(&self) -> bool {
        matches!(
            self,
            Self::Resume { .. }
                | Self::Link { .. }
                | Self::Resubmit { .. }
                | Self::Submit { .. }
                | Self::Propose { .. }
                | Self::AnswerProposal { taken: true, .. }
                | Self::Triage { triage: Triage::OwnLevel { .. } }
        )
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
