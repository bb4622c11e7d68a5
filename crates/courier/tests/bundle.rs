//! What a bundle withstands, and that every way it can be wrong has its own answer.
#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::sync::OnceLock;

use bangban_courier::{
    Answered, BEGINNING_BYTES, Bundle, BundleError, Kind, Letter, MAX_SEALED_BYTES, Outcome, Pair,
    Up, file_name, peek, write,
};
use bangban_protocol::Reached;
use proptest::prelude::*;
use uuid::Uuid;

struct Scene {
    station: Pair,
    platform: Pair,
    file: Vec<u8>,
}

fn up() -> Up {
    let position = Reached { partition: "library".into(), epoch: Uuid::from_u128(7), feed_seq: 41 };
    Up {
        person: Uuid::from_u128(3),
        program: "0.1.0".into(),
        reached: vec![position],
        commands: Vec::new(),
        files: Vec::new(),
    }
}

fn letter<'a>(from: &'a Pair, to: &'a str) -> Letter<'a> {
    Letter {
        kind: Kind::Up,
        id: Uuid::from_u128(1),
        station: Uuid::from_u128(2),
        number: 7,
        written_at: 1_795_000_000_000,
        answers: None,
        to,
        from,
    }
}

fn scene() -> &'static Scene {
    static SCENE: OnceLock<Scene> = OnceLock::new();
    SCENE.get_or_init(|| {
        let (station, platform) = (Pair::generate().unwrap(), Pair::generate().unwrap());
        let to = platform.public().sealing;
        let (_, file) = write(&letter(&station, &to), &up()).unwrap();
        Scene { station, platform, file }
    })
}

fn again(pair: &Pair) -> Pair {
    Pair::from_secret(&pair.to_secret()).unwrap()
}

#[test]
fn a_bundle_is_read_by_whom_it_is_for_and_says_what_was_put_in() {
    let Scene { station, platform, file } = scene();
    let bundle = Bundle::read(file.clone()).unwrap();
    bundle.expect(Kind::Up).unwrap();
    bundle.signed_by([station.public().signing.as_str()]).unwrap();
    assert!(bundle.is_for(&platform.public().sealing));
    assert_eq!(bundle.open::<Up>(&[again(platform)]).unwrap(), up());
    assert_eq!(file_name(bundle.header()), "帮办递送-000002-0007.bbx");
}

#[test]
fn the_header_can_be_read_and_names_nobody() {
    let text = String::from_utf8_lossy(&scene().file[..700]).into_owned();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("bangban-courier 1"));
    let header: serde_json::Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!(header["number"], 7);
    assert!(!text.contains(&Uuid::from_u128(3).to_string()), "the person is inside, not outside");
}

#[test]
fn each_reader_finds_out_what_is_wrong() {
    let Scene { station, file, .. } = scene();
    let bundle = Bundle::read(file.clone()).unwrap();
    let stranger = Pair::generate().unwrap();
    assert_eq!(bundle.expect(Kind::Back), Err(BundleError::OtherKind));
    let known = stranger.public().signing;
    assert_eq!(bundle.signed_by([known.as_str()]), Err(BundleError::UnknownSender));
    assert_eq!(bundle.open::<Up>(&[stranger]).unwrap_err(), BundleError::ForSomeoneElse);
    assert_eq!(bundle.open::<Up>(&[again(station)]).unwrap_err(), BundleError::ForSomeoneElse);
    assert_eq!(read("一份别的文件".as_bytes()), BundleError::NotABundle);
    assert_eq!(read(b""), BundleError::NotABundle);
    assert_eq!(read(b"bangban-courier 3\n{}\n"), BundleError::Newer(3));
    assert_eq!(read(b"bangban-courier 0\n{}\n"), BundleError::NotABundle);
    let mut longer = file.clone();
    longer.push(0);
    assert_eq!(read(&longer), BundleError::Changed);
}

#[test]
fn another_inside_than_expected_is_unreadable_and_not_a_crash() {
    let Scene { station, platform, .. } = scene();
    let to = platform.public().sealing;
    let (_, file) = write(&letter(station, &to), &"something else").unwrap();
    let bundle = Bundle::read(file).unwrap();
    assert_eq!(bundle.open::<Up>(&[again(platform)]).unwrap_err(), BundleError::Unreadable);
}

#[test]
fn a_sealed_part_under_a_strangers_header_is_refused() {
    let Scene { platform, file, .. } = scene();
    let honest = Bundle::read(file.clone()).unwrap();
    let thief = Pair::generate().unwrap();
    let to = platform.public().sealing;
    // The thief writes a bundle of their own, then puts the stolen sealed part under its header.
    let theirs = Letter { station: Uuid::from_u128(99), ..letter(&thief, &to) };
    let (mut header, _) = write(&theirs, &up()).unwrap();
    header.bytes = honest.header().bytes;
    header.sha256.clone_from(&honest.header().sha256);
    let begin = file.len() - 64 - usize::try_from(honest.header().bytes).unwrap();
    let mut forged = format!("bangban-courier 1\n{}\n", serde_json::to_string(&header).unwrap());
    let mut bytes = std::mem::take(&mut forged).into_bytes();
    bytes.extend_from_slice(&file[begin..file.len() - 64]);
    let seed = thief.to_secret();
    let seed = hex::decode(seed.split(' ').next().unwrap()).unwrap();
    let signer = ring::signature::Ed25519KeyPair::from_seed_unchecked(&seed).unwrap();
    let signature = signer.sign(&bytes);
    bytes.extend_from_slice(signature.as_ref());
    let bundle = Bundle::read(bytes).expect("the thief signed it properly");
    assert_eq!(bundle.open::<Up>(&[again(platform)]).unwrap_err(), BundleError::Changed);
}

