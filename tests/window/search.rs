//! One search in the real window, and the question that nobody could answer.

use anyhow::{Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::Seat;
use serde_json::json;

const FIELD: &str = "搜索事项、材料、知识、办件";
const MISSED: &str = "量子纠缠证明";

#[tokio::test(flavor = "multi_thread")]
async fn initials_lead_to_the_guide_and_what_nobody_knows_becomes_a_question() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.press("button", FIELD).await?;
    window.fill(FIELD, "gljt").await?;
    window.read("读音近“高龄津贴”").await?;
    window.enter(FIELD).await?;
    window.heading("高龄津贴发放").await?;
    window.heading("要带什么").await?;

    window.press("button", FIELD).await?;
    window.fill(FIELD, MISSED).await?;
    window.press("button", "向顾问提问").await?;
    window.holds("问题", MISSED).await?;
    window.press("button", "提交提问").await?;
    window.read(MISSED).await?;
    let query = json!({ "stage": null, "mine": true });
    let mine = window.ask("question_list", query).await?;
    ensure!(mine["rows"][0]["question"]["text"] == MISSED, "{mine}");
    window.quit().await?;
    central.stop().await
}
