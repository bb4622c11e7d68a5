//! Outboxes that come as a file, over a real socket: carried by somebody else, doubled, late, cut,
//! changed, forged, and of an account that was disabled.

use bangban_courier::{
    Back, Bundle, BundleError, Header, Kind, Letter, News, Outcome, Pair, Up, fingerprint,
};
use bangban_domain::ticket::{Action, Ticket, Via};
use bangban_platform::sample;
use bangban_protocol::{
    BundleFault, Command, CourierKeys, HeldWhy, Problem, ProblemCode, Reached, RecordKind, Session,
    SignIn, Verdict,
};
use reqwest::{Method, Response, StatusCode};
use uuid::Uuid;

use crate::running::Running;
use crate::station::{REGION, Station, client};

/// A village station after its first day: signed in once, its keys told, the line gone since.
pub struct Village {
    pub station: Station,
    pub pair: Pair,
    pub platform: CourierKeys,
}

impl Village {
    pub async fn sign_in(running: &Running, account: &str) -> Self {
        Self::at(running, account, Uuid::now_v7(), Pair::generate().unwrap()).await
    }

    async fn at(running: &Running, account: &str, id: Uuid, pair: Pair) -> Self {
        let request = SignIn {
            account: account.into(),
            password: sample::PASSWORD.into(),
            station: id,
            station_name: "村站".into(),
            keys: Some(pair.public()),
        };
        let url = format!("{}/v1/session", running.base);
        let answer = client().post(url).json(&request).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let session: Session = answer.json().await.unwrap();
        let platform = session.courier.clone().expect("the platform tells its keys");
        let staff = serde_json::from_value(session.staff.clone()).unwrap();
        let base = running.base.clone();
        let station = Station { http: client(), base, session, staff, id };
        Self { station, pair, platform }
    }

    /// The commands of the outbox, numbered.
    fn commands(&self, actions: &[(Uuid, Action, Option<&Ticket>)]) -> Vec<Command> {
        let numbered = (1_u64..).zip(actions);
        numbered
            .map(|(station_seq, (ticket, action, seen))| Command {
                station_seq,
                ..self.station.command(*ticket, action, *seen)
            })
            .collect()
    }

    fn up(&self, commands: Vec<Command>, reached: Vec<Reached>) -> Up {
        Up {
            person: self.station.staff.id,
            program: "0.1.0".into(),
            reached,
            commands,
            files: Vec::new(),
        }
    }

    fn pack(&self, number: u32, inside: &Up) -> Vec<u8> {
        let letter = Letter {
            kind: Kind::Up,
            id: Uuid::now_v7(),
            station: self.station.id,
            number,
            written_at: 1_795_000_000_000,
            answers: None,
            to: &self.platform.sealing,
            from: &self.pair,
        };
        bangban_courier::write(&letter, inside).unwrap().1
    }

    pub fn bundle(&self, number: u32, commands: Vec<Command>) -> Vec<u8> {
        self.pack(number, &self.up(commands, Vec::new()))
    }

    pub fn open(&self, file: Vec<u8>) -> (Header, Back) {
        let bundle = Bundle::read(file).unwrap();
        bundle.expect(Kind::Back).unwrap();
        bundle.signed_by([self.platform.signing.as_str()]).unwrap();
        let pair = Pair::from_secret(&self.pair.to_secret()).unwrap();
        (bundle.header().clone(), bundle.open(&[pair]).unwrap())
    }

    /// A registration that this station wrote, and what followed.
    pub fn work(&self) -> (Uuid, Vec<Command>) {
        let (id, register) = self.station.registration();
        let reply = Action::Reply { text: "请带身份证".into(), via: Via::Counter };
        (id, self.commands(&[(id, register, None), (id, Action::Claim, None), (id, reply, None)]))
    }
}

async fn post(carrier: &Station, bundle: Vec<u8>) -> Response {
    carrier.request(Method::POST, "/v1/courier").body(bundle).send().await.unwrap()
}

pub async fn carried(carrier: &Station, bundle: Vec<u8>) -> Vec<u8> {
    let answer = post(carrier, bundle).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.bytes().await.unwrap().to_vec()
}

pub async fn refused(carrier: &Station, bundle: Vec<u8>) -> BundleFault {
    let answer = post(carrier, bundle).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Problem = answer.json().await.unwrap();
    assert_eq!(problem.code, ProblemCode::BundleRefused);
    problem.bundle.expect("it says why")
}

pub fn outcome(header: &Header) -> Outcome {
    header.answers.as_ref().unwrap().outcome
}

fn newest_ticket(news: &[News], id: Uuid) -> Option<Ticket> {
    let region = news.iter().find(|news| news.partition == REGION)?;
    let changes = region.pages.iter().flat_map(|page| &page.changes);
    changes
        .filter(|c| c.record.kind == RecordKind::Ticket && c.record.key == id.to_string())
        .filter_map(|c| serde_json::from_value(c.record.body.clone()?).ok())
        .next_back()
}

