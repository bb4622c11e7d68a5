//! A desktop session in memory: display, session bus, keyring and notifications.
//!
//! Each piece is a child of ours and is waited for before the next one starts, so that a failure
//! names the piece and nothing is left behind.

use std::ffi::OsString;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::processes::{self, Background};
use crate::{files, keyring, say};

/// Whether a person sees windows here.
pub fn present() -> bool {
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// For the doctor.
pub fn describe() -> &'static str {
    if present() {
        "there: the window opens on it"
    } else {
        "none: run opens the window in memory and serves the same screens to a browser"
    }
}

/// A running session.
pub struct Session {
    environment: Vec<(&'static str, OsString)>,
    /// In the order they started; ended the other way round.
    children: Vec<Background>,
    runtime: PathBuf,
}

impl Session {
    /// Starts one whose keyring and settings live in `home`, and its logs too.
    pub fn start(home: &Path) -> Result<Self> {
        say::step("virtual display: starting display, session bus, keyring, notifications");
        std::fs::create_dir_all(home).with_context(|| format!("making {}", home.display()))?;
        // Sockets live here: the folder of a build may be too deep for the 108 bytes of a socket's path.
        let runtime = std::env::temp_dir().join(format!("bangban-{}", std::process::id()));
        files::remove(&runtime)?;
        std::fs::DirBuilder::new()
            .mode(0o700)
            .create(&runtime)
            .context("private runtime folder")?;
        let mut session =
            Self { environment: environment(home, &runtime), children: vec![], runtime };
        session.start_display(home)?;
        session.start_bus(home)?;
        let keyring = keyring::start(&|command| session.enter(command), home)?;
        session.children.push(keyring);
        session.start_notifications(home)?;
        Ok(session)
    }

    /// Lets a command run inside.
    pub fn enter(&self, command: &mut Command) {
        command.env_remove("WAYLAND_DISPLAY");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
    }

    fn start_display(&mut self, logs: &Path) -> Result<()> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1440x900x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]);
        let (display, number) =
            Background::start_listening("Xvfb", &mut xvfb, &logs.join("xvfb.log"))?;
        self.environment.push(("DISPLAY", format!(":{}", number.trim()).into()));
        self.children.push(display);
        Ok(())
    }

    fn start_bus(&mut self, logs: &Path) -> Result<()> {
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        // What the bus starts by itself must land in this session.
        self.enter(&mut daemon);
        let (bus, address) =
            Background::start_listening("dbus-daemon", &mut daemon, &logs.join("bus.log"))?;
        self.environment.push(("DBUS_SESSION_BUS_ADDRESS", address.trim().into()));
        self.children.push(bus);
        Ok(())
    }

    fn start_notifications(&mut self, logs: &Path) -> Result<()> {
        let mut dunst = Command::new("dunst");
        self.enter(&mut dunst);
        let mut daemon = Background::start("dunst", &mut dunst, &logs.join("dunst.log"))?;
        processes::wait_for("dunst", Duration::from_secs(20), || {
            daemon.must_run()?;
            let ready =
                keyring::owned(&|command| self.enter(command), "org.freedesktop.Notifications");
            Ok(ready.then_some(()))
        })?;
        self.children.push(daemon);
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        while let Some(mut child) = self.children.pop() {
            child.stop();
        }
        let _ = files::remove(&self.runtime);
    }
}

fn environment(home: &Path, runtime: &Path) -> Vec<(&'static str, OsString)> {
    vec![
        ("XDG_RUNTIME_DIR", runtime.into()),
        ("XDG_DATA_HOME", home.join("data").into()),
        ("XDG_CONFIG_HOME", home.join("config").into()),
        ("XDG_CACHE_HOME", home.join("cache").into()),
        ("XDG_SESSION_TYPE", "x11".into()),
        ("GDK_BACKEND", "x11".into()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
        // The accessibility bridge would start a second bus that nobody ends.
        ("NO_AT_BRIDGE", "1".into()),
        ("LANG", "C.UTF-8".into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_shows_a_notification_and_leaves_nothing_behind() {
        let home = std::env::temp_dir().join(format!("xtask-{}-session", std::process::id()));
        let session = Session::start(&home).expect("display, bus, keyring and notifications");
        let mut notify = Command::new("dunstify");
        notify.args(["--printid", "材料补正"]);
        session.enter(&mut notify);
        assert!(processes::answer(&mut notify).is_some_and(|id| id != "0"), "it was shown");
        let (runtime, count) = (session.runtime.clone(), session.children.len());
        assert_eq!(count, 4, "each piece is a child of ours");
        drop(session);
        assert!(!runtime.exists(), "the sockets are gone");
        files::remove(&home).expect("removed");
    }
}
