//! Whom the desk asks for drafts, with the system's own keyring.

use anyhow::{Result, ensure};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::window::{Seat, Window};
use serde_json::json;

const ADDRESS: &str = "https://models.example.gov.cn/v1";

/// Where the key is held, as the desk says.
async fn place(window: &Window) -> Result<String> {
    let state = window.ask("drafter_get", json!({})).await?;
    Ok(state["model"]["key"].to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_models_key_outlives_the_program_in_the_keyring_and_goes_to_its_own_address_only()
-> Result<()> {
    let central = Central::start().await?;
    let seat = Seat::new(&central.url())?;
    let window = seat.open().await?;
    window.sign_in("chen.yumei", PASSWORD).await?;
    window.find("tab", "待我处理").await?;
    window.press("link", "设置").await?;
    window.fill("接口地址", ADDRESS).await?;
    window.fill("模型名称", "qwen3").await?;
    window.fill("密钥", "sk-0123456789").await?;
    window.press("button", "启用").await?;
    window.read("密钥在系统密钥库里").await?;
    window.quit().await?;

    let window = seat.open().await?;
    window.unlock(PASSWORD).await?;
    window.press("link", "设置").await?;
    window.read("密钥在系统密钥库里").await?;
    ensure!(place(&window).await? == "\"keyring\"", "it outlives the program");
    let elsewhere = json!({ "address": "https://other.example/v1", "model": "qwen3", "key": null });
    window.ask("drafter_set", elsewhere).await?;
    ensure!(place(&window).await? == "null", "no other address gets it");
    let back = json!({ "address": ADDRESS, "model": "qwen3", "key": null });
    window.ask("drafter_set", back).await?;
    ensure!(place(&window).await? == "null", "and it was forgotten");
    window.quit().await?;
    central.stop().await
}
