//! Pre-review: the checklist, what the checks propose, and the standard forms.

use bangban_domain::ticket::{MaterialVerdict, TicketId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// Opens the pre-review of a ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenReviewInput {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the matter.
    pub matter: String,
    /// Chosen situation.
    pub situation: Option<String>,
}

/// What the checks propose for one material. The person decides.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MaterialProposals {
    /// Key of the material.
    pub material: String,
    /// The proposals, in the order of the rule book.
    pub proposals: Vec<ProposalView>,
}

/// A verdict that a check proposes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ProposalView {
    /// Key of the check.
    pub check: String,
    /// Why.
    pub reason: String,
    /// The verdict.
    pub verdict: MaterialVerdict,
}

/// A material of a ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MaterialOf {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the material.
    pub material: String,
}

/// A standard form with what is known.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FormView {
    /// The form as a JSON Schema; `None`: the guide has none for this material.
    #[ts(type = "unknown")]
    pub schema: Option<Value>,
    /// Fields that are known from the ticket, with whole numbers: it is filled in with the
    /// citizen, and opening it is recorded.
    #[ts(type = "Record<string, unknown>")]
    pub known: Value,
}

/// A form as filled in so far.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FormCheck {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the material.
    pub material: String,
    /// The fields.
    #[ts(type = "Record<string, unknown>")]
    pub data: Value,
}

/// What is wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormProblem {
    /// Field, as a JSON pointer such as `/name`.
    pub field: String,
    /// What is wrong.
    pub kind: FormProblemKind,
    /// The bound or the form that is asked for, if there is one.
    pub expected: Option<String>,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormProblemKind {
    /// It has to be filled in.
    Required,
    /// Not the right kind of value.
    Type,
    /// Too short.
    TooShort,
    /// Too long.
    TooLong,
    /// Too small.
    TooSmall,
    /// Too large.
    TooLarge,
    /// Not one of the choices.
    NotAChoice,
    /// Not a valid ID number, credit code, phone or date.
    Format,
    /// Not in the form that is asked for.
    Pattern,
    /// Anything else.
    Other,
}
