//! A question that nobody could answer becomes an entry that everybody finds.

use anyhow::{Context as _, Result};
use bangban_api::error::Code;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

const TEXT: &str = "养老保险在外省断缴三年，户口迁来后能不能补缴";

fn asked(text: &str) -> Value {
    json!({ "question": null, "step": { "step": "ask", "text": text, "proposed": null,
        "origin": { "from": "search", "words": "断缴 补缴" }, "matter": null,
        "department": null } })
}

fn submitted(question: &str, basis: &Value) -> Value {
    json!({ "question": question, "step": { "step": "submit", "entry": { "kind": "standard",
        "title": "外省断缴的养老保险能否补缴", "asked_as": ["断缴能补吗"],
        "answer": ["断缴期间不能补缴；达到退休年龄缴费不足十五年的，可以延长缴费。"],
        "matters": [], "department": "县人社局", "basis": basis, "themes": ["社会保障"] } } })
}

fn step(question: &str, step: &Value) -> Value {
    json!({ "question": question, "step": step })
}

async fn questions(station: &Station) -> Result<Vec<Value>> {
    let list = station.call("question_list", json!({ "stage": null, "mine": false })).await;
    Ok(list.expect("listed")["rows"].as_array().context("rows")?.clone())
}

/// Waits until a station shows a question at a stage. Gives its id.
async fn at_stage(station: &Station, text: &str, stage: &str) -> Result<String> {
    let met = |list: &Value| find(list, text).is_some_and(|row| row["question"]["stage"] == stage);
    let query = json!({ "stage": null, "mine": false });
    let list = station.until_of("question_list", query, stage, met).await?;
    let row = find(&list, text).context("the question")?;
    Ok(row["question"]["id"].as_str().context("an id")?.to_owned())
}

fn find<'l>(list: &'l Value, text: &str) -> Option<&'l Value> {
    list["rows"].as_array()?.iter().find(|row| row["question"]["text"] == text)
}

