//! From the citizen's question to the next pair of hands.

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::{Seat, Window};
use serde_json::{Value, json};
use uuid::Uuid;

/// The ticket that is open, once the platform has everything that was done to it.
async fn settled(window: &Window) -> Result<Value> {
    let path = window.script("return location.hash").await?;
    let path = path.as_str().unwrap_or_default().trim_start_matches("#/tickets/").to_owned();
    let id = path.split('?').next().unwrap_or_default();
    let argument = json!({ "ticket": id });
    let is_settled = |view: &Value| view["pending"] == 0 && view["ticket"]["number"].is_string();
    window.until_asked("ticket_get", argument, "the platform's answer", is_settled).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_claimed_answered_and_handed_on_and_the_platform_agrees() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;

    window.open_ticket("张晓雯").await?;
    window.claim().await?;
    window.reply("今天可以在本窗口办，请带户口簿和出生医学证明。").await?;
    window.hand_off("林志强", "材料已核对，等申请人补交照片。").await?;
    window.read("等待 林志强 签收").await?;
    let shown = settled(&window).await?;
    let id = Uuid::parse_str(shown["ticket"]["id"].as_str().context("an id")?)?;
    let (ticket, events) = central.ticket(id).await?;
    let ticket = serde_json::to_value(ticket.context("the platform has it")?)?;
    ensure!(ticket["status"] == "awaiting_signature", "handed off: {}", ticket["status"]);
    ensure!(ticket["first_responder"] == shown["ticket"]["first_responder"], "who answers for it");
    let shown_events = shown["events"].as_array().map(Vec::len);
    ensure!(shown_events == Some(events.len()), "both timelines have the same lines");

    window.open_ticket("韦志勇").await?;
    window.claim().await?;
    window.escalate("何明远", "外省户籍灵活就业人员能否在本县参保？").await?;
    window.read("已请 何明远 答复").await?;
    let shown = settled(&window).await?;
    let id = Uuid::parse_str(shown["ticket"]["id"].as_str().context("an id")?)?;
    let (ticket, _) = central.ticket(id).await?;
    let ticket = serde_json::to_value(ticket.context("the platform has it")?)?;
    ensure!(ticket["status"] == "awaiting_opinion", "asked: {}", ticket["status"]);
    window.quit().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_id_number_is_pointed_out_and_stops_nobody() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.press("button", "登记").await?;
    window.find("dialog", "登记工单").await?;
    window.fill("姓名", "何阿婆").await?;
    window.fill("证件号码", "441300199706123266").await?;
    window.read("身份证号校验位不符，请再核对一次").await?;
    window.fill("群众怎么说", "老人想问高龄津贴怎么领。").await?;
    window.press("button", "登记并认领").await?;
    window.heading("何阿婆").await?;
    let shown = settled(&window).await?;
    ensure!(shown["ticket"]["number"].is_string(), "the platform has numbered it");
    ensure!(shown["ticket"]["holder"] == shown["ticket"]["first_responder"], "claimed at once");
    window.quit().await?;
    central.stop().await
}
