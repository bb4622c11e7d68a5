//! Station and platform do not hold the same: damage, far too little, another scope.

use anyhow::{Context as _, Result};
use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::ticket::{Action, Ticket};
use bangban_platform::clock;
use bangban_platform::store::{organisations, staff};
use bangban_store::table::whole::{self, Given};
use bangban_store::table::{audit, check, cursor, outbox, ticket};
use bangban_tests::bench::Bench;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

/// A ticket that anybody may write a note on.
async fn some_ticket(bench: &Bench) -> Result<Ticket> {
    let mut first = None;
    let mut c = bench.store.read().await?;
    whole::each::<bangban_store::StoreError>(&mut c, Given::Tickets, |_, body| {
        first.get_or_insert_with(|| body.to_owned());
        Ok(())
    })
    .await?;
    Ok(serde_json::from_str(&first.context("the sample has tickets")?)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_went_wrong_here_is_found_by_comparing_and_fetched_anew() -> Result<()> {
    let central = Central::start().await?;
    let folder = TempDir::new()?;
    let bench = Bench::open(folder.path(), &central.url(), "chen.yumei").await?;
    let first = bench
        .until("the first comparison", async |store| {
            let checks = check::all(&mut *store.read().await?).await?;
            Ok((checks.len() == 2).then_some(checks))
        })
        .await?;
    assert!(first.iter().all(|check| check.same && check.repairs == 0), "{first:?}");

    let right = some_ticket(&bench).await?;
    let wrong =
        Ticket {
            subject: "被改坏的标题".into(), version: right.version + 7, ..right.clone()
        };
    let mut tx = bench.store.write().await?;
    ticket::put(&mut tx, Some(&wrong), &wrong, &bench.store.rules()).await?;
    check::ask(&mut tx).await?;
    tx.commit().await?;
    bench.engine.wake();
    bench
        .until("the repair", async |store| {
            let checks = check::all(&mut *store.read().await?).await?;
            let region = checks.into_iter().find(|check| check.partition != "library");
            Ok(region.filter(|check| check.repairs == 1 && check.same))
        })
        .await?;
    assert_eq!(bench.ticket(right.id).await?, Some(right), "as the platform has it");
    let told = audit::of_kind(&mut *bench.store.read().await?, "repaired").await?;
    assert_eq!(told.len(), 1, "and it is on record");
    bench.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_came_back_nearly_empty_deletes_nothing_until_a_person_says_so()
-> Result<()> {
    let central = Central::start().await?;
    let address = central.address();
    let (data, backup) = (TempDir::new()?, TempDir::new()?);
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let id = fresh[0]["id"].as_str().expect("an id").to_owned();
    station.settled().await?;
    central.copy_database(backup.path())?;
    central.stop().await?;
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(backup.path().join("platform.db"));
    let mut lost = options.connect().await?;
    sqlx::query("DELETE FROM feed WHERE partition = 'library' AND kind IN ('matter', 'knowledge')")
        .execute(&mut lost)
        .await?;
    lost.close().await?;

    let central = Central::restore(backup, address).await?;
    let state = station.until("the brake", |s| s["link"] == "braked").await?;
    assert_eq!(state["ready"], true, "work goes on");
    let health = station.call("station_health", json!({})).await.expect("health");
    let brake = &health["brake"];
    assert_eq!(brake["what"], "library");
    assert!(brake["there"].as_u64() < brake["here"].as_u64().map(|here| here / 2), "{brake}");
    let matters = async || -> Value {
        let query = json!({ "text": "", "department": null, "level": null, "theme": null,
            "object": null, "offset": 0, "limit": 5 });
        station.call("matter_search", query).await.expect("the library")["total"].clone()
    };
    assert_ne!(matters().await, 0, "nothing is gone");
    station.act(&id, json!({ "do": "note", "text": "照常办理" })).await.expect("noted");
    station.until("what is done still goes up", |s| s["pending"] == 0).await?;

    station.call("brake_release", json!({})).await.expect("released");
    station.until("it goes on", |s| s["link"] == "online").await?;
    assert_eq!(matters().await, 0, "the platform's word was taken");
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_moves_to_another_county_keeps_their_words_and_nothing_else_of_the_old_one()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folder = TempDir::new()?;
    let bench = Bench::open(folder.path(), &wire.url(), "chen.yumei").await?;
    let there = bench.until("the tickets", async |_| Ok(some_ticket(&bench).await.ok())).await?;
    wire.cut();
    let note = Action::Note { text: "下午来电，已约周四".into() };
    bench.act(there.id, note.clone()).await?;
    let db = central.platform.db();
    let (person, _) = staff::by_account(db.read(), "chen.yumei").await?.context("the person")?;
    let old = organisations::get(db.read(), &person.organisation).await?.context("the point")?;
    let mut tx = db.write().await?;
    let (id, division) = ("elsewhere".to_owned(), "441302001".to_owned());
    let new = Organisation { id: id.clone(), division, parent: None, ..old };
    organisations::put(&mut tx, &new, clock::now()).await?;
    staff::put(&mut tx, &Staff { organisation: id, ..person }, clock::now()).await?;
    tx.commit().await?;

    wire.mend();
    bench
        .until("the old county is gone", async |store| {
            let mut c = store.read().await?;
            let here = cursor::all(&mut c).await?;
            let regions: Vec<_> = here.iter().map(|at| at.partition.as_str()).collect();
            let left = whole::count(&mut c, &Given::REGION).await?;
            Ok((regions == ["library", "region-441302"] && left == 0).then_some(()))
        })
        .await?;
    bench.settled().await?;
    let mut c = bench.store.read().await?;
    let letters = outbox::verdicts(&mut c).await?;
    assert_eq!(letters.len(), 1, "what was not sent is not lost");
    assert_eq!(letters[0].action, bangban_domain::intent::Intent::from(note));
    let proof = audit::of_kind(&mut c, "scope_left").await?;
    assert_eq!(proof[0].0.as_deref(), Some("region-441322"));
    drop(c);
    bench.quit().await;
    central.stop().await
}
