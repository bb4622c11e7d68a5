//! One case for each loss or stall that users of other systems reported (PEERS.md, B2), by the
//! name of the report. Each is the schedule that would bring it about here.

use anyhow::Result;
use bangban_domain::ticket::{Action, Status, Via};
use bangban_faults::check;
use bangban_faults::ledger::Fault;
use bangban_faults::station::Moved;
use bangban_faults::world::{BEGINNING, World};
use bangban_store::table::outbox::{self, State};
use bangban_store::table::{cursor, event, ticket};
use uuid::Uuid;

use crate::support::{at_rest, note, world};

const HOUR: i64 = 3_600_000;
const YEAR: i64 = 365 * 24 * HOUR;
const COMMANDS: &str = "/v1/commands";
const FEED: &str = "/feed/";

async fn state(world: &World, station: usize, id: Uuid) -> Result<Option<State>> {
    let store = world.stations[station].store()?;
    let mut reader = store.read().await?;
    Ok(outbox::get(&mut reader, id).await?.map(|entry| entry.state))
}

async fn pending(world: &World, station: usize) -> Result<u32> {
    let store = world.stations[station].store()?;
    let mut reader = store.read().await?;
    Ok(outbox::pending_count(&mut reader).await?)
}

/// The last command that was written at a station.
fn last(world: &World, station: usize) -> Uuid {
    world.stations[station].written.last().map(|written| written.id).expect("something was written")
}

#[test]
fn pouchdb_1240_and_5033_an_end_between_rows_and_cursor_loses_neither() {
    for points in 0..14 {
        world(2, async |mut world| {
            world.in_step(1).await?;
            for _ in 0..3 {
                world.register(0).await?;
            }
            world.in_step(0).await?;
            world.stations[1].process.end_after(points);
            world.round(1).await?;
            world.stations[1].open().await?;
            let found = check::claims(&world, 1).await?;
            assert!(found.violations.is_empty(), "after {points} points: {:?}", found.violations);
            at_rest(world).await
        });
    }
}

#[test]
fn cht_8093_a_restored_platform_gets_back_what_it_had_accepted() {
    world(2, async |mut world| {
        let first = world.register(0).await?;
        world.in_step(0).await?;
        world.central.back_up()?;
        let lost = world.register(0).await?;
        world.act(0, first, Action::Claim).await?;
        world.in_step(0).await?;
        world.central.restore(0).await?;
        assert!(world.timeline(lost).await?.is_empty(), "the backup does not know it");
        world.back_in_step(0).await?;
        assert_eq!(world.timeline(lost).await?.len(), 1, "offered again without being asked");
        assert_eq!(world.timeline(first).await?.len(), 2, "what was known is not doubled");
        at_rest(world).await
    });
}

#[test]
fn turso_8129_a_restored_station_gets_back_what_the_platform_has() {
    world(1, async |mut world| {
        world.register(0).await?;
        world.stations[0].back_up()?;
        world.in_step(0).await?;
        let later = world.register(0).await?;
        world.in_step(0).await?;
        world.stations[0].restore(0).await?;
        world.back_in_step(0).await?;
        let found = world.stations[0].tickets().await?;
        assert!(found.iter().any(|ticket| ticket.id == later), "it came down again");
        at_rest(world).await
    });
}

#[test]
fn opencrvs_7005_and_powersync_kotlin_340_an_error_is_never_taken_for_success() {
    let errors =
        [Fault::ProxyPage, Fault::ProxyPage200, Fault::Bare200, Fault::InternalError, Fault::Busy];
    for fault in errors {
        world(1, async |mut world| {
            world.in_step(0).await?;
            let id = world.register(0).await?;
            world.plan(0, COMMANDS, fault);
            world.round(0).await?;
            assert_eq!(pending(&world, 0).await?, 1, "{fault}: nothing is known, it is kept");
            assert!(world.timeline(id).await?.is_empty(), "{fault}: it never got there");
            // What seemed to stand in the way itself is put off, for an hour at most.
            world.wait(HOUR);
            world.back_in_step(0).await?;
            assert_eq!(world.timeline(id).await?.len(), 1, "{fault}");
            at_rest(world).await
        });
    }
}

