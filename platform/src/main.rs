//! `bangban-platform`: serves the platform, and administers it from the command line.

#[path = "main/courier.rs"]
mod courier;

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context;
use bangban_platform::{Config, Platform, admin, clock, import, store};
use clap::{Args, Parser, Subcommand};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// The reference central platform of Bangban.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer stations until ctrl-c or SIGTERM.
    Serve {
        #[command(flatten)]
        place: Place,
        /// Address to listen on; port 0 takes any free one.
        #[arg(long)]
        bind: Option<SocketAddr>,
        /// Fill an empty database with the shipped sample.
        #[arg(long)]
        sample: bool,
        /// Write the address to this file once it is listened on.
        #[arg(long)]
        port_file: Option<PathBuf>,
    },
    /// Let an account act or no longer, or give it a password. Works while the platform runs.
    Staff {
        #[command(subcommand)]
        change: StaffChange,
    },
    /// Bring in matters, people or rules. Works while the platform runs.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Write a file to begin with.
    Template {
        #[command(subcommand)]
        what: Template,
    },
    /// Outboxes that were brought as a file. Works while the platform runs.
    Courier {
        #[command(subcommand)]
        step: courier::Step,
    },
    /// Begin a new epoch, once, after the database was restored from a backup.
    Restored {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Subcommand)]
