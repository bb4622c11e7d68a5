//! The program itself: started, asked, and ended as an administrator does it.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

use bangban_platform::sample;
use bangban_protocol::SignIn;
use reqwest::StatusCode;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use uuid::Uuid;

use crate::station::client;

const PROGRAM: &str = env!("CARGO_BIN_EXE_bangban-platform");
const PATIENCE: Duration = Duration::from_mins(1);

async fn run(data_dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).arg("--data-dir").arg(data_dir).output().await.unwrap()
}

/// Starts the program and waits until it says that it listens.
async fn serve(data_dir: &Path, port_file: &Path) -> Child {
    let mut command = Command::new(PROGRAM);
    command.args(["serve", "--sample", "--bind", "127.0.0.1:0", "--port-file"]).arg(port_file);
    command.arg("--data-dir").arg(data_dir).stderr(Stdio::piped()).kill_on_drop(true);
    let mut served = command.spawn().unwrap();
    let mut log = BufReader::new(served.stderr.take().unwrap()).lines();
    let listens = async {
        while let Some(line) = log.next_line().await.unwrap() {
            if line.contains("listening on") {
                return;
            }
        }
        panic!("the program ended before it listened");
    };
    tokio::time::timeout(PATIENCE, listens).await.expect("the program listens");
    // Somebody has to read the rest, or the program would wait for it at last.
    tokio::spawn(async move { while let Ok(Some(_)) = log.next_line().await {} });
    served
}

async fn sign_in(address: &str, account: &str) -> StatusCode {
    let request = SignIn {
        account: account.into(),
        password: sample::PASSWORD.into(),
        station: Uuid::new_v4(),
        station_name: "园洲2号窗口".into(),
        keys: None,
    };
    let url = format!("http://{address}/v1/session");
    client().post(url).json(&request).send().await.unwrap().status()
}

#[tokio::test]
async fn an_account_is_disabled_and_enabled_while_the_program_serves() {
    let dir = tempfile::tempdir().unwrap();
    let (data, port_file) = (dir.path().join("data"), dir.path().join("address"));
    let mut served = serve(&data, &port_file).await;
    let address = std::fs::read_to_string(&port_file).unwrap();
    assert_eq!(sign_in(&address, "huang.lijuan").await, StatusCode::OK);
    for (step, expected) in [("disable", StatusCode::FORBIDDEN), ("enable", StatusCode::OK)] {
        let output = run(&data, &["staff", step, "huang.lijuan"]).await;
        assert!(output.status.success(), "{output:?}");
        assert_eq!(sign_in(&address, "huang.lijuan").await, expected, "{step}");
    }
    let file = dir.path().join("password");
    let file_text = file.to_string_lossy().into_owned();
    let set = ["staff", "password", "huang.lijuan", "--password-file", &file_text];
    std::fs::write(&file, "short\n").unwrap();
    let output = run(&data, &set).await;
    assert!(String::from_utf8_lossy(&output.stderr).contains("at least 8"), "{output:?}");
    std::fs::write(&file, "a-new-password\n").unwrap();
    let output = run(&data, &set).await;
    assert!(output.status.success(), "{output:?}");
    assert_eq!(sign_in(&address, "huang.lijuan").await, StatusCode::UNAUTHORIZED, "the old one");
    let unasked = run(&data, &["staff", "password", "huang.lijuan"]).await;
    assert!(String::from_utf8_lossy(&unasked.stderr).contains("--password-file"), "{unasked:?}");
    let unknown = run(&data, &["staff", "disable", "nobody"]).await;
    assert!(!unknown.status.success());
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("nobody"), "{unknown:?}");
    let pid = served.id().expect("it runs").to_string();
    Command::new("kill").args(["-TERM", &pid]).status().await.unwrap();
    let status = tokio::time::timeout(PATIENCE, served.wait()).await.expect("it ends").unwrap();
    assert!(status.success(), "SIGTERM is a clean end: {status}");
}

#[tokio::test]
async fn a_platform_without_the_sample_is_set_up_from_the_command_line() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let path = |name: &str| dir.path().join(name).to_string_lossy().into_owned();
    let (people, rules, report) = (path("people.json"), path("rules.json"), path("report.json"));
    let template = |what: &'static str, file: String| async move {
        Command::new(PROGRAM).args(["template", what, &file]).output().await.unwrap()
    };
    assert!(template("directory", people.clone()).await.status.success());
    let import = ["import", "directory", &people, "--report", &report];
    let shown = String::from_utf8(run(&data, &import).await.stdout).unwrap();
    assert!(shown.contains("4  新增 (stored)") && shown.contains("zhang.san"), "{shown}");
    let written: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&report).unwrap()).unwrap();
    assert_eq!(written["entries"][0]["outcome"], "stored");
    let again = String::from_utf8(run(&data, &import).await.stdout).unwrap();
    assert!(again.contains("4  未变 (unchanged)"), "{again}");

    assert!(run(&data, &["template", "rules", &rules]).await.status.success());
    let first = run(&data, &["import", "rules", &rules]).await;
    assert!(String::from_utf8_lossy(&first.stdout).contains("已发布"), "{first:?}");
    let second = run(&data, &["import", "rules", &rules]).await;
    assert!(String::from_utf8_lossy(&second.stdout).contains("未变"), "{second:?}");
    let book = std::fs::read_to_string(&rules).unwrap();
    std::fs::write(&rules, book.replace("\"unit\": \"working\"", "\"unit\": \"weeks\"")).unwrap();
    let refused = run(&data, &["import", "rules", &rules]).await;
    assert!(!refused.status.success());
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("limits.complex.unit") && told.contains("只能填"), "{told}");
}

#[tokio::test]
async fn an_administrative_step_makes_no_platform_where_there_is_none() {
    let dir = tempfile::tempdir().unwrap();
    let nowhere = dir.path().join("mistyped");
    for step in [&["restored"][..], &["staff", "disable", "chen.yumei"]] {
        let output = run(&nowhere, step).await;
        assert!(!output.status.success(), "{step:?}");
        assert!(!nowhere.exists(), "{step:?} left something behind");
    }
}

#[tokio::test]
async fn a_setting_that_cannot_be_used_ends_the_program_with_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let output = Command::new(PROGRAM)
        .args(["serve", "--data-dir"])
        .arg(dir.path())
        .env("BANGBAN_PLATFORM_REFRESH_TOKEN_DAYS", "forever")
        .output()
        .await
        .unwrap();
    assert!(!output.status.success());
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("refresh_token_days"), "{message}");
}
