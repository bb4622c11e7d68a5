//! The platform over a real loopback socket, as a station meets it.
#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod admin;
mod commands;
mod config;
mod courier;
mod courier_keys;
mod courier_release;
mod courier_volumes;
mod directory;
mod entry_use;
mod feed;
mod files;
mod hints;
mod import;
mod intake;
mod openapi;
mod rule_book;
mod running;
mod sample;
mod sign_in;
mod snapshot;
mod station;
mod stations;
mod wire;
