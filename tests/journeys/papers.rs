//! Papers that citizens take home: what they say, whether they can be trusted, and what they must
//! never say.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_tests::central::Central;
use bangban_tests::print::{code, text};
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

const BASIS: &str = "《中华人民共和国行政许可法》第三十二条第一款第四项";

async fn food(station: &Station) -> Result<String> {
    let query = json!({ "text": "食品经营许可（新办）", "theme": null, "department": null,
        "level": null, "object": null, "offset": 0, "limit": 1 });
    let found = station.call("matter_search", query).await.expect("found");
    Ok(found["rows"][0]["id"].as_str().context("a matter")?.to_owned())
}

/// A case that is registered here and has an open pre-review.
async fn case(station: &Station) -> Result<String> {
    let matter = food(station).await?;
    let new = json!({ "channel": "counter", "nature": "procedure", "subject": "",
        "request": "新开小餐馆，想办食品经营许可", "requester": { "kind": "natural_person",
        "name": "张晓雯", "id_number": "441300199706123265", "phone": "13800130101",
        "credit_code": null, "agent": null }, "matter": matter, "situation": "catering",
        "priority": null, "elderly": null, "organisation": null, "claim": true });
    let registered = station.call("ticket_register", new).await.expect("registered");
    let ticket = registered["ticket"]["id"].as_str().context("an id")?.to_owned();
    let guide = json!({ "do": "advance", "to": "guidance", "note": "指导填表" });
    station.act(&ticket, guide).await.expect("advanced");
    let open = json!({ "ticket": ticket, "matter": matter, "situation": "catering" });
    station.call("review_open", open).await.expect("opened");
    Ok(ticket)
}

async fn papers(station: &Station, ticket: &str) -> Result<Vec<Value>> {
    let found = station.call("paper_list", json!({ "ticket": ticket })).await.expect("listed");
    Ok(found.as_array().context("a list")?.clone())
}

/// Asks for the last paper of a kind that can be printed.
async fn wanted(station: &Station, ticket: &str, kind: &str) -> Result<Value> {
    let offers = papers(station, ticket).await?;
    let fits = |offer: &&Value| offer["paper"]["kind"] == kind && offer["lack"].is_null();
    let paper = offers.iter().rev().find(fits).context("an offer")?["paper"].clone();
    Ok(json!({ "ticket": ticket, "paper": paper }))
}

async fn saved(station: &Station, input: &Value) -> Result<String> {
    let saved = station.call("paper_save", input.clone()).await.expect("saved");
    Ok(saved["path"].as_str().context("a path")?.to_owned())
}

/// Last day of the applicant, as the desk's own clock has it.
fn due_day(view: &Value) -> Result<String> {
    let clocks = view["clocks"].as_array().context("clocks")?;
    let due = clocks.iter().find(|clock| clock["kind"] == "correction").context("its clock")?;
    let due = chrono::DateTime::from_timestamp_millis(due["due_at"].as_i64().context("a time")?);
    let china = chrono::FixedOffset::east_opt(8 * 3600).context("an offset")?;
    Ok(due.context("a time")?.with_timezone(&china).format("%Y年%-m月%-d日").to_string())
}

