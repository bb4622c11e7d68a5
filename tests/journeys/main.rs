//! Journeys of real stations against the real platform over loopback.

mod claim_race;
mod library;
mod offline;
mod sign_in;
mod trouble;
