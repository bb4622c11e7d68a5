//! The real window, used the way a person does: by what things are called.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::Driver;
use crate::patience::until;

const FIND: &str = include_str!("find.js");
/// Longest time anything on the screen may take.
const PATIENCE: Duration = Duration::from_secs(45);
/// The smallest screen the desk is made for.
const SIZE: (u32, u32) = (1366, 768);
/// Ctrl+A, and Ctrl let go.
const EVERYTHING: &str = "\u{e009}a\u{e000}";
/// Two frames: a picture lags the document by one.
const TWO_FRAMES: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
/// Asks the shell what the screen asks it.
const RPC: &str = "const [name, payload, done] = arguments;
    window.__TAURI_INTERNALS__.invoke('rpc', { name, payload })
        .then((value) => done({ value }), (error) => done({ error }));";

/// A place at the counter: a data folder and a platform. Outlives the windows opened on it.
pub struct Seat {
    data: PathBuf,
    /// Folder that papers are saved to.
    pub downloads: PathBuf,
    platform_url: String,
    environment: Vec<(&'static str, OsString)>,
    log: PathBuf,
    _folder: Option<TempDir>,
}

impl Seat {
    /// A machine nobody has used, with the platform at `url`.
    pub fn new(url: &str) -> Result<Self> {
        let folder = TempDir::new()?;
        let seat = Self::at(folder.path(), url);
        Ok(Self { _folder: Some(folder), ..seat })
    }

    /// A machine whose data are in `folder`.
    pub fn at(folder: &Path, url: &str) -> Self {
        Self {
            data: folder.join("desk"),
            downloads: folder.join("downloads"),
            platform_url: url.to_owned(),
            environment: Vec::new(),
            log: folder.join("desk.log"),
            _folder: None,
        }
    }

    /// The same machine, where the system opens plain text with `program`.
    pub fn opening_text_with(mut self, program: &Path) -> Result<Self> {
        let home = program.parent().context("a folder")?;
        let applications = home.join("share/applications");
        std::fs::create_dir_all(&applications)?;
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName=Reader\nExec=/bin/sh {} %f\n\
             MimeType=text/plain;\n",
            program.display()
        );
        std::fs::write(applications.join("reader.desktop"), entry)?;
        let chosen = "[Default Applications]\ntext/plain=reader.desktop\n";
        std::fs::write(home.join("mimeapps.list"), chosen)?;
        self.environment.push(("XDG_DATA_HOME", home.join("share").into()));
        self.environment.push(("XDG_CONFIG_HOME", home.into()));
        Ok(self)
    }

    /// Starts the program and waits for its first screen.
    pub async fn open(&self) -> Result<Window> {
        self.open_at("帮办工作台").await
    }

    /// The same, where English was chosen.
    pub async fn open_in_english(&self) -> Result<Window> {
        self.open_at("Bangban").await
    }

    async fn open_at(&self, product: &str) -> Result<Window> {
        if let Some(folder) = self.log.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::create_dir_all(&self.downloads)?;
        let mut environment: Vec<(&str, OsString)> = vec![
            ("BANGBAN_DOWNLOADS", self.downloads.clone().into()),
            ("BANGBAN_DATA_DIR", self.data.clone().into()),
            ("BANGBAN_PLATFORM_URL", self.platform_url.clone().into()),
        ];
        environment.extend(self.environment.iter().cloned());
        let driver = Driver::start(&environment, &self.log).await?;
        let client = driver.open().await?;
        let session = client.session_id().await?.unwrap_or_default();
        let window = Window { client, driver, session, log: self.log.clone(), is_closed: false };
        window.client.set_window_rect(0, 0, SIZE.0, SIZE.1).await?;
        window.heading(product).await?;
        Ok(window)
    }
}

/// What was found under a role and a name.
pub struct Found {
    element: Element,
    /// Its whole name.
    pub name: String,
    /// Its text as shown.
    pub text: String,
    /// What is in the field.
    pub value: String,
    /// Switched off.
    pub is_off: bool,
    /// Ticked or chosen.
    pub is_chosen: bool,
}