#[test]
fn sizes_that_lie_are_refused_before_anything_is_unpacked() {
    let file = &scene().file;
    let bundle = Bundle::read(file.clone()).unwrap();
    for bytes in [0, bundle.header().bytes - 1, MAX_SEALED_BYTES, u64::MAX] {
        let mut header = bundle.header().clone();
        header.bytes = bytes;
        let text = format!("bangban-courier 1\n{}\n", serde_json::to_string(&header).unwrap());
        let mut lying = text.into_bytes();
        lying.extend_from_slice(&file[file.len() - 300..]);
        let error = read(&lying);
        assert!(
            matches!(error, BundleError::CutShort | BundleError::Changed | BundleError::TooLarge),
            "{bytes}: {error}"
        );
    }
    let endless = [b"bangban-courier 1\n".as_slice(), &[b'{'; 10_000]].concat();
    assert_eq!(read(&endless), BundleError::Changed);
    let huge = vec![b'b'; usize::try_from(bangban_courier::MAX_FILE_BYTES).unwrap() + 1];
    assert_eq!(read(&huge), BundleError::TooLarge);
}

#[test]
fn a_small_file_that_unpacks_without_end_is_refused() {
    let Scene { station, platform, .. } = scene();
    let to = platform.public().sealing;
    let bomb = "0".repeat(usize::try_from(bangban_courier::MAX_UNPACKED_BYTES).unwrap());
    let (header, file) = write(&letter(station, &to), &bomb).unwrap();
    assert!(header.bytes < 1024 * 1024, "{} bytes", header.bytes);
    let bundle = Bundle::read(file).unwrap();
    assert_eq!(bundle.open::<String>(&[again(platform)]).unwrap_err(), BundleError::TooLarge);
}

#[test]
fn the_beginning_alone_says_what_a_file_is_and_whether_its_end_is_missing() {
    let Scene { file, .. } = scene();
    let length = file.len() as u64;
    let whole = Bundle::read(file.clone()).unwrap();
    let beginning = &file[..file.len().min(usize::try_from(BEGINNING_BYTES).unwrap())];
    assert_eq!(&peek(beginning, length).unwrap(), whole.header());
    assert_eq!(peek(beginning, length - 1).unwrap_err(), BundleError::CutShort);
    assert_eq!(peek(beginning, length + 1).unwrap_err(), BundleError::Changed);
    assert_eq!(peek(b"%PDF", 4).unwrap_err(), BundleError::NotABundle);
}

#[test]
fn what_can_be_said_in_the_old_format_is_so_that_an_old_program_reads_it() {
    let old = format!("{}{}", "bangban-courier 1", "\n");
    assert!(scene().file.starts_with(old.as_bytes()));
    let text = serde_json::to_string(&up()).unwrap();
    assert!(!text.contains("files"), "nothing new where there is nothing to say");
}

#[test]
fn an_answer_says_what_it_answers() {
    let Scene { station, platform, .. } = scene();
    let to = station.public().sealing;
    let answers = Answered {
        bundle: Uuid::from_u128(1),
        outcome: Outcome::TakenBefore,
        taken_at: 5,
        newest: 9,
    };
    let back = Letter { kind: Kind::Back, answers: Some(answers.clone()), ..letter(platform, &to) };
    let (header, file) = write(&back, &()).unwrap();
    let bundle = Bundle::read(file).unwrap();
    assert_eq!((bundle.header(), &header.answers), (&header, &Some(answers)));
    assert_eq!(file_name(&header), "帮办回执-000002-0007.bbx");
}

fn read(file: &[u8]) -> BundleError {
    match Bundle::read(file.to_vec()) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error,
    }
}

proptest! {
    #[test]
    fn any_changed_byte_is_noticed_without_any_key(at: prop::sample::Index, by in 1..=255_u8) {
        let mut file = scene().file.clone();
        let at = at.index(file.len());
        file[at] ^= by;
        let error = read(&file);
        let clear = matches!(
            error,
            BundleError::Changed
                | BundleError::CutShort
                | BundleError::TooLarge
                | BundleError::Newer(_)
                | BundleError::NotABundle
        );
        prop_assert!(clear, "byte {at}: {error}");
    }

    #[test]
    fn any_cut_is_called_a_cut(at: prop::sample::Index) {
        let file = &scene().file;
        let at = at.index(file.len() - 1) + 1;
        prop_assert_eq!(read(&file[..at]), BundleError::CutShort);
    }

    #[test]
    fn anything_taken_out_of_the_middle_is_noticed(at: prop::sample::Index, length in 1..200_usize) {
        let mut file = scene().file.clone();
        let at = at.index(file.len());
        let end = (at + length).min(file.len());
        file.drain(at..end);
        let error = read(&file);
        prop_assert!(!matches!(error, BundleError::UnknownSender | BundleError::Unreadable));
    }

    #[test]
    fn no_bytes_make_the_reader_fall_over(
        begins: bool,
        rest in prop::collection::vec(any::<u8>(), 0..6000),
    ) {
        let mut file = if begins { b"bangban-courier 1\n".to_vec() } else { Vec::new() };
        file.extend_from_slice(&rest);
        read(&file);
    }
}
