//! What is written is safe before it is sent.

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::{Seat, Window};
use serde_json::json;

const WORDS: &str = "您好，高龄津贴从批准的下个月起发放，";

/// Where the reply to the open ticket is kept until it is sent.
async fn draft_key(window: &Window) -> Result<String> {
    let path = window.script("return location.hash").await?;
    let id = path.as_str().and_then(|path| path.rsplit('/').next()).context("an id")?;
    Ok(format!("reply:{id}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_half_written_reply_outlives_a_power_cut() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.open_ticket("陈秀英").await?;
    window.claim().await?;
    window.fill("答复申请人", WORDS).await?;
    window.read("草稿已保存").await?;
    window.pull_the_plug().await?;

    let window = seat.open().await?;
    window.unlock(PASSWORD).await?;
    window.open_ticket("陈秀英").await?;
    window.holds("答复申请人", WORDS).await?;
    window.reply(&format!("{WORDS}请带存折来补登。")).await?;
    window.read("请带存折来补登。").await?;
    window.quit().await?;

    let window = seat.open().await?;
    window.unlock(PASSWORD).await?;
    window.open_ticket("陈秀英").await?;
    window.read("请带存折来补登。").await?;
    let kept = window.ask("draft_get", json!({ "key": draft_key(&window).await? })).await?;
    ensure!(kept["draft"].is_null(), "what was sent is no draft any more");
    window.quit().await?;
    central.stop().await
}
