//! A correction notice as the citizen takes it home: looked at, sent to the printer, saved, and
//! known again by its code.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::print::{code, text};
use bangban_tests::window::Seat;
use serde_json::json;

/// The pages of the preview, once they are drawn: each wide enough to be read.
const PAGES: &str = "const pages = [...document.querySelectorAll('[role=dialog] img')];
    const drawn = pages.every((page) => page.complete && page.naturalWidth > 800);
    return pages.length > 0 && drawn ? pages.length : null;";

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_notice_is_looked_at_saved_and_known_again_by_its_code() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.open_ticket("林国栋").await?;
    window.press("button", "继续预审").await?;
    for done in 4..=6 {
        window.press("button", "符合").await?;
        window.read(&format!("已审 {done}/6")).await?;
    }
    window.press("button", "补正告知").await?;
    window.finish("发出补正告知").await?;
    window.read("等待申请人补正").await?;

    window.press("button", "打印").await?;
    window.press("button", "补正告知书").await?;
    let pages = window.until_script("the page is drawn", PAGES).await?;
    ensure!(pages == 1, "one sheet for the citizen: {pages}");
    window.press("button", "存为 PDF").await?;
    window.read("已存为 PDF").await?;
    let saved = std::fs::read_dir(&seat.downloads)?.next().context("a file")??.path();
    let name = saved.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with("补正告知书-"), "{name}");
    let words = text(&saved)?;
    ensure!(words.contains("补正告知书") && words.contains("林国栋"), "{words}");
    ensure!(words.contains("行政许可法"), "the law stands on it: {words}");

    let scanned = code_of(&saved)?;
    window.press("button", "关闭").await?;
    window.go("/tickets").await?;
    window.press("button", "陈玉梅").await?;
    window.press("menuitem", "核验凭证").await?;
    window.fill("二维码内容", &scanned).await?;
    window.enter("二维码内容").await?;
    window.read("凭证属实").await?;
    let altered = scanned.replace(&scanned[scanned.len() - 4..], "0000");
    window.fill("二维码内容", &altered).await?;
    window.enter("二维码内容").await?;
    window.read("内容对不上").await?;
    window.quit().await?;
    central.stop().await
}

/// Width of the page that was laid out for the printer, in pixels.
const ON_PAPER: &str = "const sheet = [...document.querySelectorAll('body > div > img')]
    .find((image) => image.complete && image.naturalWidth > 2000);
    return sheet ? sheet.naturalWidth : null;";

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_goes_to_the_printer_sharp_enough_to_be_scanned_and_is_noted_as_printed()
-> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.open_ticket("林国栋").await?;
    window.press("button", "打印").await?;
    window.press("button", "收件凭证").await?;
    window.until_script("the page is drawn", PAGES).await?;
    window.press("button", "打印 Ctrl P").await?;
    // The system's dialog stands before the window now; the page behind it is what it prints.
    let width = window.until_script("the page for the printer", ON_PAPER).await?;
    ensure!(width.as_u64().is_some_and(|width| width >= 2_300), "280 dpi on A4: {width}");
    let mine = json!({ "view": "mine", "text": "林国栋", "stage": null, "status": null,
        "channel": null, "matter": null, "due_before": null, "sort": "newest", "offset": 0,
        "limit": 1 });
    let found = window.ask("ticket_list", mine).await?;
    let papers = window.ask("paper_list", json!({ "ticket": found["rows"][0]["id"] })).await?;
    let receipt = papers.as_array().context("papers")?.iter();
    let receipt = receipt.clone().find(|offer| offer["paper"]["kind"] == "material_receipt");
    ensure!(receipt.is_some_and(|offer| !offer["issued_at"].is_null()), "{papers}");
    window.quit().await?;
    central.stop().await
}

/// The code at the foot of a saved paper, seen the way a camera sees the printed sheet.
fn code_of(pdf: &Path) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let page = folder.path().join("page");
    let drawn = std::process::Command::new("pdftoppm")
        .args(["-png", "-r", "300", "-singlefile"])
        .args([pdf, &page])
        .status()?;
    ensure!(drawn.success(), "pdftoppm draws {}", pdf.display());
    let picture = std::fs::read(page.with_extension("png"))?;
    code(&json!(base64::Engine::encode(&base64::engine::general_purpose::STANDARD, picture)))
}
