//! The main job in numbered pictures: `cargo xtask tour`.

mod album;
mod colleagues;

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use bangban_tests::central::PASSWORD;
use bangban_tests::window::{Seat, Window};
use bangban_tests::wire::Wire;
use serde_json::json;

use crate::album::Album;
use crate::colleagues::Colleague;

/// Bytes a second: slow enough for a picture of the first sync.
const VILLAGE_LINE: u32 = 40_000;

/// A page of a PDF that was drawn.
const UNDER_THE_GLASS: &str = "return [...document.querySelectorAll('main canvas')]
    .some((page) => page.width > 200 && page.getClientRects().length > 0)";
/// The page of a paper that was drawn.
const PAGE: &str = "return [...document.querySelectorAll('[role=dialog] img')]
    .some((page) => page.complete && page.naturalWidth > 800)";

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job_in_pictures() -> Result<()> {
    let url = std::env::var("BANGBAN_PLATFORM_URL").context("BANGBAN_PLATFORM_URL")?;
    let data = PathBuf::from(std::env::var_os("BANGBAN_DATA_DIR").context("BANGBAN_DATA_DIR")?);
    let folder = data.parent().context("a folder for the desk")?;
    let platform: SocketAddr = url.trim_start_matches("http://").parse()?;
    let wire = Wire::to(platform).await?;
    let album = Album::open()?;
    let window = Seat::at(folder, &wire.url()).open().await?;

    first_day(&window, &album, &wire).await?;
    at_the_counter(&window, &album).await?;
    passing_on(&window, &album).await?;
    looking_up(&window, &album).await?;
    pre_review(&window, &album).await?;
    news(&window, &album, &url).await?;
    without_a_network(&window, &album, &wire, &url).await?;
    practice(&window, &album).await?;
    looks(&window, &album).await?;
    window.quit().await
}

async fn first_day(window: &Window, album: &Album, wire: &Wire) -> Result<()> {
    window.fill("账号", "chen.yumei").await?;
    album.take(window, "01-sign-in").await?;
    wire.narrow(VILLAGE_LINE);
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.heading("正在准备这台电脑").await?;
    let half = "return Number(document.querySelector('[role=progressbar]')
        ?.getAttribute('aria-valuenow')) > 30";
    window.until_script("a good part of it", half).await?;
    album.take(window, "02-first-sync").await?;
    wire.narrow(0);
    window.press("tab", "本站").await?;
    window.find("option", "首问").await?;
    window.find("link", "已同步").await?;
    album.take(window, "03-queue").await
}

async fn at_the_counter(window: &Window, album: &Album) -> Result<()> {
    window.open_ticket("陈秀英").await?;
    window.read("申请材料").await?;
    window.read("属于本事项").await?;
    album.take(window, "04-case").await?;

    window.press("button", "登记").await?;
    window.fill("姓名", "何阿婆").await?;
    window.fill("证件号码", "441300194606081246").await?;
    window.read("身份证号校验位不符").await?;
    window.fill("联系电话", "13800130170").await?;
    window.fill("群众怎么说", "八十岁了，听说有高龄津贴，不知道去哪里领。").await?;
    window.read("草稿已保存").await?;
    album.take(window, "05-register").await?;
    window.press("button", "登记并认领").await?;
    window.heading("何阿婆").await?;

    window.open_ticket("陈秀英").await?;
    window.claim().await?;
    window.reply("您好，津贴从批准的下个月起发，请带存折到窗口补登，我陪您核对。").await?;
    window.gone("note", "待上传").await?;
    window.fill("答复申请人", "另：行动不便的，").await?;
    window.read("草稿已保存").await?;
    album.take(window, "06-claimed-and-replied").await
}

