//! Courier bundles: the outbox as a file where there is no line.

use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{PersonName, SyncWhat};
use crate::error::Code;

/// A file that a person chose.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CourierPath {
    /// Where it is.
    pub path: String,
}

/// Where to look for bundles.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CourierFolder {
    /// A folder, e.g. that of a stick; `None`: every stick that is plugged in, and the folder for
    /// downloads.
    pub folder: Option<String>,
}

/// A file that ends in `.bbx`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierFound {
    /// Where it is.
    pub path: String,
    /// Its name.
    pub file: String,
    /// Name of the stick it lies on; `None`: in the folder that was asked for, or for downloads.
    pub stick: Option<String>,
    /// What it is, by its beginning; `courier_inspect` says whether all of it is whole.
    pub seen: Option<CourierFile>,
    /// Why that cannot be said.
    pub fault: Option<Code>,
}

/// Which files travel beside a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CourierFiles {
    /// None; they wait for a line.
    None,
    /// Those of at most 1 MiB.
    Small,
    /// As many as fit a trip: 512 MiB.
    All,
}

/// What to pack.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CourierPack {
    /// Which files travel.
    pub files: CourierFiles,
}

/// What a choice of files comes to now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct CourierLoad {
    /// Files that travel.
    pub files: u32,
    /// Their size, bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Files that stay: they wait for the next trip or a line.
    pub left: u32,
    /// Their size, bytes.
    #[ts(type = "number")]
    pub left_bytes: u64,
}

/// What each choice of files comes to now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CourierLoads {
    /// None of them.
    pub none: CourierLoad,
    /// The small ones.
    pub small: CourierLoad,
    /// As many as fit.
    pub all: CourierLoad,
}

/// A bundle that was saved: 帮办递送包.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierExported {
    /// Where it was saved.
    pub path: String,
    /// Name of the file.
    pub file: String,
    /// Running number at this station.
    pub number: u32,
    /// When, by the device's clock.
    pub written_at: Timestamp,
    /// Actions in it; none: it only asks for what is new.
    pub actions: u32,
    /// Actions that did not fit; they go with the next one.
    pub left: u32,
    /// Size of the bundle and its volumes, bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Names of the volumes beside it, in which the files are.
    pub volumes: Vec<String>,
    /// The files that travel, and those that stay.
    pub load: CourierLoad,
}

/// Which way a bundle goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CourierKind {
    /// From a station to the platform: 递送包.
    Up,
    /// From the platform to a station: 回执.
    Back,
    /// Files beside a bundle, on their way to the platform: 附件.
    Files,
}

/// What the platform did with a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CourierOutcome {
    /// Taken in: 已收下.
    Taken,
    /// Taken in before; the same answers again, nothing changed: 以前已收过.
    TakenBefore,
    /// A later one of that station came before it; nothing that was known changed: 较旧的一份.
    Old,
    /// Kept sealed and not judged, as the account is disabled: 账号停用，原样保存.
    Held,
}

/// What can be said of a file without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierFile {
    /// Which way it goes.
    pub kind: CourierKind,
    /// Running number at its station.
    pub number: u32,
    /// Short name of the station, as it stands in file names, e.g. `3F9A01`.
    pub station: String,
    /// Of a volume: which one, and of how many.
    pub part: Option<(u32, u32)>,
    /// When it was written, by its writer's clock.
    pub written_at: Timestamp,
    /// This account wrote it, or can read it.
    pub mine: bool,
    /// False: an answer of a platform that this account does not know.
    pub known: bool,
    /// What the platform did with the bundle that is answered.
    pub outcome: Option<CourierOutcome>,
    /// When the platform took that bundle in first.
    pub taken_at: Option<Timestamp>,
    /// When this account read it already.
    pub imported_at: Option<Timestamp>,
    /// When this account handed it over already.
    pub carried_at: Option<Timestamp>,
    /// What can be done with it here.
    pub can: CourierCan,
}

/// What can be done with a bundle here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CourierCan {
    /// Hand it to the platform, for whomever: `courier_carry`.
    Carry,
    /// Read it: `courier_import`.
    Import,
    /// Nothing: it is an answer for another station or account; bring it there.
    BringOn,
}

/// A bundle that was handed to the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierCarried {
    /// Where the answer was saved: beside the bundle, or in the folder for downloads when the
    /// stick takes nothing more.
    pub path: String,
    /// Name of that file.
    pub file: String,
    /// The answer lies beside the bundle.
    pub beside: bool,
    /// Running number of the bundle.
    pub number: u32,
    /// Short name of its station.
    pub station: String,
    /// What the platform did with it.
    pub outcome: CourierOutcome,
    /// When the platform took it in first.
    pub taken_at: Timestamp,
    /// It is this account's own.
    pub mine: bool,
    /// Volumes that were handed over with it.
    pub volumes: u32,
    /// Volumes that were not: not found beside it, or not whole.
    pub volumes_missing: u32,
}

