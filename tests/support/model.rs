//! A small server that speaks the chat completions of OpenAI, as far as a draft needs them, and
//! remembers what it was sent.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Response, StatusCode, header};
use axum::routing::post;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// More than a desk takes.
const FLOOD: usize = 1024 * 1024;

/// How the server answers.
#[derive(Debug, Clone)]
pub enum Manner {
    /// With this text.
    Says(String),
    /// With the beginning of a text.
    StopsShort,
    /// With a status, and an error as the protocol has them.
    Refuses(u16),
    /// With a page that is not of the protocol.
    Page(u16),
    /// With another address.
    Elsewhere(String),
    /// With far too much.
    Floods,
    /// Not at all.
    Silent,
}

/// What the server was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The header that holds the key.
    pub authorization: Option<String>,
    /// The body, as it came.
    pub body: String,
}

#[derive(Clone)]
struct Mind {
    manner: Arc<Mutex<Manner>>,
    sent: Arc<Mutex<Vec<Sent>>>,
}

/// The server; gone when it is dropped.
pub struct ModelServer {
    /// Where it listens.
    pub address: SocketAddr,
    mind: Mind,
    task: JoinHandle<()>,
}

impl ModelServer {
    /// Starts it on a free port of this machine.
    pub async fn start(manner: Manner) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let mind = Mind { manner: Arc::new(Mutex::new(manner)), sent: Arc::default() };
        let router =
            Router::new().route("/v1/chat/completions", post(answer)).with_state(mind.clone());
        let task = tokio::spawn(async move {
            // It ends with its task.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, mind, task })
    }

    /// Its address as a person configures it.
    pub fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// Answers so from now on.
    pub fn answers(&self, manner: Manner) {
        *self.mind.manner.lock().unwrap_or_else(PoisonError::into_inner) = manner;
    }

    /// Everything it was sent.
    pub fn sent(&self) -> Vec<Sent> {
        self.mind.sent.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for ModelServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(mind): State<Mind>, headers: HeaderMap, body: Bytes) -> Response<Body> {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|key| key.to_str().ok());
    let sent = Sent {
        authorization: authorization.map(str::to_owned),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    mind.sent.lock().unwrap_or_else(PoisonError::into_inner).push(sent);
    let manner = mind.manner.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match manner {
        Manner::Says(text) => json_with(200, &completion(&text, "stop")),
        Manner::StopsShort => json_with(200, &completion("每月", "length")),
        Manner::Refuses(status) => json_with(status, &json!({ "error": { "message": "no" } })),
        Manner::Page(status) => with(status, "text/html", "<!doctype html><title>?</title>"),
        Manner::Elsewhere(to) => {
            let mut moved = with(307, "text/plain", "");
            if let Ok(to) = to.parse() {
                moved.headers_mut().insert(header::LOCATION, to);
            }
            moved
        }
        Manner::Floods => json_with(200, &completion(&"长".repeat(FLOOD), "stop")),
        Manner::Silent => std::future::pending().await,
    }
}

fn completion(text: &str, end: &str) -> serde_json::Value {
    let message = json!({ "role": "assistant", "content": text });
    let choice = json!({ "index": 0, "message": message, "finish_reason": end });
    json!({ "id": "1", "object": "chat.completion", "choices": [choice] })
}

fn json_with(status: u16, body: &serde_json::Value) -> Response<Body> {
    with(status, "application/json", &body.to_string())
}

fn with(status: u16, kind: &'static str, body: &str) -> Response<Body> {
    let mut answer = Response::new(Body::from(body.to_owned()));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    answer.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    answer
}
