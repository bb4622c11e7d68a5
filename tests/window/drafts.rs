//! What is written is safe before it is sent.

use anyhow::{Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::Seat;

const WORDS: &str = "您好，高龄津贴从批准的下个月起发放，";

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
    let kept = window.find("textbox", "答复申请人").await?;
    ensure!(kept.value == WORDS, "every word is there: {}", kept.value);
    window.reply(&format!("{WORDS}请带存折来补登。")).await?;
    window.read("请带存折来补登。").await?;
    window.quit().await?;

    let window = seat.open().await?;
    window.unlock(PASSWORD).await?;
    window.open_ticket("陈秀英").await?;
    window.read("请带存折来补登。").await?;
    let box_after = window.find("textbox", "答复申请人").await?;
    ensure!(box_after.value.is_empty(), "what was sent is no draft any more");
    window.quit().await?;
    central.stop().await
}