/// What reading an answer did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierImported {
    /// Number of the bundle that was answered.
    pub number: u32,
    /// What the platform did with that bundle.
    pub outcome: CourierOutcome,
    /// When the platform took it in first, by its own clock.
    pub taken_at: Timestamp,
    /// When the platform wrote the answer, by its own clock.
    pub written_at: Timestamp,
    /// This account read it before, then; nothing was changed now.
    pub before: Option<Timestamp>,
    /// Actions that were applied.
    pub accepted: u32,
    /// Actions that were refused; each is a letter in the verdict inbox.
    pub refused: u32,
    /// Actions that were kept as proposals; each is a letter, too.
    pub parked: u32,
    /// Actions that the platform could not decide; they stay in the outbox.
    pub held: u32,
    /// Files of that trip that the platform has: they wait for nothing any more.
    pub files_arrived: u32,
    /// Files of that trip that it does not have yet; they stay on their way.
    pub files_missing: u32,
    /// Records that were new here.
    pub changes: u32,
    /// What is not up to date although the answer was read; a new bundle asks for it again.
    pub left_out: Vec<SyncWhat>,
    /// The local data is as of this server time now.
    pub data_as_of: Option<Timestamp>,
}

/// What was done with bundles here, and whether more can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierList {
    /// The platform's keys are here: exporting works without a line.
    pub ready: bool,
    /// Newest first.
    pub rows: Vec<CourierRow>,
}

/// What was done with a bundle here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CourierWay {
    /// The outbox was saved in it.
    Exported,
    /// The platform's answers were read from it.
    Imported,
    /// It was handed to the platform.
    Carried,
}

/// One line of what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierRow {
    /// The bundle.
    pub bundle: Uuid,
    /// What was done.
    pub way: CourierWay,
    /// Running number at its station.
    pub number: u32,
    /// Short name of its station.
    pub station: String,
    /// It is this account's own.
    pub mine: bool,
    /// When, by the device's clock.
    pub at: Timestamp,
    /// Actions in it, or answers to actions; 0 for one that was carried for somebody.
    pub actions: u32,
    /// Of an exported one: actions that have no answer yet.
    pub unanswered: u32,
    /// What the platform did with it, where that is known.
    pub outcome: Option<CourierOutcome>,
    /// Name of the file.
    pub file: String,
}

/// Bundles that the platform keeps sealed because their account was disabled when they came, and
/// those that were released: 停用账号的递送包.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeldBundles {
    /// Those that wait first, then the newest.
    pub rows: Vec<HeldBundle>,
}

/// A bundle that is kept, or was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeldBundle {
    /// The bundle.
    pub id: Uuid,
    /// Whose work it is.
    pub person: PersonName,
    /// Whether that account may act now: a bundle of one that may needs no release.
    pub active: bool,
    /// Name of the desk it was packed at, as that desk said; may be empty.
    pub desk: String,
    /// Short name of that desk, as it stands in file names.
    pub station: String,
    /// Running number at that desk.
    pub number: u32,
    /// When it was packed, by that desk's clock.
    pub written_at: Timestamp,
    /// When it came to the platform.
    pub taken_at: Timestamp,
    /// Who brought it; `None`: it was taken in where the platform runs.
    pub carrier: Option<PersonName>,
    /// Actions in it.
    pub actions: u32,
    /// How it was released; `None`: it waits.
    pub released: Option<HeldReleased>,
}

/// How a bundle was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeldReleased {
    /// When.
    pub at: Timestamp,
    /// By whom; `None`: where the platform runs.
    pub by: Option<PersonName>,
    /// Why, in their words.
    pub reason: String,
}

/// Which bundle to release, and why.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReleaseInput {
    /// The bundle.
    pub bundle: Uuid,
    /// Why, for the platform's audit; 1 to 500 characters.
    pub reason: String,
}

/// A released bundle whose answer is wanted once more.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BundleRef {
    /// The bundle.
    pub bundle: Uuid,
}

/// The answer to a released bundle was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CourierReleased {
    /// Where the answer was saved.
    pub path: String,
    /// Name of that file.
    pub file: String,
    /// Running number of the bundle.
    pub number: u32,
    /// Short name of the desk it has to be carried back to.
    pub station: String,
}
