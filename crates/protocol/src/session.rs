//! Signing in and keeping signed in.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::CourierKeys;

/// `POST /v1/session`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// Sign-in name.
    pub account: String,
    /// Password.
    pub password: String,
    /// The station's identity, made at its first start.
    pub station: Uuid,
    /// The station's name, as people know the desk.
    pub station_name: String,
    /// Its courier keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<CourierKeys>,
}

/// `POST /v1/session/refresh`. A refresh token can be used once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refresh {
    /// The token from the last answer.
    pub refresh_token: String,
    /// The station's courier keys, for one that signed in before it had any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<CourierKeys>,
}

/// Answer to both.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Bearer token.
    pub access_token: String,
    /// Seconds until the access token expires.
    pub expires_in: u32,
    /// Token for the next refresh.
    pub refresh_token: String,
    /// The signed-in person (domain `Staff`).
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub staff: serde_json::Value,
    /// Partitions within scope, e.g. `library`, `region-441322`.
    pub partitions: Vec<String>,
    /// Platform time, UTC milliseconds.
    pub server_time: i64,
    /// Version of the platform's program; `None`: from before it said so.
    #[serde(default)]
    pub program: Option<String>,
    /// The platform's courier keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courier: Option<CourierKeys>,
    /// Those before that still count; absent: a platform from before keys were exchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courier_before: Option<Vec<CourierKeys>>,
    /// The keys that the station told were revoked: it has to make new ones and tell those.
    #[serde(default)]
    pub keys_revoked: bool,
}
