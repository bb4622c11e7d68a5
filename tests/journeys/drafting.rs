//! Drafts by a model: from found entries only, without anybody's personal data, and never believed.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_api::error::Code;
use bangban_tests::central::Central;
use bangban_tests::model::{Manner, ModelServer};
use bangban_tests::process::{PlatformProcess, StationProcess};
use bangban_tests::station::Station;
use futures::future::join;
use serde_json::{Value, json};
use tempfile::TempDir;

/// 最低生活保障对象认定: several entries belong to it.
const MATTER: &str = "1144132290010061344000511001000";
const KEY: &str = "sk-0123456789-never-to-be-seen";
/// Whom and what the server must never hear of; the numbers are made up and valid in form.
const SECRETS: [&str; 9] = [
    "梁绣球",
    "绣球",
    "区满堂",
    "陈玉梅",
    "110105194912310",
    "13800001357",
    "E98765432",
    "铁场村",
    "liang_xq",
];

/// A case full of personal data, which the person at the desk may reply to.
fn registered() -> Value {
    let request = "梁绣球本人（身份证110105 19491231 002X，电话138 0000 1357，微信liang_xq@example.cn），\
                   住铁场村5组12号，女儿区满堂持护照E98765432来问：绣球年纪大收入低，能申请低保吗？\
                   上次是陈玉梅接的。";
    let agent = json!({ "standing": "authorised", "name": "区满堂", "id_number": "E98765432",
        "phone": "13800001357" });
    let requester = json!({ "kind": "natural_person", "name": "梁绣球", "document": "resident_id",
        "id_number": "11010519491231002X", "phone": "13800001357", "credit_code": null,
        "agent": agent });
    json!({ "channel": "counter", "nature": "policy", "subject": "梁绣球问低保",
        "request": request, "requester": requester, "matter": MATTER, "situation": null,
        "priority": null, "elderly": null, "organisation": null, "claim": true })
}

/// A desk that has a case, and the model it may ask.
struct Scene {
    central: Central,
    _data: TempDir,
    station: Station,
    model: ModelServer,
    ticket: Value,
}

impl Scene {
    async fn set(manner: Manner) -> Result<Self> {
        let central = Central::start().await?;
        let data = TempDir::new()?;
        let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
        let model = ModelServer::start(manner).await?;
        let view = station.call("ticket_register", registered()).await.expect("registered");
        let ticket = view["ticket"]["id"].clone();
        let scene = Self { central, _data: data, station, model, ticket };
        scene.configure(&scene.model.url(), Some(KEY)).await;
        Ok(scene)
    }

    async fn configure(&self, address: &str, key: Option<&str>) -> Value {
        let model = json!({ "address": address, "model": "qwen3", "key": key });
        self.station.call("drafter_set", model).await.expect("configured")
    }

    async fn ask(&self, question: &str) -> Value {
        let question = json!({ "ticket": self.ticket, "question": question });
        let answer = self.station.call("draft_ask", question).await.expect("an answer");
        answer["outcome"].clone()
    }

    async fn end(self) -> Result<()> {
        self.station.quit().await;
        self.central.stop().await
    }
}

