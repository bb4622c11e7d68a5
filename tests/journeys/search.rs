//! One search over everything: in step with what is here, and of use to nobody who takes the files.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_platform::admin::import_directory;
use bangban_platform::import::import_matters;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

fn asked(text: &str) -> Value {
    let filters = json!({ "department": null, "object": null, "theme": null, "level": null });
    json!({ "text": text, "kinds": [], "filters": filters, "limit": 10 })
}

async fn search(station: &Station, text: &str) -> Value {
    station.call("search", asked(text)).await.expect("a search")
}

/// Titles of what was found of a kind.
fn titles(found: &Value, kind: &str) -> Vec<String> {
    let groups = found["groups"].as_array().into_iter().flatten();
    let hits = groups
        .filter(|group| group["kind"] == kind)
        .flat_map(|group| group["hits"].as_array().into_iter().flatten());
    hits.map(|hit| hit["title"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_reply_is_found_by_its_words_until_it_is_removed_and_by_nobody_else() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let reply = json!({ "id": null, "title": "雨天改期", "text": "台风天窗口暂停，请改日再来。" });
    let kept = station.call("reply_save", reply).await.expect("kept");
    station.searchable().await?;
    for typed in ["雨天改期", "台风天", "ytgq"] {
        let found = search(&station, typed).await;
        assert_eq!(titles(&found, "reply"), ["雨天改期"], "{typed}");
    }
    let found = search(&station, "雨天改期").await;
    assert_eq!(found["groups"][0]["hits"][0]["what"]["kind"], "own_reply");

    station.sign_in("lin.zhiqiang", PASSWORD).await.expect("a colleague at the same machine");
    station.until("first sync", |state| state["ready"] == true).await?;
    station.searchable().await?;
    assert!(titles(&search(&station, "雨天改期").await, "reply").is_empty());

    station.sign_in("chen.yumei", PASSWORD).await.expect("back again");
    station.call("reply_remove", json!({ "id": kept[0]["id"] })).await.expect("removed");
    station.searchable().await?;
    assert!(titles(&search(&station, "雨天改期").await, "reply").is_empty());
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_type_leads_to_every_kind_of_thing() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    for (typed, kind, expected) in [
        ("低保", "matter", "最低生活保障对象认定"),
        ("dibao", "matter", "最低生活保障对象认定"),
        ("sbk", "matter", "社会保障卡申领"),
        ("社會保障卡", "matter", "社会保障卡申领"),
        ("领证", "matter", "内地居民婚姻登记（结婚）"),
        ("户口簿", "material", "户口簿"),
        ("婚姻登记条例", "statute", "婚姻登记条例"),
    ] {
        let found = search(&station, typed).await;
        let titles = titles(&found, kind);
        assert!(titles.iter().any(|title| title.contains(expected)), "{typed}: {titles:?}");
    }
    let material = json!({ "kind": "material", "key": titles(&search(&station, "户口簿").await,
        "material")[0] });
    let uses = station.call("search_uses", material).await.expect("its page");
    assert!(!uses["matters"].as_array().context("matters")?.is_empty());

    let cases = station.tickets("all", None).await?;
    let requester = cases[0]["requester"].as_str().context("a name")?;
    assert!(!titles(&search(&station, requester).await, "case").is_empty(), "by name");
    assert_eq!(search(&station, "量子纠缠").await["groups"], json!([]), "a miss is one");
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_opens_comes_first_the_next_time() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let found = search(&station, "养老保险").await;
    let before = titles(&found, "matter");
    let groups = found["groups"].as_array().context("groups")?;
    let matters = groups.iter().find(|group| group["kind"] == "matter").context("matters")?;
    let used = json!({ "kind": "matter", "key": matters["hits"][1]["key"] });
    for _ in 0..20 {
        station.call("search_used", used.clone()).await.expect("noted");
    }
    assert_eq!(titles(&search(&station, "养老保险").await, "matter")[0], before[1]);
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_moved_finds_the_cases_of_the_new_place_and_not_those_of_the_old() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "lin.zhiqiang").await?;
    let (old, new) = ("外地户口做外卖", "租房想取公积金");
    let holds = |found: &Value, begun: &str| {
        titles(found, "case").iter().any(|title| title.starts_with(begun))
    };
    assert!(holds(&search(&station, old).await, old));
    assert!(!holds(&search(&station, new).await, new));

    let moved = json!({ "organisations": [], "staff": [{
        "account": "lin.zhiqiang", "name": "林志强", "role": "service", "organisation": "yuanzhou",
        "post": "综合窗口服务专员", "staff_no": "YZ0109", "active": true,
    }] });
    let file = data.path().join("moved.json");
    fs::write(&file, moved.to_string())?;
    import_directory(central.platform.db(), &file, bangban_platform::clock::now()).await?;
    station.sign_in("lin.zhiqiang", PASSWORD).await.expect("signed in at the new place");
    let found = |found: &Value| holds(found, new);
    station.until_of("search", asked(new), "the cases of the new place", found).await?;
    station.searchable().await?;
    assert!(!holds(&search(&station, old).await, old));
    station.quit().await;
    central.stop().await
}

/// The index of the only account in a data folder.
fn index_of(data: &Path) -> Result<std::path::PathBuf> {
    let mut folders = vec![data.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() && path.ends_with("search") {
                return Ok(path);
            }
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    anyhow::bail!("no index in {}", data.display())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_that_is_damaged_old_or_gone_is_made_anew_and_misses_nothing() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let aside = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    station.quit().await;
    let index = index_of(data.path())?;
    copy(&index, aside.path())?;

    // Something came since that copy was made.
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let file = write_matter(aside.path(), "水上独木桥通行登记")?;
    import_matters(central.platform.db(), &file, bangban_platform::clock::now()).await?;
    let found = |found: &Value| !titles(found, "matter").is_empty();
    station.until_of("search", asked("独木桥通行"), "the new matter", found).await?;
    station.quit().await;

    for harm in ["old", "damaged", "gone"] {
        match harm {
            "old" => {
                fs::remove_dir_all(&index)?;
                copy(aside.path(), &index)?;
            }
            "damaged" => {
                for entry in fs::read_dir(&index)? {
                    let path = entry?.path();
                    let half = fs::metadata(&path)?.len() / 2;
                    fs::OpenOptions::new().write(true).open(&path)?.set_len(half)?;
                }
            }
            _ => fs::remove_dir_all(&index)?,
        }
        let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
        station.until_of("search", asked("独木桥通行"), harm, found).await?;
        station.quit().await;
    }
    central.stop().await
}

/// An export of one matter with this name.
fn write_matter(folder: &Path, name: &str) -> Result<std::path::PathBuf> {
    let file = folder.join("one.jsonl");
    let row = json!({ "TASK_CODE": "11441322007103032K4442199001000", "matter_name": name });
    fs::write(&file, format!("{row}\n"))?;
    Ok(file)
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_takes_the_index_reads_a_word_of_it() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let cases = station.tickets("all", None).await?;
    let names = ["最低生活保障对象认定", cases[0]["requester"].as_str().context("a name")?];
    station.quit().await;
    let mut bytes = 0;
    for entry in fs::read_dir(index_of(data.path())?)? {
        let content = fs::read(entry?.path())?;
        bytes += content.len();
        for name in names {
            let there = content.windows(name.len()).any(|window| window == name.as_bytes());
            assert!(!there, "{name} can be read");
        }
    }
    assert!(bytes > 10_000, "the index was looked at");
    central.stop().await
}
