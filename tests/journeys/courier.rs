//! A village station without a line: its work goes out on a stick, and the answers come back.

use std::path::{Path, PathBuf};

use anyhow::Result;
use bangban_api::error::Code;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

fn id(ticket: &Value) -> String {
    ticket["id"].as_str().expect("a ticket has an id").to_owned()
}

async fn register(station: &Station, request: &str, claim: bool) -> String {
    let new = json!({ "channel": "counter", "nature": "policy", "subject": "", "request": request,
        "requester": { "kind": "natural_person", "name": "何阿婆", "id_number": null,
        "phone": null, "credit_code": null, "agent": null }, "matter": null, "situation": null,
        "priority": null, "claim": claim });
    id(&station.call("ticket_register", new).await.expect("registered")["ticket"])
}

async fn colleague(station: &Station, account: &str) -> Value {
    let directory = station.call("directory", json!({})).await.expect("the directory is here");
    let staff = directory["staff"].as_array().expect("staff").clone();
    staff.into_iter().find(|s| s["account"] == account).expect("a sample account")["id"].clone()
}

async fn courier(station: &Station, command: &str, path: &Path) -> Result<Value, Code> {
    let argument = json!({ "path": path });
    station.call(command, argument).await.map_err(|error| error.code)
}

/// Saves a bundle and puts it onto the stick.
async fn export_to(station: &Station, stick: &Path) -> (Value, PathBuf) {
    let saved = station.call("courier_export", json!({ "files": "none" })).await.expect("exported");
    let file = stick.join(saved["file"].as_str().expect("a name"));
    std::fs::copy(saved["path"].as_str().expect("a path"), &file).expect("copied onto the stick");
    (saved, file)
}

fn path_of(answer: &Value) -> PathBuf {
    PathBuf::from(answer["path"].as_str().expect("a path"))
}

async fn state(station: &Station) -> Value {
    station.call("sync_state", json!({})).await.expect("a state")
}

