//! The steps of `cargo xtask test`, each a check that can be asked for by name.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::binaries::{Build, FEATURES, workspace};
use crate::display::Session;
use crate::packages::Need;
use crate::places::{Places, cargo};
use crate::tally::Tally;
use crate::{bindings, deny, faults, files, node, packages, processes, tidy};

/// One step, in the order they run: cheap ones first, so that a slip shows early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Step {
    /// rustfmt
    Fmt,
    /// eslint
    UiLint,
    /// tsc
    UiTypes,
    /// vitest
    UiTest,
    /// vite build
    UiBuild,
    /// Generated TypeScript against the command table
    Bindings,
    /// clippy, warnings refused
    Clippy,
    /// Licences, sources, directions of dependencies
    Deny,
    /// House rules no linter knows
    Tidy,
    /// cargo test: rules, stores, journeys over loopback
    Rust,
    /// Seeded histories of stations and platform with faults, and planted bugs that they find
    Faults,
    /// The real window with the real keyring and notifications
    Window,
    /// The main screens in Chromium through the web host
    Browser,
}

impl Step {
    /// Does it, and counts.
    pub fn perform(self, places: &Places) -> Result<Tally> {
        match self {
            Self::Fmt => one(Command::new(cargo()).args(["fmt", "--all", "--check"]), places),
            Self::UiLint => script(places, "lint"),
            Self::UiTypes => script(places, "typecheck"),
            Self::UiTest => counted(node::npm(&places.ui(), &["run", "test"]).env("CI", "1")),
            Self::UiBuild => node::build_always(places).map(|()| Tally::ONE),
            Self::Bindings => bindings::check(places).map(|()| Tally::ONE),
            Self::Clippy => clippy(places),
            Self::Deny => deny::check(places).map(|()| Tally::ONE),
            Self::Tidy => tidy::check(places).map(|()| Tally::ONE),
            Self::Rust => rust(places),
            Self::Faults => simulation(places),
            Self::Window => window(places),
            Self::Browser => browser(places),
        }
    }

    /// What it takes.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt | Self::Deny | Self::Tidy => &[],
            Self::UiLint
            | Self::UiTypes
            | Self::UiTest
            | Self::UiBuild
            | Self::Bindings
            | Self::Clippy
            | Self::Faults => &[Need::Run],
            Self::Rust => &[Need::Run, Need::Headless],
            Self::Window => &[Need::Run, Need::Headless, Need::Window],
            Self::Browser => &[Need::Run, Need::Headless, Need::Browser],
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> String {
        use clap::ValueEnum;
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

fn one(command: &mut Command, places: &Places) -> Result<Tally> {
    processes::succeed(command.current_dir(&places.root))?;
    Ok(Tally::ONE)
}

fn script(places: &Places, name: &str) -> Result<Tally> {
    processes::succeed(&mut node::npm(&places.ui(), &["run", name]))?;
    Ok(Tally::ONE)
}

fn clippy(places: &Places) -> Result<Tally> {
    node::build(places)?;
    // `--all-targets` leaves out the tests that need a session, as plain `cargo test` does.
    for targets in
        [&["--all-targets"][..], &["--test", "window", "--test", "tour", "--test", "link"]]
    {
        let mut clippy = workspace(places, "clippy");
        clippy.args(FEATURES).args(targets).args(["--", "-D", "warnings"]);
        processes::succeed(&mut clippy)?;
    }
    let mut armed = workspace(places, "clippy");
    armed.args(faults::ARMED).args(["--test", "faults", "--bin", "bangban-faults"]);
    processes::succeed(armed.args(["--", "-D", "warnings"]))?;
    Ok(Tally::ONE)
}

fn rust(places: &Places) -> Result<Tally> {
    Build::DEVELOPMENT.make(places)?;
    let mut test = workspace(places, "test");
    test.args(FEATURES).arg("--no-fail-fast");
    Build::DEVELOPMENT.tell(places, &mut test);
    counted(&mut test)
}

/// By itself: armed, the programs would be other ones than those that people get.
fn simulation(places: &Places) -> Result<Tally> {
    let mut test = workspace(places, "test");
    test.args(faults::ARMED).args(["--test", "faults"]);
    counted(&mut test)
}

fn window(places: &Places) -> Result<Tally> {
    let build = Build::DEVELOPMENT;
    build.make(places)?;
    let home = places.output("window-session");
    let pictures = places.output("window");
    files::empty(&home)?;
    files::empty(&pictures)?;
    let session = Session::start(&home)?;
    let mut test = workspace(places, "test");
    // One at a time: they share one display and one keyring.
    test.args(FEATURES).args(["--test", "window", "--", "--test-threads=1"]);
    session.enter(&mut test);
    build.tell(places, &mut test);
    test.env("BANGBAN_WINDOW_TESTS", "1").env("BANGBAN_SHOTS_DIR", pictures);
    let driver = packages::program("WebKitWebDriver").context("WebKitWebDriver is missing")?;
    counted(test.env("BANGBAN_WEBDRIVER", driver))
}

fn browser(places: &Places) -> Result<Tally> {
    let build = Build::DEVELOPMENT;
    build.make(places)?;
    let mut test = Command::new("npx");
    test.args(["playwright", "test", "--reporter=list"]).current_dir(places.browser());
    test.env("CI", "1").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    test.env("BANGBAN_CHROMIUM", packages::browser().context("Chromium is missing")?);
    build.tell(places, &mut test);
    counted(&mut test)
}

/// Runs a test runner and counts; a run that tested nothing is a failure.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let outcome = processes::succeed_looking(command, |line| tally.read(line));
    if tally.failed > 0 {
        return Ok(tally);
    }
    outcome?;
    if tally == Tally::default() {
        bail!("no test ran");
    }
    Ok(tally)
}
