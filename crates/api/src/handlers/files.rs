//! Files of a case: handing in, looking at them, opening them with the system's program.

use std::io::Read;

use bangban_domain::ticket::{Action, ActionKind, FileRef, TicketId, permitted};
use bangban_files::{ContentHash, MAX_FILE_BYTES, TakenIn, VaultError, Verdict, take_in};
use bangban_store::table::{audit, file, ticket};
use bangban_sync::contents;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::tickets::{not_found, perform};
use super::transfers::file_view;
use crate::commands::Tag;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::event::ApiEvent;
use crate::model::{
    BeginFile, FileBytes, FileKey, FileOf, FilePiece, FileTaken, FileThumbnail, FileView,
    FinishFile, Nothing, ReadFile, TakenOutcome, TicketRefInput, Upload as UploadView, UploadRef,
};
use crate::open::{Open, me, now};
use crate::outside;
use crate::uploads::{Place, Upload};

/// Bytes of a piece that a window sends: below the web host's limit when written as Base64.
const PIECE_BYTES: u32 = 512 * 1024;
/// Most bytes of one reading.
const READ_BYTES: u32 = 1024 * 1024;

/// Begins to hand in a file. What the rules forbid is said before anything is sent.
pub async fn begin(desk: &Desk, input: BeginFile) -> Result<UploadView, ApiError> {
    let open = desk.open().await?;
    if input.bytes > MAX_FILE_BYTES {
        return Err(ApiError::new(Code::FileTooLarge));
    }
    let mut c = open.read().await?;
    let person = me(&mut c).await?;
    let found = ticket::get(&mut c, input.ticket).await?.ok_or_else(not_found)?;
    permitted(Some(&found), ActionKind::AddFile, &person, now())?;
    let name = plain_name(&input.name);
    let place = Place { ticket: input.ticket, material: input.material, name };
    let upload = open.uploads.begin(open.vault.clone(), place)?;
    Ok(UploadView { upload, piece_bytes: PIECE_BYTES })
}

/// Adds a piece.
pub async fn piece(desk: &Desk, input: FilePiece) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let bad = || ApiError::new(Code::BadInput).with("field", "data");
    let bytes = STANDARD.decode(input.data).map_err(|_| bad())?;
    if bytes.len() > PIECE_BYTES as usize {
        return Err(bad());
    }
    open.uploads.piece(input.upload, input.offset, bytes).await?;
    Ok(Nothing {})
}

/// All pieces are there: the file is looked at, and filed when nothing speaks against it.
pub async fn finish(desk: &Desk, input: FinishFile) -> Result<FileTaken, ApiError> {
    let open = desk.open().await?;
    let (place, upload) = open.uploads.remove(input.upload)?;
    let taken = upload.finish().await?;
    let answer = settle(&open, &place, &taken, input.despite_warnings).await?;
    if answer.outcome == TakenOutcome::Warned {
        open.uploads.wait(input.upload, place, taken);
    }
    Ok(answer)
}

/// Gives up an upload.
pub async fn cancel(desk: &Desk, input: UploadRef) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    // One that has ended by itself is no error.
    if let Ok((_, Upload::Warned(taken))) = open.uploads.remove(input.upload) {
        forget(&open, &taken).await?;
    }
    Ok(Nothing {})
}

/// Takes a whole file in at once, from wherever the desk itself can read it.
pub(super) async fn take(
    open: &Open,
    ticket: TicketId,
    material: &str,
    name: &str,
    mut source: impl Read + Send + 'static,
    despite_warnings: bool,
) -> Result<FileTaken, ApiError> {
    let place = Place { ticket, material: material.to_owned(), name: plain_name(name) };
    let (vault, given) = (open.vault.clone(), place.name.clone());
    let taken = blocking(move || take_in(&vault, &mut source, &given)).await?;
    let answer = settle(open, &place, &taken, despite_warnings).await?;
    if answer.outcome == TakenOutcome::Warned {
        forget(open, &taken).await?;
    }
    Ok(answer)
}