enum StaffChange {
    /// The account may not sign in any more, and its tokens are refused at once.
    Disable(Account),
    /// The account may sign in again.
    Enable(Account),
    /// Give the account a new password, and end its sessions. Asks for it on a terminal.
    Password {
        #[command(flatten)]
        account: Account,
        /// Take the first line of this file instead of asking.
        #[arg(long)]
        password_file: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum Import {
    /// Matters, from JSON lines or a workbook. Importing the same file again changes nothing.
    Matters {
        /// The file.
        file: PathBuf,
        /// Write the whole report, with every warning, as JSON to this file.
        #[arg(long)]
        report: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
    /// Organisations and staff, from JSON. Importing the same file again changes nothing.
    Directory {
        /// The file.
        file: PathBuf,
        /// Write the report as JSON to this file.
        #[arg(long)]
        report: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
    /// The rule book: limits, routes, service hours and days off, from JSON.
    Rules {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Subcommand)]
enum Template {
    /// An empty workbook of matters.
    Matters {
        /// The file to write.
        file: PathBuf,
    },
    /// A small example of organisations and staff.
    Directory {
        /// The file to write; it must not exist.
        file: PathBuf,
    },
    /// The rule book in force.
    Rules {
        /// The file to write; it must not exist.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args)]
struct Account {
    /// Sign-in name.
    account: String,
    #[command(flatten)]
    place: Place,
}

/// Where the settings and the data are.
#[derive(Args)]
struct Place {
    /// Settings file (TOML); the environment `BANGBAN_PLATFORM_*` overrides it.
    #[arg(long)]
    config: Option<PathBuf>,
    /// Folder of the database.
    #[arg(long)]
    data_dir: Option<PathBuf>,
}

impl Place {
    fn config(self) -> anyhow::Result<Config> {
        let mut config = Config::load(self.config.as_deref())?;
        if let Some(data_dir) = self.data_dir {
            config.data_dir = data_dir;
        }
        Ok(config)
    }

    /// The platform for an administrative step: without listening, and without the sample.
    async fn open(self) -> anyhow::Result<Platform> {
        let config = Config { sample: false, ..self.config()? };
        Ok(Platform::open(config).await?)
    }

    /// As `open`, for a step that makes no sense on a new database.
    async fn open_existing(self) -> anyhow::Result<Platform> {
        let config = Config { sample: false, ..self.config()? };
        let folder = config.data_dir.display();
        anyhow::ensure!(store::exists(&config.data_dir), "there is no platform in {folder}");
        Ok(Platform::open(config).await?)
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_env_filter(filter).init();
    match Cli::parse().command {
        Command::Serve { place, bind, sample, port_file } => {
            let mut config = place.config()?;
            config.bind = bind.unwrap_or(config.bind);
            config.sample |= sample;
            serve(config, port_file).await
        }
        Command::Staff { change } => staff(change).await,
        Command::Import { what } => bring_in(what).await,
        Command::Template { what } => template(what).await,
        Command::Courier { step } => courier::run(step).await,
        Command::Restored { place } => restored(place).await,
    }
}

async fn serve(config: Config, port_file: Option<PathBuf>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.bind)
        .await
        .with_context(|| format!("the address {} cannot be listened on", config.bind))?;
    let address = listener.local_addr()?;
    let platform = Platform::open(config).await?;
    if let Some(path) = port_file {
        std::fs::write(&path, address.to_string())
            .with_context(|| format!("the port file {} cannot be written", path.display()))?;
    }
    tracing::info!("listening on http://{address}");
    let shutdown = CancellationToken::new();
    let asked = shutdown.clone();
    tokio::spawn(async move {
        asked_to_stop().await;
        asked.cancel();
    });
    platform.serve(listener, shutdown).await?;
    platform.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Ctrl-c or SIGTERM.
async fn asked_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler there is nothing to wait for; the process ends as the system does it.
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signals) => drop(signals.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

async fn staff(change: StaffChange) -> anyhow::Result<()> {
    let (Account { account, place }, active) = match change {
        StaffChange::Disable(account) => (account, false),
        StaffChange::Enable(account) => (account, true),
        StaffChange::Password { account, password_file } => {
            return password(account, password_file.as_deref()).await;
        }
    };
    let platform = place.open_existing().await?;
    let put = platform.set_staff_active(&account, active).await?;
    tracing::info!(account, active, ?put, "the account was set");
    Ok(platform.close().await?)
}

async fn password(of: Account, file: Option<&Path>) -> anyhow::Result<()> {
    let platform = of.place.open_existing().await?;
    let new = match file {
        Some(path) => admin::from_file(path)?,
        None => ask_for_password()?,
    };
    admin::set_password(&platform, &of.account, new).await?;
    tracing::info!(account = of.account, "the password was set, and its sessions ended");
    Ok(platform.close().await?)
}

/// Twice and without showing it, as nobody can see a slip.
fn ask_for_password() -> anyhow::Result<String> {
    anyhow::ensure!(
        std::io::stdin().is_terminal(),
        "没有终端可以询问密码，请用 --password-file (no terminal to ask on; use --password-file)"
    );
    let first = rpassword::prompt_password("新密码 (new password): ")?;
    let second = rpassword::prompt_password("再输一遍 (once more): ")?;
    anyhow::ensure!(first == second, "两次输入不一致，未更改 (they differ; nothing was changed)");
    Ok(first)
}

async fn bring_in(what: Import) -> anyhow::Result<()> {
    match what {
        Import::Matters { file, report, place } => {
            let platform = place.open().await?;
            let done = import::import_matters(platform.db(), &file, clock::now()).await?;
            platform.close().await?;
            tell(&done, || report.map_or(Ok(()), |path| import::write_report(&done, &path)))
        }
        Import::Directory { file, report, place } => {
            let platform = place.open().await?;
            let done = admin::import_directory(platform.db(), &file, clock::now()).await?;
            platform.close().await?;
            tell(&done, || report.map_or(Ok(()), |path| import::write_report(&done, &path)))
        }
        Import::Rules { file, place } => {
            let platform = place.open().await?;
            let done = admin::import_rules(platform.db(), &file, clock::now()).await?;
            platform.close().await?;
            tell(&done, || Ok(()))
        }
    }
}

/// Shows a report and writes it. A reader that went away, such as `head`, must not cost the report
/// in the file, and a file that cannot be written must not cost the one on screen.
fn tell(
    done: &impl Display,
    write: impl FnOnce() -> Result<(), import::ImportError>,
) -> anyhow::Result<()> {
    let written = write();
    let shown = std::io::stdout().write_all(done.to_string().as_bytes());
    written?;
    Ok(shown?)
}

async fn template(what: Template) -> anyhow::Result<()> {
    match what {
        Template::Matters { file } => Ok(import::write_template(&file)?),
        Template::Directory { file } => Ok(admin::write_directory(&file)?),
        Template::Rules { file, place } => {
            let config = place.config()?;
            if !store::exists(&config.data_dir) {
                return Ok(admin::write_rules(None, &file).await?);
            }
            let platform = Platform::open(Config { sample: false, ..config }).await?;
            admin::write_rules(Some(platform.db()), &file).await?;
            Ok(platform.close().await?)
        }
    }
}

async fn restored(place: Place) -> anyhow::Result<()> {
    let platform = place.open_existing().await?;
    let epoch = platform.renew_epoch().await?;
    tracing::info!(%epoch, "a new epoch began");
    Ok(platform.close().await?)
}
