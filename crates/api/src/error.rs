//! Errors as codes. The words belong to the UI's language files; a code without words does not
//! compile there.

use std::collections::BTreeMap;

use bangban_domain::knowledge;
use bangban_domain::ticket::Refusal;
use bangban_files::VaultError;
use bangban_finder::FinderError;
use bangban_papers::PaperError;
use bangban_protocol::{BundleFault, ProblemCode};
use bangban_store::StoreError;
use bangban_sync::SyncError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// An error as it crosses to the UI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApiError {
    /// What went wrong.
    pub code: Code,
    /// Values for the words, e.g. `rule`, `field`. Never personal data.
    pub params: BTreeMap<String, String>,
    /// What to quote when asking for help; also in the log.
    pub trace_id: String,
}

/// What went wrong. Only codes that the UI has words for exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Nobody is signed in.
    NotSignedIn,
    /// Account or password is wrong.
    WrongPassword,
    /// The account is disabled.
    AccountDisabled,
    /// Too many failed attempts. `seconds`: how long to wait.
    TooManyAttempts,
    /// The first sign-in on a machine needs the platform, and it does not answer.
    FirstSignInOffline,
    /// The platform speaks another version.
    UpdateNeeded,
    /// A rule forbids it. `rule`.
    Refused,
    /// There is no such record here.
    NotFound,
    /// A field cannot be used as it is. `field`.
    BadInput,
    /// The disk is full; nothing was changed.
    DiskFull,
    /// The store is used by another running copy.
    ProfileInUse,
    /// The store is damaged; the next sign-in moves it aside and recovers what it can.
    StoreDamaged,
    /// The content of a file on this machine is damaged.
    FileDamaged,
    /// A file is larger than 200 MB.
    FileTooLarge,
    /// What was under way has been given up: begin again.
    UploadGone,
    /// Courier: the file cannot be read, or is not there.
    CourierNoFile,
    /// Courier: the file is something else.
    CourierNotABundle,
    /// Courier: it was written by a newer program.
    CourierNewer,
    /// Courier: this program can read it, and the platform is too old for it.
    CourierOlderPlatform,
    /// Courier: it is larger than is taken.
    CourierTooLarge,
    /// Courier: its end is missing.
    CourierCutShort,
    /// Courier: it is not as it was when it was signed.
    CourierChanged,
    /// Courier: it is not signed by whom it says, or by another platform.
    CourierUnknownSender,
    /// Courier: the key that signed it was revoked, as its station was lost or stolen.
    CourierKeyRevoked,
    /// Courier: it is sealed to a key of the platform that opens no more.
    CourierKeyRetired,
    /// Courier: it is for somebody else.
    CourierForSomeoneElse,
    /// Courier: it goes the other way.
    CourierOtherKind,
    /// Courier: it is whole, but what is inside cannot be read.
    CourierUnreadable,
    /// Courier: the platform was restored since it was written.
    CourierOlder,
    /// Courier: the platform has not told its keys to this account yet.
    CourierNoKeys,
    /// The platform has to be online for this, and is not.
    NeedsLine,
    /// The system has no program for this, or did not start it.
    NoProgram,
    /// The secret in the keyring is gone; the store cannot be opened with the password alone.
    KeyringSecretMissing,
    /// The keyring did not do what was asked.
    KeyringFailed,
    /// Something failed here. `trace_id` finds it in the log.
    Internal,
}

impl ApiError {
    /// An error with nothing more to say.
    pub fn new(code: Code) -> Self {
        let trace_id = Uuid::now_v7().simple().to_string()[20..].to_owned();
        Self { code, params: BTreeMap::new(), trace_id }
    }

    /// Adds a value for the words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let rule = serde_json::to_value(refusal.rule).unwrap_or_default();
        Self::new(Code::Refused).with("rule", rule.as_str().unwrap_or_default())
    }
}

