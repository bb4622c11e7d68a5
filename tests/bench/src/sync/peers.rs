//! Who is measured, how their processes are started, and how the others are installed on demand.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde::Serialize;

/// Who is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// We.
    Bangban,
    /// The Anki sync server and an Anki collection.
    Anki,
    /// PouchDB and express-pouchdb, 100 documents per batch.
    Pouch100,
    /// PouchDB and express-pouchdb, 1000 documents per batch.
    Pouch1000,
}

impl Who {
    /// Everybody.
    pub const ALL: [Self; 4] = [Self::Bangban, Self::Anki, Self::Pouch100, Self::Pouch1000];

    /// For people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bangban => "Bangban",
            Self::Anki => "Anki",
            Self::Pouch100 => "PouchDB 100",
            Self::Pouch1000 => "PouchDB 1000",
        }
    }

    fn is_pouch(self) -> bool {
        matches!(self, Self::Pouch100 | Self::Pouch1000)
    }
}

/// Where programs and drivers are.
pub struct Peers {
    drivers: PathBuf,
    work: PathBuf,
    bench: PathBuf,
}

impl Peers {
    /// Takes the drivers from `drivers`, and keeps what is installed in `work`.
    pub fn new(drivers: &Path, work: &Path) -> Result<Self> {
        // Processes are started in other folders.
        let absolute =
            |path: &Path| fs::canonicalize(path).with_context(|| path.display().to_string());
        fs::create_dir_all(work)?;
        Ok(Self { drivers: absolute(drivers)?, work: absolute(work)?, bench: env::current_exe()? })
    }

    /// Installs what `who` needs, unless it is there.
    pub fn install(&self, who: Who) -> Result<()> {
        match who {
            Who::Bangban => Ok(()),
            Who::Anki => self.install_anki(),
            Who::Pouch100 | Who::Pouch1000 => self.install_pouch(),
        }
    }

    fn install_anki(&self) -> Result<()> {
        let needed = fs::read_to_string(self.drivers.join("anki/requirements.txt"))?;
        let done = self.work.join("anki/installed");
        if fs::read_to_string(&done).is_ok_and(|installed| installed == needed) {
            return Ok(());
        }
        let venv = self.work.join("anki/venv");
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        let requirements = self.drivers.join("anki/requirements.txt");
        succeed(
            Command::new(self.python())
                .args(["-m", "pip", "install", "--quiet", "-r"])
                .arg(requirements),
        )?;
        Ok(fs::write(done, needed)?)
    }

    /// Node finds packages beside the program, so the driver is copied to where they are.
    fn install_pouch(&self) -> Result<()> {
        let (from, to) = (self.drivers.join("pouch"), self.work.join("pouch"));
        fs::create_dir_all(&to)?;
        let lock = fs::read_to_string(from.join("package-lock.json"))?;
        for entry in fs::read_dir(&from)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), to.join(entry.file_name()))?;
            }
        }
        let done = to.join("installed");
        if fs::read_to_string(&done).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        succeed(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&to))?;
        Ok(fs::write(done, lock)?)
    }

    fn python(&self) -> PathBuf {
        self.work.join("anki/venv/bin/python")
    }

    /// The centre's process, its data in `dir`.
    pub fn centre(&self, who: Who, dir: &Path) -> Command {
        let mut command = self.script(who, "server", "platform");
        command.arg("--dir").arg(dir);
        command
    }

    /// The station's process, its centre at `url`.
    pub fn station(&self, who: Who, url: &str) -> Command {
        let mut command = self.script(who, "client", "station");
        command.args(["--url", url]);
        if who.is_pouch() {
            command.args(["--batch", if who == Who::Pouch100 { "100" } else { "1000" }]);
        }
        command
    }

    fn script(&self, who: Who, script: &str, ours: &str) -> Command {
        let mut command;
        match who {
            Who::Bangban => {
                command = Command::new(&self.bench);
                command.arg(ours);
            }
            Who::Anki => {
                command = Command::new(self.python());
                command.arg(self.drivers.join(format!("anki/{script}.py")));
                command.env("PYTHONDONTWRITEBYTECODE", "1");
            }
            Who::Pouch100 | Who::Pouch1000 => {
                command = Command::new("node");
                command.arg(self.work.join(format!("pouch/{script}.mjs")));
            }
        }
        command
    }

    /// What `who` is, with its version.
    pub fn version(&self, who: Who) -> Option<String> {
        let found = match who {
            Who::Bangban => return Some(env!("CARGO_PKG_VERSION").to_owned()),
            Who::Anki => Command::new(self.python())
                .args(["-c", "import importlib.metadata as m; print('anki', m.version('anki'))"])
                .output(),
            Who::Pouch100 | Who::Pouch1000 => Command::new("node")
                .args(["-p", "const v = (n) => n + ' ' + require(`./node_modules/${n}/package.json`).version; \
                       [v('pouchdb'), v('express-pouchdb'), v('leveldown'), 'node ' + process.version].join(', ')"])
                .current_dir(self.work.join("pouch"))
                .output(),
        };
        let found = found.ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&found.stdout).trim().to_owned())
    }
}

fn succeed(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("starting {name}"))?;
    ensure!(status.success(), "{name}: {status}");
    Ok(())
}
