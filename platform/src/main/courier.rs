//! `bangban-platform courier`: outboxes that were brought as a file to where the platform stands.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use bangban_courier::{Answered, Outcome};
use bangban_platform::Reply;
use clap::Subcommand;
use uuid::Uuid;

use super::Place;

#[derive(Subcommand)]
pub enum Step {
    /// Take in a bundle of a station, and write the answer for it. Works while the platform runs.
    Take {
        /// The bundle (.bbx).
        file: PathBuf,
        /// Where to write the answer; otherwise beside the bundle.
        #[arg(long)]
        reply: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
    /// The bundles that came, those that wait to be released first.
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Exchange the platform's keys: new bundles are sealed to the new pair.
    Rotate {
        /// How many days bundles that are sealed to the old pair are still opened.
        #[arg(long, default_value_t = 90)]
        days: u32,
        #[command(flatten)]
        place: Place,
    },
    /// Revoke the keys of a station that was lost or stolen, and end its sessions.
    Revoke {
        /// The station: its identity, or the short name in the names of its bundles, e.g. 3F9A01.
        station: String,
        /// Why, for the audit.
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        place: Place,
    },
    /// Let a bundle be judged that is kept because its account is disabled.
    Release {
        /// Its identity, from the list.
        bundle: Uuid,
        /// Why, for the audit.
        #[arg(long)]
        reason: String,
        /// Where to write the answer; otherwise into this folder.
        #[arg(long)]
        reply: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
}

pub async fn run(step: Step) -> anyhow::Result<()> {
    match step {
        Step::Take { file, reply, place } => {
            let too_large = bangban_courier::MAX_FILE_BYTES;
            let size = std::fs::metadata(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?
                .len();
            anyhow::ensure!(size <= too_large, "递送包过大 (larger than is taken)");
            let bundle = std::fs::read(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            let platform = place.open_existing().await?;
            let made = platform.take_bundle(bundle).await;
            platform.close().await?;
            answer(&made?, reply, file.parent())
        }
        Step::List { place } => {
            let platform = place.open_existing().await?;
            let all = platform.bundles().await;
            platform.close().await?;
            let mut out = std::io::stdout();
            for one in all? {
                let state = if one.held { "待放行 held  " } else { "已收下 taken " };
                let number = format!("{:04}", one.number);
                let commands = one.commands;
                writeln!(
                    out,
                    "{state} {} {} {number} {commands} 条 (commands)",
                    one.id, one.station_name
                )?;
            }
            Ok(())
        }
        Step::Rotate { days, place } => {
            let platform = place.open_existing().await?;
            let made = platform.rotate_courier_keys(days).await;
            platform.close().await?;
            let fingerprint = made?;
            Ok(writeln!(
                std::io::stdout(),
                "新密钥 (new key)：{fingerprint}\n旧密钥还能用 {days} 天 (the old pair opens {days} days more)"
            )?)
        }
        Step::Revoke { station, reason, place } => {
            let platform = place.open_existing().await?;
            let revoked = platform.revoke_station(&station, &reason).await;
            platform.close().await?;
            Ok(writeln!(std::io::stdout(), "已吊销 (revoked)：{}", revoked?)?)
        }
        Step::Release { bundle, reason, reply, place } => {
            let platform = place.open_existing().await?;
            let made = platform.release_bundle(bundle, &reason).await;
            platform.close().await?;
            answer(&made?, reply, None)
        }
    }
}

/// Writes the answer and says what became of the bundle. A file that is there already stays.
fn answer(made: &Reply, reply: Option<PathBuf>, beside: Option<&Path>) -> anyhow::Result<()> {
    let own = || beside.unwrap_or(Path::new("")).join(bangban_courier::file_name(&made.header));
    let path = reply.unwrap_or_else(own);
    let shown = path.display();
    let mut file = std::fs::File::create_new(&path)
        .with_context(|| format!("回执不能写入 {shown} (the answer cannot be written)"))?;
    file.write_all(&made.file).and_then(|()| file.sync_all())?;
    let said = made.header.answers.as_ref().map(told).unwrap_or_default();
    let number = made.header.number;
    writeln!(std::io::stdout(), "递送包 {number:04}：{said}\n回执 (answer)：{shown}")?;
    Ok(())
}

fn told(answered: &Answered) -> &'static str {
    match answered.outcome {
        Outcome::Taken => "已收下 (taken in)",
        Outcome::TakenBefore => "以前已收过，答复不变 (taken in before; the same answers)",
        Outcome::Old => "较旧的一份，已有的答复不变 (an older one; what was known stays)",
        Outcome::Held => "账号停用，原样保存待放行 (kept sealed: the account is disabled)",
    }
}