async fn passing_on(window: &Window, album: &Album) -> Result<()> {
    window.begin("转交").await?;
    window.choose("接收人", "苏晓玲").await?;
    window.fill("交办说明", "已核对表格，请查津贴为何没有到账，再回电话。").await?;
    window.read("草稿已保存").await?;
    album.take(window, "07-hand-off").await?;
    window.finish("转交").await?;
    window.read("等待 苏晓玲 签收").await?;

    window.open_ticket("韦志勇").await?;
    window.claim().await?;
    window.begin("请顾问出具意见").await?;
    window.choose("顾问", "何明远").await?;
    window.fill("要问的问题", "广西户籍的灵活就业人员能否在本县参加职工养老？").await?;
    window.read("草稿已保存").await?;
    album.take(window, "08-escalate").await?;
    window.finish("提交").await?;
    window.read("已请 何明远 答复").await
}

async fn looking_up(window: &Window, album: &Album) -> Result<()> {
    window.press("link", "事项").await?;
    window.heading("办事指南").await?;
    album.take(window, "09-library").await?;
    window.fill("搜索事项", "高龄").await?;
    window.enter("搜索事项").await?;
    window.press("option", "高龄津贴发放").await?;
    window.heading("要带什么").await?;
    album.take(window, "10-matter").await?;
    window.press("button", "搜索事项、材料").await?;
    window.fill("搜索事项、材料、知识、办件", "gljt").await?;
    window.read("读音近“高龄津贴”").await?;
    album.take(window, "25-search").await?;
    window.escape("搜索事项、材料、知识、办件").await?;
    window.press("link", "知识").await?;
    window.fill("搜索知识", "高龄津贴").await?;
    window.press("option", "高龄").await?;
    window.heading("答复").await?;
    album.take(window, "11-knowledge").await
}

async fn pre_review(window: &Window, album: &Album) -> Result<()> {
    window.open_ticket("曾国良").await?;
    window.claim().await?;
    window.press("button", "分诊").await?;
    window.find("dialog", "分诊").await?;
    album.take(window, "20-triage").await?;
    window.press("button", "关闭").await?;
    window.open_ticket("林国栋").await?;
    window.press("button", "继续预审").await?;
    window.read("已审 3/6").await?;
    window.press("button", "困难残疾人生活补贴和重度残疾人护理补贴申请审批表").await?;
    window.press("button", "填写申请表").await?;
    window.fill("残疾人证号", "44130020040301513142").await?;
    window.choose("申请补贴", "困难残疾人生活补贴").await?;
    window.fill("现住址", "博罗县石湾镇铁场村下围小组12号").await?;
    window.read("必填项都已填写").await?;
    album.take(window, "23-form").await?;
    window.press("button", "保存为文件").await?;
    window.gone("dialog", "申请审批表").await?;
    window.until_script("the form under the glass", UNDER_THE_GLASS).await?;
    album.take(window, "21-pre-review").await?;
    window.press("button", "中华人民共和国残疾人证").await?;
    for done in 4..=6 {
        window.press("button", "符合").await?;
        window.read(&format!("已审 {done}/6")).await?;
    }
    window.press("button", "补正告知").await?;
    window.read("一次告知全部问题").await?;
    album.take(window, "22-correction-notice").await?;
    window.finish("发出补正告知").await?;
    window.read("等待申请人补正").await?;
    window.press("button", "打印").await?;
    window.press("button", "补正告知书").await?;
    window.until_script("the page of the notice", PAGE).await?;
    album.take(window, "24-print-preview").await?;
    window.press("button", "关闭").await
}

async fn news(window: &Window, album: &Album, url: &str) -> Result<()> {
    let lin = Colleague::arrives("lin.zhiqiang", url).await?;
    lin.acts("罗凤娣", json!({ "do": "claim" })).await?;
    lin.hands_over("罗凤娣", "申请人下午来窗口，请接着办。").await?;
    lin.leaves().await;
    let he = Colleague::arrives("he.mingyuan", url).await?;
    let text = "可以。依据粤人社规〔2021〕9号第三条，外省户籍灵活就业人员可在就业地参保。";
    he.acts("韦志勇", json!({ "do": "opinion", "text": text })).await?;
    he.leaves().await;
    window.press("link", "收件").await?;
    window.find("option", "转交待签收").await?;
    window.find("option", "顾问已答复").await?;
    album.take(window, "12-inbox").await
}

