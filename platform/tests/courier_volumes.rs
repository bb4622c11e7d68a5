//! Volumes over a real socket: files beside a bundle, taken in once, and none of a disabled account.

use bangban_courier::{
    Arrived, Back, Bundle, Contents, Header, Kind, Letter, Named, Outcome, Pair, Part, Piece,
    distribute, write_volume,
};
use bangban_protocol::{BundleFault, FileState};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::courier::{Village, carried, outcome, refused};
use crate::running::Running;
use crate::station::Station;

/// A trip with these files.
struct Trip<'a> {
    village: &'a Village,
    beside: Uuid,
    number: u32,
    contents: &'a [&'a [u8]],
}

fn named(content: &[u8]) -> Named {
    let sha256 = hex::encode(Sha256::digest(content));
    Named { sha256, bytes: content.len() as u64 }
}

impl Trip<'_> {
    fn files(&self) -> Vec<Named> {
        self.contents.iter().map(|content| named(content)).collect()
    }

    /// A volume with these pieces.
    fn volume(&self, part: u32, parts: u32, pieces: Vec<Piece>) -> Vec<u8> {
        let letter = Letter {
            kind: Kind::Files,
            id: Uuid::now_v7(),
            station: self.village.station.id,
            number: self.number,
            written_at: 1_795_000_000_000,
            answers: None,
            to: &self.village.platform.sealing,
            from: &self.village.pair,
        };
        let person = self.village.station.staff.id;
        let inside = Contents { person, files: self.files(), pieces };
        let part = Part { beside: self.beside, part, parts };
        let fill = |piece: &Piece, to: &mut dyn std::io::Write| {
            let content =
                self.contents.iter().find(|content| named(content).sha256 == piece.sha256);
            let place = |number: u64| usize::try_from(number).expect("a small file");
            let (from, length) = (place(piece.offset), place(piece.length));
            to.write_all(&content.expect("a file of the trip")[from..from + length])
        };
        write_volume(&letter, part, &inside, fill).expect("written").1
    }

    fn whole(&self) -> Vec<u8> {
        let mut volumes = distribute(&self.files());
        self.volume(1, 1, volumes.swap_remove(0))
    }
}

/// A part of a file.
fn piece(content: &[u8], offset: u64, length: u64) -> Piece {
    let Named { sha256, bytes } = named(content);
    Piece { sha256, bytes, offset, length }
}

fn opened(village: &Village, answer: Vec<u8>) -> (Header, Vec<Arrived>) {
    let (header, back): (Header, Back) = village.open(answer);
    (header, back.files)
}

fn complete(files: &[Arrived]) -> Vec<bool> {
    files.iter().map(|file| file.complete).collect()
}

#[tokio::test]
async fn files_that_came_are_there_like_those_of_the_line_and_twice_is_once() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let contents: [&[u8]; 2] = [b"%PDF-1.7 one", b"%PDF-1.7 the other"];
    let trip = Trip { village: &village, beside: Uuid::now_v7(), number: 1, contents: &contents };
    let volume = trip.whole();
    let (header, files) = opened(&village, carried(&carrier, volume.clone()).await);
    assert_eq!((outcome(&header), complete(&files)), (Outcome::Taken, vec![true, true]));
    for file in trip.files() {
        let path = format!("/v1/files/{}", file.sha256);
        let offer = serde_json::json!({ "bytes": file.bytes });
        let request = village.station.request(reqwest::Method::POST, &path);
        let state: FileState = request.json(&offer).send().await.unwrap().json().await.unwrap();
        assert!(state.complete, "the line has nothing left to carry");
    }
    let (again, same) = opened(&village, carried(&carrier, volume.clone()).await);
    assert_eq!((outcome(&again), same), (Outcome::TakenBefore, files));
    let taken_at = |header: &Header| header.answers.as_ref().unwrap().taken_at;
    assert_eq!(taken_at(&again), taken_at(&header), "it says since when");
    let (one, two) = tokio::join!(carried(&carrier, volume.clone()), carried(&carrier, volume));
    assert_eq!(opened(&village, one).1, opened(&village, two).1);
}

#[tokio::test]
async fn pieces_are_put_together_in_any_order_of_volumes_also_with_what_the_line_brought() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let content = b"%PDF-1.7 0123456789".as_slice();
    let contents = [content];
    let trip = Trip { village: &village, beside: Uuid::now_v7(), number: 1, contents: &contents };
    let bytes = content.len() as u64;
    let first = trip.volume(1, 2, vec![piece(content, 0, 10)]);
    let second = trip.volume(2, 2, vec![piece(content, 10, bytes - 10)]);
    let (_, files) = opened(&village, carried(&carrier, second.clone()).await);
    assert_eq!(complete(&files), [false], "its beginning is still to come");
    // Four bytes came over the line before it broke.
    let path = format!("/v1/files/{}", named(content).sha256);
    let line = village.station.request(reqwest::Method::PATCH, &path);
    let sent = line.header("bangban-offset", 0).body(content[..4].to_vec()).send().await.unwrap();
    assert!(sent.status().is_success());
    let (_, files) = opened(&village, carried(&carrier, first).await);
    assert_eq!(complete(&files), [false]);
    let (header, files) = opened(&village, carried(&carrier, second).await);
    assert_eq!((outcome(&header), complete(&files)), (Outcome::TakenBefore, vec![true]));
}

