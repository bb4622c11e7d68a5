//! Who may come in: one browser, with the link that was given out, and only from this machine.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Path, Request, State};
use axum::http::header::{COOKIE as COOKIE_HEADER, HOST, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use sha2::{Digest, Sha256};

/// Name of the cookie that stands for the browser that came in.
pub const COOKIE: &str = "bangban-desk";

/// The door of one web host.
#[derive(Clone)]
pub struct Door {
    port: u16,
    ticket: Arc<Mutex<Option<String>>>,
    cookie: Arc<str>,
}

impl Door {
    /// A door with a new one-time ticket.
    pub fn new(address: SocketAddr) -> std::io::Result<Self> {
        Ok(Self {
            port: address.port(),
            ticket: Arc::new(Mutex::new(Some(secret()?))),
            cookie: secret()?.into(),
        })
    }

    /// The link that opens it, once.
    pub fn link(&self) -> String {
        let ticket = self.ticket.lock().unwrap_or_else(PoisonError::into_inner);
        let ticket = ticket.as_deref().unwrap_or_default();
        format!("http://127.0.0.1:{}/enter/{ticket}", self.port)
    }

    fn takes(&self, offered: &str) -> bool {
        let mut ticket = self.ticket.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = ticket.as_deref().is_some_and(|ticket| same(ticket, offered));
        if fits {
            *ticket = None;
        }
        fits
    }

    fn knows(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(COOKIE_HEADER).iter().filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == COOKIE && same(value, &self.cookie))
    }

    /// A page elsewhere that resolves its name to this machine must get nothing.
    fn is_addressed(&self, headers: &HeaderMap) -> bool {
        let host = headers.get(HOST).and_then(|value| value.to_str().ok());
        host.is_some_and(|host| self.own_names().iter().any(|own| own == host))
    }

    fn is_own_page(&self, method: &Method, headers: &HeaderMap) -> bool {
        if method == Method::GET || method == Method::HEAD {
            return true;
        }
        let origin = headers.get(ORIGIN).and_then(|value| value.to_str().ok());
        origin.is_some_and(|o| self.own_names().iter().any(|own| o == format!("http://{own}")))
    }

    fn own_names(&self) -> [String; 2] {
        [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)]
    }
}

/// `GET /enter/{ticket}`: takes the ticket, gives the cookie.
pub async fn enter(State(door): State<Door>, Path(ticket): Path<String>) -> Response {
    if !door.takes(&ticket) {
        return closed();
    }
    let cookie = format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", door.cookie);
    (StatusCode::SEE_OTHER, [(SET_COOKIE, cookie), (LOCATION, "/".to_owned())]).into_response()
}

/// Lets through only requests that name this host, come from its own page and hold the cookie.
pub async fn guard(State(door): State<Door>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !door.is_addressed(headers) || !door.is_own_page(request.method(), headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let is_entrance = request.uri().path().starts_with("/enter/");
    if !is_entrance && !door.knows(headers) {
        return closed();
    }
    next.run(request).await
}

fn closed() -> Response {
    let page = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>帮办工作台</title>\
        <p>链接已用过或已失效。请回到启动工作台的窗口，重新启动后使用新的链接。</p>\
        <p lang=\"en\">This link was used before or is no longer valid. Start the workstation again \
        and use its new link.</p></html>";
    (StatusCode::UNAUTHORIZED, Html(page)).into_response()
}

fn secret() -> std::io::Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(hex::encode(bytes))
}

/// Compares digests, so that the time taken says nothing about how much of a secret fits.
fn same(one: &str, other: &str) -> bool {
    Sha256::digest(one) == Sha256::digest(other)
}