/// What becomes of a file that is in the vault.
async fn settle(
    open: &Open,
    place: &Place,
    taken: &TakenIn,
    despite_warnings: bool,
) -> Result<FileTaken, ApiError> {
    let held = match taken.inspection.verdict {
        Verdict::Usable => None,
        Verdict::Held(reason) => Some(reason),
    };
    let outcome = if held.is_some() {
        hold(open, place, taken).await?;
        TakenOutcome::Held
    } else if !taken.warnings.is_empty() && !despite_warnings {
        TakenOutcome::Warned
    } else {
        if let Err(refused) = file_away(open, place, taken).await {
            forget(open, taken).await?;
            return Err(refused);
        }
        TakenOutcome::Filed
    };
    let sha256 = taken.stored.sha256.to_string();
    Ok(FileTaken { outcome, sha256, held, warnings: taken.warnings.clone() })
}

/// The action and what is known about the file, in one transaction.
async fn file_away(open: &Open, place: &Place, taken: &TakenIn) -> Result<(), ApiError> {
    let contents = contents(taken);
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let reference = FileRef {
        sha256: contents.sha256.clone(),
        name: place.name.clone(),
        media: contents.media.clone(),
        bytes: contents.bytes,
    };
    let action = Action::AddFile { material: place.material.clone(), file: reference };
    perform(open, &mut tx, &person, place.ticket, action).await?;
    file::add(&mut tx, &contents, &place.name, place.ticket, now()).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(())
}

/// A file that is held apart stays on this station and is shown with its reason. The same content
/// under a right name may be in use: it is left alone.
async fn hold(open: &Open, place: &Place, taken: &TakenIn) -> Result<(), ApiError> {
    let contents = contents(taken);
    let mut tx = open.write().await?;
    if file::get(&mut tx, &contents.sha256).await?.is_none() {
        file::add(&mut tx, &contents, &place.name, place.ticket, now()).await?;
        let person = me(&mut tx).await?;
        let (subject, why) = (place.ticket.to_string(), contents.held);
        audit::add(&mut tx, now(), Some(person.id), "file_held", Some(&subject), why.as_deref())
            .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Removes what was taken in for nothing, unless something else uses the same content.
pub(crate) async fn forget(open: &Open, taken: &TakenIn) -> Result<(), ApiError> {
    let hash = taken.stored.sha256;
    let used = file::get(&mut *open.read().await?, &hash.to_string()).await?.is_some();
    if used || taken.stored.known {
        return Ok(());
    }
    let vault = open.vault.clone();
    blocking(move || vault.remove(hash)).await
}

/// The files of a ticket, held ones too.
pub async fn list(desk: &Desk, input: TicketRefInput) -> Result<Vec<FileView>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let subject = ticket::get(&mut c, input.ticket).await?.ok_or_else(not_found)?.subject;
    let files = file::of_ticket(&mut c, input.ticket).await?;
    Ok(files.into_iter().map(|found| file_view(found, subject.clone())).collect())
}

/// A part of a file. Beginning to look at it is recorded: it shows what a citizen handed in.
pub async fn read(desk: &Desk, input: ReadFile) -> Result<FileBytes, ApiError> {
    let open = desk.open().await?;
    let hash = of_ticket(&open, input.ticket, &input.sha256).await?;
    if input.offset == 0 {
        record(&open, "file_looked_at", input.ticket, &input.sha256).await?;
    }
    let vault = open.vault.clone();
    let length = u64::from(input.length.min(READ_BYTES));
    let offset = input.offset;
    let part = blocking(move || {
        let total = vault.read(hash)?.length();
        Ok((vault.read_range(hash, offset, length)?, total))
    });
    match part.await {
        Ok((bytes, total)) => Ok(FileBytes { data: STANDARD.encode(bytes), total }),
        Err(error) => {
            if error.code == Code::FileDamaged || error.code == Code::NotFound {
                lose(desk, &open, hash).await?;
            }
            Err(error)
        }
    }
}

/// What the platform has is fetched again when a person asks for it.
async fn lose(desk: &Desk, open: &Open, hash: ContentHash) -> Result<(), ApiError> {
    let mut tx = open.write().await?;
    file::lost(&mut tx, &hash.to_string()).await?;
    tx.commit().await?;
    desk.announce(ApiEvent::Changed { tags: vec![Tag::Files] });
    Ok(())
}

/// The thumbnail of a file.
pub async fn thumbnail(desk: &Desk, input: FileKey) -> Result<FileThumbnail, ApiError> {
    let open = desk.open().await?;
    let jpeg = file::thumbnail(&mut *open.read().await?, &input.sha256).await?;
    Ok(FileThumbnail { jpeg: jpeg.map(|jpeg| STANDARD.encode(jpeg)) })
}

/// Opens a file with the system's program. A copy leaves the vault until the desk is closed.
pub async fn open_outside(desk: &Desk, input: FileOf) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let hash = of_ticket(&open, input.ticket, &input.sha256).await?;
    let found = file::get(&mut *open.read().await?, &input.sha256).await?.ok_or_else(not_found)?;
    if found.held.is_some() {
        return Err(not_found());
    }
    record(&open, "file_opened_outside", input.ticket, &input.sha256).await?;
    let (vault, folder) = (open.vault.clone(), open.outside.clone());
    let copy = blocking(move || {
        let mut blob = vault.read(hash)?;
        Ok(outside::copy(&folder, &found.name, &mut blob)?)
    });
    let path = copy.await?;
    outside::start(&path)?;
    Ok(Nothing {})
}

