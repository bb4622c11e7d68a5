//! The rule book of Bangban: nouns, state machine, permissions, working-day calendar,
//! deadlines and validators. Pure functions; the time is always passed in.

pub mod alarm;
pub mod calendar;
pub mod checksum;
pub mod consistency;
pub mod directory;
pub mod drafted;
pub mod duplicate;
pub mod hours;
pub mod intent;
pub mod knowledge;
pub mod leaving;
pub mod mask;
pub mod matter;
pub mod matter_change;
pub mod notice;
pub mod personal;
pub mod practice;
pub mod reply;
pub mod requester;
pub mod routing;
pub mod rulebook;
pub mod ticket;
pub mod time;
pub mod tries;
