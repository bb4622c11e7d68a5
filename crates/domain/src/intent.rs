//! What a person wrote for the platform to decide, whatever it is about.

use serde::{Deserialize, Serialize};

use crate::knowledge::{self, Step};
use crate::ticket::{self, Action};

/// An action on a ticket or a step of a question. Also the payload of a command on the wire: one
/// is known by its `do`, the other by its `step`.
#[allow(clippy::large_enum_variant, reason = "short-lived, and a box would cloud every use")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Intent {
    /// On a ticket.
    Ticket(Action),
    /// On a question.
    Knowledge(Step),
}

impl Intent {
    /// The word of the wire.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Ticket(action) => action.kind().as_str(),
            Self::Knowledge(step) => step.kind().as_str(),
        }
    }

    /// The action, if it is about a ticket.
    pub fn action(&self) -> Option<&Action> {
        match self {
            Self::Ticket(action) => Some(action),
            Self::Knowledge(_) => None,
        }
    }

    /// As it may stand in a list: without what is long or private.
    #[must_use]
    pub fn for_timeline(&self) -> Self {
        match self {
            Self::Ticket(action) => Self::Ticket(action.for_timeline()),
            Self::Knowledge(step) => Self::Knowledge(step.clone()),
        }
    }
}

/// The rule that forbade it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum IntentRule {
    /// Of a ticket.
    Ticket(ticket::Rule),
    /// Of a question.
    Knowledge(knowledge::Rule),
}

impl From<Action> for Intent {
    fn from(action: Action) -> Self {
        Self::Ticket(action)
    }
}

impl From<Step> for Intent {
    fn from(step: Step) -> Self {
        Self::Knowledge(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ticket::ActionKind;

    #[test]
    fn a_payload_is_never_taken_for_one_of_the_other_sort() {
        let read = |text: &str| serde_json::from_str::<Intent>(text).expect("read");
        assert_eq!(read(r#"{"do":"claim"}"#), Intent::Ticket(Action::Claim));
        assert_eq!(read(r#"{"step":"ask_too"}"#), Intent::Knowledge(Step::AskToo));
        assert!(serde_json::from_str::<Intent>(r#"{"do":"unheard_of"}"#).is_err());
    }

    #[test]
    fn no_word_of_the_wire_means_two_things() {
        let words = ActionKind::ALL.map(ActionKind::as_str);
        for kind in crate::knowledge::StepKind::ALL {
            assert!(!words.contains(&kind.as_str()), "{}", kind.as_str());
        }
    }
}
