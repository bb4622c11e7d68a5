//! Says what this machine lacks and the exact command that mends it.

use std::process::ExitCode;

use crate::packages::{self, Need, PACKAGES, Package};
use crate::places::Places;
use crate::tools::{self, Finding};
use crate::{deny, display, node, setup};

/// Prints one line per requirement; fails when one is not met.
pub fn doctor(places: &Places) -> ExitCode {
    let mut findings = tools::findings();
    findings.extend(package_findings());
    findings.extend(npm_findings(places));
    findings.push(deny::finding(places));
    for finding in &findings {
        print(finding);
    }
    println!("{:<8} {:<30} {}", "note", "display", display::describe());
    let missing = findings.iter().filter(|found| found.state.is_err() && !found.by_itself).count();
    println!();
    if missing == 0 {
        println!("Nothing is missing.");
        return ExitCode::SUCCESS;
    }
    println!("{missing} missing.");
    let packages = missing_packages();
    if packages::debian() && !packages.is_empty() {
        println!(
            "`cargo xtask run` and `cargo xtask test` install packages by themselves; by hand:"
        );
        println!("{}", setup::by_hand(&packages));
    }
    ExitCode::FAILURE
}

fn missing_packages() -> Vec<&'static Package> {
    packages::missing(&[Need::Run, Need::Headless, Need::Window, Need::Browser])
}

fn print(finding: &Finding) {
    let Finding { name, what, state, mend, by_itself } = finding;
    match state {
        Ok(found) => println!("{:<8} {name:<30} {found}", "ok"),
        Err(wrong) => {
            let word = if *by_itself { "later" } else { "missing" };
            println!("{word:<8} {name:<30} {wrong} ({what})");
            println!("{:<8} {:<30} {mend}", "", "to mend it:");
        }
    }
}

fn package_findings() -> Vec<Finding> {
    let installed = packages::installed();
    let debian = packages::debian();
    PACKAGES
        .iter()
        .map(|package| Finding {
            name: package.name.to_owned(),
            what: package.what,
            state: if packages::present(package, &installed) {
                Ok(package.what.to_owned())
            } else {
                Err(needed_for(package.need).to_owned())
            },
            mend: if debian {
                setup::by_hand(&[package])
            } else {
                "install what your system calls this Debian package".to_owned()
            },
            by_itself: false,
        })
        .collect()
}

fn needed_for(need: Need) -> &'static str {
    match need {
        Need::Run => "needed to build and run",
        Need::Headless => "needed without a display, by the tests and the tour",
        Need::Window => "needed by the window tests and the tour",
        Need::Browser => "needed by the browser tests",
    }
}

fn npm_findings(places: &Places) -> Vec<Finding> {
    [("npm packages of ui", places.ui()), ("npm packages of tests/browser", places.browser())]
        .into_iter()
        .map(|(name, folder)| Finding {
            name: name.to_owned(),
            what: "whoever needs them installs them",
            state: if node::installed(&folder) {
                Ok("as package-lock.json says".to_owned())
            } else {
                Err("not installed, or older than package-lock.json".to_owned())
            },
            mend: format!("npm ci --prefix {}", folder.display()),
            by_itself: true,
        })
        .collect()
}
