//! Doors that open, and doors that say why they do not.

use anyhow::Result;
use bangban_api::error::Code;
use bangban_domain::tries::Tries;
use bangban_store::table::audit;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::owner;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::json;
use tempfile::TempDir;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_refused_by_the_platform_and_later_by_the_machine_itself() -> Result<()>
{
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::new(data.path(), &central.url());
    let code = |r: Result<_, bangban_api::error::ApiError>| {
        r.map(|_: serde_json::Value| ()).err().map(|e| e.code)
    };
    assert_eq!(code(station.sign_in("chen.yumei", "wrong").await), Some(Code::WrongPassword));
    assert_eq!(code(station.sign_in("nobody", PASSWORD).await), Some(Code::WrongPassword));
    assert_eq!(code(station.sign_in("chen.yumei", PASSWORD).await), None);
    station.quit().await;
    central.stop().await?;
    let station = Station::new(data.path(), "http://127.0.0.1:9");
    assert_eq!(code(station.sign_in("chen.yumei", "wrong").await), Some(Code::WrongPassword));
    assert_eq!(code(station.sign_in("chen.yumei", PASSWORD).await), None, "no network is needed");
    station.quit().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_passwords_has_to_wait_also_after_a_restart_and_the_audit_knows() -> Result<()>
{
    let central = Central::start().await?;
    let data = TempDir::new()?;
    Station::signed_in(data.path(), &central.url(), "chen.yumei").await?.quit().await;
    central.stop().await?;
    let station = Station::new(data.path(), "http://127.0.0.1:9");
    for _ in 0..5 {
        let error = station.sign_in("chen.yumei", "a guess").await.expect_err("a wrong one");
        assert_eq!(error.code, Code::WrongPassword);
    }
    let refused = station.sign_in("chen.yumei", PASSWORD).await.expect_err("one has to wait");
    assert_eq!(refused.code, Code::TooManyAttempts);
    let seconds: u32 = refused.params["seconds"].parse()?;
    assert!((1..=30).contains(&seconds), "{seconds}");
    station.quit().await;

    let station = Station::new(data.path(), "http://127.0.0.1:9");
    let refused = station.sign_in("chen.yumei", PASSWORD).await.expect_err("still");
    assert_eq!(refused.code, Code::TooManyAttempts, "a restart shortens nothing");
    let tries = owner::folder(data.path())?.join("tries.json");
    // The wait is over: as if the last one had been a minute earlier.
    let mut record: Tries = serde_json::from_slice(&std::fs::read(&tries)?)?;
    record.last = record.last.plus_ms(-60_000);
    std::fs::write(&tries, serde_json::to_vec(&record)?)?;
    station.sign_in("chen.yumei", PASSWORD).await.expect("the right one");
    assert!(!tries.exists(), "the next person begins anew");
    station.quit().await;
    let store = owner::store(data.path(), "chen.yumei").await?;
    let told = audit::of_kind(&mut *store.read().await?, "wrong_passwords").await?;
    assert_eq!(told, [(None, Some("5".to_owned()))]);
    store.close().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_sign_in_without_the_platform_says_so_and_leaves_nothing_behind() -> Result<()> {
    let data = TempDir::new()?;
    let station = Station::new(data.path(), "http://127.0.0.1:9");
    let error = station.sign_in("chen.yumei", PASSWORD).await.expect_err("nobody answers");
    assert_eq!(error.code, Code::FirstSignInOffline);
    assert!(!data.path().join("accounts.json").exists(), "an account that never got in");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_is_down_at_start_does_not_keep_anyone_from_working() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &wire.url(), "chen.yumei").await?;
    let ids = |queue: Vec<serde_json::Value>| -> Vec<_> {
        queue.iter().map(|row| row["id"].clone()).collect()
    };
    let queue = ids(station.tickets("station", None).await?);
    assert!(!queue.is_empty(), "there is a queue to keep");
    station.quit().await;
    wire.cut();
    let station = Station::new(data.path(), &wire.url());
    let state = station.sign_in("chen.yumei", PASSWORD).await.expect("unlocked locally");
    assert_eq!(state["me"]["ready"], true);
    assert_eq!(ids(station.tickets("station", None).await?), queue, "yesterday's queue is here");
    station.until("it says it is offline", |s| s["link"] == "offline").await?;
    wire.mend();
    station.until("it comes back by itself", |s| s["link"] == "online").await?;
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_is_renewed_without_anyone_noticing() -> Result<()> {
    let central = Central::start_with(|config| config.access_token_seconds = 1).await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    for ticket in fresh.iter().take(3) {
        // Each round outlives the token: the contact time has to move on by more than its second.
        let before = station.call("sync_state", json!({})).await.expect("state");
        let moved_on = before["last_contact"].as_i64().unwrap_or(0) + 1_100;
        let id = ticket["id"].as_str().expect("an id");
        station.act(id, json!({ "do": "claim" })).await.expect("claimed");
        station
            .until("contact after the token ran out", |s| {
                s["pending"] == 0 && s["last_contact"].as_i64().unwrap_or(0) > moved_on
            })
            .await?;
    }
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_account_is_told_and_its_unsent_work_stays() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let data = TempDir::new()?;
    let never = Station::new(TempDir::new()?.path(), &central.url());
    let refused = never.sign_in("ou.jiahui", PASSWORD).await.expect_err("disabled in the sample");
    assert_eq!(refused.code, Code::AccountDisabled);

    let station = Station::signed_in(data.path(), &wire.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    wire.cut();
    station.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let id = fresh[0]["id"].as_str().expect("an id");
    station.act(id, json!({ "do": "claim" })).await.expect("claimed offline");
    central.platform.set_staff_active("chen.yumei", false).await?;
    wire.mend();
    let state = station.until("it says why", |s| s["link"] == "account_disabled").await?;
    assert_eq!(state["pending"], 1, "unsent work is kept");

    central.platform.set_staff_active("chen.yumei", true).await?;
    station.call("sync_now", json!({})).await.expect("tried again");
    station.settled().await?;
    station.quit().await;
    central.stop().await
}
