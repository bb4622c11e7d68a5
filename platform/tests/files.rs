//! Files over a real socket: sent in pieces, cut, resumed, refused, fetched.

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::ticket::{Action, ChecklistItem, FileRef, MatterRef, Stage};
use bangban_platform::clock;
use bangban_platform::store::{organisations, staff};
use bangban_protocol::{
    BYTES_HEADER, FileHere, FileOffer, FileState, OFFSET_HEADER, ProblemCode, RecordKind, Verdict,
};
use reqwest::{Method, Response, StatusCode};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::running::Running;
use crate::station::{REGION, Station, problem};

const PIECE: usize = 64 * 1024;

fn content(length: usize) -> Vec<u8> {
    (0_u32..).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).take(length).collect()
}

fn hash(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content))
}

fn path(sha256: &str) -> String {
    format!("/v1/files/{sha256}")
}

async fn offer(station: &Station, sha256: &str, bytes: u64) -> Response {
    let offer = FileOffer { bytes };
    station.request(Method::POST, &path(sha256)).json(&offer).send().await.unwrap()
}

async fn piece(station: &Station, sha256: &str, offset: usize, piece: &[u8]) -> Response {
    let request = station.request(Method::PATCH, &path(sha256)).header(OFFSET_HEADER, offset);
    request.body(piece.to_vec()).send().await.unwrap()
}

async fn state(response: Response) -> FileState {
    assert_eq!(response.status(), StatusCode::OK);
    response.json().await.unwrap()
}

async fn send(station: &Station, content: &[u8]) -> String {
    let sha256 = hash(content);
    let mut known = state(offer(station, &sha256, content.len() as u64).await).await;
    while !known.complete {
        let from = usize::try_from(known.offset).unwrap();
        let to = (from + PIECE).min(content.len());
        known = state(piece(station, &sha256, from, &content[from..to]).await).await;
    }
    sha256
}

/// A ticket whose checklist asks for an identity card.
async fn ready_for_files(station: &Station) -> uuid::Uuid {
    let ticket = station.unclaimed().await.id;
    let checklist =
        vec![ChecklistItem {
            material: "id_card".into(), name: "身份证".into(), necessity: None
        }];
    let matter = MatterRef {
        id: "m".into(),
        version: 1,
        name: "补办社保卡".into(),
        promised: None,
        legal: None,
        on_the_spot: false,
    };
    for action in [
        Action::Claim,
        Action::Advance { to: Stage::Guidance, note: "导办".into() },
        Action::OpenReview { matter, situation: None, checklist },
    ] {
        let seen = station.ticket(|t| t.id == ticket).await;
        let receipt = station.send(&station.command(ticket, &action, seen.as_ref())).await;
        assert!(matches!(receipt.verdict, Verdict::Accepted { .. }), "{:?}", receipt.verdict);
    }
    ticket
}

