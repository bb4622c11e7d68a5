//! Signing in, and who is signed in.

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An account and its password.
#[derive(Clone, Deserialize, TS)]
pub struct SignInInput {
    /// Sign-in name.
    pub account: String,
    /// Password. Never logged.
    pub password: String,
}

/// What the start screen has to know.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionState {
    /// Who is signed in on this window.
    pub me: Option<Me>,
    /// Accounts with a store on this machine, the last one used first.
    pub accounts: Vec<KnownAccount>,
    /// The platform's address.
    pub platform_url: String,
    /// True when the platform serves sample data.
    pub sample: bool,
    /// What happened to the store when it was opened, if anything.
    pub recovery: Option<Recovery>,
}

/// The signed-in person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Me {
    /// The person.
    pub staff: Staff,
    /// Where they work.
    pub organisation: Option<Organisation>,
    /// How the local key is protected.
    pub protection: Protection,
    /// True once the first sync is complete.
    pub ready: bool,
}

/// An account that has signed in on this machine before. It can sign in without a network.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KnownAccount {
    /// Sign-in name.
    pub account: String,
    /// Name of the person.
    pub name: String,
    /// Last use.
    pub last_used: Timestamp,
}

/// How the local database key is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Protection {
    /// By the password and a secret in the system's keyring.
    KeyringAndPassword,
    /// By the password alone, because this system has no usable keyring. Weaker.
    PasswordOnly,
}

/// A damaged store was moved aside and made anew from the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recovery {
    /// File name of the damaged store, kept beside the new one.
    pub moved_to: String,
    /// Unsent actions that could be read and were taken over.
    pub recovered: u32,
    /// When.
    pub at: Timestamp,
}
