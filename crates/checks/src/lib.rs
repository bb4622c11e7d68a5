//! What the platform lets a station check by itself: rules written in CEL that propose verdicts
//! on materials, and standard forms written as JSON Schema.
//!
//! Both come from outside, so both are bounded: an expression in length and in loops, a list in
//! its entries, and neither can reach a file, the network or a clock.

mod facts;
mod form;
mod propose;

pub use facts::{Facts, FileFacts, MaterialFacts, MatterFacts, RequesterFacts};
pub use form::{Field, FieldProblem, Form, FormError, ProblemKind, fields, prefill};
pub use propose::{CheckError, MAX_EXPRESSION_CHARS, Proposal, examine, propose};
