//! The one place where the workstation reads the device's clock.

use bangban_domain::time::Timestamp;

/// Now, by the device's clock.
pub fn now() -> Timestamp {
    #[allow(clippy::disallowed_methods, reason = "this is the workstation's clock home")]
    let read = || chrono::Utc::now().timestamp_millis();
    Timestamp(bangban_faultpoint::now().unwrap_or_else(read))
}
