//! Pre-review on the light table, up to the one correction notice.

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::Seat;
use serde_json::json;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn materials_are_judged_one_by_one_and_all_defects_are_told_at_once() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    // The sample's case in the middle of its review: three of six materials have a verdict.
    window.open_ticket("林国栋").await?;
    let path = window.script("return location.hash").await?;
    let path = path.as_str().unwrap_or_default().trim_start_matches("#/tickets/").to_owned();
    let id = path.split('?').next().unwrap_or_default().to_owned();
    window.press("button", "继续预审").await?;
    window.read("已审 3/6").await?;
    for done in 4..=6 {
        window.press("button", "符合").await?;
        window.read(&format!("已审 {done}/6")).await?;
    }
    window.press("button", "补正告知").await?;
    window.read("一次告知全部问题").await?;
    window.finish("发出补正告知").await?;
    window.read("等待申请人补正").await?;

    let argument = json!({ "ticket": id });
    let done = |view: &serde_json::Value| view["pending"] == 0;
    window.until_asked("ticket_get", argument, "the platform's answer", done).await?;
    let (ticket, _) = central.ticket(Uuid::parse_str(&id)?).await?;
    let ticket = serde_json::to_value(ticket.context("the platform has it")?)?;
    ensure!(ticket["status"] == "awaiting_applicant", "{}", ticket["status"]);
    let defects = ticket["review"]["corrections"][0]["defects"].as_array().map(Vec::len);
    ensure!(defects == Some(1), "the defect of the form, and no more: {defects:?}");
    window.quit().await?;
    central.stop().await
}
