//! Drafts, notices, preferences and the staff directory.

use bangban_domain::directory::{Organisation, Staff};
pub use bangban_domain::notice::NoticeKind;
use bangban_domain::ticket::{ClockKind, TicketId};
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Nothing to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Colleagues and offices a ticket can go to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Directory {
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Active staff.
    pub staff: Vec<Staff>,
}

/// A text that is being written. The key says where, e.g. `reply:{ticket}` or `register`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// Where it belongs.
    pub key: String,
    /// The text, or the form as JSON.
    pub text: String,
    /// Last change.
    pub saved_at: Timestamp,
}

/// Saves a draft; an empty text removes it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveDraft {
    /// Where it belongs.
    pub key: String,
    /// The text, or the form as JSON.
    pub text: String,
}

/// Asks for a draft.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftKey {
    /// Where it belongs.
    pub key: String,
}

/// A draft, if there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MaybeDraft {
    /// The draft.
    pub draft: Option<Draft>,
}

/// Something that happened, kept in the app's own inbox. The system's toast is only a hint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    /// Identity.
    pub id: Uuid,
    /// What happened.
    pub kind: NoticeKind,
    /// The ticket it is about.
    pub ticket: Option<TicketId>,
    /// Title of the ticket. No personal data.
    pub subject: String,
    /// Name of the colleague who acted, if any.
    pub actor: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When it was read.
    pub read_at: Option<Timestamp>,
    /// The clock it is about.
    pub clock: Option<ClockKind>,
}

/// Marks notices as read.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MarkRead {
    /// Which ones; `None`: all.
    pub id: Option<Uuid>,
}

/// How the person likes the desk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferences {
    /// Language of the screen.
    pub language: Language,
    /// Light, dark or as the system has it.
    pub theme: Theme,
    /// Large-font mode.
    pub scale: Scale,
    /// Height of rows.
    pub density: Density,
    /// Show system notifications.
    pub notifications: bool,
    /// Widths of panes and the like; shape owned by the UI.
    pub layout: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: Theme::default(),
            scale: Scale::default(),
            density: Density::default(),
            notifications: true,
            layout: String::new(),
        }
    }
}

/// Language of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Language {
    /// 简体中文.
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// Colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Large-font mode.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Scale {
    /// 1.
    #[default]
    #[serde(rename = "1")]
    Normal,
    /// 1.25.
    #[serde(rename = "1.25")]
    Large,
    /// 1.5.
    #[serde(rename = "1.5")]
    Larger,
}

/// Height of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// 2.5rem.
    Compact,
    /// 3.25rem.
    #[default]
    Comfortable,
}
