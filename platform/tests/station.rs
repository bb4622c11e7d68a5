//! A station as far as the platform can tell: someone signed in, and what they send.

use bangban_domain::directory::Staff;
use bangban_domain::ticket::{
    Action, Channel, DocumentKind, Nature, NewTicket, Requester, RequesterKind, Status, Ticket,
};
use bangban_platform::sample;
use bangban_protocol::{
    Command, CommandBatch, FeedPage, Head, Problem, ProblemCode, Receipt, Receipts, Record,
    RecordKind, Session, SignIn, VERSION, VERSION_HEADER,
};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use uuid::Uuid;

use crate::running::Running;

pub const REGION: &str = "region-441322";

pub struct Station {
    pub http: Client,
    pub base: String,
    pub session: Session,
    pub staff: Staff,
    pub id: Uuid,
}

/// A client that speaks the protocol's version.
pub fn client() -> Client {
    // Every test asks for it; the first one decides, and all decide the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut headers = HeaderMap::new();
    headers.insert(VERSION_HEADER, VERSION.into());
    Client::builder().default_headers(headers).build().unwrap()
}

pub async fn try_sign_in(running: &Running, account: &str, password: &str) -> Response {
    let request = SignIn {
        account: account.into(),
        password: password.into(),
        station: Uuid::new_v4(),
        station_name: "石湾1号窗口".into(),
        keys: None,
    };
    let url = format!("{}/v1/session", running.base);
    client().post(url).json(&request).send().await.unwrap()
}

/// The status and code of an error, after checking its form.
pub async fn problem(response: Response) -> (StatusCode, ProblemCode) {
    let status = response.status();
    let problem: Problem = response.json().await.expect("errors are answered as Problem");
    assert!(!problem.trace_id.is_empty(), "there has to be something to quote");
    (status, problem.code)
}

impl Station {
    pub async fn sign_in(running: &Running, account: &str) -> Self {
        let response = try_sign_in(running, account, sample::PASSWORD).await;
        assert_eq!(response.status(), StatusCode::OK, "{account} can sign in");
        let session: Session = response.json().await.unwrap();
        let staff = serde_json::from_value(session.staff.clone()).unwrap();
        Self { http: client(), base: running.base.clone(), session, staff, id: Uuid::new_v4() }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.base);
        self.http.request(method, url).bearer_auth(&self.session.access_token)
    }

    pub async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.unwrap()
    }

    pub async fn head(&self, partition: &str) -> Head {
        self.get(&format!("/v1/partitions/{partition}")).await.json().await.unwrap()
    }

    pub async fn page(&self, partition: &str, from: u64) -> FeedPage {
        let epoch = self.head(partition).await.epoch;
        let path = format!("/v1/partitions/{partition}/feed/{epoch}/{from}");
        self.get(&path).await.json().await.unwrap()
    }

    /// Every change of a partition, read page by page as a station does.
    pub async fn whole_feed(&self, partition: &str) -> Vec<Record> {
        let mut all = Vec::new();
        loop {
            let page = self.page(partition, all.len() as u64).await;
            if page.changes.is_empty() {
                assert_eq!(page.head, all.len() as u64, "the feed ends at its head");
                return all;
            }
            for change in page.changes {
                assert_eq!(change.seq, all.len() as u64 + 1, "the feed has no gap");
                all.push(change.record);
            }
        }
    }

    /// The newest state of a ticket, as the feed tells it.
    pub async fn ticket(&self, which: impl Fn(&Ticket) -> bool) -> Option<Ticket> {
        let mut newest = std::collections::BTreeMap::new();
        for record in self.whole_feed(REGION).await {
            if record.kind == RecordKind::Ticket {
                let ticket: Ticket = serde_json::from_value(record.body.unwrap()).unwrap();
                newest.insert(ticket.id, ticket);
            }
        }
        newest.into_values().find(which)
    }

    /// A ticket that anyone at this organisation may claim.
    pub async fn unclaimed(&self) -> Ticket {
        let here = &self.staff.organisation;
        let free = |t: &Ticket| t.status == Status::Unclaimed && t.organisation == *here;
        self.ticket(free).await.expect("the sample has an unclaimed ticket here")
    }

    pub fn command(&self, ticket: Uuid, action: &Action, seen: Option<&Ticket>) -> Command {
        let held = seen.filter(|ticket| ticket.holder == Some(self.staff.id));
        Command {
            id: Uuid::now_v7(),
            station: self.id,
            actor: self.staff.id,
            station_seq: 1,
            device_time: 0,
            clock_offset: None,
            kind: action.kind().as_str().into(),
            payload: serde_json::to_value(action).unwrap(),
            ticket,
            base_version: seen.map(|ticket| ticket.version),
            fence: held.map(|ticket| ticket.fence),
        }
    }

    pub async fn post(&self, commands: Vec<Command>) -> Response {
        let batch = CommandBatch { commands };
        self.request(Method::POST, "/v1/commands").json(&batch).send().await.unwrap()
    }

    pub async fn send(&self, command: &Command) -> Receipt {
        let response = self.post(vec![command.clone()]).await;
        assert_eq!(response.status(), StatusCode::OK);
        let mut receipts: Receipts = response.json().await.unwrap();
        receipts.receipts.pop().expect("a decided command has its receipt")
    }

    pub fn registration(&self) -> (Uuid, Action) {
        let ticket = Uuid::now_v7();
        let action = Action::Register(NewTicket {
            ticket,
            channel: Channel::Counter,
            nature: Nature::Procedure,
            subject: "补办社保卡".into(),
            request: "社保卡丢了，想补一张。".into(),
            requester: Requester {
                kind: RequesterKind::NaturalPerson,
                name: "钟小燕".into(),
                document: DocumentKind::ResidentId,
                id_number: None,
                phone: None,
                credit_code: None,
                agent: None,
            },
            matter: None,
            situation: None,
            priority: None,
            elderly: None,
            organisation: self.staff.organisation.clone(),
        });
        (ticket, action)
    }
}
