//! Practice on sample cases: offline, kept as one works, and apart from everything real.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_api::error::Code;
use bangban_store::Connection;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::owner;
use bangban_tests::station::Station;
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use tempfile::TempDir;

const ACCOUNT: &str = "liang.asheng";
const CASE: &str = "household-business";

async fn does(station: &Station, step: Value) -> Value {
    station.call("practice_step", json!({ "case": CASE, "step": step })).await.expect("a step")
}

async fn begins(station: &Station, anew: bool) -> Value {
    let input = json!({ "case": CASE, "anew": anew });
    station.call("practice_begin", input).await.expect("a run")
}

/// Everything up to the papers.
async fn arrives(station: &Station) {
    for device in ["document_camera", "card_reader", "printer", "network", "evaluator"] {
        does(station, json!({ "step": "check", "device": device, "checked": true })).await;
    }
    does(station, json!({ "step": "call" })).await;
    does(station, json!({ "step": "respond", "text": "您好，请坐。" })).await;
    does(station, json!({ "step": "identify", "acts_as": "themselves", "faults": [] })).await;
}

async fn judges(station: &Station, material: &str, defect: Option<&str>) -> Value {
    let verdict = match defect {
        Some(defect) => json!({ "verdict": "needs_fixing", "defect": defect, "fix": "" }),
        None => json!({ "verdict": "meets" }),
    };
    does(station, json!({ "step": "judge", "material": material, "verdict": verdict })).await
}

