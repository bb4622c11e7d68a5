//! The wire of one station: into the platform's router in this process, with what networks and
//! proxies do to requests on the way.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

use axum::Router;
use axum::body::Body;
use bangban_sync::SyncError;
use bangban_sync::wire::{Pieces, Wire};
use bytes::Bytes;
use futures::future::BoxFuture;
use futures::{StreamExt, stream};
use http::header::CONTENT_ENCODING;
use http::{Request, Response, StatusCode};
use tower::ServiceExt;

use crate::ledger::Fault;
use crate::log::Log;
use crate::process::{Nature, Process};
use crate::random::Random;

type Result<T> = std::result::Result<T, SyncError>;
/// A whole answer.
type Whole = Response<Bytes>;

/// Largest piece that an answer comes in, bytes.
const PIECE: usize = 16 * 1024;

/// The platform's end of all wires.
pub(crate) struct Socket {
    /// The platform's process.
    pub(crate) process: Arc<Process>,
    /// Its routes; `None` while it does not run.
    pub(crate) router: Mutex<Option<Router>>,
    /// Requests that are still on their way, with the station they came from.
    pub(crate) late: Mutex<VecDeque<(usize, Request<Bytes>)>>,
}

impl Socket {
    /// Carries out a request; `None` when there is nobody, or the platform ended meanwhile.
    pub(crate) async fn deliver(&self, request: Request<Bytes>) -> Option<Whole> {
        let router = lock(&self.router).clone()?;
        let work = async move {
            let answer =
                router.oneshot(request.map(Body::from)).await.unwrap_or_else(|e| match e {});
            let (head, body) = answer.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.ok()?;
            Some(Response::from_parts(head, body))
        };
        let answer = self.process.until_end(work).await.flatten();
        if self.process.has_ended() {
            // Dropping the rest of the request is what the end of the process does to it, and
            // what else was under way ends with the connections.
            *lock(&self.router) = None;
            lock(&self.late).clear();
            return None;
        }
        answer
    }
}

/// When the driver lets a station's round go on.
#[derive(Default)]
pub(crate) struct Gate(Mutex<Stand>);

#[derive(Default)]
enum Stand {
    #[default]
    Running,
    Waiting,
    LetGo,
}

impl Gate {
    /// Waits for the driver.
    async fn park(&self) {
        *lock(&self.0) = Stand::Waiting;
        std::future::poll_fn(|_| {
            let mut stand = lock(&self.0);
            match *stand {
                Stand::LetGo => {
                    *stand = Stand::Running;
                    Poll::Ready(())
                }
                _ => Poll::Pending,
            }
        })
        .await;
    }

    /// Lets it go on once, if it waits.
    pub(crate) fn open(&self) {
        let mut stand = lock(&self.0);
        if matches!(*stand, Stand::Waiting) {
            *stand = Stand::LetGo;
        }
    }

    /// Forgets a round that was dropped.
    pub(crate) fn reset(&self) {
        *lock(&self.0) = Stand::Running;
    }

    /// Whether it waits.
    pub(crate) fn is_waiting(&self) -> bool {
        matches!(*lock(&self.0), Stand::Waiting)
    }
}

/// What the line does to requests by itself.
#[derive(Default)]
pub(crate) struct Weather {
    /// Of a hundred requests, so many meet a fault.
    pub(crate) chance: u8,
    /// Where the faults come from.
    pub(crate) random: Option<Random>,
    /// Faults for the next requests whose path contains the word.
    pub(crate) planned: Vec<(&'static str, Fault)>,
}

/// The wire of one station.
pub(crate) struct Line {
    pub(crate) station: usize,
    pub(crate) socket: Arc<Socket>,
    pub(crate) process: Arc<Process>,
    pub(crate) nature: Arc<Nature>,
    pub(crate) gate: Arc<Gate>,
    pub(crate) weather: Mutex<Weather>,
    pub(crate) log: Log,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Wire for Line {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Pieces>>> {
        Box::pin(async move {
            self.moment().await;
            let what = format!("{} {}", request.method(), self.log.plain(request.uri().path()));
            let (fault, mut random) = self.fault(&request);
            let answer = match fault {
                None => self.socket.deliver(request).await.ok_or_else(nobody),
                Some(fault) => self.suffer(fault, request, &mut random).await,
            };
            self.note(&what, fault, &answer);
            self.moment().await;
            let whole = answer?;
            let cut = fault == Some(Fault::AnswerCut);
            Ok(pieces(whole, cut && random.percent(50)))
        })
    }
}

impl Line {
    /// A moment at which the driver may do something else first, or end the station.
    async fn moment(&self) {
        if self.process.passes() {
            self.nature.count(Fault::StationEndedOnWire);
            return std::future::pending().await;
        }
        self.gate.park().await;
    }

    /// What befalls this request, and where its details come from.
    fn fault(&self, request: &Request<Bytes>) -> (Option<Fault>, Random) {
        self.log.request();
        let mut weather = lock(&self.weather);
        let path = request.uri().path();
        let planned = weather.planned.iter().position(|(word, _)| path.contains(word));
        let planned = planned.map(|index| weather.planned.remove(index).1);
        let chance = weather.chance;
        let Some(random) = &mut weather.random else { return (planned, Random::new(0)) };
        let own = Random::new(random.number());
        let rolled = random.percent(chance).then(|| roll(random, path));
        let fault = planned.or(rolled);
        if let Some(fault) = fault {
            self.nature.count(fault);
        }
        (fault, own)
    }

