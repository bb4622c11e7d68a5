//! Files between desks: cut, resumed, asked for early, offered again, and never readable on disk.

use std::io::{Cursor, Read};
use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_domain::ticket::{
    Action, Base, ChecklistItem, FileRef, MatterRef, Stage, Status, TicketId,
};
use bangban_domain::time::Timestamp;
use bangban_files::{ContentHash, Vault, take_in};
use bangban_store::table::file::{self, FileState};
use bangban_store::table::meta;
use bangban_store::table::outbox::{self, Settlement, State};
use bangban_store::{Key, Store};
use bangban_sync::contents;
use bangban_tests::bench::{Bench, entry};
use bangban_tests::central::Central;
use bangban_tests::paper::bitmap;
use bangban_tests::wire::Wire;
use tempfile::TempDir;
use uuid::Uuid;

const MARK: &str = "陈玉梅，身份证号码四四一三二二";

/// A bitmap of about three megabytes in which no piece is like another, with words in it.
fn scan() -> Vec<u8> {
    let (width, height) = (1_200_u32, 900_u32);
    let pixels = (0..width * height * 3).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8);
    let mut pixels: Vec<u8> = pixels.collect();
    for at in (0..pixels.len() - 100).step_by(50_000) {
        pixels[at..at + MARK.len()].copy_from_slice(MARK.as_bytes());
    }
    bitmap(width, height, &pixels)
}

/// An unclaimed ticket of the person's own station, with a checklist.
async fn case(bench: &Bench) -> Result<TicketId> {
    let id = bench
        .until("a ticket nobody has claimed", async |store| {
            let mut reader = store.read().await?;
            let body = meta::get(&mut reader, meta::STAFF).await?.context("signed in")?;
            let me: bangban_domain::directory::Staff = serde_json::from_str(&body)?;
            let all = bangban_store::table::ticket::with_clocks(&mut reader).await?;
            let free = all
                .into_iter()
                .find(|t| t.status == Status::Unclaimed && t.organisation == me.organisation);
            Ok(free.map(|t| t.id))
        })
        .await?;
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
    bench.act(id, Action::Claim).await?;
    bench.act(id, Action::Advance { to: Stage::Guidance, note: "导办".into() }).await?;
    bench.act(id, Action::OpenReview { matter, situation: None, checklist }).await?;
    bench.settled().await?;
    Ok(id)
}

fn whole(vault: &Vault, hash: ContentHash) -> Result<Vec<u8>> {
    let mut content = Vec::new();
    vault.read(hash)?.read_to_end(&mut content)?;
    Ok(content)
}