/// From the last paper to the end.
async fn ends(station: &Station) -> Value {
    judges(station, "id", None).await;
    judges(station, "lease", Some("承租人姓名与身份证不一致")).await;
    does(station, json!({ "step": "tell", "materials": ["form", "lease"] })).await;
    let conclusion = json!({ "conclusion": "correct" });
    does(station, json!({ "step": "conclude", "conclusion": conclusion })).await;
    does(station, json!({ "step": "invite", "invitation": "plain" })).await;
    station.call("practice_hand_in", json!({ "case": CASE })).await.expect("handed in")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_where_it_was_left_and_its_key_is_shown_only_once_it_is_handed_in()
-> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let url = central.url();
    let station = Station::signed_in(data.path(), &url, ACCOUNT).await?;
    // A village station may have no line for days.
    central.stop().await?;

    let begun = begins(&station, false).await;
    let run = json!({ "run": begun["under_way"]["id"] });
    arrives(&station).await;
    let view = judges(&station, "form", Some("经营场所写到路名没写门牌号")).await;
    let early = station.call("practice_result", run.clone()).await.expect_err("not handed in");
    assert_eq!(early.code, Code::NotFound, "an unfinished run has no result");
    for hidden in ["why", "right", "rule", "marks", "key"] {
        assert!(!names(&view).contains(&hidden.to_owned()), "{hidden} is not given with a case");
    }
    station.quit().await;

    let station = Station::new(data.path(), &url);
    station.sign_in(ACCOUNT, PASSWORD).await.expect("signs in without a line");
    let again = begins(&station, false).await;
    assert_eq!(again["under_way"], view["under_way"], "nothing is lost by leaving");
    let result = ends(&station).await;
    assert_eq!(result["score"]["points"], 100, "{}", result["score"]);
    assert_eq!(result["key"]["materials"][2]["marks"][0]["spot"]["line"], "承租人（乙方）");
    let kept = station.call("practice_result", run).await.expect("the result");
    assert_eq!(kept, result, "it can be looked at again");
    let done = station.call("practice_step", json!({ "case": CASE, "step": { "step": "call" } }));
    assert_eq!(done.await.expect_err("over").code, Code::NotFound, "what is handed in stays so");

    begins(&station, false).await;
    let worse = station.call("practice_hand_in", json!({ "case": CASE })).await.expect("empty");
    assert_eq!(worse["score"]["points"], 0);
    let list = station.call("practice_list", json!({})).await.expect("the list");
    let row = list["cases"].as_array().and_then(|rows| rows.iter().find(|r| r["case"] == CASE));
    let row = row.context("the case")?;
    assert_eq!((&row["best"], &row["passed"]), (&json!(100), &json!(true)), "the best counts");
    assert_eq!(list["past"][0]["points"], 0, "the last first");
    station.quit().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_given_up_begins_anew_and_takes_no_score_with_it() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), ACCOUNT).await?;
    begins(&station, false).await;
    arrives(&station).await;
    ends(&station).await;
    begins(&station, false).await;
    arrives(&station).await;
    let anew = begins(&station, true).await;
    assert_eq!(anew["under_way"]["run"]["called_at"], Value::Null);
    let list = station.call("practice_list", json!({})).await.expect("the list");
    assert_eq!(list["past"].as_array().map(Vec::len), Some(1), "the score of before stays");
    let unknown = json!({ "case": "nowhere", "anew": false });
    assert_eq!(
        station.call("practice_begin", unknown).await.expect_err("none").code,
        Code::NotFound
    );
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_run_leaves_tickets_outbox_audit_and_search_as_they_were() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let url = central.url();
    let station = Station::signed_in(data.path(), &url, ACCOUNT).await?;
    station.quit().await;
    // Without a line nothing but what is done here can change anything.
    central.stop().await?;
    let before = content(data.path()).await?;

    let station = Station::new(data.path(), &url);
    station.sign_in(ACCOUNT, PASSWORD).await.expect("signs in");
    begins(&station, false).await;
    arrives(&station).await;
    judges(&station, "form", Some("经营场所写到路名没写门牌号")).await;
    let result = ends(&station).await;
    station.searchable().await?;
    for word in ["何志铭", "黎国华"] {
        let filters = json!({ "department": null, "object": null, "theme": null, "level": null });
        let asked = json!({ "text": word, "kinds": [], "filters": filters, "limit": 5 });
        let found = station.call("search", asked).await.expect("a search").to_string();
        assert!(!found.contains(word), "nobody in practice can be found: {found}");
    }
    let counts = station.call("sync_state", json!({})).await.expect("the sync state");
    assert_eq!((&counts["pending"], &counts["attention"]), (&json!(0), &json!(0)));
    station.quit().await;

    let mut after = content(data.path()).await?;
    let runs = after.remove("practice_run").context("its own table")?;
    assert_eq!(runs.len(), 1, "the run itself: {}", result["id"]);
    for (table, rows) in after {
        let was = before.get(&table).cloned().unwrap_or_default();
        assert_eq!(rows, was, "{table} is about real work");
    }
    Ok(())
}

/// Every field name in a value.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, inner)| [vec![name.clone()], names(inner)].concat())
            .collect(),
        Value::Array(items) => items.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}

/// The rows of every table of the only account in `data`, opened as its owner could.
async fn content(data: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let store = owner::store(data, ACCOUNT).await?;
    let mut tables = BTreeMap::new();
    {
        let mut c = store.read().await?;
        let listed =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let names: Vec<String> = sqlx::query_scalar(listed).fetch_all(&mut *c).await?;
        for name in names {
            let rows = rows(&mut c, &name).await?;
            tables.insert(name, rows);
        }
    }
    store.close().await;
    Ok(tables)
}

/// The rows of a table as text; of the audit, all but the coming and going of the person.
async fn rows(c: &mut Connection, table: &str) -> Result<Vec<String>> {
    let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
        .bind(table)
        .fetch_all(&mut *c)
        .await?;
    let quoted: Vec<String> = columns.iter().map(|name| format!("quote(\"{name}\")")).collect();
    let only = if table == "audit" { "WHERE action NOT IN ('sign_in', 'sign_out')" } else { "" };
    let sql = format!("SELECT {} FROM \"{table}\" {only} ORDER BY 1", quoted.join(" || ',' || "));
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(c).await?)
}