    async fn suffer(
        &self,
        fault: Fault,
        request: Request<Bytes>,
        random: &mut Random,
    ) -> Result<Whole> {
        match fault {
            Fault::RequestLost => Err(broken()),
            Fault::AnswerLost => {
                self.socket.deliver(request).await;
                Err(broken())
            }
            Fault::RequestTwice => {
                let first = self.socket.deliver(again(&request)).await;
                let second = self.socket.deliver(request).await;
                if random.percent(50) { first } else { second }.ok_or_else(broken)
            }
            Fault::RequestLate => {
                lock(&self.socket.late).push_back((self.station, request));
                Err(broken())
            }
            Fault::RequestCut => {
                let body = request.body().clone();
                let kept = body.slice(..random.below(body.len().max(1)));
                self.socket.deliver(request.map(|_| kept)).await;
                Err(broken())
            }
            Fault::AnswerCut => {
                let whole = self.socket.deliver(request).await.ok_or_else(broken)?;
                let kept = random.below(whole.body().len().max(1));
                Ok(whole.map(|body| body.slice(..kept)))
            }
            Fault::AnswerThinned => {
                let whole = self.socket.deliver(request).await.ok_or_else(broken)?;
                Ok(thinned(whole, random))
            }
            Fault::LimboError => {
                self.socket.deliver(request).await;
                Ok(problem(500, "internal"))
            }
            other => Ok(made_up(other, random)),
        }
    }

    fn note(&self, what: &str, fault: Option<Fault>, answer: &Result<Whole>) {
        let fault = fault.map(|fault| format!(" [{fault}]")).unwrap_or_default();
        let answer = match answer {
            Ok(whole) => whole.status().as_u16().to_string(),
            Err(_) => "no answer".to_owned(),
        };
        self.log.line(format!("    {what}{fault} -> {answer}"));
    }
}

/// An answer of somebody who did not ask the platform.
fn made_up(fault: Fault, random: &mut Random) -> Whole {
    const PAGE: &str = "<html><body><h1>网络认证</h1></body></html>";
    match fault {
        Fault::Busy if random.percent(50) => problem(429, "too_many_attempts"),
        Fault::Busy => page(503, "busy"),
        Fault::TokenRefused => problem(401, "token_expired"),
        Fault::ProxyPage => page(*random.one(&[403, 407, 502, 503, 504]), PAGE),
        Fault::ProxyPage200 => page(200, PAGE),
        Fault::Bare200 => page(200, if random.percent(50) { "" } else { "{}" }),
        _ => problem(500, "internal"),
    }
}

/// What may befall a request to this path.
fn roll(random: &mut Random, path: &str) -> Fault {
    let (feed, snapshot) = (path.contains("/feed/"), path.contains("/snapshot/"));
    random.weighted(&[
        (6, Fault::RequestLost),
        (8, Fault::AnswerLost),
        (6, Fault::RequestTwice),
        (6, Fault::RequestLate),
        (2, Fault::RequestCut),
        (if snapshot { 30 } else { 5 }, Fault::AnswerCut),
        (if feed { 12 } else { 0 }, Fault::AnswerThinned),
        (4, Fault::LimboError),
        (3, Fault::InternalError),
        (3, Fault::Busy),
        (2, Fault::TokenRefused),
        (4, Fault::ProxyPage),
        (3, Fault::ProxyPage200),
        (3, Fault::Bare200),
    ])
}

fn nobody() -> SyncError {
    SyncError::Unreachable("nobody is there".into())
}

fn broken() -> SyncError {
    SyncError::Unreachable("the connection broke".into())
}

fn again(request: &Request<Bytes>) -> Request<Bytes> {
    request.clone()
}

fn page(status: u16, text: &'static str) -> Whole {
    let mut answer = Response::new(Bytes::from_static(text.as_bytes()));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    answer
}

fn problem(status: u16, code: &str) -> Whole {
    let body = serde_json::json!({ "code": code, "trace_id": "between" }).to_string();
    let mut answer = Response::new(Bytes::from(body));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    answer
}

/// A feed page out of a broken cache: one change is missing, and what follows stays.
fn thinned(mut answer: Whole, random: &mut Random) -> Whole {
    let packed = answer.headers().get(CONTENT_ENCODING).is_some_and(|value| value == "zstd");
    let plain = if packed { zstd::decode_all(&answer.body()[..]).ok() } else { None };
    let plain = plain.unwrap_or_else(|| answer.body().to_vec());
    let Ok(mut page) = serde_json::from_slice::<serde_json::Value>(&plain) else { return answer };
    let Some(changes) = page["changes"].as_array_mut().filter(|all| all.len() > 1) else {
        return answer;
    };
    // The last one missing would be a shorter page, and nothing wrong.
    changes.remove(random.below(changes.len() - 1));
    answer.headers_mut().remove(CONTENT_ENCODING);
    answer.map(|_| Bytes::from(page.to_string()))
}

/// The answer in pieces; `breaks`: with a broken connection at its end.
fn pieces(whole: Whole, breaks: bool) -> Response<Pieces> {
    whole.map(|body| {
        let mut all: Vec<Result<Bytes>> = (0..body.len())
            .step_by(PIECE)
            .map(|from| Ok(body.slice(from..(from + PIECE).min(body.len()))))
            .collect();
        if breaks {
            all.push(Err(broken()));
        }
        stream::iter(all).boxed()
    })
}
