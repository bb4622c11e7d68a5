//! The simulation: the real sync code and the real platform in one process, on seeded schedules
//! of everything that goes wrong, with invariants that are checked after each history.
//!
//! A world has one platform and a few stations, each with a clock of its own. Between two moments
//! on the wire only one of them runs, so a seed decides every interleaving. What is not simulated
//! is told in docs/adr/0017.
#![cfg(feature = "armed")]

mod asking;
pub mod central;
pub mod check;
mod folder;
pub mod history;
pub mod ledger;
mod line;
pub mod log;
pub mod many;
pub mod old;
mod people;
pub mod plan;
pub mod process;
pub mod publish;
pub mod random;
mod seeing;
pub mod station;
pub mod template;
pub mod world;
pub mod writing;