/// Whether the words stand anywhere below the folder.
fn is_readable(folder: &Path) -> Result<bool> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            is_readable(&path)?
        } else {
            let raw = std::fs::read(&path)?;
            raw.windows(MARK.len()).any(|window| window == MARK.as_bytes())
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_cut_in_the_middle_both_ways_arrives_whole_and_is_never_readable_on_disk()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Bench::open(here.path(), &wire.url(), "chen.yumei").await?;
    let huang = Bench::open(there.path(), &central.url(), "huang.lijuan").await?;
    let ticket = case(&chen).await?;
    let original = scan();
    let hash = ContentHash::of(&original);

    // Two pieces go at once, then the budget holds the rest back: there is a middle to cut.
    let budget = Some("3000000");
    chen.fact(meta::FILE_BUDGET, budget).await?;
    assert_eq!(chen.hand_in(ticket, "id_card", "身份证.bmp", &original).await?, hash);
    chen.settled().await?;
    let part = |f: &file::LocalFile| f.durable > 0 && f.durable < f.bytes;
    let shown = chen.until_file("part of it goes up", hash, part).await?;
    assert_eq!(shown.state, FileState::Uploading);
    assert!(shown.has_thumbnail && shown.held.is_none());

    // The command did not wait for its file: the colleague sees it named, and still to come.
    let named = |f: &file::LocalFile| f.state == FileState::Remote && !f.at_platform;
    let remote = huang.until_file("the file is named", hash, named).await?;
    assert_eq!((remote.name.as_str(), remote.media.as_str()), ("身份证.bmp", "image/bmp"));
    let mut tx = huang.store.write().await?;
    file::want(&mut tx, &hash.to_string()).await?;
    tx.commit().await?;
    huang.engine.wake_files();
    let to_come = |f: &file::LocalFile| f.fault.as_deref() == Some("file_to_come");
    huang.until_file("it is still to come", hash, to_come).await?;

    wire.cut();
    let chen = {
        let folder = chen.quit().await;
        wire.mend();
        Bench::open(&folder, &wire.url(), "chen.yumei").await?
    };
    huang.fact(meta::FILE_BUDGET, budget).await?;
    chen.fact(meta::FILE_BUDGET, None).await?;
    chen.until_file("all of it is up", hash, |f| f.state == FileState::Uploaded).await?;

    // Nobody asks again: the platform's word that it is here is enough.
    huang.until_file("part of it comes down", hash, part).await?;
    let huang = {
        let folder = huang.quit().await;
        Bench::open(&folder, &central.url(), "huang.lijuan").await?
    };
    huang.fact(meta::FILE_BUDGET, None).await?;
    let got = huang.until_file("all of it is here", hash, |f| f.state.is_here()).await?;
    assert!(got.has_thumbnail && got.at_platform, "looked at here too: {got:?}");
    assert_eq!(got.pixels, Some((1_200, 900)));
    assert_eq!(whole(&huang.vault, hash)?, original, "bytes are equal");
    assert_eq!(whole(&chen.vault, hash)?, original);
    let mut transfers = huang.engine.transfers();
    transfers.wait_for(|shown| shown.files == 0 && shown.current.is_none()).await?;

    for bench in [chen, huang] {
        let folder = bench.quit().await;
        assert!(!is_readable(&folder)?, "the words stand on the disk in {}", folder.display());
    }
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_halted_file_rests_until_it_may_go_on_and_hostile_ones_never_leave() -> Result<()> {
    let central = Central::start().await?;
    let folder = TempDir::new()?;
    let chen = Bench::open(folder.path(), &central.url(), "chen.yumei").await?;
    let ticket = case(&chen).await?;
    chen.fact(meta::FILES_PAUSED, Some("true")).await?;
    let text = chen.hand_in(ticket, "id_card", "说明.txt", "说明".as_bytes()).await?;
    let program = chen.hand_in(ticket, "id_card", "身份证.jpg", b"\x7fELF\x02\x01").await?;
    chen.settled().await?;
    let mut transfers = chen.engine.transfers();
    transfers.wait_for(|shown| shown.paused && shown.files == 1).await?;
    chen.until_file("it rests", text, |f| f.state == FileState::Local).await?;
    chen.fact(meta::FILES_PAUSED, None).await?;
    chen.until_file("it goes", text, |f| f.state == FileState::Uploaded).await?;
    transfers.wait_for(|shown| shown.files == 0).await?;
    let held = chen.until_file("it stays", program, |f| f.held.is_some()).await?;
    assert_eq!((held.held.as_deref(), held.state), (Some("executable"), FileState::Local));
    chen.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_from_an_older_backup_gets_the_files_again() -> Result<()> {
    let backup = TempDir::new()?;
    let central = Central::start().await?;
    let folder = TempDir::new()?;
    let address = central.address();
    let chen = Bench::open(folder.path(), &central.url(), "chen.yumei").await?;
    let ticket = case(&chen).await?;
    central.copy_database(backup.path())?;
    let hash = chen.hand_in(ticket, "id_card", "说明.txt", "说明".as_bytes()).await?;
    chen.until_file("it is up", hash, |f| f.state == FileState::Uploaded).await?;
    chen.settled().await?;
    let folder = chen.quit().await;
    central.stop().await?;

    let central = Central::restore(backup, address).await?;
    let data = central.platform.config().data_dir.clone();
    let sha256 = hash.to_string();
    let lost = data.join("files").join(&sha256[..2]).join(&sha256);
    assert!(!lost.exists(), "the backup is from before");
    let chen = Bench::open(&folder, &central.url(), "chen.yumei").await?;
    chen.until("the platform has it again", async |_| Ok(lost.exists().then_some(()))).await?;
    chen.until_file("it is told", hash, |f| f.state == FileState::Uploaded).await?;
    chen.quit().await;
    central.stop().await
}

#[tokio::test]
async fn what_waits_for_its_answer_goes_first_then_what_is_wanted_and_small_before_large()
-> Result<()> {
    let folder = TempDir::new()?;
    let store = Store::open(folder.path(), &Key::new([1; 32])).await?;
    let vault = Vault::open(&folder.path().join("files"), &[1; 32])?;
    let ticket = Uuid::now_v7();
    let mut tx = store.write().await?;
    let mut expected = Vec::new();
    // In the order in which they should go; written down the other way round.
    let files = [
        (Some(State::Pending), 10),
        (Some(State::Pending), 3_000),
        (None, 50),
        // Whoever decides on a proposal has to see its files.
        (Some(State::Parked), 7),
        (Some(State::Accepted), 20),
        (Some(State::Accepted), 2_000),
    ];
    for (place, (state, bytes)) in files.into_iter().enumerate().rev() {
        let content = place.to_string().repeat(bytes);
        let taken = take_in(&vault, &mut Cursor::new(&content), "a.txt")?;
        let found = contents(&taken);
        expected.insert(0, found.sha256.clone());
        let file = FileRef {
            sha256: found.sha256.clone(),
            name: "a.txt".into(),
            media: found.media.clone(),
            bytes: found.bytes,
        };
        let Some(state) = state else {
            file::mention(&mut tx, &file, ticket, Timestamp(0)).await?;
            file::want(&mut tx, &file.sha256).await?;
            continue;
        };
        file::add(&mut tx, &found, "a.txt", ticket, Timestamp(0)).await?;
        named(&mut tx, ticket, file, state).await?;
    }
    let refused = take_in(&vault, &mut Cursor::new("refused"), "a.txt")?;
    let found = contents(&refused);
    file::add(&mut tx, &found, "a.txt", ticket, Timestamp(0)).await?;
    let (sha256, media) = (found.sha256.clone(), found.media.clone());
    let file = FileRef { sha256, name: "a.txt".into(), media, bytes: found.bytes };
    named(&mut tx, ticket, file, State::Refused).await?;
    let dropped = take_in(&vault, &mut Cursor::new("nobody names it"), "a.txt")?;
    file::add(&mut tx, &contents(&dropped), "a.txt", ticket, Timestamp(0)).await?;
    let waiting = file::waiting(&mut tx).await?;
    assert_eq!((waiting.files, waiting.bytes), (6, 10 + 3_000 + 50 + 7 + 20 + 2_000));
    let mut order = Vec::new();
    while let Some(errand) = file::next(&mut tx, Timestamp(0)).await? {
        order.push(errand.sha256.clone());
        file::failed(&mut tx, &errand.sha256, "malformed", Timestamp(1)).await?;
    }
    assert_eq!(order, expected, "what was refused or dropped again stays here");
    tx.commit().await?;
    store.close().await;
    Ok(())
}

async fn named(
    tx: &mut bangban_store::WriteTx,
    ticket: TicketId,
    file: FileRef,
    state: State,
) -> Result<()> {
    let id = Uuid::now_v7();
    let action = Action::AddFile { material: "id_card".into(), file };
    let base = Base { version: None, fence: None };
    outbox::add(tx, &entry(id, ticket, Uuid::now_v7(), action, base)).await?;
    if state != State::Pending {
        let receipt = "{}".into();
        let (epoch, decided_at) = (Uuid::now_v7(), Timestamp(0));
        let settlement = Settlement { id, state, version: Some(1), receipt, epoch, decided_at };
        outbox::settle(tx, &settlement).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_sees_the_small_picture_while_the_original_is_still_on_its_way() -> Result<()> {
    let central = Central::start().await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Bench::open(here.path(), &central.url(), "chen.yumei").await?;
    let huang = Bench::open(there.path(), &central.url(), "huang.lijuan").await?;
    let ticket = case(&chen).await?;
    let (width, height) = (1_200_u32, 900_u32);
    let shade = |x: u32, y: u32| u8::try_from((x / 15 + y / 4) % 256).unwrap_or_default();
    let pixels = (0..height).flat_map(|y| (0..width * 3).map(move |x| shade(x, y)));
    let original = bitmap(width, height, &pixels.collect::<Vec<u8>>());
    // The line is as good as closed to anything large.
    chen.fact(meta::FILE_BUDGET, Some("1000")).await?;
    let hash = chen.hand_in(ticket, "id_card", "户口簿.bmp", &original).await?;
    let seen = huang.until_file("the small picture", hash, |f| f.has_thumbnail).await?;
    assert_eq!(
        (seen.state, seen.at_platform),
        (FileState::Remote, false),
        "the original is not there"
    );
    let small = file::thumbnail(&mut *huang.store.read().await?, &hash.to_string()).await?;
    assert!(small.context("kept")?.starts_with(&[0xff, 0xd8]), "a picture made anew here");
    let own = chen.until_file("its own file", hash, |f| f.durable < f.bytes).await?;
    assert!(own.has_thumbnail);
    chen.quit().await;
    huang.quit().await;
    central.stop().await
}