async fn has_notice(station: &Station, kind: &str) -> Result<()> {
    let told = |list: &Value| {
        list.as_array().is_some_and(|list| list.iter().any(|notice| notice["kind"] == kind))
    };
    station.until_of("notice_list", json!({}), kind, told).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_village_asks_without_a_line_is_drafted_published_and_found_by_everybody()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let he = Station::signed_in(folders[1].path(), &central.url(), "he.mingyuan").await?;
    let zhong = Station::signed_in(folders[2].path(), &central.url(), "zhong.wenhui").await?;

    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let number = asked("证号11010519491231002X的老人能不能补缴");
    let refused = chen.call("question_act", number).await.expect_err("personal data");
    assert_eq!(
        (refused.code, refused.params["rule"].as_str()),
        (Code::Refused, "personal_data_in_text")
    );
    let raised = chen.call("question_act", asked(TEXT)).await.expect("raised offline");
    assert_eq!((&raised["pending"], &raised["overdue"]), (&json!(1), &json!(false)));
    let waiting = chen.call("outbox_list", json!({})).await.expect("the outbox");
    assert_eq!(
        (&waiting[0]["subject"], &waiting[0]["action"]["step"]),
        (&json!(TEXT), &json!("ask"))
    );
    wire.mend();
    chen.settled().await?;

    let question = at_stage(&he, TEXT, "open").await?;
    has_notice(&he, "question_raised").await?;
    let same = json!({ "text": "断缴三年的养老保险能补缴吗" });
    let alike = he.call("questions_alike", same.clone()).await.expect("who asks the same");
    assert_eq!(alike["rows"][0]["question"]["id"], json!(question), "nobody asks it twice");
    let basis = json!([{ "title": "中华人民共和国社会保险法", "number": null,
        "article": "第十六条", "text": null }]);
    let bare = he.call("question_act", submitted(&question, &json!([]))).await;
    assert_eq!(bare.expect_err("a standard cites").params["rule"], "entry_basis_missing");
    he.call("question_act", submitted(&question, &basis)).await.expect("drafted");
    he.settled().await?;

    at_stage(&zhong, TEXT, "submitted").await?;
    has_notice(&zhong, "entry_submitted").await?;
    let back = json!({ "step": "send_back", "reason": "请写明延长缴费的办法" });
    zhong.call("question_act", step(&question, &back)).await.expect("sent back");
    has_notice(&he, "entry_sent_back").await?;
    at_stage(&he, TEXT, "open").await?;
    he.call("question_act", submitted(&question, &basis)).await.expect("drafted again");
    at_stage(&zhong, TEXT, "submitted").await?;
    let publish = json!({ "step": "publish", "effective_from": "2026-01-01", "expires_on": null,
        "review_on": "2027-01-01" });
    zhong.call("question_act", step(&question, &publish)).await.expect("published");

    at_stage(&chen, TEXT, "ended").await?;
    has_notice(&chen, "question_answered").await?;
    let query = json!({ "text": "断缴能补吗", "kind": null, "offset": 0, "limit": 10 });
    let found = |page: &Value| page["rows"][0]["title"] == "外省断缴的养老保险能否补缴";
    chen.until_of("knowledge_search", query, "the entry", found).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_a_restored_platform_has_forgotten_is_offered_again_and_kept_once()
-> Result<()> {
    let central = Central::start().await?;
    let here = TempDir::new()?;
    let chen = Station::signed_in(here.path(), &central.url(), "chen.yumei").await?;
    let backup = TempDir::new()?;
    central.copy_database(backup.path())?;
    chen.call("question_act", asked(TEXT)).await.expect("raised");
    chen.settled().await?;
    let address = central.address();
    central.stop().await?;
    let central = Central::restore(backup, address).await?;
    chen.call("sync_now", json!({})).await.expect("asked");

    let there = TempDir::new()?;
    let he = Station::signed_in(there.path(), &central.url(), "he.mingyuan").await?;
    at_stage(&he, TEXT, "open").await?;
    chen.settled().await?;
    assert_eq!(questions(&chen).await?.len(), 1);
    assert_eq!(questions(&he).await?.len(), 1);
    chen.quit().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_publishes_no_draft_that_came_after_the_one_they_had_read() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let he = Station::signed_in(folders[0].path(), &central.url(), "he.mingyuan").await?;
    let zhong = Station::signed_in(folders[1].path(), &wire.url(), "zhong.wenhui").await?;
    he.call("question_act", asked(TEXT)).await.expect("raised");
    let question = at_stage(&he, TEXT, "open").await?;
    let basis = json!([{ "title": "中华人民共和国社会保险法", "article": "第十六条" }]);
    he.call("question_act", submitted(&question, &basis)).await.expect("drafted");
    at_stage(&zhong, TEXT, "submitted").await?;
    let get = json!({ "question": question });
    let read = zhong.call("question_get", get.clone()).await.expect("read")["seen"].clone();
    wire.cut();
    zhong.until("the cut is noticed", |s| s["link"] == "offline").await?;
    he.call("question_act", submitted(&question, &basis)).await.expect("drafted again");
    he.settled().await?;
    let publish = json!({ "step": "publish", "effective_from": "2026-01-01", "expires_on": null,
        "review_on": null });
    zhong.call("question_act", step(&question, &publish)).await.expect("published offline");
    wire.mend();
    let refused = |letters: &Value| letters[0]["rule"] == "draft_not_read";
    let letters = zhong.until_of("verdict_list", json!({}), "a letter", refused).await?;
    assert_eq!(letters[0]["subject"], TEXT);

    let newer = |view: &Value| view["seen"].as_u64() > read.as_u64();
    zhong.until_of("question_get", get, "the other draft", newer).await?;
    let begun = json!({ "question": question, "step": publish, "seen": read });
    let refused = zhong.call("question_act", begun).await.expect_err("it came meanwhile");
    assert_eq!(refused.params["rule"], "draft_not_read");
    zhong.call("question_act", step(&question, &publish)).await.expect("read by now");
    at_stage(&he, TEXT, "ended").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_came_too_late_is_a_letter_and_its_text_can_be_used_again() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let he = Station::signed_in(folders[0].path(), &wire.url(), "he.mingyuan").await?;
    let zhong = Station::signed_in(folders[1].path(), &central.url(), "zhong.wenhui").await?;
    zhong.call("question_act", asked(TEXT)).await.expect("raised");
    let question = at_stage(&he, TEXT, "open").await?;
    wire.cut();
    he.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let basis = json!([{ "title": "中华人民共和国社会保险法", "article": "第十六条" }]);
    he.call("question_act", submitted(&question, &basis)).await.expect("drafted offline");
    let decline = json!({ "step": "decline", "reason": "与另一问题重复" });
    zhong.call("question_act", step(&question, &decline)).await.expect("declined meanwhile");
    zhong.settled().await?;
    wire.mend();
    let refused = |letters: &Value| letters[0]["rule"] == "question_ended";
    let letters = he.until_of("verdict_list", json!({}), "a letter", refused).await?;
    assert_eq!(letters[0]["subject"], TEXT);
    let put = json!({ "id": letters[0]["id"], "how": "to_draft", "reason": "" });
    he.call("verdict_clear", put).await.expect("a draft again");
    let key = json!({ "key": format!("knowledge_submit:{question}") });
    let draft = he.call("draft_get", key).await.expect("the draft");
    let text = draft["draft"]["text"].as_str().context("a text")?;
    assert!(text.contains("断缴期间不能补缴"), "{text}");
    Ok(())
}
