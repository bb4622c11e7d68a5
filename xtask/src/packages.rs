//! The Debian packages Bangban needs: one table, read by the set-up and by the doctor.

use std::collections::HashSet;
use std::path::PathBuf;
use std::process::Command;

/// What a package is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Building and running.
    Run,
    /// Running without a display; the tests and the tour do so too.
    Headless,
    /// Driving the real window.
    Window,
    /// Driving the same screens in a browser.
    Browser,
}

/// One Debian package.
pub struct Package {
    /// Its name in Debian 12 and in Ubuntu.
    pub name: &'static str,
    /// Why it is here, in a few words.
    pub what: &'static str,
    /// Who needs it.
    pub need: Need,
    /// Programs that make it unnecessary when one of them is there already.
    pub unless: &'static [&'static str],
}

const fn package(name: &'static str, what: &'static str, need: Need) -> Package {
    Package { name, what, need, unless: &[] }
}

/// All of them.
///
/// `dbus-x11` stands in for `dbus-user-session`, which would pull systemd into a container.
pub const PACKAGES: &[Package] = &[
    package("build-essential", "C compiler and make, for SQLCipher, OpenSSL and zstd", Need::Run),
    package("pkg-config", "finds the system libraries", Need::Run),
    package("perl", "OpenSSL's own build script", Need::Run),
    package("libwebkit2gtk-4.1-dev", "the window and its web view", Need::Run),
    package("xdg-utils", "starts the system's program for a file", Need::Run),
    package("fonts-noto-cjk", "Chinese letters", Need::Run),
    package("xvfb", "a display in memory", Need::Headless),
    package("dbus-x11", "a session bus", Need::Headless),
    package("gnome-keyring", "the system keyring", Need::Headless),
    package("dunst", "shows notifications", Need::Headless),
    package("file", "tells xdg-utils what a file is", Need::Headless),
    package("poppler-utils", "reads printed papers back", Need::Headless),
    package("webkit2gtk-driver", "drives the real window", Need::Window),
    Package {
        name: "chromium",
        what: "the browser of the browser tests",
        need: Need::Browser,
        unless: BROWSERS,
    },
];

/// Browsers the tests can use, in order of preference.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Whether this system keeps its packages the way the table expects.
pub fn debian() -> bool {
    program("dpkg-query").is_some() && program("apt-get").is_some()
}

/// The packages that are needed for any of `needs` and not installed.
pub fn missing(needs: &[Need]) -> Vec<&'static Package> {
    let installed = installed();
    PACKAGES
        .iter()
        .filter(|package| needs.contains(&package.need))
        .filter(|package| !present(package, &installed))
        .collect()
}

/// Whether a package, or what makes it unnecessary, is there.
pub fn present(package: &Package, installed: &HashSet<String>) -> bool {
    installed.contains(package.name) || package.unless.iter().any(|name| program(name).is_some())
}

/// Those packages of the table that are installed.
pub fn installed() -> HashSet<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"]);
    query.args(PACKAGES.iter().map(|package| package.name));
    // It fails when one of them is unknown, and still lists the others.
    let Ok(output) = query.output() else { return HashSet::new() };
    installed_in(&String::from_utf8_lossy(&output.stdout))
}

fn installed_in(list: &str) -> HashSet<String> {
    list.lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, status)| *status == "installed")
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Where a program is, if it is.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The browser of the browser tests.
pub fn browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| program(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_package_that_left_its_settings_counts_as_missing() {
        let installed = installed_in("perl installed\ndunst config-files\nxvfb not-installed\n");
        assert_eq!(installed, HashSet::from(["perl".to_owned()]), "only what is really there");
    }
}
