use std::path::Path;

use bangban_domain::ticket::Channel;
use bangban_platform::{Config, Platform};

fn from_env(name: &'static str, value: &'static str) -> Result<Config, String> {
    let env = |asked: &str| (asked == name).then(|| value.to_owned());
    Config::from_sources(None, env).map_err(|error| error.to_string())
}

fn from_file(text: &str) -> Result<Config, String> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("platform.toml");
    std::fs::write(&path, text).unwrap();
    Config::from_sources(Some(&path), |_| None).map_err(|error| error.to_string())
}

#[test]
fn the_environment_has_the_last_word_over_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("platform.toml");
    std::fs::write(&path, "bind = '0.0.0.0:80'\nrefresh_token_days = 7\nsample = true").unwrap();
    let env = |name: &str| (name == "BANGBAN_PLATFORM_BIND").then(|| "127.0.0.1:7401".to_owned());
    let config = Config::from_sources(Some(&path), env).unwrap();
    assert_eq!(config.bind, "127.0.0.1:7401".parse().unwrap());
    assert_eq!((config.refresh_token_days, config.sample), (7, true));
    assert_eq!(config.access_token_seconds, Config::default().access_token_seconds);
}

#[test]
fn a_setting_that_cannot_be_used_is_named() {
    for (found, named) in [
        (from_env("BANGBAN_PLATFORM_BIND", "here"), "`bind`"),
        (from_env("BANGBAN_PLATFORM_SAMPLE", "maybe"), "`sample`"),
        (from_env("BANGBAN_PLATFORM_ACCESS_TOKEN_SECONDS", "0"), "`access_token_seconds`"),
        (from_env("BANGBAN_PLATFORM_PASSWORD_MEMORY_KIB", "1024"), "`password_memory_kib`"),
        (from_file("refresh_token_days = 'many'"), "`refresh_token_days`"),
        (from_file("bnid = '127.0.0.1:1'"), "`bnid`"),
        (from_file("bind = "), "not TOML"),
        (from_file("[intake]\nkeys = { mobile = 'short' }"), "`intake_key_mobile`"),
        (from_file("[intake]\nkeys = { counter = 'x' }"), "`intake_key_counter`"),
        (from_file("[intake]\nper_minute = 0"), "`intake_per_minute`"),
        (from_file("usage_hours = 721"), "`usage_hours`"),
    ] {
        let message = found.expect_err(named);
        assert!(message.contains(named), "{message}");
    }
}

#[test]
fn each_channel_has_a_key_of_its_own_which_no_message_shows() {
    let key = "0123456789abcdef0123456789abcdef";
    let file = format!("[intake]\nkeys = {{ mobile = '{key}', self_service = '{key}-2' }}");
    let config = from_file(&file).unwrap();
    let channels: Vec<_> = config.intake.channels().collect();
    assert_eq!(channels, [Channel::Mobile, Channel::SelfService]);
    assert!(!format!("{config:?}").contains(key));
    let shared = format!("[intake]\nkeys = {{ mobile = '{key}', web = '{key}' }}");
    let short = format!("[intake]\nkeys = {{ mobile = '{}' }}", &key[1..]);
    for wrong in [shared, short] {
        let told = from_file(&wrong).unwrap_err();
        assert!(told.contains("intake_key_") && !told.contains(&key[1..]), "{told}");
    }
    let from_env = from_env("BANGBAN_PLATFORM_INTAKE_KEY_WEB", "0123456789abcdef0123456789abcdef");
    assert_eq!(from_env.unwrap().intake.channels().collect::<Vec<_>>(), [Channel::Web]);
}

#[test]
fn a_settings_file_that_is_not_there_is_named() {
    let missing = Path::new("no/such/platform.toml");
    let error = Config::from_sources(Some(missing), |_| None).unwrap_err().to_string();
    assert!(error.contains("no/such/platform.toml"), "{error}");
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_used_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let config = Config { data_dir: file.path().join("below-a-file"), ..Config::default() };
    let error = Platform::open(config).await.err().expect("a file is no folder").to_string();
    assert!(error.contains("below-a-file"), "{error}");
}
