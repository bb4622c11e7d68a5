//! An unlocked system keyring on a private session bus.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::processes::{self, Background};

/// Opens a keyring that holds nothing but what a demonstration puts there.
const PASSWORD: &str = "bangban-demo";
const SECRETS: &str = "org.freedesktop.secrets";
const DEFAULT: &str = "/org/freedesktop/secrets/aliases/default";

/// Starts it and waits until a secret can be kept.
///
/// A keyring that runs but is locked looks healthy when it is read, so what is waited for is an
/// unlocked default collection.
pub fn start(environment: &dyn Fn(&mut Command), logs: &Path) -> Result<Background> {
    let mut daemon = Command::new("gnome-keyring-daemon");
    daemon.args(["--foreground", "--unlock", "--components=secrets"]);
    environment(&mut daemon);
    let log = logs.join("keyring.log");
    let mut started =
        Background::start_telling("gnome-keyring-daemon", &mut daemon, PASSWORD, &log)?;
    processes::wait_for("the keyring", Duration::from_secs(20), || {
        started.must_run()?;
        Ok(unlocked(environment).then_some(()))
    })?;
    Ok(started)
}

fn unlocked(environment: &dyn Fn(&mut Command)) -> bool {
    if !owned(environment, SECRETS) {
        return false;
    }
    let locked = ["string:org.freedesktop.Secret.Collection", "string:Locked"];
    call(environment, SECRETS, DEFAULT, "org.freedesktop.DBus.Properties.Get", &locked)
        .is_some_and(|said| said.contains("boolean false"))
}

/// Whether a program on the bus offers `name`.
pub fn owned(environment: &dyn Fn(&mut Command), name: &str) -> bool {
    let argument = format!("string:{name}");
    let bus = "org.freedesktop.DBus";
    call(
        environment,
        bus,
        "/org/freedesktop/DBus",
        "org.freedesktop.DBus.NameHasOwner",
        &[&argument],
    )
    .is_some_and(|said| said.contains("boolean true"))
}

fn call(
    environment: &dyn Fn(&mut Command),
    destination: &str,
    path: &str,
    method: &str,
    arguments: &[&str],
) -> Option<String> {
    let mut send = Command::new("dbus-send");
    send.args(["--session", "--print-reply", "--reply-timeout=5000"]);
    send.arg(format!("--dest={destination}")).args([path, method]).args(arguments);
    environment(&mut send);
    processes::answer(&mut send)
}
