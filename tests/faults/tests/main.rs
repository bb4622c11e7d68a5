//! The simulation as a test.

mod seeds;
