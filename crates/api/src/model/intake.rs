//! Intake: what is known while a request is typed, and how tickets belong together.

use bangban_domain::duplicate::Likeness;
use bangban_domain::requester::FieldWarning;
use bangban_domain::ticket::{ClockKind, DayNote, Nature, Requester, Status, TicketId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClockView, TicketRow};

/// A requester as typed so far.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RequesterCheck {
    /// The form's content.
    pub requester: Requester,
}

/// What the form tells about a requester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequesterChecked {
    /// What is unusual.
    pub warnings: Vec<FieldWarning>,
    /// Whole years of age, when the document tells.
    pub age: Option<i32>,
    /// Old enough to be served as an elderly person.
    pub elderly: bool,
}

/// Asks when a period that begins today ends.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DueInput {
    /// Working days.
    pub days: u16,
}

/// When a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DueView {
    /// Last day.
    pub day: NaiveDate,
    /// The days off of a year that it touches are not published yet.
    pub unpublished_year: bool,
}

/// A request as typed so far, to be compared with what is there.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SimilarInput {
    /// Who asks.
    pub requester: Requester,
    /// Key of the matter.
    pub matter: Option<String>,
}

/// A ticket that may be the same request.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SimilarTicket {
    /// The ticket.
    pub row: TicketRow,
    /// Why it may be the same.
    pub likeness: Likeness,
}

/// What a request is routed by.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RouteInput {
    /// Key of the matter.
    pub matter: Option<String>,
    /// What it is about.
    pub nature: Nature,
    /// Division of the place it is about; `None`: my own station's.
    pub division: Option<String>,
}

/// Where the routing table sends a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RouteView {
    /// Key of the organisation that answers for it; `None`: the table is silent.
    pub organisation: Option<String>,
    /// Key of the organisation whose consultants to ask first.
    pub consultants: Option<String>,
    /// The organisation cannot return what it gets.
    pub designated: bool,
}

/// A ticket that belongs together with another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RelatedTicket {
    /// Identity.
    pub id: TicketId,
    /// Official number, once given.
    pub number: Option<String>,
    /// Title.
    pub subject: String,
    /// Status.
    pub status: Status,
    /// How they belong together.
    pub relation: RelationKind,
}

/// How two tickets belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// 关联.
    Linked,
    /// 已并入: the other one goes on.
    MergedInto,
    /// 由其并入: the other one was merged into this one.
    MergedFrom,
}

/// Which clock of which ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ClockRef {
    /// The ticket.
    pub ticket: TicketId,
    /// The clock.
    pub kind: ClockKind,
    /// Which of several.
    pub reference: Option<String>,
}

/// Why a clock is due when it is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClockExplained {
    /// The clock.
    pub clock: ClockView,
    /// Every day from its start to its end; empty for seconds.
    pub days: Vec<DayNote>,
    /// Law, standard or local rule that sets the limit; `None`: the person or the matter did.
    pub source: Option<String>,
    /// Since when it does.
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
}