/// Takes a held file off this station for good.
pub async fn discard(desk: &Desk, input: FileOf) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let hash = of_ticket(&open, input.ticket, &input.sha256).await?;
    let mut tx = open.write().await?;
    let found = file::get(&mut tx, &input.sha256).await?.ok_or_else(not_found)?;
    if found.held.is_none() {
        return Err(ApiError::new(Code::BadInput).with("field", "sha256"));
    }
    let person = me(&mut tx).await?;
    file::discard(&mut tx, &input.sha256).await?;
    let subject = input.ticket.to_string();
    let detail = Some(input.sha256.as_str());
    audit::add(&mut tx, now(), Some(person.id), "file_discarded", Some(&subject), detail).await?;
    tx.commit().await?;
    let vault = open.vault.clone();
    blocking(move || vault.remove(hash)).await?;
    Ok(Nothing {})
}

/// The hash of a file, if the ticket has it: nothing else can be read.
async fn of_ticket(open: &Open, ticket: TicketId, sha256: &str) -> Result<ContentHash, ApiError> {
    let hash = sha256.parse().map_err(|_| ApiError::new(Code::BadInput).with("field", "sha256"))?;
    let belongs = file::belongs(&mut *open.read().await?, sha256, ticket).await?;
    if belongs { Ok(hash) } else { Err(not_found()) }
}

async fn record(open: &Open, what: &str, ticket: TicketId, sha256: &str) -> Result<(), ApiError> {
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let subject = ticket.to_string();
    audit::add(&mut tx, now(), Some(person.id), what, Some(&subject), Some(sha256)).await?;
    Ok(tx.commit().await?)
}

/// A name without a path, not longer than the rules take; its end, which says the kind, stays.
fn plain_name(name: &str) -> String {
    const MOST: usize = 200;
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: Vec<char> = last.trim().chars().filter(|c| !c.is_control()).collect();
    let name: String = clean[clean.len().saturating_sub(MOST)..].iter().collect();
    if name.is_empty() { "文件".to_owned() } else { name }
}

/// Encryption and disks block.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, VaultError> + Send + 'static,
) -> Result<T, ApiError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(error) => {
            let answer = ApiError::new(Code::Internal);
            tracing::error!(%error, trace_id = answer.trace_id, "work on a file broke off");
            Err(answer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_kept_without_its_path_and_with_its_end() {
        assert_eq!(plain_name("C:\\扫描\\身份证.jpg"), "身份证.jpg");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name(" \u{7}a\nb.pdf "), "ab.pdf");
        assert_eq!(plain_name("/"), "文件");
        let long = plain_name(&format!("{}.pdf", "长".repeat(300)));
        assert!(long.chars().count() == 200 && long.ends_with("长.pdf"));
    }
}
