//! The simulation as a test: seeded histories, planted bugs, directed schedules, and the reports of
//! other systems.

mod mutants;
mod peers;
mod schedules;
mod seeds;
mod support;
