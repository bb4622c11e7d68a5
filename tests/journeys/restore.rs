//! The platform comes back from an older backup.

use anyhow::Result;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_lost_with_its_backup_a_station_brings_back_once() -> Result<()> {
    let backup = TempDir::new()?;
    let central = Central::start().await?;
    central.copy_database(backup.path())?;
    let data = TempDir::new()?;
    let address = central.address();
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let id = fresh[0]["id"].as_str().expect("an id").to_owned();
    station.act(&id, json!({ "do": "claim" })).await.expect("claimed");
    let reply = json!({ "do": "reply", "text": "请带户口簿", "via": "phone" });
    station.act(&id, reply).await.expect("replied");
    station.settled().await?;
    let before = central.ticket(Uuid::parse_str(&id)?).await?.1.len();
    central.stop().await?;

    let central = Central::restore(backup, address).await?;
    let again = |v: &Value| v["pending"] == 0 && v["ticket"]["status"] == "working";
    // The restored platform does not know the session; the person signs in again.
    station.until("it asks for the password", |s| s["link"] == "sign_in_needed").await?;
    station.sign_in("chen.yumei", PASSWORD).await.expect("signed in again");
    station.settled().await?;
    let argument = json!({ "ticket": id });
    let shown = station.until_of("ticket_get", argument, "claimed again", again).await?;
    let (there, events) = central.ticket(Uuid::parse_str(&id)?).await?;
    assert_eq!(events.len(), before, "each action came back, once");
    assert_eq!(json!(there.expect("it is there").holder), shown["ticket"]["holder"]);
    let lines = shown["events"].as_array().map(Vec::len);
    assert_eq!(lines, Some(events.len()), "both sides agree");
    station.quit().await;
    central.stop().await
}
