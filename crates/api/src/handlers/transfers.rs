//! Files on their way: what is moving, what waits, how fast it may go.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use bangban_domain::ticket::TicketId;
use bangban_files::HeldReason;
use bangban_store::table::file::{self, FileState, LocalFile};
use bangban_store::table::{meta, ticket};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{
    FileFault, FileKey, FilePace, FilePlace, FileView, FilesOnTheWay, Nothing, PauseFile,
};
use crate::open::number;

/// The files on their way, and how they are carried.
pub async fn on_the_way(desk: &Desk, _: Nothing) -> Result<FilesOnTheWay, ApiError> {
    let open = desk.open().await?;
    let (current, remaining_ms) = {
        let transfers = open.engine.transfers();
        let shown = transfers.borrow();
        (shown.current.clone(), shown.remaining_ms)
    };
    let mut c = open.read().await?;
    let pace = FilePace {
        paused: meta::get(&mut c, meta::FILES_PAUSED).await?.is_some(),
        bytes_per_minute: number(&mut c, meta::FILE_BUDGET).await?.and_then(|n| n.try_into().ok()),
    };
    let mut files = Vec::new();
    let mut subjects: HashMap<TicketId, String> = HashMap::new();
    for found in file::on_the_way(&mut c).await? {
        let id = Uuid::parse_str(&found.ticket).unwrap_or_default();
        let subject = match subjects.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let subject = ticket::get(&mut c, id).await?.map(|t| t.subject);
                new.insert(subject.unwrap_or_default())
            }
        };
        files.push(file_view(found, subject.clone()));
    }
    let current = current.map(|moving| moving.sha256);
    files.sort_by_key(|shown| Some(&shown.sha256) != current.as_ref());
    let bytes_left = files.iter().map(|shown| shown.bytes.saturating_sub(shown.durable)).sum();
    Ok(FilesOnTheWay { pace, current, files, bytes_left, remaining_ms })
}

/// Sets how files are carried.
pub async fn set_pace(desk: &Desk, pace: FilePace) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    if pace.paused {
        meta::set(&mut tx, meta::FILES_PAUSED, "1").await?;
    } else {
        meta::remove(&mut tx, meta::FILES_PAUSED).await?;
    }
    match pace.bytes_per_minute.filter(|bytes| *bytes > 0) {
        Some(bytes) => meta::set(&mut tx, meta::FILE_BUDGET, &bytes.to_string()).await?,
        None => meta::remove(&mut tx, meta::FILE_BUDGET).await?,
    }
    tx.commit().await?;
    open.engine.wake_files();
    Ok(Nothing {})
}

/// Halts a file, or lets it go on.
pub async fn pause(desk: &Desk, input: PauseFile) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    file::pause(&mut tx, &input.sha256, input.paused).await?;
    tx.commit().await?;
    open.engine.wake_files();
    Ok(Nothing {})
}

/// Asks for a file that is not here.
pub async fn want(desk: &Desk, input: FileKey) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    file::want(&mut tx, &input.sha256).await?;
    tx.commit().await?;
    open.engine.wake_files();
    Ok(Nothing {})
}

/// A file as a screen shows it.
pub(super) fn file_view(found: LocalFile, subject: String) -> FileView {
    FileView {
        held: found.held.as_deref().map(|word| parsed(word, HeldReason::Unreadable)),
        width: found.pixels.map(|(width, _)| width),
        height: found.pixels.map(|(_, height)| height),
        place: place(found.state),
        fault: found.fault.as_deref().map(|word| parsed(word, FileFault::Other)),
        next_attempt: found.fault.is_some().then_some(found.not_before).flatten(),
        ticket: Uuid::parse_str(&found.ticket).unwrap_or_default(),
        subject,
        sha256: found.sha256,
        name: found.name,
        bytes: found.bytes,
        media: found.media,
        pages: found.pages,
        has_thumbnail: found.has_thumbnail,
        durable: found.durable,
        paused: found.paused,
        at_platform: found.at_platform,
    }
}

/// A word of the store; one of a later version becomes the general one.
fn parsed<T: DeserializeOwned>(word: &str, otherwise: T) -> T {
    serde_json::from_value(Value::String(word.to_owned())).unwrap_or(otherwise)
}

fn place(state: FileState) -> FilePlace {
    match state {
        FileState::Local => FilePlace::Local,
        FileState::Uploading => FilePlace::Uploading,
        FileState::Uploaded => FilePlace::Uploaded,
        FileState::Remote => FilePlace::Remote,
        FileState::Downloading => FilePlace::Downloading,
    }
}
