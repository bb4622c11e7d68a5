//! Building the programs, and where they end up.
//!
//! Every cargo call of xtask selects the whole workspace with the same features, even for one
//! program: another selection would unify features another way and compile half the tree again.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::places::{Places, cargo};
use crate::{node, processes, say};

/// The features of a development build.
pub const FEATURES: &[&str] = &["--features", "bangban/webhost"];

/// How the programs are compiled.
#[derive(Clone, Copy)]
pub struct Build {
    /// Optimised.
    pub release: bool,
    /// The shell can serve its interface on loopback too.
    pub webhost: bool,
}

impl Build {
    /// What the tests work with.
    pub const DEVELOPMENT: Self = Self { release: false, webhost: true };

    /// Compiles the interface and every program, with cargo's own progress on the terminal.
    pub fn make(self, places: &Places) -> Result<()> {
        // They embed the interface.
        node::build(places)?;
        say::step("programs: building (cargo)");
        let mut build = workspace(places, "build");
        build.args(["--bins", "--exclude", "xtask"]);
        if self.release {
            build.arg("--release");
        }
        if self.webhost {
            build.args(FEATURES);
        }
        processes::succeed(&mut build)?;
        say::step("programs: built");
        Ok(())
    }

    /// Where a program of this build is.
    pub fn program(self, places: &Places, name: &str) -> PathBuf {
        places.target.join(if self.release { "release" } else { "debug" }).join(name)
    }

    /// Tells a test where the programs are.
    pub fn tell(self, places: &Places, command: &mut Command) {
        command.env("BANGBAN_SHELL_BIN", self.program(places, "bangban"));
        command.env("BANGBAN_PLATFORM_BIN", self.program(places, "bangban-platform"));
        command.env("BANGBAN_WEB_BIN", self.program(places, "bangban-web"));
    }
}

/// A cargo command over the whole workspace.
pub fn workspace(places: &Places, verb: &str) -> Command {
    let mut command = Command::new(cargo());
    command.args([verb, "--workspace"]).current_dir(&places.root);
    command
}
