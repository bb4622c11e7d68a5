//! The station's session with the platform: a short token, and one to renew it.

use bangban_domain::directory::Staff;
use bangban_protocol::{CourierKeys, ProblemCode, Refresh, Session, SignIn};
use bangban_store::Store;
use bangban_store::table::meta;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::platform::HttpPlatform;
use crate::{Result, SyncError, courier, skew};

/// An account with its password, kept only until the platform has accepted it once.
#[derive(Clone)]
pub struct Credentials {
    /// Sign-in name.
    pub account: String,
    /// Password.
    pub password: Zeroizing<String>,
    /// The station's identity.
    pub station: Uuid,
    /// The station's name.
    pub station_name: String,
    /// The public halves of its courier keys.
    pub keys: Option<CourierKeys>,
}

impl Credentials {
    /// Signs in.
    pub async fn sign_in(&self, platform: &HttpPlatform) -> Result<Session> {
        let sign_in = SignIn {
            account: self.account.clone(),
            password: self.password.to_string(),
            station: self.station,
            station_name: self.station_name.clone(),
            keys: self.keys.clone(),
        };
        platform.sign_in(&sign_in).await
    }
}

/// Keeps a valid token.
pub struct Tokens {
    access: Option<String>,
    credentials: Option<Credentials>,
}

impl Tokens {
    /// Begins with what a sign-in that just happened gave, or with a password for later.
    pub fn new(session: Option<&Session>, credentials: Option<Credentials>) -> Self {
        Self { access: session.map(|s| s.access_token.clone()), credentials }
    }

    /// A token that is believed to be valid.
    pub async fn access(&mut self, platform: &HttpPlatform, store: &Store) -> Result<String> {
        if let Some(token) = &self.access {
            return Ok(token.clone());
        }
        let mut session = self.renew(platform, store).await?;
        remember(store, &session).await?;
        if session.keys_revoked {
            // The person has proved who they are: their station gets keys that count.
            session = self.renew(platform, store).await?;
            remember(store, &session).await?;
        }
        self.credentials = None;
        self.access = Some(session.access_token.clone());
        Ok(session.access_token)
    }

    /// Notes that the platform did not take the token.
    pub fn expired(&mut self) {
        self.access = None;
    }

    async fn renew(&self, platform: &HttpPlatform, store: &Store) -> Result<Session> {
        let keys = Some(courier::keys(store).await?.public());
        let stored = meta::get(&mut *store.read().await?, meta::REFRESH_TOKEN).await?;
        if let Some(refresh_token) = stored {
            let refresh = Refresh { refresh_token, keys: keys.clone() };
            match platform.refresh(&refresh).await {
                Err(error) if error.code() == Some(ProblemCode::TokenExpired) => {}
                other => return other,
            }
        }
        match &self.credentials {
            Some(credentials) => {
                Credentials { keys, ..credentials.clone() }.sign_in(platform).await
            }
            None => Err(SyncError::SignInNeeded),
        }
    }
}

/// Writes down what a session said about the person and the time.
pub async fn remember(store: &Store, session: &Session) -> Result<()> {
    let staff: Staff = serde_json::from_value(session.staff.clone())
        .map_err(|_| SyncError::Malformed("staff in the session"))?;
    let partitions = serde_json::to_string(&session.partitions)
        .map_err(|_| SyncError::Malformed("partitions in the session"))?;
    let staff = serde_json::to_string(&staff).map_err(|_| SyncError::Malformed("staff"))?;
    let mut tx = store.write().await?;
    meta::set(&mut tx, meta::STAFF, &staff).await?;
    meta::set(&mut tx, meta::PARTITIONS, &partitions).await?;
    meta::set(&mut tx, meta::REFRESH_TOKEN, &session.refresh_token).await?;
    if let Some(program) = &session.program {
        meta::set(&mut tx, meta::PLATFORM_PROGRAM, program).await?;
    }
    skew::note(&mut tx, session.server_time).await?;
    if let Some(keys) = &session.courier {
        courier::hear_platform(&mut tx, keys, session.courier_before.as_deref()).await?;
    }
    if session.keys_revoked {
        // Made anew at the next look, and told with the next refresh.
        meta::remove(&mut tx, meta::COURIER_KEYS).await?;
    }
    tx.commit().await?;
    Ok(())
}