#[test]
fn atuin_2879_a_full_disk_in_the_middle_leaves_no_gap() {
    for before in 0..8 {
        world(2, async |mut world| {
            world.in_step(1).await?;
            for _ in 0..3 {
                world.register(0).await?;
            }
            world.in_step(0).await?;
            world.stations[1].process.full_after(before, 2);
            world.round(1).await?;
            let found = check::claims(&world, 1).await?;
            assert!(found.violations.is_empty(), "after {before}: {:?}", found.violations);
            at_rest(world).await
        });
    }
}

#[test]
fn atuin_2879_the_highest_number_is_not_taken_for_all_of_them() {
    world(2, async |mut world| {
        world.in_step(1).await?;
        for _ in 0..3 {
            world.register(0).await?;
        }
        world.in_step(0).await?;
        world.plan(1, FEED, Fault::AnswerLost);
        world.plan(1, "region-441322/feed/", Fault::AnswerThinned);
        world.round(1).await?;
        let moved = world.round(1).await?;
        let told = world.log.numbered();
        assert_ne!(moved, Moved::Over("in step".into()), "a gap is refused\n{told}");
        let found = check::claims(&world, 1).await?;
        assert!(found.violations.is_empty(), "{:?}", found.violations);
        at_rest(world).await
    });
}

#[test]
fn actual_3786_and_7106_a_clock_that_is_a_year_off_harms_nobody_else() {
    for skew in [YEAR, -YEAR] {
        world(2, async |mut world| {
            world.stations[0].set_clock(skew);
            let id = world.register(0).await?;
            world.act(0, id, Action::Claim).await?;
            world.in_step(0).await?;
            world.in_step(1).await?;
            world.act(1, id, note("看到了")).await?;
            world.in_step(1).await?;
            world.in_step(0).await?;
            let timeline = world.timeline(id).await?;
            assert_eq!(timeline.len(), 3);
            for line in &timeline {
                assert!((BEGINNING..=world.now()).contains(&line.at.0), "the server's time");
            }
            let evidence = timeline[0].device_at.0;
            assert!((evidence - timeline[0].at.0).abs() > YEAR / 2, "the device's is kept beside");
            at_rest(world).await
        });
    }
}

#[test]
fn actuali_188_a_station_claims_only_what_it_has_applied_itself() {
    for fault in [Fault::AnswerCut, Fault::ProxyPage200, Fault::Bare200, Fault::AnswerLost] {
        world(2, async |mut world| {
            world.in_step(1).await?;
            world.register(0).await?;
            world.in_step(0).await?;
            let before = cursor::all(&mut *world.stations[1].store()?.read().await?).await?;
            // It hears where the platform stands, and nothing of what is there.
            world.plan(1, "region-441322/feed/", fault);
            world.round(1).await?;
            let after = cursor::all(&mut *world.stations[1].store()?.read().await?).await?;
            let numbers = |all: &[cursor::Cursor]| {
                all.iter().map(|one| (one.partition.clone(), one.feed_seq)).collect::<Vec<_>>()
            };
            assert_eq!(numbers(&before), numbers(&after), "{fault}");
            at_rest(world).await
        });
    }
}

#[test]
fn powersync_native_15_and_sqlite_core_162_the_queue_drains_without_a_new_write() {
    world(1, async |mut world| {
        world.in_step(0).await?;
        world.register(0).await?;
        for fault in [Fault::RequestLost, Fault::Busy, Fault::ProxyPage, Fault::LimboError] {
            world.plan(0, COMMANDS, fault);
            world.round(0).await?;
        }
        // The end of the program while the answer is on its way, once at every moment.
        for points in 0..6 {
            world.stations[0].process.end_after(points);
            world.round(0).await?;
            world.stations[0].open().await?;
        }
        world.stations[0].process.revive();
        world.wait(HOUR);
        world.back_in_step(0).await?;
        assert_eq!(pending(&world, 0).await?, 0);
        at_rest(world).await
    });
}

#[test]
fn mono_4608_what_was_applied_and_answered_with_an_error_is_applied_once() {
    for fault in [Fault::LimboError, Fault::AnswerLost, Fault::AnswerCut, Fault::RequestTwice] {
        world(1, async |mut world| {
            world.in_step(0).await?;
            let id = world.register(0).await?;
            world.plan(0, COMMANDS, fault);
            world.round(0).await?;
            assert_eq!(world.timeline(id).await?.len(), 1, "{fault}: it was applied");
            world.in_step(0).await?;
            assert_eq!(world.timeline(id).await?.len(), 1, "{fault}: and not again");
            at_rest(world).await
        });
    }
}

