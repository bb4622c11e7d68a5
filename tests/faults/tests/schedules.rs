//! Directed schedules of what a seed meets seldom.

use anyhow::Result;
use bangban_domain::directory::Staff;
use bangban_domain::ticket::Action;
use bangban_faults::ledger::Fault;
use bangban_faults::random::Random;
use bangban_faults::station::Moved;
use bangban_faults::{check, old};
use bangban_store::table::outbox;

use crate::support::{at_rest, note, world, world_where};

const YEAR: i64 = 365 * 24 * 3_600_000;

#[test]
fn two_desks_that_claim_one_ticket_offline_end_with_one_holder_and_one_letter() {
    for first in [0, 1] {
        world(2, async |mut world| {
            let id = world.tickets[0];
            world.in_step(0).await?;
            world.in_step(1).await?;
            // The one who is later has the earlier clock: it decides nothing.
            world.stations[1 - first].set_clock(-YEAR);
            assert!(
                world.act(0, id, Action::Claim).await? && world.act(1, id, Action::Claim).await?
            );
            world.in_step(first).await?;
            world.in_step(1 - first).await?;
            let store = world.stations[1 - first].store()?;
            let letters = outbox::attention_count(&mut *store.read().await?).await?;
            assert_eq!(letters, 1, "the later one is told");
            at_rest(world).await
        });
    }
}

#[test]
fn a_first_sync_that_ends_at_any_moment_claims_only_what_is_here() {
    for points in 0..40 {
        world_where(&[true], async |mut world| {
            world.stations[0].process.end_after(points);
            world.round(0).await?;
            world.stations[0].open().await?;
            let found = check::claims(&world, 0).await?;
            assert!(found.violations.is_empty(), "after {points} points: {:?}", found.violations);
            at_rest(world).await
        });
    }
}

#[test]
fn a_disabled_account_keeps_its_unsent_work_until_it_may_send_it() {
    world(1, async |mut world| {
        world.in_step(0).await?;
        let account = world.stations[0].account.clone();
        let id = world.register(0).await?;
        world.central.set_active(&account, false).await?;
        for _ in 0..3 {
            assert_eq!(world.round(0).await?, Moved::Over("AccountDisabled".into()));
        }
        world.stations[0].kill().await;
        world.stations[0].open().await?;
        assert!(world.timeline(id).await?.is_empty());
        world.central.set_active(&account, true).await?;
        world.back_in_step(0).await?;
        assert_eq!(world.timeline(id).await?.len(), 1);
        at_rest(world).await
    });
}

#[test]
fn a_clock_that_jumps_between_two_rounds_makes_no_settled_work_old() {
    world(1, async |mut world| {
        world.in_step(0).await?;
        world.stations[0].set_clock(-YEAR);
        let id = world.tickets[0];
        assert!(world.act(0, id, note("人来过两次")).await?);
        world.in_step(0).await?;
        // What was learnt of the clock a moment ago is no longer so.
        world.stations[0].set_clock(0);
        world.in_step(0).await?;
        at_rest(world).await
    });
}

#[test]
fn a_late_duplicate_behind_newer_work_changes_nothing() {
    world(2, async |mut world| {
        let id = world.tickets[0];
        world.in_step(0).await?;
        world.act(0, id, Action::Claim).await?;
        world.plan(0, "/v1/commands", Fault::RequestLate);
        world.round(0).await?;
        world.in_step(0).await?;
        world.act(0, id, Action::Release { reason: "不归我办".into() }).await?;
        world.in_step(0).await?;
        assert!(world.deliver_late(&mut Random::new(1)).await?, "the claim comes once more");
        assert_eq!(world.timeline(id).await?.len(), 3, "registered, claimed, released");
        at_rest(world).await
    });
}

#[test]
fn the_platform_may_end_at_every_moment_of_a_round_and_a_station_too() {
    for points in 0..10 {
        world(2, async |mut world| {
            let id = world.tickets[0];
            world.in_step(0).await?;
            world.act(0, id, Action::Claim).await?;
            world.act(0, id, note("先记一笔")).await?;
            world.central.process.end_after(points);
            world.round(0).await?;
            world.central.run().await?;
            world.stations[0].process.end_after(points);
            world.round(0).await?;
            world.stations[0].open().await?;
            at_rest(world).await
        });
    }
}

#[test]
fn a_schema_upgrade_with_a_full_outbox_loses_none_of_it() {
    world(1, async |mut world| {
        world.in_step(0).await?;
        let me: Staff = world.stations[0].person().await?.expect("somebody signed in");
        for version in 1..=old::VERSIONS {
            // The first outbox is longer than a batch.
            let unsent = if version == 1 { 110 } else { 5 };
            let tickets = old::replace(&mut world, 0, version, &me, unsent).await?;
            let store = world.stations[0].store()?;
            let waiting = outbox::pending_count(&mut *store.read().await?).await?;
            assert_eq!(waiting as usize, unsent, "schema {version}");
            world.back_in_step(0).await?;
            for ticket in tickets {
                assert_eq!(world.timeline(ticket).await?.len(), 1, "schema {version}");
            }
        }
        at_rest(world).await
    });
}

#[test]
fn a_world_with_nothing_in_it_comes_to_rest() {
    world(3, async |world| -> Result<()> { at_rest(world).await });
}
