//! What a person sets is seen at once and stays.

use anyhow::{Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::Seat;

const OVERFLOW: &str =
    "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

#[tokio::test(flavor = "multi_thread")]
async fn the_language_changes_while_it_runs_and_is_remembered() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("tab", "待我处理").await?;
    window.press("link", "设置").await?;
    window.press("radio", "English").await?;
    window.heading("Settings").await?;
    window.press("link", "Tickets").await?;
    window.find("link", "Synced").await?;
    let language = window.script("return document.documentElement.lang").await?;
    ensure!(language == "en", "what reads the screen aloud is told: {language}");
    window.quit().await?;

    let window = seat.open_in_english().await?;
    window.fill("Password", PASSWORD).await?;
    window.press("button", "Sign in").await?;
    window.press("link", "Settings").await?;
    window.press("radio", "简体中文").await?;
    window.heading("设置").await?;
    window.quit().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_largest_letters_keep_the_whole_job_within_the_smallest_screen() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("tab", "待我处理").await?;
    window.press("link", "设置").await?;
    window.press("radio", "特大").await?;
    let grown = "return getComputedStyle(document.documentElement).fontSize === '24px'";
    window.until_script("letters of one and a half", grown).await?;
    window.open_ticket("刘建军").await?;
    window.claim().await?;
    window.find("textbox", "答复申请人").await?;
    ensure!(window.script(OVERFLOW).await? == false, "nothing is pushed out at the side");
    window.press("link", "事项").await?;
    window.press("option", "登记").await?;
    window.find("heading", "要带什么").await?;
    ensure!(window.script(OVERFLOW).await? == false, "nothing is pushed out at the side");
    window.quit().await?;
    central.stop().await
}
