//! `cargo xtask run`: from a bare machine to a workstation that is ready to work.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};
use std::time::Duration;

use anyhow::Result;

use crate::binaries::Build;
use crate::display::{self, Session};
use crate::packages::Need;
use crate::places::Places;
use crate::platform::{Platform, remove_file};
use crate::processes::{self, Background};
use crate::{demo, files, say, setup};

/// Signing in, the first sync and the window's first picture come before the link.
const LINK: Duration = Duration::from_mins(2);

#[derive(clap::Args)]
pub struct Options {
    /// Forget everything done in earlier runs
    #[arg(long)]
    fresh: bool,
    /// Build with optimisation
    #[arg(long)]
    release: bool,
}

/// Until the window is closed or Ctrl-C.
pub fn run(places: &Places, options: &Options) -> Result<ExitCode> {
    let headless = !display::present();
    if headless {
        say::notice(&[
            "这里没有图形显示：窗口开在内存里的虚拟显示中，同一界面可在浏览器里打开。",
            "There is no display here: the window opens in memory, and a browser can open the same screens.",
        ]);
    }
    let needs: &[Need] = if headless { &[Need::Run, Need::Headless] } else { &[Need::Run] };
    setup::prepare(places, needs)?;
    // A release has no web host, except where there would be nothing to look at.
    let build = Build { release: options.release, webhost: headless || !options.release };
    build.make(places)?;

    let folder = places.output("demo");
    if options.fresh {
        files::remove(&folder)?;
        say::step("earlier runs: forgotten");
    }
    let mut platform = Platform::start(&build.program(places, "bangban-platform"), &folder)?;
    let session = headless.then(|| Session::start(&folder.join("session"))).transpose()?;
    let mut desk =
        Desk::start(&build.program(places, "bangban"), &folder, &platform, session.as_ref())?;
    desk.announce(&mut platform)?;
    let status = until_the_end(&mut platform, &mut desk)?;
    Ok(match status {
        None => {
            say::step("stopping");
            ExitCode::SUCCESS
        }
        Some(status) if status.success() => {
            say::step("the window was closed: stopping");
            ExitCode::SUCCESS
        }
        Some(status) => {
            say::step(&format!("the workstation ended: {status}"));
            println!("{}", desk.process.last_words());
            ExitCode::FAILURE
        }
    })
}

struct Desk {
    process: Background,
    /// Where it writes its one-time link, when there is no display.
    link: Option<PathBuf>,
}

impl Desk {
    fn start(
        program: &Path,
        folder: &Path,
        platform: &Platform,
        session: Option<&Session>,
    ) -> Result<Self> {
        let mut command = Command::new(program);
        demo::place(&mut command, &platform.url, folder);
        command.env("BANGBAN_SIGN_IN_AS", demo::ACCOUNT);
        command.env("BANGBAN_PASSWORD_FILE", demo::password_file(folder)?);
        let mut link = None;
        if let Some(session) = session {
            session.enter(&mut command);
            let file = folder.join("web-link");
            remove_file(&file)?;
            command.arg("--web").env("BANGBAN_WEB_LINK_FILE", &file);
            link = Some(file);
        }
        let process = Background::start("bangban", &mut command, &folder.join("desk.log"))?;
        Ok(Self { process, link })
    }

    fn announce(&mut self, platform: &mut Platform) -> Result<()> {
        let Some(file) = &self.link else {
            say::notice(&[
                &format!("帮办工作台已打开，登录人 {}。关闭窗口或按 Ctrl-C 结束。", demo::ACCOUNT),
                &format!(
                    "The workstation is open, signed in as {}. Close it or press Ctrl-C to end.",
                    demo::ACCOUNT
                ),
            ]);
            return Ok(());
        };
        let link = processes::wait_for("the link", LINK, || {
            platform.process.must_run()?;
            self.process.must_run()?;
            let text = std::fs::read_to_string(file).unwrap_or_default();
            Ok((!text.trim().is_empty()).then(|| text.trim().to_owned()))
        })?;
        say::notice(&[
            "在浏览器里打开（链接只能用一次）· open in a browser (the link works once):",
            "",
            &link,
            "",
            "按 Ctrl-C 结束 · Ctrl-C to end",
        ]);
        Ok(())
    }
}

/// The desk's exit status, or nothing when the person asked to stop.
fn until_the_end(platform: &mut Platform, desk: &mut Desk) -> Result<Option<ExitStatus>> {
    while !processes::stop_asked() {
        if let Some(status) = desk.process.ended()? {
            return Ok(Some(status));
        }
        platform.process.must_run()?;
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(None)
}
