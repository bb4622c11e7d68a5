//! Journeys of real stations against the real platform over loopback.

#![allow(clippy::print_stdout, reason = "a journey that this machine cannot run says so")]

mod claim_race;
mod compare;
mod correction;
mod courier;
mod courier_files;
mod courier_keys;
mod desk_name;
mod drafting;
mod entry_use;
mod files;
mod hand_in;
mod held_bundle;
mod intake;
mod killed;
mod knowledge;
mod library;
mod offline;
mod papers;
mod practice;
mod restore;
mod rules;
mod search;
mod sign_in;
mod suggestions;
mod takeover;
mod trouble;
mod whole_case;