/// An open window. One that is dropped without [`Window::quit`] belongs to a failed test: it
/// leaves a picture in `BANGBAN_SHOTS_DIR`.
pub struct Window {
    client: Client,
    driver: Driver,
    session: String,
    log: PathBuf,
    is_closed: bool,
}

impl Window {
    /// Ends the program the way the system does, and waits for it.
    pub async fn quit(mut self) -> Result<()> {
        self.driver.terminate().await?;
        self.is_closed = true;
        Ok(())
    }

    /// Ends the program in the middle of whatever it does.
    pub async fn pull_the_plug(mut self) -> Result<()> {
        self.driver.kill().await?;
        self.is_closed = true;
        Ok(())
    }

    /// Signs in somebody who has not used this machine.
    pub async fn sign_in(&self, account: &str, password: &str) -> Result<()> {
        self.fill("账号", account).await?;
        self.fill("密码", password).await?;
        self.press("button", "登录").await
    }

    /// Signs in the person this machine remembers, and waits for the desk.
    pub async fn unlock(&self, password: &str) -> Result<()> {
        self.fill("密码", password).await?;
        self.press("button", "登录").await?;
        self.find("tab", "待我处理").await?;
        Ok(())
    }

    /// Waits for something that can be used and returns it.
    pub async fn find(&self, role: &str, name: &str) -> Result<Found> {
        until(&format!("{role} {name}"), PATIENCE, async || self.look(role, name).await).await
    }

