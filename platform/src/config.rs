//! Settings: a TOML file, over which the environment has the last word.
//!
//! `bind` in the file is `BANGBAN_PLATFORM_BIND` in the environment, and so on for every field;
//! `mobile` of `[intake] keys` is `BANGBAN_PLATFORM_INTAKE_KEY_MOBILE`.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::intake::{CHANNELS, IntakeKeys, KeyFault};
use crate::password::Cost;

const PREFIX: &str = "BANGBAN_PLATFORM_";
const FIELDS: &[&str] = &[
    "bind",
    "data_dir",
    "sample",
    "access_token_seconds",
    "refresh_token_days",
    "receipt_days",
    "request_timeout_seconds",
    "sign_in_attempts",
    "sign_in_window_seconds",
    "password_memory_kib",
    "password_iterations",
    "intake_key_mobile",
    "intake_key_web",
    "intake_key_hotline",
    "intake_key_self_service",
    "intake_per_minute",
    "usage_hours",
];

/// How the platform runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Address to listen on.
    pub bind: SocketAddr,
    /// Folder of the database and the snapshots.
    pub data_dir: PathBuf,
    /// Whether an empty database is filled with the shipped sample.
    pub sample: bool,
    /// Lifetime of an access token, seconds.
    pub access_token_seconds: u32,
    /// Lifetime of a refresh token, days.
    pub refresh_token_days: u32,
    /// How long receipts of applied commands are kept, days. Not below the time for which stations
    /// offer again after a restored backup.
    pub receipt_days: u32,
    /// Longest time a request may take, seconds. Streams are not bound by it.
    pub request_timeout_seconds: u32,
    /// Failed sign-ins of one account before it has to wait.
    pub sign_in_attempts: u32,
    /// How long failed sign-ins are counted, and an account then waits, seconds.
    pub sign_in_window_seconds: u32,
    /// Cost of a new password hash.
    pub password_cost: Cost,
    /// Keys of the systems that hand requests over.
    pub intake: IntakeKeys,
    /// Requests a channel may hand over in a minute.
    pub intake_per_minute: u32,
    /// Least time between two tellings of how often entries are used, hours.
    pub usage_hours: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from(([127, 0, 0, 1], 7400)),
            data_dir: PathBuf::from("platform-data"),
            sample: false,
            access_token_seconds: 900,
            refresh_token_days: 30,
            receipt_days: 400,
            request_timeout_seconds: 30,
            sign_in_attempts: 5,
            sign_in_window_seconds: 300,
            password_cost: Cost::default(),
            intake: IntakeKeys::default(),
            intake_per_minute: 600,
            usage_hours: 24,
        }
    }
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read: {source}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("the settings file {path} is not TOML: {reason}")]
    NotToml {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// There is no such setting.
    #[error("there is no setting `{field}`; known are: {known}")]
    UnknownField {
        /// The name that was found.
        field: String,
        /// The names that exist.
        known: String,
    },
    /// The value does not fit.
    #[error("the setting `{field}` cannot be `{value}`: {reason}")]
    Invalid {
        /// Which setting.
        field: &'static str,
        /// What was found.
        value: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The key of a channel cannot be used. It is not shown.
    #[error("the setting `{field}` cannot be used: {reason}")]
    Key {
        /// Which setting.
        field: &'static str,
        /// What is wrong with it.
        reason: KeyFault,
    },
}

impl Config {
    /// Reads `file`, if there is one, and then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        Self::from_sources(file, |name| std::env::var(name).ok())
    }

    /// As `load`, with the environment passed in.
    pub fn from_sources(
        file: Option<&Path>,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let mut values = file.map(read_file).transpose()?.unwrap_or_default();
        for field in FIELDS {
            if let Some(value) = env(&format!("{PREFIX}{}", field.to_uppercase())) {
                values.insert((*field).to_owned(), value);
            }
        }
        Self::from_values(&values)
    }

    fn from_values(values: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let mut config = Self::default();
        set(values, "bind", &mut config.bind)?;
        set(values, "data_dir", &mut config.data_dir)?;
        set(values, "sample", &mut config.sample)?;
        set_within(values, "access_token_seconds", &mut config.access_token_seconds, 1..=86_400)?;
        set_within(values, "refresh_token_days", &mut config.refresh_token_days, 1..=365)?;
        set_within(values, "receipt_days", &mut config.receipt_days, 180..=3_650)?;
        set_within(
            values,
            "request_timeout_seconds",
            &mut config.request_timeout_seconds,
            1..=600,
        )?;
        set_within(values, "sign_in_attempts", &mut config.sign_in_attempts, 1..=1_000)?;
        set_within(
            values,
            "sign_in_window_seconds",
            &mut config.sign_in_window_seconds,
            1..=86_400,
        )?;
        let cost = &mut config.password_cost;
        set_within(values, "password_memory_kib", &mut cost.memory_kib, Cost::MEMORY_KIB)?;
        set_within(values, "password_iterations", &mut cost.iterations, Cost::ITERATIONS)?;
        set_within(values, "intake_per_minute", &mut config.intake_per_minute, 1..=100_000)?;
        set_within(values, "usage_hours", &mut config.usage_hours, 0..=720)?;
        for known in &CHANNELS {
            let Some(key) = values.get(known.setting) else { continue };
            let set = config.intake.set(known.channel, key);
            set.map_err(|reason| ConfigError::Key { field: known.setting, reason })?;
        }
        Ok(config)
    }
}

fn read_file(path: &Path) -> Result<BTreeMap<String, String>, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        ConfigError::NotToml { path: path.to_owned(), reason: error.message().to_owned() }
    })?;
    flat(table).into_iter().map(|(field, value)| known(field, &value)).collect()
}

/// Tables under the names their settings have in the environment: `[intake] per_minute` is
/// `intake_per_minute`, and `mobile` of `[intake] keys` is `intake_key_mobile`.
fn flat(table: toml::Table) -> Vec<(String, toml::Value)> {
    let mut fields = Vec::new();
    for (field, value) in table {
        match value {
            toml::Value::Table(below) => {
                let prefix = if field == "keys" { "key" } else { field.as_str() };
                let below = flat(below).into_iter();
                fields.extend(below.map(|(name, value)| (format!("{prefix}_{name}"), value)));
            }
            value => fields.push((field, value)),
        }
    }
    fields
}

fn known(field: String, value: &toml::Value) -> Result<(String, String), ConfigError> {
    if !FIELDS.contains(&field.as_str()) {
        return Err(ConfigError::UnknownField { field, known: FIELDS.join(", ") });
    }
    let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    Ok((field, text))
}

fn set<T>(
    values: &BTreeMap<String, String>,
    field: &'static str,
    slot: &mut T,
) -> Result<(), ConfigError>
where
    T: FromStr<Err: std::fmt::Display>,
{
    let Some(value) = values.get(field) else { return Ok(()) };
    *slot = value.parse().map_err(|error: T::Err| ConfigError::Invalid {
        field,
        value: value.clone(),
        reason: error.to_string(),
    })?;
    Ok(())
}

fn set_within(
    values: &BTreeMap<String, String>,
    field: &'static str,
    slot: &mut u32,
    range: std::ops::RangeInclusive<u32>,
) -> Result<(), ConfigError> {
    set(values, field, slot)?;
    if range.contains(slot) {
        return Ok(());
    }
    let reason = format!("it has to be within {} and {}", range.start(), range.end());
    Err(ConfigError::Invalid { field, value: slot.to_string(), reason })
}
