//! Brings a machine to where the asked command can work.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages::{self, Need, Package};
use crate::places::Places;
use crate::{node, processes, say, tools};

/// Packages, tools and npm packages for `needs`.
pub fn prepare(places: &Places, needs: &[Need]) -> Result<()> {
    check_tools()?;
    if needs.is_empty() {
        return Ok(());
    }
    install_packages(needs)?;
    node::install(&places.ui())?;
    if needs.contains(&Need::Browser) {
        node::install(&places.browser())?;
    }
    Ok(())
}

fn check_tools() -> Result<()> {
    for finding in tools::findings() {
        if let Err(wrong) = &finding.state {
            bail!("{} ({}): {wrong}. To mend it: {}", finding.name, finding.what, finding.mend);
        }
    }
    say::step("cargo and Node: new enough");
    Ok(())
}

fn install_packages(needs: &[Need]) -> Result<()> {
    if !packages::debian() {
        say::step(
            "packages: not Debian or Ubuntu, so not looked for (cargo xtask doctor lists them)",
        );
        return Ok(());
    }
    let missing = packages::missing(needs);
    if missing.is_empty() {
        say::step("Debian packages: all there");
        return Ok(());
    }
    say::step(&format!("Debian packages: {} missing, installing them", missing.len()));
    for package in &missing {
        say::detail(&format!("{}: {}", package.name, package.what));
    }
    if !is_root() {
        say::detail("apt-get needs sudo; it may ask for your password");
    }
    let install = format!("cannot install them; by hand: {}", by_hand(&missing));
    processes::succeed(&mut apt(&["update"])).context(install.clone())?;
    let mut command = apt(&["install", "--yes", "--no-install-recommends"]);
    command.args(missing.iter().map(|package| package.name));
    processes::succeed(&mut command).context(install)?;
    say::step("Debian packages: installed");
    Ok(())
}

/// The command a person would type.
pub fn by_hand(missing: &[&Package]) -> String {
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let sudo = if is_root() { "" } else { "sudo " };
    format!("{sudo}apt-get install --no-install-recommends {}", names.join(" "))
}

fn apt(arguments: &[&str]) -> Command {
    let mut command;
    if is_root() {
        command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
    } else {
        command = Command::new("sudo");
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    command.args(arguments);
    command
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}
