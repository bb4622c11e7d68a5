//! The rule book, as an administrator takes it away, changes it and hands it in again.

use std::path::Path;

use bangban_domain::rulebook::RuleBook;
use bangban_platform::admin::{self, AdminError, PublishedRules, import_rules};
use bangban_platform::clock;
use bangban_platform::store::{Put, rule_book};
use bangban_protocol::RecordKind;
use serde_json::{Value, json};

use crate::running::Running;
use crate::station::Station;

async fn present(running: &Running, folder: &Path) -> Value {
    let path = folder.join("present.json");
    admin::write_rules(Some(running.platform.db()), &path).await.unwrap();
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

async fn import(
    running: &Running,
    folder: &Path,
    book: &Value,
) -> Result<PublishedRules, AdminError> {
    let path = folder.join("new.json");
    std::fs::write(&path, book.to_string()).unwrap();
    import_rules(running.platform.db(), &path, clock::now()).await
}

#[tokio::test]
async fn the_book_in_force_comes_out_goes_in_unchanged_and_a_change_is_published() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let folder = tempfile::tempdir().unwrap();
    let mut book = present(&running, folder.path()).await;
    let before = import(&running, folder.path(), &book).await.unwrap();
    assert_eq!(before.put, Put::Unchanged);

    book["limits"]["contact"]["amount"] = json!(2);
    book["limits"]["contact"]["source"] = json!("本县规定：2个工作日内联系申请人");
    book["holidays"] = json!([{ "year": 2027, "days": [
        { "date": "2027-01-01", "name": "元旦", "off": true },
        { "date": "2027-02-14", "name": "春节", "off": false }] }]);
    book.as_object_mut().unwrap().remove("version");
    let done = import(&running, folder.path(), &book).await.unwrap();
    assert_eq!((done.put, done.version), (Put::Changed, before.version + 1));
    let again = import(&running, folder.path(), &book).await.unwrap();
    assert_eq!((again.put, again.version), (Put::Unchanged, done.version));

    let feed = station.whole_feed("library").await;
    let last = feed.into_iter().rev().find(|record| record.kind == RecordKind::RuleBook).unwrap();
    let told: RuleBook = serde_json::from_value(last.body.unwrap()).unwrap();
    assert_eq!((told.version, told.limits.contact.amount), (done.version, 2));
}

#[tokio::test]
async fn a_book_with_faults_is_refused_as_a_whole_and_every_fault_is_named() {
    let running = Running::start().await;
    let folder = tempfile::tempdir().unwrap();
    let present = present(&running, folder.path()).await;
    let mut book = present.clone();
    book["limits"]["contact"]["source"] = json!(" ");
    book["limits"]["first_response"]["unit"] = json!("working");
    book["limits"]["signing"]["unit"] = json!("seconds");
    book["limits"]["follow_up"]["amount"] = json!(0);
    book["limits"]["simple"]["amount"] = json!(20);
    book["usual_hours"]["shifts"][0]["until"] = json!("15:00:00");
    book["routes"] = json!([
        { "division": "441322", "organisation": "nowhere" },
        { "matter": "no-such-matter", "consultants": "scjg" },
        { "division": "441322121" },
        { "division": "44a", "organisation": "zwb" },
        { "nature": "policy", "organisation": "zwb" },
        { "nature": "policy", "organisation": "shiwan" },
        { "consultants": "hrss", "designated": true },
    ]);
    book["holidays"] = json!([
        { "year": 1999, "days": [{ "date": "1999-10-01", "name": "国庆节", "off": true }] },
        { "year": 2027, "days": [
            { "date": "2027-01-04", "name": "元旦", "off": false },
            { "date": "2026-05-01", "name": "劳动节", "off": true },
            { "date": "2027-05-03", "name": "", "off": true },
            { "date": "2027-05-03", "name": "劳动节", "off": true }] },
        { "year": 2027, "days": [] },
    ]);
    let check = |id: &str, when: &str| {
        json!({ "id": id, "when": when, "reason": "照片过期",
            "propose": { "verdict": "missing", "fix": "重拍" } })
    };
    let mut elsewhere = check("elsewhere", "true");
    elsewhere["matter"] = json!("no-such-matter");
    book["checks"] = json!([
        check("unreadable", "requester.age >"),
        check("costly", &"!".repeat(501)),
        check("costly", "true"),
        elsewhere,
    ]);
    let told = import(&running, folder.path(), &book).await.expect_err("refused").to_string();
    for path in [
        "limits.contact.source",
        "limits.first_response.unit",
        "limits.signing.unit",
        "limits.follow_up.amount",
        "limits.complex.amount",
        "usual_hours.shifts[1]",
        "routes[0].organisation",
        "routes[1].matter",
        "routes[2].organisation",
        "routes[3].division",
        "routes[5]",
        "routes[6].designated",
        "checks[0].when",
        "checks[1].when",
        "checks[2].id",
        "checks[3].matter",
        "holidays[0].year",
        "holidays[1].days[0].off",
        "holidays[1].days[1].date",
        "holidays[1].days[2].name",
        "holidays[1].days[3].date",
        "holidays[2].year",
        "holidays[2].days",
    ] {
        assert!(told.contains(&format!("  {path}：")), "{path} in:\n{told}");
    }
    assert_eq!(told.lines().count(), 24, "nothing else is wrong:\n{told}");
    let kept = rule_book::get(running.platform.db().read()).await.unwrap().unwrap();
    assert_eq!(serde_json::to_value(kept).unwrap(), present, "the book in force stays");
}

#[tokio::test]
async fn a_mistyped_field_is_named_instead_of_being_left_out() {
    let running = Running::start().await;
    let folder = tempfile::tempdir().unwrap();
    let present = present(&running, folder.path()).await;
    for (pointer, field, value) in [
        ("", "route", json!([])),
        ("/limits", "contacts", json!(1)),
        ("/routes/0", "organization", json!("zwb")),
    ] {
        let mut book = present.clone();
        book.pointer_mut(pointer).unwrap()[field] = value;
        let told = import(&running, folder.path(), &book).await.expect_err(field).to_string();
        assert!(told.contains(field) && told.contains("没有这个字段"), "{told}");
    }
}
