//! Files of a case: handing in, reading, the way to the platform and back.

use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
pub use bangban_files::HeldReason;
pub use bangban_files::quality::QualityWarning;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Begins to hand in a file for a material.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BeginFile {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the material.
    pub material: String,
    /// Name of the file.
    pub name: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A file that is being handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Upload {
    /// Names it in the commands that follow.
    pub upload: Uuid,
    /// Largest piece, bytes.
    pub piece_bytes: u32,
}

/// A piece of a file, in order.
#[derive(Clone, Deserialize, TS)]
pub struct FilePiece {
    /// The file.
    pub upload: Uuid,
    /// Where it begins; has to be where the piece before it ended.
    #[ts(type = "number")]
    pub offset: u64,
    /// The bytes, Base64 with padding.
    pub data: String,
}

/// Ends handing in a file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct FinishFile {
    /// The file.
    pub upload: Uuid,
    /// Takes it although it is hard to read.
    pub despite_warnings: bool,
}

/// A file that is being handed in.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct UploadRef {
    /// The file.
    pub upload: Uuid,
}

/// What became of a file that was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileTaken {
    /// What became of it.
    pub outcome: TakenOutcome,
    /// SHA-256 of the content.
    pub sha256: String,
    /// Why it is held apart; only with `held`.
    pub held: Option<HeldReason>,
    /// What may make it hard to read.
    pub warnings: Vec<QualityWarning>,
}

/// What became of a file that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TakenOutcome {
    /// It is with the material.
    Filed,
    /// It is hard to read and waits for a word: finish again despite the warnings, or cancel.
    Warned,
    /// It is held apart and stays on this station.
    Held,
}

/// Where a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilePlace {
    /// Here; nothing of it is on the platform.
    Local,
    /// Here; part of it is on the platform.
    Uploading,
    /// On both sides.
    Uploaded,
    /// Not here.
    Remote,
    /// Wanted; part of it is here.
    Downloading,
}

/// Why the last attempt to carry a file failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileFault {
    /// The platform does not have it yet: the station that took it in has not sent it.
    FileToCome,
    /// The platform does not know it, or it is out of scope.
    NotFound,
    /// What arrived is not what was named; it is fetched or sent again.
    WrongHash,
    /// The platform does not take files of this size.
    TooLarge,
    /// The content on this machine is gone.
    Missing,
    /// The content on this machine is damaged.
    Damaged,
    /// Anything else; tried again.
    Other,
}

/// A file and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileView {
    /// SHA-256 of the content.
    pub sha256: String,
    /// Name it was handed in under.
    pub name: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Media type.
    pub media: String,
    /// Why it is held apart, when it is.
    pub held: Option<HeldReason>,
    /// Width of a picture, pixels.
    pub width: Option<u32>,
    /// Height of a picture, pixels.
    pub height: Option<u32>,
    /// Pages of a PDF.
    pub pages: Option<u32>,
    /// Whether there is a thumbnail.
    pub has_thumbnail: bool,
    /// Where it is.
    pub place: FilePlace,
    /// Bytes that are across for good.
    #[ts(type = "number")]
    pub durable: u64,
    /// A person has halted it.
    pub paused: bool,
    /// The platform has it whole.
    pub at_platform: bool,
    /// Why the last attempt failed.
    pub fault: Option<FileFault>,
    /// When it is tried again.
    pub next_attempt: Option<Timestamp>,
    /// The ticket it came with.
    pub ticket: TicketId,
    /// Title of that ticket; empty when the ticket is not here.
    pub subject: String,
}

/// A file of a ticket.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FileOf {
    /// The ticket.
    pub ticket: TicketId,
    /// SHA-256 of the content.
    pub sha256: String,
}

/// A file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FileKey {
    /// SHA-256 of the content.
    pub sha256: String,
}

/// Reads a part of a file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReadFile {
    /// The ticket it is looked at for.
    pub ticket: TicketId,
    /// SHA-256 of the content.
    pub sha256: String,
    /// Where to begin, bytes.
    #[ts(type = "number")]
    pub offset: u64,
    /// Bytes wanted, at most 1 MiB.
    pub length: u32,
}

/// A part of a file.
#[derive(Clone, Serialize, TS)]
pub struct FileBytes {
    /// The bytes, Base64 with padding. Fewer than wanted at the end.
    pub data: String,
    /// Size of the whole, bytes.
    #[ts(type = "number")]
    pub total: u64,
}

/// A thumbnail.
#[derive(Clone, Serialize, TS)]
pub struct FileThumbnail {
    /// JPEG of at most 320 pixels, Base64; `None`: there is none.
    pub jpeg: Option<String>,
}

/// Halts a file on its way, or lets it go on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PauseFile {
    /// SHA-256 of the content.
    pub sha256: String,
    /// Halt it, or let it go on.
    pub paused: bool,
}

/// How files are carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilePace {
    /// No files go up or down.
    pub paused: bool,
    /// Bytes per minute at most; `None`: as many as the line carries.
    #[ts(type = "number | null")]
    pub bytes_per_minute: Option<u64>,
}

/// The files on their way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilesOnTheWay {
    /// How files are carried.
    pub pace: FilePace,
    /// SHA-256 of the one that is moving.
    pub current: Option<String>,
    /// Files not across yet, the halted ones too; the one that is moving first.
    pub files: Vec<FileView>,
    /// Their bytes that are not across yet.
    #[ts(type = "number")]
    pub bytes_left: u64,
    /// Milliseconds that they take at the pace of the last pieces, when that is known.
    #[ts(type = "number | null")]
    pub remaining_ms: Option<u64>,
}

/// The folder the scanner writes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScanFolder {
    /// The folder; `None`: none is watched.
    pub path: Option<String>,
    /// Why it cannot be read.
    pub problem: Option<ScanProblem>,
    /// A file is deleted from the folder once it was taken in.
    pub remove_taken: bool,
    /// Files in it, the newest first, at most 200.
    pub files: Vec<ScanFile>,
}

/// Why a scan folder cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScanProblem {
    /// There is no such folder.
    Missing,
    /// It is not a folder.
    NotAFolder,
    /// This user may not read it.
    Forbidden,
}

/// A file in the scan folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScanFile {
    /// Name.
    pub name: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Last change.
    pub modified_at: Timestamp,
}

/// Chooses the scan folder.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetScanFolder {
    /// The folder; `None`: none is watched any more.
    pub path: Option<String>,
    /// Delete a file from the folder once it was taken in.
    pub remove_taken: bool,
}

/// Takes a file in from the scan folder.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TakeScan {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the material.
    pub material: String,
    /// Name of the file in the folder.
    pub name: String,
    /// Takes it although it is hard to read.
    pub despite_warnings: bool,
}

/// A file of the scan folder.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ScanName {
    /// Name of the file in the folder.
    pub name: String,
}

/// Keeps a filled-in form as a file of its material.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeepForm {
    /// The ticket.
    pub ticket: TicketId,
    /// Key of the material.
    pub material: String,
    /// The fields.
    #[ts(type = "Record<string, unknown>")]
    pub data: serde_json::Value,
}
