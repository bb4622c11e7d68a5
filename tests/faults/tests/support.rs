//! Worlds for directed schedules.

use anyhow::Result;
use bangban_domain::ticket::Action;
use bangban_faults::template::ACCOUNTS;
use bangban_faults::world::World;
use bangban_faults::{check, many};

/// Runs `work` in a world with so many stations, whose first two are at one counter.
pub fn world(stations: usize, work: impl AsyncFnOnce(World) -> Result<()>) {
    world_where(&vec![false; stations], work);
}

/// The same; `empty`: at which stations nobody has signed in yet.
pub fn world_where(empty: &[bool], work: impl AsyncFnOnce(World) -> Result<()>) {
    let stations = empty.len();
    let template = many::template().expect("a template");
    let outcome = many::on_its_own(async {
        let mut world = World::new(template, &ACCOUNTS[..stations], empty, &[]).await?;
        for station in 0..stations {
            world.stations[station].open().await?;
        }
        work(world).await
    });
    outcome.expect("a runtime").expect("the schedule can be carried out");
}

/// Lets the world come to rest, and checks every invariant.
pub async fn at_rest(mut world: World) -> Result<()> {
    world.come_to_rest().await?;
    let found = check::check(&world).await?;
    assert!(found.violations.is_empty(), "{}\n{:#?}", world.log.numbered(), found.violations);
    world.close().await
}

/// A note.
pub fn note(text: &str) -> Action {
    Action::Note { text: text.to_owned() }
}