fn says(text: &str) -> Manner {
    Manner::Says(text.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_asks_a_model_unless_somebody_configured_one_and_off_is_off_again() -> Result<()> {
    let scene = Scene::set(says("可以申请。[1]")).await?;
    let off = scene.station.call("drafter_off", json!({})).await.expect("off");
    assert_eq!(off["model"], Value::Null);
    for (command, argument) in [
        ("draft_preview", json!({ "ticket": scene.ticket })),
        ("draft_ask", json!({ "ticket": scene.ticket, "question": "能申请吗" })),
        ("drafter_try", json!({})),
    ] {
        let refused = scene.station.call(command, argument).await.expect_err("there is none");
        assert_eq!(refused.code, Code::NotFound, "{command}");
    }
    assert!(scene.model.sent().is_empty());

    let again = scene.configure(&scene.model.url(), None).await;
    assert_eq!(again["model"]["key"], Value::Null, "the key went with it");
    scene.configure(&scene.model.url(), Some(KEY)).await;
    let moved = scene.configure("https://models.example.gov.cn/v1", None).await;
    assert_eq!(moved["model"]["key"], Value::Null, "no other address gets a key");
    for (address, why) in [("http://10.0.0.8/v1", "unsealed"), ("models", "not_an_address")] {
        let wrong = json!({ "address": address, "model": "qwen3", "key": null });
        let wrong = scene.station.call("drafter_set", wrong).await.expect_err("not taken");
        assert_eq!((wrong.code, wrong.params["why"].as_str()), (Code::BadInput, why));
    }
    scene.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_in_a_case_can_be_told_from_what_leaves_the_desk() -> Result<()> {
    let scene = Scene::set(says("收入低于标准的可以申请。[1]")).await?;
    let seen = json!({ "ticket": scene.ticket });
    let seen = scene.station.call("draft_preview", seen).await.expect("what would leave");
    assert_eq!(seen["asked_before"], false);
    let question = seen["question"].as_str().context("a question")?;
    assert!(question.contains("能申请低保吗"), "what it is about stays: {question}");
    scene.ask(question).await;
    // A person may write into the question what the desk took out of it.
    scene.ask(registered()["request"].as_str().context("a request")?).await;
    let sent = scene.model.sent();
    assert_eq!(sent.len(), 2);
    for sent in &sent {
        for secret in SECRETS {
            assert!(!sent.body.contains(secret), "{secret} left the desk: {}", sent.body);
        }
        assert_eq!(sent.authorization.as_deref(), Some(&*format!("Bearer {KEY}")));
    }

    let body: Value = serde_json::from_str(&sent[0].body)?;
    let (system, user) = (&body["messages"][0]["content"], &body["messages"][1]["content"]);
    assert_eq!(system, &seen["instructions"], "no more than the person could see");
    let user = user.as_str().context("a message")?;
    let entries = seen["entries"].as_array().context("entries")?;
    let shown = entries.iter().filter_map(|entry| entry["text"].as_str());
    let rest = shown.fold(user.replace(question, ""), |rest, entry| rest.replace(entry, ""));
    assert_eq!(rest.split_whitespace().collect::<String>(), "群众的问题：条目：");

    let again = json!({ "ticket": scene.ticket });
    let again = scene.station.call("draft_preview", again).await.expect("what would leave");
    assert_eq!(again["asked_before"], true, "it is in the audit");
    scene.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_offered_with_what_its_entries_rest_on_and_only_if_it_keeps_to_them()
-> Result<()> {
    let scene = Scene::set(says("收入低于当地标准的，可以申请。[1]")).await?;
    let good = scene.ask("能申请低保吗").await;
    assert_eq!((&good["came"], &good["draft"]["faults"]), (&json!("draft"), &json!([])));
    let text = good["text"].as_str().context("a text")?;
    assert!(text.starts_with("收入低于当地标准的，可以申请。"), "{text}");
    let first = json!({ "id": good["entries"][0]["id"] });
    let first = scene.station.call("knowledge_get", first).await.expect("the entry");
    for basis in first["entry"]["basis"].as_array().context("its basis")? {
        assert!(text.contains(basis["title"].as_str().context("a title")?), "{text}");
    }

    for (answer, fault) in [
        ("可以申请。[9]", json!({ "fault": "unknown_entry", "paragraph": 1, "number": 9 })),
        ("可以申请。", json!({ "fault": "uncited", "paragraph": 1 })),
        (
            "依据《救助条例》第九百条申请。[1]",
            json!({ "fault": "unknown_source", "paragraph": 1, "words": "《救助条例》第900条" }),
        ),
    ] {
        scene.model.answers(says(answer));
        let bad = scene.ask("能申请低保吗").await;
        assert_eq!((&bad["draft"]["faults"], &bad["text"]), (&json!([fault]), &Value::Null));
    }
    scene.model.answers(says("没有依据"));
    assert_eq!(scene.ask("公积金怎么提取").await, json!({ "came": "no_basis" }));
    scene.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_goes_wrong_has_a_name_of_its_own_and_nothing_else_is_asked() -> Result<()> {
    let scene = Scene::set(Manner::Silent).await?;
    let other = ModelServer::start(says("好")).await?;
    let elsewhere = format!("{}/chat/completions", other.url());
    for (manner, fault) in [
        (Manner::Silent, "too_slow"),
        (Manner::Refuses(401), "key_refused"),
        (Manner::Refuses(404), "unknown_model"),
        (Manner::Refuses(429), "too_many"),
        (Manner::Refuses(400), "refused"),
        (Manner::Refuses(503), "failed"),
        (Manner::Page(404), "wrong_address"),
        (Manner::Page(200), "unreadable"),
        (Manner::Floods, "too_large"),
        (Manner::StopsShort, "cut_short"),
        (Manner::Elsewhere(elsewhere), "redirected"),
    ] {
        scene.model.answers(manner);
        let failed = scene.ask("能申请低保吗").await;
        assert_eq!(failed, json!({ "came": "failed", "fault": fault }));
        let tried = scene.station.call("drafter_try", json!({})).await.expect("tried");
        assert_eq!(tried, json!({ "fault": fault }));
    }
    assert!(other.sent().is_empty(), "nobody followed");
    scene.model.answers(says("好"));
    let tried = scene.station.call("drafter_try", json!({})).await.expect("tried");
    assert_eq!(tried, json!({ "fault": null }));

    let without_tls = format!("https://{}/v1", scene.model.address);
    scene.configure(&without_tls, None).await;
    assert_eq!(scene.ask("能申请低保吗").await["fault"], "untrusted");
    let gone = other.url();
    drop(other);
    scene.configure(&gone, None).await;
    assert_eq!(scene.ask("能申请低保吗").await["fault"], "unreachable");
    scene.end().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_question_is_under_way_at_a_time_and_a_person_can_stop_it() -> Result<()> {
    let scene = Scene::set(Manner::Silent).await?;
    let station = &scene.station;
    let next = async {
        while scene.model.sent().is_empty() {
            tokio::task::yield_now().await;
        }
        let second = scene.ask("能申请低保吗").await;
        assert_eq!(second["fault"], "busy");
        station.call("drafter_stop", json!({})).await.expect("stopped");
    };
    let (first, ()) = join(scene.ask("能申请低保吗"), next).await;
    assert_eq!(first["fault"], "stopped");
    assert_eq!(scene.model.sent().len(), 1);

    let sign_out = async {
        while scene.model.sent().len() < 2 {
            tokio::task::yield_now().await;
        }
        station.call("sign_out", json!({})).await.expect("signed out");
    };
    let (last, ()) = join(scene.ask("能申请低保吗"), sign_out).await;
    assert_eq!(last["fault"], "stopped", "nobody is left to read it");
    scene.end().await
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files(&path, found)? } else { found.push(path) }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_in_no_file_and_no_log_even_of_a_desk_that_logs_everything() -> Result<()> {
    let (folder, desk) = (TempDir::new()?, TempDir::new()?);
    let platform = PlatformProcess::start(folder.path()).await?;
    let model = ModelServer::start(Manner::Refuses(401)).await?;
    let level = "debug,bangban_api=trace,bangban_drafter=trace,reqwest=trace,hyper_util=trace";
    let station =
        StationProcess::start_logging(desk.path(), &platform.url(), "chen.yumei", level).await?;
    station.until("sync_state", json!({}), |state| state["ready"] == true).await?;
    let told = json!({ "address": model.url(), "model": "qwen3", "key": KEY });
    let state = station.call("drafter_set", told).await?;
    assert!(!state.to_string().contains(KEY), "the screen does not get it back");
    station.call("drafter_try", json!({})).await?;
    model.answers(says("好"));
    station.call("drafter_try", json!({})).await?;
    let sent = model.sent();
    assert_eq!(sent.len(), 2);
    assert!(
        sent.iter().all(|sent| sent.authorization.as_deref() == Some(&format!("Bearer {KEY}")))
    );

    let mut all = Vec::new();
    files(desk.path(), &mut all)?;
    assert!(all.iter().any(|path| path.ends_with("station.log")));
    assert!(all.iter().any(|path| path.ends_with("drafting.json")));
    for path in all {
        // The desk goes on working: a part of its index that it has put together meanwhile is gone.
        let content = match std::fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            read => read?,
        };
        let holds = content.windows(KEY.len()).any(|piece| piece == KEY.as_bytes());
        assert!(!holds, "the key is in {}", path.display());
    }
    Ok(())
}