#[test]
fn tanstack_db_1659_a_wiped_database_begins_at_the_beginning() {
    world(1, async |mut world| {
        let id = world.register(0).await?;
        world.in_step(0).await?;
        world.stations[0].wipe().await?;
        world.back_in_step(0).await?;
        let found = world.stations[0].tickets().await?;
        assert!(found.iter().any(|ticket| ticket.id == id), "rows and cursor went together");
        at_rest(world).await
    });
}

#[test]
fn electric_1254_what_a_person_wrote_stays_in_view_at_every_moment_of_a_round() {
    world(2, async |mut world| {
        let id = world.tickets[0];
        world.act(0, id, Action::Claim).await?;
        world.act(0, id, Action::Reply { text: "请带户口簿".into(), via: Via::Phone }).await?;
        let mine = last(&world, 0);
        world.act(1, id, note("与此同时")).await?;
        world.in_step(1).await?;
        world.stations[0].begin().await?;
        loop {
            let moved = world.stations[0].go_on().await?;
            let store = world.stations[0].store()?;
            let lines = event::of(&mut *store.read().await?, id).await?;
            assert!(lines.iter().any(|line| line.event.id == mine), "its line is on the timeline");
            let seen = ticket::get(&mut *store.read().await?, id).await?;
            assert_eq!(seen.map(|ticket| ticket.status), Some(Status::Working), "and its effect");
            if moved != Moved::Waiting {
                break;
            }
        }
        at_rest(world).await
    });
}

#[test]
fn joplin_883_and_11295_an_emptied_platform_takes_nobodys_work_away() {
    world(1, async |mut world| {
        // As it was before anybody had registered anything here.
        world.central.back_up()?;
        let mut mine = Vec::new();
        for _ in 0..4 {
            mine.push(world.register(0).await?);
        }
        world.in_step(0).await?;
        let unsent = world.register(0).await?;
        world.central.restore(0).await?;
        world.back_in_step(0).await?;
        for id in mine.into_iter().chain([unsent]) {
            assert_eq!(world.timeline(id).await?.len(), 1, "it is there again");
        }
        at_rest(world).await
    });
}

#[test]
fn odk_5317_and_50_what_was_sent_is_frozen_and_a_lost_answer_makes_no_second_one() {
    world(1, async |mut world| {
        world.in_step(0).await?;
        let id = world.register(0).await?;
        let first = last(&world, 0);
        world.plan(0, COMMANDS, Fault::AnswerLost);
        world.round(0).await?;
        // The person goes on while the first answer is missing.
        world.act(0, id, Action::Claim).await?;
        world.act(0, id, note("补充说明")).await?;
        let store = world.stations[0].store()?;
        let entry = outbox::get(&mut *store.read().await?, first).await?.expect("it is kept");
        let written = &world.stations[0].written[0];
        assert_eq!(entry.action, written.intent, "later work does not change what was sent");
        world.in_step(0).await?;
        let kinds: Vec<_> = world.timeline(id).await?.iter().map(|e| e.action.kind()).collect();
        assert_eq!(kinds.len(), 3, "each once: {kinds:?}");
        at_rest(world).await
    });
}

#[test]
fn kobo_45_unsent_work_is_on_disk_before_the_person_is_told_that_it_is_saved() {
    world(1, async |mut world| {
        for number in 1..=5 {
            world.register(0).await?;
            world.stations[0].kill().await;
            world.stations[0].open().await?;
            assert_eq!(pending(&world, 0).await?, number, "nothing is lost with the process");
        }
        at_rest(world).await
    });
}

#[test]
fn pouchdb_6666_an_offline_edit_does_not_bring_back_what_has_ended() {
    world(2, async |mut world| {
        let (ended, other) = (world.tickets[0], world.tickets[1]);
        for station in [0, 1] {
            world.in_step(station).await?;
        }
        world.act(0, ended, Action::Claim).await?;
        world.act(0, ended, Action::Merge { into: other, reason: "同一件事".into() }).await?;
        world.in_step(0).await?;
        // The other desk has not heard of it.
        assert!(world.act(1, ended, Action::Claim).await?, "allowed by what it knows");
        let claim = last(&world, 1);
        world.in_step(1).await?;
        assert_eq!(state(&world, 1, claim).await?, Some(State::Refused), "and visibly refused");
        let timeline = world.timeline(ended).await?;
        assert_eq!(timeline.last().map(|e| e.action.kind().as_str()), Some("merge"));
        at_rest(world).await
    });
}