async fn verdict(station: &Station, code: &str) -> Value {
    station.call("paper_verify", json!({ "code": code })).await.expect("an answer")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_handed_over_without_a_network_says_everything_and_is_known_at_every_desk()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(here.path(), &wire.url(), "chen.yumei").await?;
    let other = Station::signed_in(there.path(), &central.url(), "huang.lijuan").await?;
    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let ticket = case(&chen).await?;
    let lacks: Vec<_> = papers(&chen, &ticket).await?.iter().map(|o| o["lack"].clone()).collect();
    assert_eq!(lacks, [json!(null), json!("nothing_received"), json!("no_correction")]);

    let paper = json!({ "do": "receive_materials", "received": [
        { "material": "form", "paper": { "originals": 1, "copies": 0 } }] });
    let opened = chen.act(&ticket, paper).await.expect("received");
    let items = opened["ticket"]["review"]["items"].as_array().context("a checklist")?.clone();
    for (at, item) in items.iter().enumerate() {
        let verdict = match at {
            0 => json!({ "verdict": "needs_fixing", "defect": "末页未签名，经营项目漏勾",
                "fix": "本人在末页签名并补勾经营项目" }),
            1 => json!({ "verdict": "missing", "fix": "到市场监管所打印一份副本" }),
            _ => json!({ "verdict": "meets" }),
        };
        let judge = json!({ "do": "judge_material", "material": item["material"],
            "verdict": verdict });
        chen.act(&ticket, judge).await.expect("judged");
    }
    let issue = json!({ "do": "issue_correction", "due_days": 5, "basis": BASIS });
    chen.act(&ticket, issue).await.expect("issued without a network");

    let notice = wanted(&chen, &ticket, "correction_notice").await?;
    let shown = chen.call("paper_preview", notice.clone()).await.expect("shown");
    let before = papers(&chen, &ticket).await?;
    assert!(before.iter().all(|offer| offer["issued_at"].is_null()), "looking is not printing");
    let printed = chen.call("paper_print", notice.clone()).await.expect("printed");
    assert_eq!(shown["content_sha256"], printed["content_sha256"], "what is shown is printed");
    assert_eq!((&printed["provisional"], &printed["missing"]), (&json!(true), &json!([])));
    assert_eq!(printed["pages"].as_array().map(Vec::len), Some(1), "nothing to staple");

    let path = saved(&chen, &notice).await?;
    let name = Path::new(&path).file_name().context("a name")?.to_string_lossy().into_owned();
    let digits = ticket[ticket.len() - 8..].to_uppercase();
    assert_eq!(name, format!("补正告知书-暂{digits}.pdf"), "no name of a person in it");
    let again = saved(&chen, &notice).await?;
    assert!(again.ends_with(" (2).pdf") && Path::new(&path).exists(), "nothing is overwritten");
    let read = text(Path::new(&path))?;
    for item in &items[..2] {
        let name: String = item["name"].as_str().context("a name")?.split_whitespace().collect();
        assert!(read.contains(&name), "the material {name}: {read}");
    }
    let correction = chen.case(&ticket).await?["ticket"]["review"]["corrections"][0].clone();
    let due = due_day(&chen.case(&ticket).await?)?;
    assert_eq!(correction["defects"].as_array().map(Vec::len), Some(2));
    for words in [
        "末页未签名，经营项目漏勾",
        "本人在末页签名并补勾经营项目",
        "缺失",
        "到市场监管所打印一份副本",
        BASIS,
        "待上传",
        "5个工作日",
        &due,
        "一次告知",
        "4413****",
    ] {
        assert!(read.contains(words), "it says {words}: {read}");
    }
    assert!(!read.contains("441300199706123265"), "numbers are masked");

    let code = code(&printed["pages"][0])?;
    let genuine = verdict(&chen, &code).await;
    assert_eq!(genuine["outcome"], "genuine");
    assert_eq!(
        (&genuine["ticket"], &genuine["kind"]),
        (&json!(ticket), &json!("correction_notice"))
    );
    assert_eq!(genuine["issued_by"], "陈玉梅", "who gave it out, where it was");
    assert_eq!(verdict(&other, &code).await["outcome"], "case_not_here", "not heard of yet");

    wire.mend();
    chen.settled().await?;
    let heard = |v: &Value| v["ticket"]["review"]["corrections"][0].is_object();
    let got = json!({ "ticket": ticket });
    let there = other.until_of("ticket_get", got, "the notice", heard).await?;
    assert!(there["ticket"]["number"].is_string(), "the platform has given a number since");
    let elsewhere = verdict(&other, &code).await;
    assert_eq!(elsewhere["outcome"], "genuine", "the case says what the paper says: {elsewhere}");
    assert_eq!((&elsewhere["issued_at"], &elsewhere["ticket"]), (&json!(null), &json!(ticket)));

    let (rest, last) = code.split_at(code.len() - 1);
    let altered = format!("{rest}{}", if last == "0" { "1" } else { "0" });
    for station in [&chen, &other] {
        assert_eq!(verdict(station, &altered).await["outcome"], "differs", "one digit");
        assert_eq!(verdict(station, "https://example.cn/a").await["outcome"], "not_a_code");
    }
    let moved = code.replace("correction_notice", "material_receipt");
    assert_eq!(verdict(&chen, &moved).await["outcome"], "differs", "the code of another paper");
    let official = wanted(&chen, &ticket, "correction_notice").await?;
    let shown = chen.call("paper_preview", official).await.expect("shown");
    assert_eq!(shown["provisional"], false, "printed anew it has the number");
    chen.quit().await;
    other.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_given_before_more_came_in_stays_genuine_at_another_desk() -> Result<()> {
    let central = Central::start().await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(here.path(), &central.url(), "chen.yumei").await?;
    let other = Station::signed_in(there.path(), &central.url(), "huang.lijuan").await?;
    let ticket = case(&chen).await?;
    let receive = |material: &str| {
        json!({ "do": "receive_materials", "received": [
        { "material": material, "paper": { "originals": 1, "copies": 2 } }] })
    };
    chen.act(&ticket, receive("form")).await.expect("received");
    let receipt = wanted(&chen, &ticket, "material_receipt").await?;
    let first = chen.call("paper_print", receipt.clone()).await.expect("printed");
    chen.act(&ticket, receive("layout")).await.expect("received");
    let told = wanted(&chen, &ticket, "one_time_notice").await?;
    let told = chen.call("paper_print", told).await.expect("printed");
    let read = text(Path::new(&saved(&chen, &receipt).await?))?;
    assert!(
        read.contains("共收到材料2种：原件2份，复印件4份") && read.contains("不代表受理"),
        "{read}"
    );
    chen.settled().await?;
    let both = |v: &Value| {
        let items = v["ticket"]["review"]["items"].as_array();
        items.is_some_and(|all| all.iter().filter(|i| i["paper"].is_object()).count() == 2)
    };
    other.until_of("ticket_get", json!({ "ticket": ticket }), "both materials", both).await?;
    for printed in [&first, &told] {
        let found = verdict(&other, &code(&printed["pages"][0])?).await;
        // Printed before the number came, it names the provisional one.
        assert_eq!(found["outcome"], "genuine", "{found}");
    }
    chen.quit().await;
    other.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filled_in_form_becomes_a_file_of_the_case_and_one_with_a_gap_does_not() -> Result<()> {
    let central = Central::start().await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(here.path(), &central.url(), "chen.yumei").await?;
    let other = Station::signed_in(there.path(), &central.url(), "huang.lijuan").await?;
    let ticket = case(&chen).await?;
    let mut data = json!({ "operator": "博罗县石湾阿丽小食店", "credit_code": "91441322MA5C7K9QXW",
        "principal": "黄丽", "id_number": "11010519491231002X", "phone": "13800130000",
        "business": "餐饮服务", "premises": "博罗县石湾镇中心路18号首层", "area": 45, "staff": 3 });
    let draft = json!({ "key": format!("form:{ticket}:form"), "text": data.to_string() });
    chen.call("draft_save", draft).await.expect("saved");
    let form = wanted(&chen, &ticket, "application_form").await?;
    let read = text(Path::new(&saved(&chen, &form).await?))?;
    let (first, last) = (read.find("经营者名称*"), read.find("从业人员数*3"));
    assert!(first.is_some() && first < last, "in the order of the form: {read}");
    assert!(read.contains("11010519491231002X"), "it is the citizen's own: {read}");

    data["phone"] = json!("12");
    let keep = |data: &Value| json!({ "ticket": ticket, "material": "form", "data": data });
    let refused = chen.call("form_keep", keep(&data)).await.expect_err("a gap");
    assert_eq!(refused.params.get("field").map(String::as_str), Some("/phone"));
    data["phone"] = json!("13800130000");
    let kept = chen.call("form_keep", keep(&data)).await.expect("kept");
    assert_eq!(kept["outcome"], "filed");
    chen.settled().await?;
    let across = |files: &Value| {
        files[0]["at_platform"] == true && files[0]["name"] == "食品经营许可申请书.pdf"
    };
    let files = other.until_of("file_list", json!({ "ticket": ticket }), "its file", across);
    assert_eq!(files.await?[0]["media"], "application/pdf");
    chen.quit().await;
    other.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_paper_of_any_case_claims_that_something_was_accepted_or_bears_a_seal() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let chen = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let mut kinds = HashSet::new();
    let mut guides = HashSet::new();
    for row in chen.tickets("station", None).await? {
        let ticket = row["id"].as_str().context("an id")?;
        let view = chen.case(ticket).await?;
        let pinned = view["ticket"]["matter"]["id"].as_str();
        let guide = match pinned {
            Some(id) => chen.call("matter_get", json!({ "id": id })).await.unwrap_or_default(),
            None => Value::Null,
        };
        for offer in papers(&chen, ticket).await? {
            let kind = offer["paper"]["kind"].as_str().context("a kind")?;
            let told = (kind == "one_time_notice").then(|| (pinned, &view["ticket"]["situation"]));
            let seen = told.is_some_and(|told| !guides.insert(json!([told.0, told.1]).to_string()));
            if !offer["lack"].is_null() || seen {
                continue;
            }
            kinds.insert(kind.to_owned());
            let input = json!({ "ticket": ticket, "paper": offer["paper"] });
            let read = text(Path::new(&saved(&chen, &input).await?))?;
            let theirs = format!("{view}{guide}");
            for words in
                ["已受理", "予以受理", "受理通知", "正式受理", "盖章", "专用章", "电子印章"]
            {
                // A guide may speak of a seal on a material; the paper itself may not.
                let ours = read.contains(words) && !theirs.contains(words);
                assert!(!ours, "{kind} says {words}: {read}");
            }
        }
    }
    for kind in ["one_time_notice", "material_receipt", "correction_notice"] {
        assert!(kinds.contains(kind), "the sample has papers of each kind: {kinds:?}");
    }
    chen.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_sent_on_leaves_with_a_paper_that_names_where_and_who_stays_responsible()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(here.path(), &wire.url(), "chen.yumei").await?;
    let other = Station::signed_in(there.path(), &central.url(), "huang.lijuan").await?;
    let fresh = chen.tickets("station", Some("unclaimed")).await?;
    let [handed, outside] = [0, 1].map(|at| fresh[at]["id"].as_str().unwrap_or_default());
    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    for ticket in [handed, outside] {
        chen.act(ticket, json!({ "do": "claim" })).await.expect("claimed");
    }
    let on = json!({ "do": "hand_off", "to_staff": null, "to_organisation": "yuanzhou",
        "note": "户籍在园洲，材料已核对" });
    chen.act(handed, on).await.expect("handed on without a network");
    let triage = json!({ "outcome": "out_of_scope", "office": "博罗县不动产登记中心",
        "address": "罗阳街道商业西街 2 号", "phone": "0752-6620001", "told": "带身份证到一楼取号",
        "via": "counter" });
    chen.act(outside, json!({ "do": "triage", "triage": triage })).await.expect("told where");

    let slip = wanted(&chen, handed, "handoff_slip").await?;
    let read = text(Path::new(&saved(&chen, &slip).await?))?;
    for words in ["转交单", "户籍在园洲，材料已核对", "首问责任人", "陈玉梅", "园洲镇"]
    {
        assert!(read.contains(words), "the slip says {words}: {read}");
    }
    let notice = wanted(&chen, outside, "out_of_scope_notice").await?;
    let read = text(Path::new(&saved(&chen, &notice).await?))?;
    for words in
        ["博罗县不动产登记中心", "罗阳街道商业西街2号", "0752-6620001", "带身份证到一楼取号"]
    {
        assert!(read.contains(words), "the notice says {words}: {read}");
    }

    let codes = [&slip, &notice].map(|input| chen.call("paper_print", input.clone()));
    let codes = futures::future::try_join_all(codes).await.expect("printed");
    wire.mend();
    chen.settled().await?;
    for (ticket, what) in [(handed, "handoff"), (outside, "triage")] {
        let arrived = |v: &Value| v["ticket"][what].is_object();
        other.until_of("ticket_get", json!({ "ticket": ticket }), what, arrived).await?;
    }
    for printed in &codes {
        let found = verdict(&other, &code(&printed["pages"][0])?).await;
        assert_eq!(found["outcome"], "genuine", "known where the citizen goes: {found}");
    }
    chen.quit().await;
    other.quit().await;
    central.stop().await
}
