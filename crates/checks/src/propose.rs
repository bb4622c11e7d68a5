//! Rules written in CEL, and the verdicts they propose. The person decides.

use bangban_domain::rulebook::Check;
use bangban_domain::ticket::MaterialVerdict;
use cel::{Context, Program, Value};
use serde::Serialize;

use crate::facts::Facts;

/// Longest expression, in characters.
pub const MAX_EXPRESSION_CHARS: usize = 500;
/// Most loops in one expression. CEL has no limit of its own for what an expression may cost;
/// two loops over lists of a thousand entries end in well under a second.
const MAX_LOOPS: usize = 2;
/// Deepest brackets.
const MAX_DEPTH: usize = 16;
/// The interpreter calls itself for every level of an expression; on this much of a stack, what
/// the other bounds let through always ends.
const STACK_BYTES: usize = 64 * 1024 * 1024;
/// What begins a loop in CEL.
const LOOPS: [&str; 5] = [".all(", ".exists(", ".exists_one(", ".map(", ".filter("];

/// A verdict that a check proposes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposal {
    /// Key of the check.
    pub check: String,
    /// Why.
    pub reason: String,
    /// The verdict.
    pub verdict: MaterialVerdict,
}

/// Why a check cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// Too long, too deep, or too many loops.
    #[error("the check {0} is too costly: at most 500 characters, 16 brackets deep, two loops")]
    TooCostly(String),
    /// Not an expression.
    #[error("the check {id} cannot be read: {reason}")]
    Unreadable {
        /// Key of the check.
        id: String,
        /// What is wrong, in CEL's words.
        reason: String,
    },
}

/// Whether a check can be used at all. The platform asks before it publishes a book.
pub fn examine(check: &Check) -> Result<(), CheckError> {
    let failed = || Err(CheckError::TooCostly(check.id.clone()));
    with_room(|| compile(check).map(drop)).unwrap_or_else(failed)
}

/// What the checks propose for one material, in the order of the book. A check that cannot be
/// read, asks for what is not there, or does not answer yes or no, proposes nothing.
pub fn propose(checks: &[Check], facts: &Facts) -> Vec<Proposal> {
    let fits = |check: &&Check| {
        check.matter.as_ref().is_none_or(|matter| *matter == facts.matter.id)
            && check.material.as_ref().is_none_or(|material| *material == facts.material.id)
    };
    let applies = |check: &&Check| compile(check).is_ok_and(|program| holds(&program, facts));
    let proposal = |check: &Check| Proposal {
        check: check.id.clone(),
        reason: check.reason.clone(),
        verdict: check.propose.clone(),
    };
    let found = || checks.iter().filter(fits).filter(applies).map(proposal).collect();
    with_room(found).unwrap_or_default()
}

/// Runs `work` where it cannot run out of stack; `None` when it failed all the same.
fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
        thread.spawn_scoped(scope, work).ok()?.join().ok()
    })
}

fn compile(check: &Check) -> Result<Program, CheckError> {
    let loops: usize = LOOPS.iter().map(|word| check.when.matches(word).count()).sum();
    let long = check.when.chars().count() > MAX_EXPRESSION_CHARS;
    if long || loops > MAX_LOOPS || depth(&check.when) > MAX_DEPTH {
        return Err(CheckError::TooCostly(check.id.clone()));
    }
    Program::compile(&check.when)
        .map_err(|error| CheckError::Unreadable { id: check.id.clone(), reason: error.to_string() })
}

/// How deep brackets lie in each other; those in texts count too, which is strict but safe.
fn depth(expression: &str) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    for letter in expression.chars() {
        match letter {
            '(' | '[' | '{' => now += 1,
            ')' | ']' | '}' => now = now.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(now);
    }
    deepest
}

fn holds(program: &Program, facts: &Facts) -> bool {
    let mut context = Context::default();
    let added = [
        context.add_variable("requester", &facts.requester).is_ok(),
        context.add_variable("material", &facts.material).is_ok(),
        context.add_variable("form", &facts.form).is_ok(),
        context.add_variable("matter", &facts.matter).is_ok(),
        context.add_variable("situation", &facts.situation).is_ok(),
    ];
    added.iter().all(|done| *done) && matches!(program.execute(&context), Ok(Value::Bool(true)))
}
