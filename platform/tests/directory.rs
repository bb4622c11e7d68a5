//! A platform of one's own: who is there, and what they sign in with.

use std::path::PathBuf;

use bangban_platform::admin::{self, AdminError, DirectoryReport, Outcome, import_directory};
use bangban_platform::store::staff;
use bangban_platform::{Config, Platform, clock};
use bangban_protocol::{ProblemCode, RecordKind, Session};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::running::Running;
use crate::station::{Station, client, problem, try_sign_in};

/// A platform without the sample.
struct Own {
    platform: Platform,
    folder: TempDir,
}

impl Own {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = Config { data_dir: folder.path().join("data"), ..Config::default() };
        Self { platform: Platform::open(config).await.unwrap(), folder }
    }

    fn file(&self, text: &str) -> PathBuf {
        let path = self.folder.path().join("directory.json");
        std::fs::write(&path, text).unwrap();
        path
    }

    async fn try_import(&self, text: &str) -> Result<DirectoryReport, AdminError> {
        import_directory(self.platform.db(), &self.file(text), clock::now()).await
    }

    async fn import(&self, content: &Value) -> DirectoryReport {
        self.try_import(&content.to_string()).await.unwrap()
    }

    async fn id_of(&self, account: &str) -> Uuid {
        staff::by_account(self.platform.db().read(), account).await.unwrap().unwrap().0.id
    }
}

fn example() -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("example.json");
    admin::write_directory(&path).unwrap();
    let again = admin::write_directory(&path).expect_err("somebody may have filled it in");
    assert!(matches!(again, AdminError::Exists(_)));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The reason the only rejected entry was given.
fn reason(report: &DirectoryReport) -> String {
    let mut rejected = report.entries.iter().filter(|entry| entry.outcome == Outcome::Rejected);
    let told = rejected.next().expect("one is rejected").reason.clone().unwrap();
    assert!(rejected.next().is_none(), "only that one: {report}");
    told
}

#[tokio::test]
async fn the_example_is_stored_once_and_the_second_time_nothing_changes() {
    let own = Own::new().await;
    let first = own.import(&example()).await;
    assert_eq!((first.count(Outcome::Stored), first.entries.len()), (4, 4), "{first}");
    assert!(first.entries.iter().all(|entry| entry.warnings.is_empty()), "{first}");
    assert_eq!(first.without_password, ["li.si", "zhang.san"]);
    let (id, heads) = (own.id_of("zhang.san").await, own.platform.db().heads().borrow().clone());
    let second = own.import(&example()).await;
    assert_eq!(second.count(Outcome::Unchanged), 4, "{second}");
    assert_eq!(*own.platform.db().heads().borrow(), heads, "the stations hear nothing");
    let mut moved = example();
    moved["staff"][0]["organisation"] = json!("fuwuju");
    let third = own.import(&moved).await;
    assert_eq!((third.count(Outcome::Changed), third.count(Outcome::Unchanged)), (1, 3));
    assert_eq!(own.id_of("zhang.san").await, id, "an account keeps its identity");
    assert_eq!(Own::new().await.import(&example()).await.entries.len(), 4);
}

#[tokio::test]
async fn one_entry_that_is_wrong_stands_alone_and_says_how_to_mend_it() {
    for (change, named) in [
        (("/organisations/1/parent", json!("nowhere")), ["parent", "nowhere", "没有机构"]),
        (("/organisations/1/division", json!("4413")), ["division", "6, 9 or 12", "位数字"]),
        (("/organisations/1/kind", json!("town")), ["kind", "township", "只能填"]),
        (("/staff/0/organisation", json!("nowhere")), ["organisation", "nowhere", "没有机构"]),
        (("/staff/0/role", json!("boss")), ["role", "consultant", "只能填"]),
        (("/staff/0/name", json!(" ")), ["name", "missing", "缺少"]),
        (("/staff/0/account", json!("intake.mobile")), ["account", "channels", "接入渠道"]),
        (("/staff/0/account", json!("li.si")), ["account", "earlier entry", "前面已有"]),
        (("/staff/0/surname", json!("张")), ["surname", "no such field", "没有这个字段"]),
    ] {
        let own = Own::new().await;
        let mut content = example();
        let (pointer, value) = change;
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        content.pointer_mut(parent).unwrap()[field] = value;
        if pointer.starts_with("/organisations/1") {
            content["staff"][0]["organisation"] = json!("fuwuju");
        }
        if pointer == "/staff/0/account" {
            content["staff"].as_array_mut().unwrap().reverse();
        }
        let report = own.import(&content).await;
        let told = reason(&report);
        assert!(named.iter().all(|word| told.contains(word)), "{pointer}: {told}");
        assert_eq!(report.count(Outcome::Stored), 3, "the others are there: {report}");
    }
}

