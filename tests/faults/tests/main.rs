//! The simulation as a test: seeded histories, planted bugs, and the reports of other systems.

mod peers;
mod seeds;
mod support;
