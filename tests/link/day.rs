//! What a village station does in a day, through the command table.

use anyhow::{Context as _, Result};
use bangban_tests::station::Station;
use serde_json::{Value, json};

/// Citizens of a busy day.
const CITIZENS: usize = 25;
const NAMES: [&str; 5] = ["何阿婆", "练桂英", "傅观发", "凌水秀", "曾国强"];
const NEEDS: [&str; 5] = [
    "老人满八十岁了，想问高龄津贴怎么领，要不要每年再去认证，子女在外地能不能代办",
    "社保卡丢了，药店刷不了，想知道在村里能不能补，多久拿到，补卡期间看病怎么报销",
    "想在自家一楼开个小吃店，问营业执照和食品经营许可要准备什么材料、要跑几次",
    "孩子下学期要转到镇上读书，户口还在外省，问居住证和积分入学要交哪些证明",
    "宅基地的老房子要翻建，问申请表在哪里领、要不要村里盖章、邻居签字是不是必须",
];
const ANSWERS: [&str; 3] = [
    "请带身份证原件、户口簿和一寸照片，周一至周五上午来站里，我帮您在网上填好，当天能受理",
    "已查到您符合条件，缺一份村委会的居住证明，我把样表打印好放在站里，拿来盖章即可",
    "这件事由县医保局定，我已把您的情况写给他们，两个工作日内给您回电话",
];

/// A case of a person's own with an open pre-review. Gives the ticket and a material of it.
pub async fn case(station: &Station) -> Result<(String, String)> {
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let ticket = text(&fresh[0]["id"])?;
    act(station, &ticket, json!({ "do": "claim" })).await?;
    let guide = json!({ "do": "advance", "to": "guidance", "note": "指导填表" });
    act(station, &ticket, guide).await?;
    let query = json!({ "text": "食品经营许可（新办）", "theme": null, "department": null,
        "level": null, "object": null, "offset": 0, "limit": 1 });
    let found = call(station, "matter_search", query).await?;
    let open = json!({ "ticket": ticket, "matter": found["rows"][0]["id"],
        "situation": "catering" });
    let opened = call(station, "review_open", open).await?;
    let material = text(&opened["ticket"]["review"]["items"][0]["material"])?;
    Ok((ticket, material))
}

/// Every citizen registered, guided, answered and noted. Gives the number of actions.
pub async fn work(station: &Station) -> Result<usize> {
    for n in 0..CITIZENS {
        let (name, need) = (NAMES[n % NAMES.len()], NEEDS[n % NEEDS.len()]);
        let new = json!({ "channel": "counter", "nature": "policy", "subject": "",
            "request": format!("{need}。{}", own_words(1_000 + n)), "requester": { "kind": "natural_person",
            "name": name, "id_number": null, "phone": null, "credit_code": null, "agent": null },
            "matter": null, "situation": null, "priority": null, "claim": true });
        let registered = call(station, "ticket_register", new).await?;
        let ticket = text(&registered["ticket"]["id"])?;
        let guide = json!({ "do": "advance", "to": "guidance", "note": "当面指导" });
        act(station, &ticket, guide).await?;
        for (turn, answer) in ANSWERS.iter().enumerate() {
            let text = format!("{answer}。{}", own_words(n * ANSWERS.len() + turn));
            let reply = json!({ "do": "reply", "text": text, "via": "phone" });
            act(station, &ticket, reply).await?;
            note(station, &ticket, n * ANSWERS.len() + turn).await?;
        }
    }
    let state = call(station, "sync_state", json!({})).await?;
    // Some may have gone already; each citizen is a registration with its claim, a step, and three
    // answers with a note.
    let written = CITIZENS * 9;
    anyhow::ensure!(state["pending"].as_u64() <= Some(written as u64), "{state}");
    Ok(written)
}

/// A note on a ticket.
pub async fn note(station: &Station, ticket: &str, n: usize) -> Result<()> {
    let text = format!("来电第{n}次：{}", own_words(2_000 + n));
    act(station, ticket, json!({ "do": "note", "text": text })).await
}

/// Forty characters in an order that does not come again, so that packing gains no more than it
/// does with what people write.
fn own_words(n: usize) -> String {
    let from: Vec<char> = NEEDS.concat().chars().chain(ANSWERS.concat().chars()).collect();
    let mut state = (n as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut roll = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % from.len() as u64).unwrap_or(0)
    };
    (0..40).map(|_| from[roll()]).collect()
}

/// Files a scan.
pub async fn file(
    station: &Station,
    ticket: &str,
    material: &str,
    name: &str,
    content: &[u8],
) -> Result<()> {
    let upload = station.send_file(ticket, material, name, content).await?;
    let taken = station.finish_file(&upload, true).await?;
    anyhow::ensure!(taken["outcome"] == "filed", "{taken}");
    Ok(())
}

async fn act(station: &Station, ticket: &str, action: Value) -> Result<()> {
    station.act(ticket, action).await.map_err(|e| anyhow::anyhow!("{e:?}"))?;
    Ok(())
}

async fn call(station: &Station, name: &str, argument: Value) -> Result<Value> {
    station.call(name, argument).await.map_err(|e| anyhow::anyhow!("{name}: {e:?}"))
}

fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().context("a text")?.to_owned())
}