#[tokio::test]
async fn organisations_may_come_in_any_order_but_none_is_above_itself() {
    let own = Own::new().await;
    let mut content = example();
    content["organisations"].as_array_mut().unwrap().reverse();
    assert_eq!(own.import(&content).await.count(Outcome::Stored), 4, "the parent comes later");
    let mut circle = example();
    circle["organisations"][0]["parent"] = json!("mouzhen");
    let told = reason(&own.import(&circle).await);
    assert!(told.contains("above itself"), "{told}");
}

#[tokio::test]
async fn a_wrong_credit_code_is_pointed_out_and_stored() {
    let own = Own::new().await;
    let mut content = example();
    content["organisations"][0]["credit_code"] = json!("114413990000000010");
    let report = own.import(&content).await;
    assert_eq!(report.count(Outcome::Stored), 4);
    let shown = report.to_string();
    assert!(shown.contains("credit_code 校验不符") && shown.contains("fuwuju"), "{shown}");
}

#[tokio::test]
async fn nobody_gets_the_identity_of_someone_else() {
    let own = Own::new().await;
    own.import(&example()).await;
    let mut other = example();
    other["staff"][0]["id"] = json!(Uuid::new_v4());
    assert!(reason(&own.import(&other).await).contains("for good"));
    let mut taken = example();
    taken["staff"][0]["account"] = json!("wang.wu");
    taken["staff"][0]["id"] = json!(own.id_of("zhang.san").await);
    assert!(reason(&own.import(&taken).await).contains("zhang.san"));
}

#[tokio::test]
async fn broken_json_is_refused_with_its_line_and_another_file_with_its_field() {
    let own = Own::new().await;
    let broken = own.try_import("{\n  \"staff\": [,]\n}").await.expect_err("broken").to_string();
    assert!(broken.contains("第 2 行第 13 列") && broken.contains("line 2"), "{broken}");
    let other = own.try_import("{ \"people\": [] }").await.expect_err("other").to_string();
    assert!(other.contains("people") && other.contains("organisations, staff"), "{other}");
    assert_eq!(staff::count(own.platform.db().read()).await.unwrap(), 0);
}

#[tokio::test]
async fn people_added_while_the_platform_runs_reach_the_stations_and_sign_in() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("more.json");
    let new = json!({ "staff": [{ "account": "new.comer", "name": "新来", "role": "service",
        "organisation": "shiwan", "post": "综合窗口服务专员", "staff_no": "SW0199",
        "active": true }] });
    std::fs::write(&file, new.to_string()).unwrap();
    import_directory(running.platform.db(), &file, clock::now()).await.unwrap();
    let feed = station.whole_feed("library").await;
    let told = feed.iter().rev().find(|record| record.kind == RecordKind::Staff).unwrap();
    assert_eq!(told.body.as_ref().unwrap()["account"], "new.comer");
    let refused = try_sign_in(&running, "new.comer", "").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED, "no password is not an empty one");
    admin::set_password(&running.platform, "new.comer", "一二三四五六七八".into()).await.unwrap();
    let response = try_sign_in(&running, "new.comer", "一二三四五六七八").await;
    assert_eq!(response.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_of_that_account_alone() {
    let running = Running::start().await;
    let chen = Station::sign_in(&running, "chen.yumei").await;
    let lin = Station::sign_in(&running, "lin.zhiqiang").await;
    let set = |account: &'static str, new: &str| {
        admin::set_password(&running.platform, account, new.to_owned())
    };
    let short = set("chen.yumei", "七个字的密码a").await.expect_err("too short").to_string();
    assert!(short.contains("至少") && short.contains("at least 8"), "{short}");
    assert!(matches!(set("nobody", "long-enough").await, Err(AdminError::UnknownAccount(_))));
    let channel = set("intake.mobile", "long-enough").await;
    assert!(matches!(channel, Err(AdminError::ChannelAccount(_))));
    assert_eq!(chen.get("/v1/partitions").await.status(), StatusCode::OK, "nothing happened yet");

    set("chen.yumei", "another-word").await.unwrap();
    let expired = (StatusCode::UNAUTHORIZED, ProblemCode::TokenExpired);
    assert_eq!(problem(chen.get("/v1/partitions").await).await, expired);
    let refresh = json!({ "refresh_token": chen.session.refresh_token });
    let url = format!("{}/v1/session/refresh", running.base);
    let refreshed = client().post(url).json(&refresh).send().await.unwrap();
    assert_eq!(problem(refreshed).await, expired);
    assert_eq!(lin.get("/v1/partitions").await.status(), StatusCode::OK);
    let old = try_sign_in(&running, "chen.yumei", bangban_platform::sample::PASSWORD).await;
    assert_eq!(problem(old).await, (StatusCode::UNAUTHORIZED, ProblemCode::WrongPassword));
    let new = try_sign_in(&running, "chen.yumei", "another-word").await;
    let _: Session = new.json().await.unwrap();
}
