//! What the person at the terminal sees: one line per step, with the time since the start.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

static STARTED: OnceLock<Instant> = OnceLock::new();

/// One step, stamped with the seconds since the first line.
pub fn step(text: &str) {
    let since = STARTED.get_or_init(Instant::now).elapsed();
    println!("[{:>7}] {text}", seconds(since));
}

/// A new part of the work, set apart from the output of the one before.
pub fn heading(text: &str) {
    println!();
    step(&format!("== {text}"));
}

/// A line under a step.
pub fn detail(text: &str) {
    println!("            {text}");
}

/// Something the person must not miss.
pub fn notice(lines: &[&str]) {
    println!();
    for line in lines {
        println!("  >>  {line}");
    }
    println!();
}

/// The error, and what led to it.
pub fn failure(error: &anyhow::Error) {
    println!();
    step(&format!("stopped: {error}"));
    for cause in error.chain().skip(1) {
        detail(&format!("because: {cause}"));
    }
}

/// `3.2s`, or `2m05s` from a minute on.
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{whole}.{}s", duration.subsec_millis() / 100)
    } else {
        format!("{}m{:02}s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::seconds;
    use std::time::Duration;

    #[test]
    fn times_stay_short_whatever_they_are() {
        assert_eq!(seconds(Duration::from_millis(3_290)), "3.2s", "tenths below a minute");
        assert_eq!(seconds(Duration::from_secs(125)), "2m05s", "minutes above");
    }
}
