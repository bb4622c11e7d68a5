//! What a colleague does reaches the person here: outside the window and inside.

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::notices::{self, Board};
use bangban_tests::station::Station;
use bangban_tests::window::Seat;
use serde_json::{Value, json};
use tempfile::TempDir;

const NOTE: &str = "请接着核对存折，电话 13800130103";

fn by<'a>(rows: &'a [Value], key: &str, value: &str) -> Result<&'a Value> {
    rows.iter().find(|row| row[key] == value).with_context(|| format!("no {value}"))
}

/// Hands the ticket of 陈秀英 from `lin` to chen.yumei; returns the ticket and her.
async fn hand_over(lin: &Station) -> Result<(String, Value)> {
    let fresh = lin.tickets("station", Some("unclaimed")).await?;
    let ticket = by(&fresh, "requester", "陈秀英")?["id"].as_str().context("an id")?.to_owned();
    let directory = lin.call("directory", json!({})).await.expect("the directory is here");
    let staff = directory["staff"].as_array().context("staff")?.clone();
    let chen = by(&staff, "account", "chen.yumei")?.clone();
    lin.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    let hand_off = json!({ "do": "hand_off", "to_staff": chen["id"],
        "to_organisation": "shiwan", "note": NOTE });
    lin.act(&ticket, hand_off).await.expect("handed off");
    lin.settled().await?;
    Ok((ticket, chen))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleagues_handoff_notifies_without_personal_data_and_waits_in_the_inbox() -> Result<()>
{
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("link", "已同步").await?;
    let data = TempDir::new()?;
    let lin = Station::signed_in(data.path(), &central.url(), "lin.zhiqiang").await?;
    let board = Board::now()?;
    let (ticket, chen) = hand_over(&lin).await?;

    let notification = board.shown("转交").await?;
    for text in [&notification.summary, &notification.body] {
        for personal in ["陈秀英", "陈伟明", "138", "4413", "存折", "高龄津贴"] {
            ensure!(!text.contains(personal), "it is read by whoever passes: {text}");
        }
    }

    window.press("link", "收件").await?;
    let line = window.find("option", "转交待签收").await?;
    ensure!(line.text.contains("林志强"), "who did it: {}", line.text);
    window.press("option", "转交待签收").await?;
    window.read(NOTE).await?;
    window.press("button", "签收").await?;
    let signed = |view: &Value| view["ticket"]["holder"] == chen["id"];
    lin.until_of("ticket_get", json!({ "ticket": ticket }), "the signature", signed).await?;
    lin.quit().await;
    window.quit().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_on_the_notification_opens_its_ticket() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("link", "已同步").await?;
    let data = TempDir::new()?;
    let lin = Station::signed_in(data.path(), &central.url(), "lin.zhiqiang").await?;
    // Looking at the board takes older notifications off the screen.
    Board::now()?;
    hand_over(&lin).await?;

    notices::press().await?;
    window.heading("陈秀英").await?;
    window.read(NOTE).await?;
    lin.quit().await;
    window.quit().await?;
    central.stop().await
}