#[tokio::test]
async fn a_file_that_is_not_what_its_name_says_is_not_kept_and_the_others_are() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let (right, wrong) = (b"%PDF-1.7 right".as_slice(), b"%PDF-1.7 wrong".as_slice());
    let contents = [wrong, right];
    let trip = Trip { village: &village, beside: Uuid::now_v7(), number: 1, contents: &contents };
    let letter = Letter {
        kind: Kind::Files,
        id: Uuid::now_v7(),
        station: village.station.id,
        number: 1,
        written_at: 0,
        answers: None,
        to: &village.platform.sealing,
        from: &village.pair,
    };
    let pieces = vec![piece(wrong, 0, wrong.len() as u64), piece(right, 0, right.len() as u64)];
    let inside = Contents { person: village.station.staff.id, files: trip.files(), pieces };
    let part = Part { beside: trip.beside, part: 1, parts: 1 };
    // Both pieces get the bytes of the second.
    let fill = |_: &Piece, to: &mut dyn std::io::Write| to.write_all(right);
    let volume = write_volume(&letter, part, &inside, fill).unwrap().1;
    let (header, files) = opened(&village, carried(&carrier, volume).await);
    assert_eq!((outcome(&header), complete(&files)), (Outcome::Taken, vec![false, true]));
}

#[tokio::test]
async fn a_volume_that_is_not_as_it_should_be_gets_its_own_answer() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let contents: [&[u8]; 1] = [b"%PDF-1.7 one"];
    let trip = Trip { village: &village, beside: Uuid::now_v7(), number: 1, contents: &contents };
    let good = trip.whole();
    assert!(good.starts_with(b"bangban-courier 2\n"), "a program from before it says: newer");
    assert_eq!(refused(&carrier, good[..good.len() - 1].to_vec()).await, BundleFault::CutShort);
    let mut changed = good.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(refused(&carrier, changed).await, BundleFault::Changed);
    let as_old = String::from_utf8_lossy(&good[..18]).replace('2', "1").into_bytes();
    let as_old = [&as_old, &good[18..]].concat();
    assert_eq!(refused(&carrier, as_old).await, BundleFault::Changed, "no format 1 says it");
    let stranger = Village {
        pair: Pair::generate().unwrap(),
        ..Village::sign_in(&running, "chen.yumei").await
    };
    let forged = Trip { village: &stranger, beside: trip.beside, number: 1, contents: &contents };
    assert_eq!(refused(&carrier, forged.whole()).await, BundleFault::UnknownSender);
    let elsewhere = Pair::generate().unwrap().public();
    let misled = Village { platform: elsewhere, ..Village::sign_in(&running, "chen.yumei").await };
    let misled = Trip { village: &misled, beside: trip.beside, number: 1, contents: &contents };
    assert_eq!(refused(&carrier, misled.whole()).await, BundleFault::ForSomeoneElse);
    assert!(Bundle::read(good).unwrap().open_volume(&[Pair::generate().unwrap()]).is_err());
}

#[tokio::test]
async fn files_of_a_disabled_account_wait_until_the_bundle_beside_them_is_released() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let contents: [&[u8]; 1] = [b"%PDF-1.7 one"];
    let bundle = village.bundle(2, village.work().1);
    let beside = Bundle::read(bundle.clone()).unwrap().header().id;
    let trip = Trip { village: &village, beside, number: 2, contents: &contents };
    running.platform.set_staff_active("chen.yumei", false).await.unwrap();
    let volume = trip.whole();
    carried(&carrier, bundle).await;
    let (header, files) = opened(&village, carried(&carrier, volume.clone()).await);
    assert_eq!((outcome(&header), complete(&files)), (Outcome::Held, vec![false]));
    running.platform.release_bundle(beside, "已核实").await.unwrap();
    let (header, files) = opened(&village, carried(&carrier, volume).await);
    assert_eq!((outcome(&header), complete(&files)), (Outcome::Taken, vec![true]));

    let early = Trip { village: &village, beside, number: 1, contents: &contents };
    let (header, files) = opened(&village, carried(&carrier, early.whole()).await);
    assert_eq!((outcome(&header), complete(&files)), (Outcome::Old, vec![true]), "no harm done");
}