/// Somebody who serves in the next county.
async fn of_another_county(running: &Running) -> Station {
    let db = running.platform.db();
    let here = organisations::get(db.read(), "shiwan").await.unwrap().unwrap();
    let there =
        Organisation { id: "longmen".into(), division: "441324".into(), parent: None, ..here };
    let (chen, hash) = staff::by_account(db.read(), "chen.yumei").await.unwrap().unwrap();
    let stranger = Staff {
        id: uuid::Uuid::now_v7(),
        account: "somebody.else".into(),
        organisation: there.id.clone(),
        ..chen
    };
    let mut tx = db.write().await.unwrap();
    organisations::put(&mut tx, &there, clock::now()).await.unwrap();
    staff::put(&mut tx, &stranger, clock::now()).await.unwrap();
    staff::set_password_hash(&mut tx, stranger.id, &hash.unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    Station::sign_in(running, "somebody.else").await
}

/// Names the file on a ticket, through the same door as every command.
async fn name(station: &Station, sha256: &str, bytes: u64) {
    let file = FileRef {
        sha256: sha256.to_owned(),
        name: "身份证.pdf".into(),
        media: "application/pdf".into(),
        bytes,
    };
    let ticket = ready_for_files(station).await;
    let action = Action::AddFile { material: "id_card".into(), file };
    let seen = station.ticket(|t| t.id == ticket).await;
    let receipt = station.send(&station.command(ticket, &action, seen.as_ref())).await;
    assert!(matches!(receipt.verdict, Verdict::Accepted { .. }), "{:?}", receipt.verdict);
}

#[tokio::test]
async fn a_file_in_pieces_is_kept_told_and_fetched_by_range() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let colleague = Station::sign_in(&running, "lin.zhiqiang").await;
    let original = content(3 * PIECE + 11);
    let sha256 = send(&station, &original).await;
    name(&station, &sha256, original.len() as u64).await;

    let told = station.whole_feed(REGION).await;
    let told = told.into_iter().find(|record| record.kind == RecordKind::File).unwrap();
    let here: FileHere = serde_json::from_value(told.body.unwrap()).unwrap();
    assert_eq!((here.sha256.as_str(), here.bytes), (sha256.as_str(), original.len() as u64));

    let whole = colleague.get(&path(&sha256)).await;
    assert_eq!(whole.headers()["content-disposition"], "attachment");
    assert_eq!(whole.headers()["x-content-type-options"], "nosniff");
    assert_eq!(whole.bytes().await.unwrap(), original);
    let range = colleague.request(Method::GET, &path(&sha256)).header("range", "bytes=70000-70009");
    let range = range.send().await.unwrap();
    assert_eq!(range.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(range.bytes().await.unwrap(), original[70_000..70_010]);

    let stored = running.dir.path().join("files").join(&sha256[..2]).join(&sha256);
    assert_eq!(std::fs::read(stored).unwrap(), original);
    let parts = running.dir.path().join("files/incoming");
    assert_eq!(std::fs::read_dir(parts).unwrap().count(), 0, "no part is left");
}

#[tokio::test]
async fn a_broken_connection_costs_one_piece_and_the_rest_goes_on() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let original = content(2 * PIECE);
    let sha256 = hash(&original);
    state(offer(&station, &sha256, original.len() as u64).await).await;
    state(piece(&station, &sha256, 0, &original[..PIECE]).await).await;

    // A request that promises a whole piece and ends in the middle of it.
    let address = station.base.trim_start_matches("http://").to_owned();
    let mut socket = TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "PATCH {} HTTP/1.1\r\nhost: {address}\r\nbangban-protocol: 1\r\n\
         authorization: Bearer {}\r\n{OFFSET_HEADER}: {PIECE}\r\ncontent-length: {PIECE}\r\n\r\n",
        path(&sha256),
        station.session.access_token,
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(&original[PIECE..PIECE + 1000]).await.unwrap();
    socket.shutdown().await.unwrap();
    // The platform has noticed when it closes its side.
    socket.read_to_end(&mut Vec::new()).await.unwrap();

    let head = station.request(Method::HEAD, &path(&sha256)).send().await.unwrap();
    assert_eq!(head.headers()[OFFSET_HEADER], PIECE.to_string(), "half a piece is no piece");
    assert_eq!(head.headers()[BYTES_HEADER], (2 * PIECE).to_string());
    let wrong = piece(&station, &sha256, 0, &original[..PIECE]).await;
    assert_eq!(problem(wrong).await, (StatusCode::CONFLICT, ProblemCode::OffsetMismatch));
    let known = state(offer(&station, &sha256, original.len() as u64).await).await;
    assert_eq!(known.offset, PIECE as u64, "offering again says where to go on");
    let done = state(piece(&station, &sha256, PIECE, &original[PIECE..]).await).await;
    assert!(done.complete);
    let again = state(offer(&station, &sha256, original.len() as u64).await).await;
    assert!(again.complete, "a file that is here is not sent twice");
}