#[expect(clippy::too_many_lines, reason = "one long way, there and back")]
#[expect(clippy::similar_names, reason = "who carries, and what was carried")]
#[tokio::test(flavor = "multi_thread")]
async fn a_village_without_a_line_works_and_gets_its_verdicts_and_the_fresh_queue() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let stick = TempDir::new()?;
    let village = Station::signed_in(folders[0].path(), &wire.url(), "liang.asheng").await?;
    let kept = register(&village, "老人想问高龄津贴怎么领", true).await;
    let lost = register(&village, "宅基地审批到哪一步了", true).await;
    let wanted = register(&village, "医保怎么续交", false).await;
    village.settled().await?;
    // The first day is over; there has not been a line since.
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;

    let reply = |text: &str| json!({ "do": "reply", "text": text, "via": "counter" });
    village.act(&kept, reply("带户口簿来村站即可")).await.expect("replied offline");
    village.act(&wanted, json!({ "do": "claim" })).await.expect("claimed offline");
    village.act(&lost, reply("已报镇里，等通知")).await.expect("replied offline");
    let made = register(&village, "残疾证换证", true).await;
    let (me, receiver) =
        (colleague(&village, "liang.asheng").await, colleague(&village, "liang.qiuyan").await);
    village.quit().await;

    // Meanwhile, elsewhere: one is claimed by a colleague, one is taken over.
    let url = central.url();
    let other = Station::signed_in(folders[1].path(), &url, "liang.qiuyan").await?;
    other.act(&wanted, json!({ "do": "claim" })).await.expect("claimed online");
    other.settled().await?;
    let manager = Station::signed_in(folders[2].path(), &url, "zhong.wenhui").await?;
    let relief =
        json!({ "do": "take_over", "from": me, "to_staff": receiver, "reason": "村站断网多日" });
    manager.act(&lost, relief).await.expect("taken over");
    manager.settled().await?;
    let fresh = register(&other, "新来的一件", false).await;
    other.settled().await?;

    let village = Station::new(folders[0].path(), &wire.url());
    village.sign_in("liang.asheng", PASSWORD).await.expect("unlocked without a network");
    let (saved, bundle) = export_to(&village, stick.path()).await;
    assert_eq!(
        (&saved["number"], &saved["actions"], &saved["left"]),
        (&json!(1), &json!(5), &json!(0))
    );
    let waiting = village.call("outbox_list", json!({})).await.expect("the outbox");
    let rows = waiting.as_array().expect("rows");
    assert_eq!(rows.len(), 5, "exporting takes nothing out of the outbox");
    assert!(rows.iter().all(|row| row["bundle"] == 1 && row["attempts"] != 0));

    let carrier = Station::signed_in(folders[3].path(), &url, "chen.yumei").await?;
    let seen = courier(&carrier, "courier_inspect", &bundle).await.expect("looked at");
    assert_eq!(
        (&seen["kind"], &seen["can"], &seen["mine"]),
        (&json!("up"), &json!("carry"), &json!(false))
    );
    let folder = json!({ "folder": stick.path() });
    let found = carrier.call("courier_find", folder).await.expect("looked through");
    assert_eq!((found.as_array().map(Vec::len), &found[0]["seen"]), (Some(1), &seen));
    let plugged_in = folders[3].path().join("sticks/KINGSTON/村站");
    std::fs::create_dir_all(&plugged_in)?;
    std::fs::copy(&bundle, plugged_in.join(bundle.file_name().expect("a name")))?;
    std::fs::write(plugged_in.join("half.bbx"), &std::fs::read(&bundle)?[..300])?;
    let found = carrier.call("courier_find", json!({ "folder": null })).await.expect("looked");
    let [whole, half] = found.as_array().expect("a list").as_slice() else { panic!("{found}") };
    assert_eq!((&whole["stick"], &whole["seen"]), (&json!("KINGSTON"), &seen), "on its stick");
    assert_eq!((&half["fault"], &half["seen"]), (&json!("courier_cut_short"), &Value::Null));
    let wrong_way = courier(&village, "courier_import", &bundle).await;
    assert_eq!(wrong_way.unwrap_err(), Code::CourierOtherKind);
    let no_line = courier(&village, "courier_carry", &bundle).await;
    assert_eq!(no_line.unwrap_err(), Code::NeedsLine);
    let carried = courier(&carrier, "courier_carry", &bundle).await.expect("handed over");
    assert_eq!((&carried["outcome"], &carried["beside"]), (&json!("taken"), &json!(true)));
    let answer = path_of(&carried);
    assert_eq!(answer.parent(), Some(stick.path()));
    let seen = courier(&carrier, "courier_inspect", &answer).await.expect("looked at");
    assert_eq!((&seen["can"], &seen["outcome"]), (&json!("bring_on"), &json!("taken")));
    let blind = courier(&carrier, "courier_import", &answer).await;
    assert_eq!(blind.unwrap_err(), Code::CourierForSomeoneElse);

    let done = courier(&village, "courier_import", &answer).await.expect("read");
    let counts = ["accepted", "refused", "parked", "held"].map(|name| done[name].as_u64());
    assert_eq!(counts, [Some(3), Some(1), Some(1), Some(0)], "{done}");
    assert!(done["changes"].as_u64().is_some_and(|changes| changes > 0));
    assert_eq!(done["left_out"], json!([]));
    let now = state(&village).await;
    assert_eq!((&now["pending"], &now["attention"]), (&json!(0), &json!(2)));
    assert_ne!(now["link"], "online", "all of it without a line");
    let letters = village.call("verdict_list", json!({})).await.expect("letters");
    for letter in letters.as_array().expect("a list") {
        let ticket = letter["ticket"].as_str().expect("a ticket");
        assert_eq!(letter["parked"] == true, ticket == lost, "{letter}");
        assert!(letter["meanwhile"].as_array().is_some_and(|events| !events.is_empty()));
    }
    for (ticket, holder) in [(&kept, &me), (&lost, &receiver), (&wanted, &receiver), (&made, &me)] {
        let case = village.case(ticket).await?;
        assert_eq!((&case["ticket"]["holder"], &case["pending"]), (holder, &json!(0)));
        let (there, events) = central.ticket(Uuid::parse_str(ticket)?).await?;
        assert_eq!(case["ticket"]["number"], json!(there.expect("it is there").number));
        assert_eq!(case["events"].as_array().map(Vec::len), Some(events.len()), "both sides agree");
    }
    village.case(&fresh).await.expect("the fresh queue came along");

    let again = courier(&village, "courier_import", &answer).await.expect("read again");
    assert!(again["before"].is_number() && again["changes"] == 0, "{again}");
    let twice = courier(&carrier, "courier_carry", &bundle).await.expect("handed over again");
    assert_eq!(
        (&twice["outcome"], &twice["taken_at"]),
        (&json!("taken_before"), &carried["taken_at"])
    );
    let same = courier(&village, "courier_import", &path_of(&twice)).await.expect("read");
    assert_eq!((&same["accepted"], &same["changes"]), (&json!(0), &json!(0)), "nothing new");
    let list = village.call("courier_list", json!({})).await.expect("the list");
    let ways: Vec<_> =
        list["rows"].as_array().expect("rows").iter().map(|row| row["way"].clone()).collect();
    assert_eq!(ways, ["imported", "imported", "exported"]);
    assert_eq!(list["rows"][2]["unanswered"], 0);
    for station in [village, other, manager, carrier] {
        station.quit().await;
    }
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_damaged_or_for_others_says_so_and_a_disabled_account_keeps_its_work() -> Result<()>
{
    let central = Central::start().await?;
    let elsewhere = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let stick = TempDir::new()?;
    let village = Station::signed_in(folders[0].path(), &wire.url(), "liang.asheng").await?;
    let ticket = register(&village, "老人想问高龄津贴怎么领", true).await;
    village.settled().await?;
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    village.act(&ticket, json!({ "do": "note", "text": "下午再来" })).await.expect("noted");
    let (_, bundle) = export_to(&village, stick.path()).await;
    let carrier = Station::signed_in(folders[1].path(), &central.url(), "chen.yumei").await?;

    let foreign = Station::signed_in(folders[2].path(), &elsewhere.url(), "chen.yumei").await?;
    let refused = courier(&foreign, "courier_carry", &bundle).await;
    assert_eq!(
        refused.unwrap_err(),
        Code::CourierUnknownSender,
        "another platform does not know it"
    );
    central.platform.set_staff_active("liang.asheng", false).await?;
    let held = courier(&carrier, "courier_carry", &bundle).await.expect("handed over");
    assert_eq!(held["outcome"], "held");
    let told = courier(&village, "courier_import", &path_of(&held)).await.expect("read");
    assert_eq!((&told["outcome"], &told["accepted"]), (&json!("held"), &json!(0)));
    assert_eq!(state(&village).await["pending"], 1, "its work is still here");

    central.platform.set_staff_active("liang.asheng", true).await?;
    let taken = courier(&carrier, "courier_carry", &bundle).await.expect("handed over again");
    assert_eq!(taken["outcome"], "taken");
    let answer = path_of(&taken);
    let whole = std::fs::read(&answer)?;
    let damaged = stick.path().join("damaged.bbx");
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x20;
    for (content, code) in [
        (whole[..whole.len() - 1].to_vec(), Code::CourierCutShort),
        (flipped, Code::CourierChanged),
        (b"%PDF-1.7".to_vec(), Code::CourierNotABundle),
    ] {
        std::fs::write(&damaged, content)?;
        for command in ["courier_inspect", "courier_import", "courier_carry"] {
            let refused = courier(&village, command, &damaged).await;
            assert_eq!(refused.unwrap_err(), code, "{command}");
        }
    }
    let gone = courier(&village, "courier_import", &stick.path().join("gone.bbx")).await;
    assert_eq!(gone.unwrap_err(), Code::CourierNoFile);
    assert_eq!(state(&village).await["pending"], 1, "nothing of it had an effect");
    let done = courier(&village, "courier_import", &answer).await.expect("read");
    assert_eq!((&done["accepted"], &done["outcome"]), (&json!(1), &json!("taken")));
    assert_eq!(state(&village).await["pending"], 0);
    for station in [village, carrier, foreign] {
        station.quit().await;
    }
    elsewhere.stop().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whichever_answer_comes_first_counts_and_one_from_before_a_restore_is_refused() -> Result<()>
{
    let backup = TempDir::new()?;
    let central = Central::start().await?;
    central.copy_database(backup.path())?;
    let address = central.address();
    let wire = Wire::to(address).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let stick = TempDir::new()?;
    let village = Station::signed_in(folders[0].path(), &wire.url(), "liang.asheng").await?;
    let carrier = Station::signed_in(folders[1].path(), &central.url(), "chen.yumei").await?;
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let ticket = register(&village, "老人想问高龄津贴怎么领", true).await;
    let (_, bundle) = export_to(&village, stick.path()).await;
    let first = path_of(&courier(&carrier, "courier_carry", &bundle).await.expect("handed over"));
    let second = path_of(&courier(&carrier, "courier_carry", &bundle).await.expect("again"));
    wire.mend();
    village.settled().await?;
    let events = central.ticket(Uuid::parse_str(&ticket)?).await?.1.len();
    let late = courier(&village, "courier_import", &first).await.expect("read");
    assert_eq!((&late["accepted"], &late["changes"]), (&json!(0), &json!(0)), "the line was first");
    assert_eq!(events, 2, "registered and claimed, once");
    carrier.quit().await;
    central.stop().await?;

    let central = Central::restore(backup, address).await?;
    village.until("it asks for the password", |s| s["link"] == "sign_in_needed").await?;
    village.sign_in("liang.asheng", PASSWORD).await.expect("signed in again");
    village.settled().await?;
    let before = state(&village).await;
    let overtaken = courier(&village, "courier_import", &second).await;
    assert_eq!(overtaken.unwrap_err(), Code::CourierOlder);
    assert_eq!(state(&village).await["pending"], before["pending"]);
    assert_eq!(central.ticket(Uuid::parse_str(&ticket)?).await?.1.len(), 2, "it came back, once");
    village.quit().await;
    central.stop().await
}
