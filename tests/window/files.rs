//! Files on the light table: taken from the scan folder and the file dialog, seen, judged; and
//! one that is held apart.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::paper::{blurred, pdf_with_script, sharp};
use bangban_tests::patience::until;
use bangban_tests::window::Seat;
use serde_json::json;
use tempfile::TempDir;

/// Longest time another program may take to start.
const PATIENCE: Duration = Duration::from_secs(45);
/// Width of the picture under the glass, once it is laid out: large enough to be read.
const UNDER_THE_GLASS: &str = "const seen = [...document.querySelectorAll('main img')]
    .find((image) => image.complete && image.naturalWidth === 900);
    const width = seen?.getBoundingClientRect().width ?? 0;
    return width > 100 ? width : null;";

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_is_taken_in_seen_and_judged_and_a_hostile_file_is_held_apart() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let scans = TempDir::new()?;
    std::fs::write(scans.path().join("扫描0001.bmp"), sharp(1))?;
    std::fs::write(scans.path().join("扫描0002.bmp"), blurred(0))?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("tab", "待我处理").await?;
    let folder = json!({ "path": scans.path(), "remove_taken": true });
    window.ask("scan_folder_set", folder).await?;
    window.open_ticket("林国栋").await?;
    window.press("button", "继续预审").await?;
    window.read("已审 3/6").await?;

    window.press("button", "扫描文件夹").await?;
    window.press("button", "收入 扫描0001.bmp").await?;
    window.gone("button", "收入 扫描0001.bmp").await?;
    ensure!(!scans.path().join("扫描0001.bmp").exists(), "no readable copy stays in the folder");
    window.press("button", "收入 扫描0002.bmp").await?;
    window.read("模糊").await?;
    window.press("button", "关闭").await?;
    window.until_script("the scan, large enough to be read", UNDER_THE_GLASS).await?;
    ensure!(scans.path().join("扫描0002.bmp").exists(), "what nobody took is still there");

    let hostile = scans.path().join("合同.pdf");
    std::fs::write(&hostile, pdf_with_script())?;
    window.hand_in(&hostile).await?;
    window.read("这个 PDF 带有脚本").await?;
    window.press("button", "知道了").await?;
    window.read("被隔离的文件").await?;

    window.press("button", "符合").await?;
    window.read("已审 4/6").await?;
    let mine = json!({ "view": "mine", "text": "林国栋", "stage": null, "status": null,
        "channel": null, "matter": null, "due_before": null, "sort": "newest", "offset": 0,
        "limit": 1 });
    let found = window.ask("ticket_list", mine).await?;
    let ticket = found["rows"][0]["id"].as_str().context("the case")?.to_owned();
    let across = |files: &serde_json::Value| {
        let all = files.as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().any(|file| file["name"] == "扫描0001.bmp" && file["at_platform"] == true)
    };
    let argument = json!({ "ticket": ticket });
    window.until_asked("file_list", argument.clone(), "the scan to arrive", across).await?;
    let files = window.ask("file_list", argument).await?;
    let held = files.as_array().context("a list")?.iter().find(|file| !file["held"].is_null());
    ensure!(held.is_some_and(|file| file["at_platform"] == false), "{files}");
    window.quit().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_opened_with_the_systems_program_leaves_no_copy_when_the_desk_is_closed()
-> Result<()> {
    let central = Central::start().await?;
    let place = TempDir::new()?;
    let reader = place.path().join("reader.sh");
    let seen = place.path().join("seen");
    // What the program was given: the path, who may read it, and its content.
    let script = format!(
        "stat -c '%n %a' \"$1\" > {0}.new\ncat \"$1\" >> {0}.new\nmv {0}.new {0}\n",
        seen.display()
    );
    std::fs::write(&reader, script)?;
    let seat = Seat::new(&central.url())?.opening_text_with(&reader)?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.open_ticket("林国栋").await?;
    window.press("button", "继续预审").await?;
    let letter = place.path().join("情况说明.txt");
    std::fs::write(&letter, "本人因病不能到场，委托儿子代办。")?;
    window.find("button", "添加文件").await?;
    window.hand_in(&letter).await?;
    window.press("button", "用系统程序打开").await?;
    let told = until("the program to be started", PATIENCE, async || {
        Ok(std::fs::read_to_string(&seen).ok())
    })
    .await?;
    let (about, content) = told.split_once('\n').context("two lines")?;
    let (path, mode) = about.rsplit_once(' ').context("a path")?;
    ensure!(path.ends_with("/情况说明.txt") && mode == "400", "read-only for this user: {about}");
    ensure!(content == "本人因病不能到场，委托儿子代办。", "{content}");
    window.quit().await?;
    ensure!(!std::path::Path::new(path).exists(), "nothing readable is left: {path}");
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_without_a_camera_says_so_and_does_not_blame_the_person() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.open_ticket("林国栋").await?;
    window.press("button", "继续预审").await?;
    window.press("button", "拍照").await?;
    window.read("没有找到摄像头").await?;
    window.quit().await?;
    central.stop().await
}
