//! The platform's clock: the one place that asks what time it is.

use bangban_domain::time::Timestamp;

/// Now, in UTC milliseconds.
pub fn now() -> Timestamp {
    #[allow(clippy::disallowed_methods, reason = "this is the clock's one home")]
    let read = || chrono::Utc::now().timestamp_millis();
    Timestamp(bangban_faultpoint::now().unwrap_or_else(read))
}