async fn without_a_network(window: &Window, album: &Album, wire: &Wire, url: &str) -> Result<()> {
    wire.cut();
    window.find("link", "离线").await?;
    window.open_ticket("叶伟强").await?;
    window.claim().await?;
    window.reply("请先到县人民医院体检，体检信息会自动上传，再来自助机换证。").await?;
    window.open_ticket("何阿婆").await?;
    window.reply("高龄津贴在户籍地村委会申领，请带身份证和存折。").await?;
    window.find("link", "待上传 3").await?;
    window.press("link", "打开同步情况").await?;
    window.read("3 条待上传").await?;
    album.take(window, "13-outbox-offline").await?;

    let lin = Colleague::arrives("lin.zhiqiang", url).await?;
    lin.acts("叶伟强", json!({ "do": "claim" })).await?;
    lin.leaves().await;
    wire.mend();
    window.find("link", "条需处理").await?;
    window.press("tab", "处理结果").await?;
    window.press("option", "认领了工单").await?;
    window.read("已有人认领").await?;
    album.take(window, "14-verdict-letter").await
}

async fn practice(window: &Window, album: &Album) -> Result<()> {
    window.press("link", "练习").await?;
    window.read("练习 · 与真实业务无关").await?;
    album.take(window, "26-practice").await?;
    let case = "household-business";
    let step =
        async |step| window.ask("practice_step", json!({ "case": case, "step": step })).await;
    window.ask("practice_begin", json!({ "case": case, "anew": true })).await?;
    for device in ["document_camera", "card_reader", "printer", "network", "evaluator"] {
        step(json!({ "step": "check", "device": device, "checked": true })).await?;
    }
    step(json!({ "step": "call" })).await?;
    step(json!({ "step": "respond", "text": "您好，请坐。" })).await?;
    step(json!({ "step": "identify", "acts_as": "themselves", "faults": [] })).await?;
    window.go(&format!("/practice/{case}")).await?;
    window.press("button", "经营场所使用证明").await?;
    window.read("承租人").await?;
    album.take(window, "27-practice-papers").await?;
    for material in ["form", "id", "lease"] {
        let verdict = json!({ "verdict": "meets" });
        step(json!({ "step": "judge", "material": material, "verdict": verdict })).await?;
    }
    step(json!({ "step": "conclude", "conclusion": { "conclusion": "pass_on" } })).await?;
    step(json!({ "step": "invite", "invitation": "plain" })).await?;
    let result = window.ask("practice_hand_in", json!({ "case": case })).await?;
    window.go(&format!("/practice/runs/{}", result["id"].as_str().unwrap_or_default())).await?;
    window.read("未通过").await?;
    album.take(window, "28-practice-result").await
}

async fn looks(window: &Window, album: &Album) -> Result<()> {
    window.press("link", "设置").await?;
    window.read("系统密钥库与密码共同保护").await?;
    album.take(window, "15-settings").await?;
    window.press("radio", "深色").await?;
    window.open_ticket("邱惠芳").await?;
    window.read("申请材料").await?;
    album.take(window, "16-dark").await?;
    window.press("link", "设置").await?;
    window.press("radio", "浅色").await?;
    window.press("radio", "特大").await?;
    window.open_ticket("邱惠芳").await?;
    album.take(window, "17-large-font").await?;
    window.press("link", "设置").await?;
    window.press("radio", "标准").await?;
    window.press("radio", "English").await?;
    window.press("link", "Tickets").await?;
    window.press("option", "邱惠芳").await?;
    window.heading("邱惠芳").await?;
    album.take(window, "18-english").await?;
    window.press("link", "Matters").await?;
    window.press("option", "个体工商户登记（设立）").await?;
    window.heading("What to bring").await?;
    album.take(window, "19-english-matter").await
}
