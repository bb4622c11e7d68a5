//! Journeys of real stations against the real platform over loopback.

#![allow(clippy::print_stdout, reason = "a journey that this machine cannot run says so")]

mod claim_race;
mod library;
mod offline;
mod restore;
mod sign_in;
mod trouble;