#[tokio::test]
async fn what_is_carried_is_decided_as_on_the_line_and_the_answers_are_for_the_village_alone() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let head = carrier.head(REGION).await;
    let (id, commands) = village.work();
    let reached =
        vec![Reached { partition: REGION.into(), epoch: head.epoch, feed_seq: head.feed_seq }];
    let file = village.pack(1, &village.up(commands.clone(), reached));
    let answer = carried(&carrier, file).await;

    let stranger = Pair::generate().unwrap();
    let blind = Bundle::read(answer.clone()).unwrap().open::<Back>(&[stranger]);
    assert_eq!(blind.unwrap_err(), BundleError::ForSomeoneElse, "the carrier cannot read it");
    let (header, back) = village.open(answer);
    assert_eq!((header.number, outcome(&header)), (1, Outcome::Taken));
    assert_eq!(header.to, fingerprint(&village.pair.public().sealing));
    let verdicts: Vec<_> = back.receipts.iter().map(|r| (r.id, r.verdict.clone())).collect();
    let expected: Vec<_> = (1..)
        .zip(&commands)
        .map(|(version, command)| (command.id, Verdict::Accepted { version }))
        .collect();
    assert_eq!(verdicts, expected, "in their order, each accepted");
    let ticket = newest_ticket(&back.news, id).expect("the feed from where the village stood");
    assert!(ticket.number.is_some_and(|number| number.starts_with("BL441322-")));
    assert_eq!(ticket.holder, Some(village.station.staff.id));
    let library = back.news.iter().find(|news| news.partition == "library").unwrap();
    assert!(library.snapshot.is_some(), "it never had a library: a whole picture");
}

#[tokio::test]
async fn the_same_bundle_again_gets_the_same_answers_and_changes_nothing() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let file = village.bundle(1, village.work().1);
    let (first, back) = village.open(carried(&carrier, file.clone()).await);
    let before = carrier.head(REGION).await.feed_seq;
    let (again, same) = village.open(carried(&carrier, file.clone()).await);
    assert_eq!(outcome(&again), Outcome::TakenBefore);
    let taken_at = |header: &Header| header.answers.as_ref().unwrap().taken_at;
    assert_eq!(taken_at(&again), taken_at(&first), "it says since when");
    assert_eq!(same.receipts, back.receipts);
    assert_eq!(carrier.head(REGION).await.feed_seq, before);

    let (one, two) = tokio::join!(carried(&carrier, file.clone()), carried(&carrier, file));
    assert_eq!(village.open(one).1.receipts, village.open(two).1.receipts);
    assert_eq!(carrier.head(REGION).await.feed_seq, before);
}

#[tokio::test]
async fn an_older_bundle_after_a_newer_one_is_called_old_and_does_no_harm() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let (_, commands) = village.work();
    let first = village.bundle(1, commands[..1].to_vec());
    let second = village.bundle(2, commands.clone());
    carried(&carrier, second).await;
    let before = carrier.head(REGION).await.feed_seq;
    let (header, back) = village.open(carried(&carrier, first).await);
    assert_eq!(outcome(&header), Outcome::Old);
    assert_eq!(header.answers.unwrap().newest, 2);
    assert_eq!(back.receipts.len(), 3, "also what the second one brought and nobody told yet");
    assert_eq!(carrier.head(REGION).await.feed_seq, before);
}

#[tokio::test]
async fn a_bundle_that_is_not_as_it_should_be_gets_its_own_answer_and_changes_nothing() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let before = carrier.head(REGION).await.feed_seq;
    let good = village.bundle(1, village.work().1);

    let cut = good[..good.len() / 2].to_vec();
    assert_eq!(refused(&carrier, cut).await, BundleFault::CutShort);
    let mut changed = good.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(refused(&carrier, changed).await, BundleFault::Changed);
    assert_eq!(refused(&carrier, b"PK\x03\x04".to_vec()).await, BundleFault::NotABundle);
    assert_eq!(refused(&carrier, b"bangban-courier 9\n".to_vec()).await, BundleFault::Newer);

    let elsewhere = Pair::generate().unwrap().public();
    let other = Village { platform: elsewhere, ..Village::sign_in(&running, "chen.yumei").await };
    let misled = other.bundle(1, Vec::new());
    assert_eq!(refused(&carrier, misled).await, BundleFault::ForSomeoneElse);

    let unknown = Village {
        pair: Pair::generate().unwrap(),
        ..Village::sign_in(&running, "chen.yumei").await
    };
    let forged = unknown.bundle(1, Vec::new());
    assert_eq!(refused(&carrier, forged).await, BundleFault::UnknownSender);

    let answer = carried(&carrier, village.bundle(1, Vec::new())).await;
    assert_eq!(refused(&carrier, answer).await, BundleFault::OtherKind);
    assert_eq!(carrier.head(REGION).await.feed_seq, before, "nothing of it had an effect");
}

