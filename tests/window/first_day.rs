//! A machine nobody has used.

use anyhow::{Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::Seat;
use bangban_tests::wire::Wire;
use serde_json::json;

/// Bytes a second: slow enough for the progress to be seen.
const VILLAGE_LINE: u32 = 60_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_new_machine_shows_what_it_fetches_and_ends_at_the_queue() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let seat = Seat::new(&wire.url())?;
    let window = seat.open().await?;
    window.read("首次在这台电脑登录需要连接平台").await?;

    wire.narrow(VILLAGE_LINE);
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.heading("正在准备这台电脑").await?;
    let progress = window.find("progressbar", "事项与知识").await?;
    ensure!(progress.text.contains(" / "), "how much is told: {}", progress.text);
    wire.narrow(0);

    window.find("tab", "待我处理").await?;
    window.find("link", "已同步").await?;
    window.press("tab", "本站").await?;
    window.find("option", "首问").await?;
    window.read("示例数据").await?;
    window.quit().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_told_and_chinese_is_taken_as_typed() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.fill("账号", "陈玉梅").await?;
    window.fill("密码", "不是这个密码").await?;
    window.press("button", "登录").await?;
    window.read("账号或密码不对，请再输一次。").await?;
    ensure!(window.find("textbox", "账号").await?.value == "陈玉梅", "the account stays");
    ensure!(window.find("textbox", "密码").await?.value.is_empty(), "the password does not");
    window.quit().await?;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyring_and_the_password_protect_the_data_together() -> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("tab", "待我处理").await?;
    window.press("link", "设置").await?;
    window.read("系统密钥库与密码共同保护").await?;
    let session = window.ask("session_state", json!({})).await?;
    ensure!(session["me"]["protection"] == "keyring_and_password", "in the real keyring");
    window.quit().await?;

    let window = seat.open().await?;
    window.read("在这台电脑用过的账号").await?;
    window.fill("密码", "不是这个密码").await?;
    window.press("button", "登录").await?;
    window.read("账号或密码不对").await?;
    window.unlock(PASSWORD).await?;
    window.quit().await?;
    central.stop().await
}
