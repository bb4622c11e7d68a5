//! A village's line, measured: 20 kbit/s each way, one packet in ten lost, while a scan of 50 MB
//! goes up. `cargo xtask bench link`; it asserts no time, it prints what it took.
#![expect(clippy::print_stdout, reason = "a measurement for the terminal")]

mod day;

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use bangban_line::{Shape, Wire};
use bangban_sync::Pace;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::paper::{bitmap, sharp};
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A village's line on a bad day.
const VILLAGE: Shape =
    Shape { one_way: Duration::from_millis(150), bytes_per_second: 20_000 / 8, lost_percent: 10 };
/// Longest time that anything may take before the measurement is given up.
const PATIENCE: Duration = Duration::from_mins(30);
/// Single actions that are timed one after the other.
const SINGLE: usize = 9;

#[tokio::test(flavor = "multi_thread")]
async fn a_day_goes_through_a_village_line_while_a_large_scan_uploads() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::with_pace(here.path(), &wire.url(), Pace::default());
    chen.sign_in("chen.yumei", PASSWORD).await.map_err(|e| anyhow::anyhow!("{:?}", e.code))?;
    chen.until("first sync", |s| s["ready"] == true && s["link"] == "online").await?;
    let other = Station::signed_in(there.path(), &central.url(), "huang.lijuan").await?;
    let (ticket, material) = day::case(&chen).await?;
    chen.settled().await?;

    wire.shape(Some(VILLAGE));
    println!("line: 20 kbit/s each way, 300 ms there and back, 10 % of the packets lost");
    let scan = large_scan();
    day::file(&chen, &ticket, &material, "档案扫描.bmp", &scan).await?;
    let moving = |shown: &Value| shown["remaining_ms"].is_u64();
    until(&chen, "files_on_the_way", "the scan is going up", moving).await?;
    let before = wire.crossed();

    let (began, actions) = (Instant::now(), day::work(&chen).await?);
    println!(
        "a day's work is written: {actions} actions, and {} MB of scan to go",
        scan.len() >> 20
    );
    let decided = |s: &Value| s["pending"] == 0;
    until(&chen, "sync_state", "all of it is decided", decided).await?;
    let crossed = wire.crossed();
    println!(
        "the day's actions are decided after {:.0} s; {} kB went up, {} kB came down meanwhile",
        began.elapsed().as_secs_f64(),
        (crossed.up - before.up) / 1000,
        (crossed.down - before.down) / 1000,
    );
    say_what_remains(&chen).await?;

    let mut took = Vec::new();
    for n in 0..SINGLE {
        let began = Instant::now();
        day::note(&chen, &ticket, n).await?;
        until(&chen, "sync_state", "it is decided", decided).await?;
        took.push(began.elapsed().as_secs_f64());
    }
    took.sort_by(f64::total_cmp);
    println!(
        "one more action: median {:.1} s, longest {:.1} s ({SINGLE} of them)",
        took[SINGLE / 2],
        took[SINGLE - 1]
    );

    let began = Instant::now();
    day::file(&chen, &ticket, &material, "身份证.bmp", &sharp(1)).await?;
    let argument = json!({ "ticket": ticket });
    let seen = |files: &Value| {
        let files = files.as_array().map_or(&[][..], Vec::as_slice);
        files.iter().any(|f| f["name"] == "身份证.bmp" && f["has_thumbnail"] == true)
    };
    other.until_within(PATIENCE, "file_list", argument, "the small picture", seen).await?;
    println!(
        "a new photo is seen small by a colleague after {:.0} s",
        began.elapsed().as_secs_f64()
    );
    say_what_remains(&chen).await?;
    chen.quit().await;
    Ok(())
}

/// About 50 MB in which no piece is like another.
fn large_scan() -> Vec<u8> {
    let (width, height) = (4_200_u32, 4_150_u32);
    let pixels = (0..width * height * 3).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8);
    bitmap(width, height, &pixels.collect::<Vec<u8>>())
}

async fn until(
    station: &Station,
    command: &str,
    what: &str,
    met: impl Fn(&Value) -> bool,
) -> Result<Value> {
    station.until_within(PATIENCE, command, json!({}), what, met).await
}

async fn say_what_remains(station: &Station) -> Result<()> {
    let shown = station.call("files_on_the_way", json!({})).await;
    let shown = shown.map_err(|e| anyhow::anyhow!("{:?}", e.code)).context("the files")?;
    let minutes = shown["remaining_ms"].as_u64().map(|ms| ms / 60_000);
    println!(
        "the person is shown: {} kB to go, {minutes:?} minutes",
        shown["bytes_left"].as_u64().unwrap_or(0) / 1000
    );
    Ok(())
}