#[tokio::test]
async fn nobody_works_in_anothers_name_by_telling_a_key_for_their_station() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let thief = Pair::generate().unwrap();
    // The station's id stands on every bundle; a colleague signs in with it, and a key of theirs.
    let other = Village::at(&running, "lin.zhiqiang", village.station.id, thief).await;
    let before = carrier.head(REGION).await.feed_seq;
    let as_if = Up { person: village.station.staff.id, ..other.up(village.work().1, Vec::new()) };
    assert_eq!(refused(&carrier, other.pack(1, &as_if)).await, BundleFault::UnknownSender);

    let (_, mut commands) = village.work();
    let (mine, register) = other.station.registration();
    commands.push(other.station.command(mine, &register, None));
    let (_, back) = other.open(carried(&carrier, other.bundle(1, commands)).await);
    let whys: Vec<_> = back.held.iter().map(|held| held.why).collect();
    assert_eq!(whys, [HeldWhy::NotYours, HeldWhy::Behind, HeldWhy::Behind]);
    assert_eq!(back.receipts.len(), 1, "their own work goes through");
    assert_eq!(carrier.head(REGION).await.feed_seq, before + 2);
}

#[tokio::test]
async fn a_station_that_stood_in_another_epoch_gets_a_whole_picture() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let reached: Vec<_> = ["library", REGION]
        .map(|partition| Reached {
            partition: partition.into(),
            epoch: Uuid::new_v4(),
            feed_seq: 3,
        })
        .into();
    let (id, commands) = village.work();
    let file = village.pack(1, &village.up(commands, reached));
    let (_, back) = village.open(carried(&carrier, file).await);
    for news in &back.news {
        let snapshot = news.snapshot.as_ref().expect("a whole picture");
        assert_eq!(snapshot.manifest.epoch, back.epoch);
        let first = news.pages.first().expect("and what came after it");
        assert_eq!(first.from, snapshot.manifest.feed_seq);
        let lines = zstd::decode_all(&snapshot.file[..]).unwrap();
        let records = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
        assert_eq!(records as u64, snapshot.manifest.records);
    }
    let region = back.news.iter().find(|news| news.partition == REGION).unwrap();
    let file = &region.snapshot.as_ref().unwrap().file;
    let whole = String::from_utf8(zstd::decode_all(&file[..]).unwrap()).unwrap();
    let is_there = whole.contains(&id.to_string()) || newest_ticket(&back.news, id).is_some();
    assert!(is_there, "what it brought is in what it gets");
}

#[tokio::test]
async fn the_program_takes_a_bundle_and_writes_the_answer_beside_it() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("bundle.bbx");
    std::fs::write(&file, village.bundle(3, village.work().1)).unwrap();
    let run = async |arguments: &[&std::ffi::OsStr]| {
        let mut program = tokio::process::Command::new(env!("CARGO_BIN_EXE_bangban-platform"));
        program.arg("courier").args(arguments).arg("--data-dir").arg(running.dir.path());
        program.output().await.unwrap()
    };
    let done = run(&["take".as_ref(), file.as_os_str()]).await;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success() && said.contains("0003") && said.contains("taken in"), "{said}");
    let answer = std::fs::read_dir(stick.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| *path != file)
        .expect("an answer beside it");
    let (header, back) = village.open(std::fs::read(&answer).unwrap());
    assert_eq!((outcome(&header), back.receipts.len()), (Outcome::Taken, 3));
    let listed = run(&["list".as_ref()]).await;
    assert!(String::from_utf8_lossy(&listed.stdout).contains("0003"));
    let again = run(&["take".as_ref(), file.as_os_str()]).await;
    assert!(!again.status.success(), "the first answer is not written over");
    std::fs::write(&file, b"something else").unwrap();
    let other = run(&["take".as_ref(), file.as_os_str()]).await;
    let said = String::from_utf8_lossy(&other.stderr).into_owned();
    assert!(!other.status.success() && said.contains("not a courier bundle"), "{said}");
}

#[tokio::test]
async fn the_command_line_takes_bundles_too_and_the_keys_outlive_a_restart() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let file = village.bundle(1, village.work().1);
    let other = bangban_platform::Platform::open(running.platform.config().clone()).await.unwrap();
    let reply = other.take_bundle(file.clone()).await.unwrap();
    let (header, back) = village.open(reply.file);
    assert_eq!((outcome(&header), back.receipts.len()), (Outcome::Taken, 3));
    let listed = other.bundles().await.unwrap();
    assert_eq!(listed.iter().map(|b| (b.number, b.carrier)).collect::<Vec<_>>(), [(1, None)]);
    assert!(other.release_bundle(listed[0].id, "核实").await.is_err(), "nothing to release");
    assert!(other.take_bundle(file[..100].to_vec()).await.is_err());
    other.close().await.unwrap();
}