    /// Whether it is there now.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        Ok(self.look(role, name).await?.is_some())
    }

    /// Whether something of exactly this name is there now.
    pub async fn has_named(&self, role: &str, name: &str) -> Result<bool> {
        Ok(self.look(role, name).await?.is_some_and(|found| found.name == name))
    }

    /// Waits until it is no longer there.
    pub async fn gone(&self, role: &str, name: &str) -> Result<()> {
        let what = format!("{role} {name} to go");
        until(&what, PATIENCE, async || Ok(self.look(role, name).await?.is_none().then_some(())))
            .await
    }

    async fn look(&self, role: &str, name: &str) -> Result<Option<Found>> {
        let mut seen = self.client.execute(FIND, vec![role.into(), name.into()]).await?;
        let Some(element) = seen.get_mut("element").map(Value::take) else { return Ok(None) };
        let text = |key: &str| seen[key].as_str().unwrap_or_default().to_owned();
        let id = element.as_object().and_then(|o| o.values().next()).and_then(Value::as_str);
        let id = id.context("the driver names elements")?.to_owned();
        Ok(Some(Found {
            element: Element::from_element_id(self.client.clone(), id.into()),
            name: text("name"),
            text: text("text"),
            value: text("value"),
            is_off: seen["off"] == true,
            is_chosen: seen["chosen"] == true,
        }))
    }

    /// Presses it with the mouse, once it can be pressed.
    pub async fn press(&self, role: &str, name: &str) -> Result<()> {
        until(&format!("to press {role} {name}"), PATIENCE, async || {
            let Some(found) = self.look(role, name).await? else { return Ok(None) };
            if found.is_off {
                bail!("{name} is switched off");
            }
            // What moved away or is still covered is tried again.
            found.element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types into the field that is called `label`, in place of what is there.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.press("textbox", label).await?;
        let field = self.find("textbox", label).await?;
        if !field.value.is_empty() {
            // By hand: what the driver clears by itself, the page does not hear of.
            field.element.send_keys(EVERYTHING).await?;
        }
        field.element.send_keys(text).await?;
        self.holds(label, text).await
    }

    /// Waits until the field that is called `label` holds `text`.
    pub async fn holds(&self, label: &str, text: &str) -> Result<()> {
        until(&format!("{label} to hold {text}"), PATIENCE, async || {
            let field = self.look("textbox", label).await?;
            Ok(field.filter(|field| field.value == text).map(drop))
        })
        .await
    }

    /// Presses Enter in the field that is called `label`.
    pub async fn enter(&self, label: &str) -> Result<()> {
        let field = self.find("textbox", label).await?;
        Ok(field.element.send_keys("\u{e007}").await?)
    }

    /// Presses Escape in the field that is called `label`.
    pub async fn escape(&self, label: &str) -> Result<()> {
        let field = self.find("textbox", label).await?;
        Ok(field.element.send_keys("\u{e00c}").await?)
    }

    /// Opens the choice called `label` and takes `option`.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        self.press("button", label).await?;
        self.press("option", option).await
    }

    /// Gives the hidden field for files a file, as the system's dialog does.
    pub async fn hand_in(&self, path: &Path) -> Result<()> {
        let field = self.client.find(Locator::Css("input[type=file]")).await?;
        Ok(field.send_keys(&path.to_string_lossy()).await?)
    }

    /// Waits for a heading.
    pub async fn heading(&self, name: &str) -> Result<()> {
        self.find("heading", name).await.map(drop)
    }

    /// Waits for words that can be read on the screen.
    pub async fn read(&self, words: &str) -> Result<()> {
        self.until_text(&format!("to read {words}"), |text| text.contains(words)).await.map(drop)
    }

    /// Waits until the text on the screen meets a condition.
    pub async fn until_text(&self, what: &str, met: impl Fn(&str) -> bool) -> Result<String> {
        until(what, PATIENCE, async || {
            let text = self.script("return document.body.innerText").await?;
            let text = text.as_str().unwrap_or_default().to_owned();
            Ok(met(&text).then_some(text))
        })
        .await
    }

    /// Waits until what a script returns is neither false nor nothing.
    pub async fn until_script(&self, what: &str, script: &str) -> Result<Value> {
        until(what, PATIENCE, async || {
            let value = self.script(script).await?;
            Ok((!value.is_null() && value != false).then_some(value))
        })
        .await
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Goes to a page by its address.
    pub async fn go(&self, path: &str) -> Result<()> {
        self.script(&format!("location.hash = {}", json!(path))).await.map(drop)
    }

    /// Asks the shell, as the screen does.
    pub async fn ask(&self, name: &str, argument: Value) -> Result<Value> {
        let answer = self.client.execute_async(RPC, vec![name.into(), argument]).await?;
        match answer.get("error") {
            Some(error) => bail!("{name}: {error}"),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Waits until the answer of the shell meets a condition.
    pub async fn until_asked(
        &self,
        name: &str,
        argument: Value,
        what: &str,
        met: impl Fn(&Value) -> bool,
    ) -> Result<Value> {
        until(what, PATIENCE, async || {
            let answer = self.ask(name, argument.clone()).await?;
            Ok(met(&answer).then_some(answer))
        })
        .await
    }

    /// Takes a picture of what is drawn.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        self.client.execute_async(TWO_FRAMES, vec![]).await?;
        std::fs::write(path, self.client.screenshot().await?)?;
        Ok(())
    }

    /// Leaves a picture and the program's log of a failed test.
    fn leave_traces(&self) -> Result<()> {
        let folder = PathBuf::from(std::env::var_os("BANGBAN_SHOTS_DIR").context("no folder")?);
        let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
        std::fs::create_dir_all(&folder)?;
        std::fs::copy(&self.log, folder.join(format!("{name}.log")))?;
        std::fs::write(folder.join(format!("{name}.png")), self.last_picture()?)?;
        Ok(())
    }

    /// Without the runtime, which may be going down.
    fn last_picture(&self) -> Result<Vec<u8>> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.driver.port()))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let path = format!("/session/{}/screenshot", self.session);
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let start = answer.iter().position(|byte| *byte == b'{').context("no picture")?;
        let answer: Value = serde_json::from_slice(&answer[start..])?;
        let picture = answer["value"].as_str().context("no picture")?;
        Ok(base64::engine::general_purpose::STANDARD.decode(picture)?)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !self.is_closed {
            // The test has failed already; a missing picture must not hide why.
            let _ = self.leave_traces();
        }
    }
}
