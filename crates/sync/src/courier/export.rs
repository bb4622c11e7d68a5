//! The outbox into a file.

use bangban_courier::{Header, Kind, Letter, Up, file_name};
use bangban_domain::directory::Staff;
use bangban_protocol::{Command, Reached};
use bangban_store::table::courier::{self, Trip, Way};
use bangban_store::table::{cursor, meta, outbox};
use bangban_store::{Connection, Store};
use uuid::Uuid;

use super::files::{self, Choice, Load, Volumes, load};
use super::{keys, off_the_loop, platform_keys, station};
use crate::push::command;
use crate::{Result, SyncError, clock};

/// Most actions in one bundle; the rest waits for the next.
const MOST: u32 = 10_000;

/// A bundle that was made and has to be saved.
pub struct Packed {
    /// What stands on it.
    pub header: Header,
    /// The whole file.
    pub file: Vec<u8>,
    /// A name for it.
    pub name: String,
    /// Actions in it.
    pub actions: u32,
    /// Actions that did not fit.
    pub left: u32,
    /// The files beside it.
    pub volumes: Volumes,
    commands: Vec<Uuid>,
}

/// Packs every action without an answer, and where this station stands, for the platform.
///
/// # Errors
/// `NoCourierKeys` when the platform has never told its keys to this store.
pub async fn export(store: &Store, choice: Choice) -> Result<Packed> {
    let pair = keys(store).await?;
    let mut reader = store.read().await?;
    let platform = platform_keys(&mut reader).await?.into_iter().next();
    let platform = platform.ok_or(SyncError::NoCourierKeys)?;
    let station = station(&mut reader).await?;
    let waiting = outbox::pending_count(&mut reader).await?;
    let number = courier::next_number(&mut reader, station).await?;
    let mut inside = inside(&mut reader, station).await?;
    let loaded = load(&files::waiting(&mut reader).await?, choice);
    inside.files.clone_from(&loaded.taken);
    drop(reader);
    let ids: Vec<Uuid> = inside.commands.iter().map(|command| command.id).collect();
    count(store, &ids).await?;
    let secret = pair.to_secret();
    let (to, kept) = (platform.sealing.clone(), secret.clone());
    let (header, file, inside) = off_the_loop(move || {
        let pair = bangban_courier::Pair::from_secret(&secret)?;
        let letter = Letter {
            kind: Kind::Up,
            id: Uuid::now_v7(),
            station,
            number,
            written_at: clock::now().0,
            answers: None,
            to: &platform.sealing,
            from: &pair,
        };
        loop {
            match bangban_courier::write(&letter, &inside) {
                // Half of it is on its way sooner than all of it never.
                Err(super::BundleError::TooLarge) if inside.commands.len() > 1 => {
                    inside.commands.truncate(inside.commands.len() / 2);
                }
                written => return written.map(|(header, file)| (header, file, inside)),
            }
        }
    })
    .await?;
    let commands: Vec<Uuid> = inside.commands.iter().map(|command| command.id).collect();
    let actions = u32::try_from(commands.len()).unwrap_or(u32::MAX);
    let name = file_name(&header);
    let volumes = Volumes {
        beside: header.id,
        station,
        number,
        written_at: header.written_at,
        person: inside.person,
        to,
        secret: kept,
        load: loaded,
    };
    Ok(Packed {
        header,
        file,
        name,
        actions,
        left: waiting.saturating_sub(actions),
        volumes,
        commands,
    })
}

/// What each choice would come to now.
///
/// # Errors
/// When the store fails.
pub async fn loads(store: &Store, choice: Choice) -> Result<Load> {
    Ok(load(&files::waiting(&mut *store.read().await?).await?, choice))
}

impl Packed {
    /// Writes down that it was saved under a name.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn saved(&self, store: &Store, file: &str) -> Result<()> {
        let mut tx = store.write().await?;
        let trip = Trip {
            bundle: self.header.id,
            way: Way::Exported,
            station: self.header.station,
            number: self.header.number,
            at: clock::now(),
            actions: self.actions,
            outcome: None,
            file: file.to_owned(),
        };
        courier::add(&mut tx, &trip).await?;
        for command in &self.commands {
            courier::add_action(&mut tx, self.header.id, *command).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

async fn inside(c: &mut Connection, station: Uuid) -> Result<Up> {
    let me = meta::get(c, meta::STAFF).await?;
    let me: Staff =
        me.and_then(|body| serde_json::from_str(&body).ok()).ok_or(SyncError::SignInNeeded)?;
    let entries = outbox::pending(c, MOST).await?;
    let commands: Vec<Command> =
        entries.iter().map(|entry| command(entry, station)).collect::<Result<_>>()?;
    let reached = cursor::all(c).await?.into_iter().map(|at| Reached {
        partition: at.partition,
        epoch: at.epoch,
        feed_seq: at.feed_seq,
    });
    Ok(Up {
        person: me.id,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        reached: reached.collect(),
        commands,
        files: Vec::new(),
    })
}

/// Counts the attempts before they are made, as on the line.
async fn count(store: &Store, ids: &[Uuid]) -> Result<()> {
    let mut tx = store.write().await?;
    outbox::count_attempt(&mut tx, ids, clock::now()).await?;
    tx.commit().await?;
    Ok(())
}
