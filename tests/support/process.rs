//! The programs themselves, as processes that can be killed.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result};
use reqwest::header::{COOKIE, SET_COOKIE};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::central::PASSWORD;
use crate::patience;

const START: Duration = Duration::from_mins(1);

/// The program that `cargo xtask` has built, by the variable that names it.
fn program(variable: &str) -> Result<PathBuf> {
    let path = std::env::var_os(variable);
    path.map(PathBuf::from).with_context(|| format!("{variable} is not set: use cargo xtask test"))
}

/// A program that ends with the test at the latest.
fn start(command: &mut Command, log: &Path) -> Result<Child> {
    let log = File::options().create(true).append(true).open(log)?;
    command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).kill_on_drop(true);
    Ok(command.spawn()?)
}

/// What a program writes once it is ready.
async fn word(file: &Path) -> Result<String> {
    patience::until("a program to be ready", START, async || {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        Ok((!text.trim().is_empty()).then(|| text.trim().to_owned()))
    })
    .await
}

/// A platform with the sample data.
pub struct PlatformProcess {
    child: Child,
    folder: PathBuf,
    /// `host:port`; the same after every start.
    pub address: String,
}

impl PlatformProcess {
    /// Starts it in `folder`.
    pub async fn start(folder: &Path) -> Result<Self> {
        Self::listen(folder, "127.0.0.1:0").await
    }

    async fn listen(folder: &Path, bind: &str) -> Result<Self> {
        let ready = folder.join("port");
        let _ = std::fs::remove_file(&ready);
        let mut command = Command::new(program("BANGBAN_PLATFORM_BIN")?);
        command.args(["serve", "--sample", "--bind", bind, "--data-dir"]);
        command.arg(folder.join("data")).arg("--port-file").arg(&ready);
        let child = start(&mut command, &folder.join("platform.log"))?;
        let address = word(&ready).await?;
        Ok(Self { child, folder: folder.to_owned(), address })
    }

    /// `kill -9`, and starts it again on what is left.
    pub async fn killed_and_started(mut self) -> Result<Self> {
        self.child.kill().await?;
        Self::listen(&self.folder, &self.address).await
    }

    /// Its address as a station is told.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// A workstation behind a loopback address, signed in.
pub struct StationProcess {
    child: Child,
    folder: PathBuf,
    platform: String,
    account: String,
    client: reqwest::Client,
    base: String,
    cookie: String,
}

impl StationProcess {
    /// Starts it in `folder`, with the platform at `platform`, and signs in.
    pub async fn start(folder: &Path, platform: &str, account: &str) -> Result<Self> {
        Self::start_logging(folder, platform, account, "info").await
    }

    /// The same; `level` is what it logs to `station.log` in its folder.
    pub async fn start_logging(
        folder: &Path,
        platform: &str,
        account: &str,
        level: &str,
    ) -> Result<Self> {
        let ready = folder.join("link");
        let _ = std::fs::remove_file(&ready);
        // Nobody looks at its pages here.
        let pages = folder.join("pages");
        std::fs::create_dir_all(&pages)?;
        std::fs::write(pages.join("index.html"), "<!doctype html>")?;
        let mut command = Command::new(program("BANGBAN_WEB_BIN")?);
        command.env("BANGBAN_UI_DIR", &pages).env("RUST_LOG", level);
        command.env("BANGBAN_WEB_LINK_FILE", &ready);
        command.env("BANGBAN_DATA_DIR", folder.join("desk")).env("BANGBAN_PLATFORM_URL", platform);
        let child = start(&mut command, &folder.join("station.log"))?;
        let link = word(&ready).await?;
        // Refused when somebody in this process has chosen one before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        let opened = client.get(&link).send().await?;
        let cookie = opened.headers().get(SET_COOKIE).context("the door's cookie")?.to_str()?;
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        let base = reqwest::Url::parse(&link)?.origin().ascii_serialization();
        let (folder, platform) = (folder.to_owned(), platform.to_owned());
        let account = account.to_owned();
        let station = Self { child, folder, platform, account, client, base, cookie };
        let sign_in = json!({ "account": station.account, "password": PASSWORD });
        station.call("sign_in", sign_in).await?;
        Ok(station)
    }

    /// `kill -9`, and starts it again on what is left.
    pub async fn killed_and_started(mut self) -> Result<Self> {
        self.child.kill().await?;
        Self::start(&self.folder, &self.platform, &self.account).await
    }

    /// Carries out one command.
    pub async fn call(&self, name: &str, argument: Value) -> Result<Value> {
        let request = self.client.post(format!("{}/rpc/{name}", self.base));
        let answer = request
            .header(COOKIE, &self.cookie)
            .header("origin", &self.base)
            .json(&argument)
            .send()
            .await?;
        let status = answer.status();
        let body: Value = serde_json::from_slice(&answer.bytes().await?)?;
        anyhow::ensure!(status.is_success(), "{name}: {body}");
        Ok(body)
    }

    /// Waits until the answer to a command meets a condition.
    pub async fn until(
        &self,
        command: &str,
        argument: Value,
        met: impl Fn(&Value) -> bool,
    ) -> Result<Value> {
        patience::until(command, START, async || {
            let answer = self.call(command, argument.clone()).await?;
            Ok(met(&answer).then_some(answer))
        })
        .await
    }
}
