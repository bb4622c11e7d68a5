//! WebKitWebDriver with the one window it drives.
//!
//! The driver hands its own environment to the window, so each window gets a driver of its own.

use std::ffi::OsString;
use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::patience::until;

/// Time for the driver to listen, for the window to open and for the program to end.
const START: Duration = Duration::from_mins(1);

/// A running driver. Dropping it ends the window's program and then itself.
pub struct Driver {
    child: Child,
    port: u16,
    program: PathBuf,
}

impl Driver {
    /// Starts a driver that will open the shell with `environment`; both write to `log`.
    pub async fn start(environment: &[(&str, OsString)], log: &Path) -> Result<Self> {
        let program = std::env::var_os("BANGBAN_SHELL_BIN").context("BANGBAN_SHELL_BIN")?;
        let driver = std::env::var_os("BANGBAN_WEBDRIVER").context("BANGBAN_WEBDRIVER")?;
        // Held only until the driver takes it: the tests run one at a time.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let output = File::options().create(true).append(true).open(log)?;
        let child = Command::new(driver)
            .arg(format!("--port={port}"))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("BANGBAN_AUTOMATION", "1")
            .env_remove("BANGBAN_SIGN_IN_AS")
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .context("starting WebKitWebDriver")?;
        let driver = Self { child, port, program: PathBuf::from(program) };
        until("the driver listens", START, async || {
            let answer = tokio::net::TcpStream::connect(("127.0.0.1", port)).await;
            Ok(answer.ok().map(drop))
        })
        .await?;
        Ok(driver)
    }

    /// Opens the window.
    pub async fn open(&self) -> Result<Client> {
        let options = json!({ "binary": self.program, "args": [] });
        let mut capabilities = Capabilities::new();
        // No `browserName`: the driver would compare it with the program's name.
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let url = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let opened = builder.capabilities(capabilities).connect(&url);
        let opened = tokio::time::timeout(START, opened).await.context("opening the window")?;
        opened.context("opening the window")
    }

    /// Port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The program behind the window, while it runs.
    pub fn program(&self) -> Option<u32> {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id())).ok()?;
        tasks
            .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("children")).ok())
            .flat_map(|children| {
                children.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()
            })
            .find(|id| {
                let runs = std::fs::read_link(format!("/proc/{id}/exe"));
                runs.is_ok_and(|runs| runs == self.program)
            })
    }

    /// Asks the program to end, as the system does when the session closes, and waits for it.
    pub async fn terminate(&self) -> Result<()> {
        self.signal("TERM").await
    }

    /// Takes the program's life without a word.
    pub async fn kill(&self) -> Result<()> {
        self.signal("KILL").await
    }

    async fn signal(&self, name: &str) -> Result<()> {
        let Some(id) = self.program() else { bail!("the program has ended by itself") };
        send(name, id)?;
        until("the program's end", START, async || Ok(self.program().is_none().then_some(()))).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(id) = self.program() {
            let _ = send("KILL", id);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn send(signal: &str, id: u32) -> Result<()> {
    let status = Command::new("kill").args([&format!("-{signal}"), &id.to_string()]).status()?;
    if !status.success() {
        bail!("the program did not take the signal {signal}");
    }
    Ok(())
}
