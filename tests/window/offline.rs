//! A day without a network, in the window.

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::Seat;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use uuid::Uuid;

const REPLY: &str = "可以办，请带身份证和体检证明。";

#[tokio::test(flavor = "multi_thread")]
async fn work_without_a_network_survives_a_restart_and_arrives_whole() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let seat = Seat::new(&wire.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("link", "已同步").await?;

    wire.cut();
    window.find("link", "离线，数据截至").await?;
    window.open_ticket("叶伟强").await?;
    window.claim().await?;
    window.reply(REPLY).await?;
    window.hand_off("苏晓玲", "体检医院名单请发给申请人。").await?;
    window.find("link", "待上传 3").await?;
    window.quit().await?;

    let window = seat.open().await?;
    window.unlock(PASSWORD).await?;
    window.find("link", "待上传 3").await?;
    window.press("link", "打开同步情况").await?;
    window.read("3 条待上传，按先后顺序上传").await?;
    window.read(REPLY).await?;
    window.open_ticket("叶伟强").await?;
    window.read("待上传").await?;

    wire.mend();
    window.find("link", "已同步").await?;
    let nothing_waits = |state: &Value| state["pending"] == 0 && state["attention"] == 0;
    window.until_asked("sync_state", json!({}), "an empty outbox", nothing_waits).await?;
    let path = window.script("return location.hash").await?;
    let id = path.as_str().and_then(|p| p.rsplit('/').next()).context("an id")?.to_owned();
    let shown = window.ask("ticket_get", json!({ "ticket": id })).await?;
    let (ticket, events) = central.ticket(Uuid::parse_str(&id)?).await?;
    let (mut here, mut there) = (shown["ticket"].clone(), serde_json::to_value(ticket)?);
    // The screen masks the requester's numbers; everything else must be the same.
    here["requester"] = Value::Null;
    there["requester"] = Value::Null;
    ensure!(here == there, "both sides agree: {here} {there}");
    let shown_events = shown["events"].as_array().map(Vec::len);
    ensure!(shown_events == Some(events.len()), "both timelines have the same lines");
    window.quit().await?;
    central.stop().await
}
