//! The platform's clock: the one place that asks what time it is.

use bangban_domain::time::Timestamp;

/// Now, in UTC milliseconds.
#[expect(clippy::disallowed_methods, reason = "this is the clock's one home")]
pub fn now() -> Timestamp {
    Timestamp(chrono::Utc::now().timestamp_millis())
}