#[tokio::test]
async fn a_content_that_does_not_fit_its_hash_is_dropped() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let sha256 = hash(b"what was promised");
    state(offer(&station, &sha256, 5).await).await;
    let refused = piece(&station, &sha256, 0, b"other").await;
    let expected = (StatusCode::UNPROCESSABLE_ENTITY, ProblemCode::WrongHash);
    assert_eq!(problem(refused).await, expected);
    let head = station.request(Method::HEAD, &path(&sha256)).send().await.unwrap();
    assert_eq!(head.status(), StatusCode::NOT_FOUND, "nothing of it is left");
    let known = state(offer(&station, &sha256, 17).await).await;
    assert_eq!(known.offset, 0);
    assert!(state(piece(&station, &sha256, 0, b"what was promised").await).await.complete);
}

#[tokio::test]
async fn limits_and_nonsense_are_refused() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let sha256 = hash(b"abc");
    let large = offer(&station, &sha256, bangban_protocol::MAX_FILE_BYTES + 1).await;
    assert_eq!(problem(large).await, (StatusCode::PAYLOAD_TOO_LARGE, ProblemCode::TooLarge));
    let malformed = (StatusCode::BAD_REQUEST, ProblemCode::Malformed);
    assert_eq!(problem(offer(&station, &sha256, 0).await).await, malformed);
    for bad in ["abc", &sha256.to_uppercase(), "..%2f..%2fplatform.db"] {
        assert_eq!(problem(offer(&station, bad, 3).await).await, malformed, "{bad}");
    }
    let unoffered = piece(&station, &sha256, 0, b"abc").await;
    assert_eq!(problem(unoffered).await, (StatusCode::NOT_FOUND, ProblemCode::NotFound));
    state(offer(&station, &sha256, 3).await).await;
    assert_eq!(problem(piece(&station, &sha256, 0, b"abcd").await).await, malformed);
    let without = station.request(Method::PATCH, &path(&sha256)).body("abc").send().await.unwrap();
    assert_eq!(problem(without).await, malformed);
}

#[tokio::test]
async fn only_who_may_see_a_ticket_that_names_it_gets_a_file() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let original = content(1000);
    let sha256 = send(&station, &original).await;
    let not_found = (StatusCode::NOT_FOUND, ProblemCode::NotFound);
    assert_eq!(problem(station.get(&path(&sha256)).await).await, not_found, "nothing names it");
    name(&station, &sha256, 1000).await;
    assert_eq!(station.get(&path(&sha256)).await.status(), StatusCode::OK);
    let nobody = station.http.get(format!("{}{}", station.base, path(&sha256))).send().await;
    let nobody = problem(nobody.unwrap()).await;
    assert_eq!(nobody, (StatusCode::UNAUTHORIZED, ProblemCode::TokenExpired));
    let stranger = of_another_county(&running).await;
    assert_eq!(problem(stranger.get(&path(&sha256)).await).await, not_found, "another county");
    let known = state(offer(&stranger, &sha256, 1000).await).await;
    assert_eq!(known.offset, 0, "to know a hash is not to have the file");
}

#[tokio::test]
async fn a_named_file_that_nobody_has_sent_yet_is_still_to_come() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let original = content(1000);
    let sha256 = hash(&original);
    name(&station, &sha256, 1000).await;
    let to_come = problem(station.get(&path(&sha256)).await).await;
    assert_eq!(to_come, (StatusCode::NOT_FOUND, ProblemCode::FileToCome));
    send(&station, &original).await;
    assert_eq!(station.get(&path(&sha256)).await.bytes().await.unwrap(), original);
}

#[tokio::test]
async fn a_whole_file_that_was_lost_from_the_disk_is_asked_for_again() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let original = content(1000);
    let sha256 = send(&station, &original).await;
    name(&station, &sha256, 1000).await;
    std::fs::remove_dir_all(running.dir.path().join("files")).unwrap();
    let to_come = problem(station.get(&path(&sha256)).await).await;
    assert_eq!(to_come, (StatusCode::NOT_FOUND, ProblemCode::FileToCome));
    let known = state(offer(&station, &sha256, 1000).await).await;
    assert_eq!((known.offset, known.complete), (0, false));
    send(&station, &original).await;
    assert_eq!(station.get(&path(&sha256)).await.status(), StatusCode::OK);
}