impl From<knowledge::Refusal> for ApiError {
    fn from(refusal: knowledge::Refusal) -> Self {
        let rule = serde_json::to_value(refusal.rule).unwrap_or_default();
        Self::new(Code::Refused).with("rule", rule.as_str().unwrap_or_default())
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::DiskFull => Code::DiskFull,
            StoreError::Damaged => Code::StoreDamaged,
            StoreError::InUse => Code::ProfileInUse,
            StoreError::TooNew => Code::UpdateNeeded,
            _ => Code::Internal,
        };
        let answer = Self::new(code);
        tracing::error!(%error, trace_id = answer.trace_id, "the store failed");
        answer
    }
}

impl From<FinderError> for ApiError {
    fn from(error: FinderError) -> Self {
        if let FinderError::Store(error) = error {
            return error.into();
        }
        let answer = Self::new(Code::Internal);
        tracing::error!(%error, trace_id = answer.trace_id, "the search failed");
        answer
    }
}

impl From<VaultError> for ApiError {
    fn from(error: VaultError) -> Self {
        let code = match &error {
            VaultError::DiskFull => Code::DiskFull,
            VaultError::Damaged => Code::FileDamaged,
            VaultError::TooLarge => Code::FileTooLarge,
            VaultError::WrongKey => Code::StoreDamaged,
            VaultError::Missing => Code::NotFound,
            _ => Code::Internal,
        };
        let answer = Self::new(code);
        tracing::error!(%error, trace_id = answer.trace_id, "the vault failed");
        answer
    }
}

impl From<PaperError> for ApiError {
    fn from(error: PaperError) -> Self {
        let answer = Self::new(Code::Internal);
        tracing::error!(%error, trace_id = answer.trace_id, "a paper could not be made");
        answer
    }
}

impl From<SyncError> for ApiError {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Store(error) => error.into(),
            SyncError::Vault(error) => error.into(),
            SyncError::Problem { code: ProblemCode::TooManyAttempts, retry_after, .. } => {
                let seconds = retry_after.unwrap_or(60).to_string();
                Self::new(Code::TooManyAttempts).with("seconds", seconds)
            }
            other => {
                let answer = Self::new(code_of(&other));
                tracing::warn!(error = %other, trace_id = answer.trace_id, "the platform was asked");
                answer
            }
        }
    }
}

fn code_of(error: &SyncError) -> Code {
    match error {
        SyncError::Bundle(fault) => return of_bundle(*fault),
        SyncError::OlderBundle => return Code::CourierOlder,
        SyncError::OlderPlatform => return Code::CourierOlderPlatform,
        SyncError::NoCourierKeys => return Code::CourierNoKeys,
        SyncError::OtherVersion { .. } | SyncError::Unreadable(_) => return Code::UpdateNeeded,
        _ => {}
    }
    match error.code() {
        Some(ProblemCode::WrongPassword) => Code::WrongPassword,
        Some(ProblemCode::AccountDisabled) => Code::AccountDisabled,
        Some(ProblemCode::UnsupportedVersion) => Code::UpdateNeeded,
        Some(ProblemCode::NotFound) => Code::NotFound,
        Some(_) => Code::Internal,
        None => Code::FirstSignInOffline,
    }
}

fn of_bundle(fault: BundleFault) -> Code {
    match fault {
        BundleFault::NotABundle => Code::CourierNotABundle,
        BundleFault::Newer => Code::CourierNewer,
        BundleFault::TooLarge => Code::CourierTooLarge,
        BundleFault::CutShort => Code::CourierCutShort,
        BundleFault::Changed => Code::CourierChanged,
        BundleFault::UnknownSender => Code::CourierUnknownSender,
        BundleFault::ForSomeoneElse => Code::CourierForSomeoneElse,
        BundleFault::OtherKind => Code::CourierOtherKind,
        BundleFault::KeyRevoked => Code::CourierKeyRevoked,
        BundleFault::KeyRetired => Code::CourierKeyRetired,
        BundleFault::Unreadable => Code::CourierUnreadable,
    }
}
