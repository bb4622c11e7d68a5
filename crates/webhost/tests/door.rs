//! The web host lets in one browser, with the link, from this machine, and nobody else.

use std::sync::Arc;

use bangban_api::{Desk, DeskConfig, NoVault};
use bangban_webhost::WebHost;
use reqwest::{Client, StatusCode, header};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

struct Started {
    host: WebHost,
    base: String,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

async fn start() -> Started {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("index.html"), "<p>desk</p>").expect("a page");
    let config = DeskConfig::new(folder.path().join("data"), "http://127.0.0.1:9");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("its address"));
    let stop = CancellationToken::new();
    let desk = Desk::new(config, Arc::new(NoVault));
    let host = bangban_webhost::start(desk, folder.path().into(), listener, stop.clone())
        .expect("a host on loopback");
    Started { host, base, stop, _folder: folder }
}

fn browser() -> Client {
    let policy = reqwest::redirect::Policy::none();
    Client::builder().no_proxy().redirect(policy).build().expect("a client")
}

/// Follows the link; returns the cookie.
async fn come_in(started: &Started) -> String {
    let answer = browser().get(&started.host.link).send().await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let cookie = answer.headers()[header::SET_COOKIE].to_str().expect("text").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    cookie.split(';').next().expect("a value").to_owned()
}

#[tokio::test]
async fn the_link_opens_the_desk_once_and_never_again() {
    let started = start().await;
    let without = browser().get(&started.base).send().await.expect("an answer");
    assert_eq!(without.status(), StatusCode::UNAUTHORIZED, "nothing without the cookie");
    let cookie = come_in(&started).await;
    let page = browser().get(&started.base).header(header::COOKIE, &cookie).send().await;
    let page = page.expect("an answer");
    assert_eq!(page.status(), StatusCode::OK);
    assert!(page.headers().contains_key(header::CONTENT_SECURITY_POLICY));
    let again = browser().get(&started.host.link).send().await.expect("an answer");
    assert_eq!(again.status(), StatusCode::UNAUTHORIZED, "the link was used");
    started.stop.cancel();
    started.host.task.await.expect("no panic").expect("a clean stop");
}

#[tokio::test]
async fn a_foreign_page_can_neither_call_nor_rebind_its_name_to_this_machine() {
    let started = start().await;
    let cookie = come_in(&started).await;
    let call = |origin: &str, host: Option<&str>| {
        let mut request = browser()
            .post(format!("{}/rpc/session_state", started.base))
            .header(header::COOKIE, &cookie)
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "application/json")
            .body("{}");
        if let Some(host) = host {
            request = request.header(header::HOST, host);
        }
        request.send()
    };
    let own = call(&started.base, None).await.expect("an answer");
    assert_eq!(own.status(), StatusCode::OK, "the desk's own page may call");
    let foreign = call("http://evil.example", None).await.expect("an answer");
    assert_eq!(foreign.status(), StatusCode::FORBIDDEN);
    let rebound = call(&started.base, Some("evil.example")).await.expect("an answer");
    assert_eq!(rebound.status(), StatusCode::FORBIDDEN);
    started.stop.cancel();
}
