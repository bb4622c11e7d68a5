//! Showing, printing and saving a paper: the same content each time.

use bangban_domain::time::Timestamp;
use bangban_papers::{Number, Pages, Paper, content_sha256, preview as draw, render};
use bangban_store::WriteTx;
use bangban_store::table::audit;
use bangban_store::table::paper::{self, IssuedPaper};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::case::{Case, moment};
use super::{build, downloads};
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{PaperInput, PaperPages, PaperRef, SavedPaper};
use crate::open::{Open, me, now};

/// Pixels per point for a screen.
const SCREEN: f32 = 1.6;
/// Pixels per point for a printer: 288 to the inch.
const PRINTER: f32 = 4.0;

/// The pages as they will be printed.
pub async fn preview(desk: &Desk, input: PaperInput) -> Result<PaperPages, ApiError> {
    let open = desk.open().await?;
    let at = now();
    let paper = paper_of(&open, &input, at).await?;
    Ok(pages(&paper, drawn(&paper, at, SCREEN).await?))
}

/// The pages for the printer; that they were printed is recorded.
pub async fn print(desk: &Desk, input: PaperInput) -> Result<PaperPages, ApiError> {
    let open = desk.open().await?;
    let at = now();
    let paper = paper_of(&open, &input, at).await?;
    let drawn = drawn(&paper, at, PRINTER).await?;
    let mut tx = open.write().await?;
    record(&mut tx, &input, &paper, &drawn.content_sha256, at, "paper_printed").await?;
    tx.commit().await?;
    Ok(pages(&paper, drawn))
}

/// Writes the PDF into the folder for downloads; that it was saved is recorded.
pub async fn save(desk: &Desk, input: PaperInput) -> Result<SavedPaper, ApiError> {
    let open = desk.open().await?;
    let at = now();
    let paper = paper_of(&open, &input, at).await?;
    let folder = downloads::folder(desk.config().downloads.as_deref())?;
    let name = format!("{}-{}.pdf", paper.kind().title(), paper.number().text());
    let made = paper.clone();
    let rendered = blocking(move || Ok(render(&made, moment(at))?)).await?;
    let path = blocking(move || downloads::write(&folder, &name, &rendered.pdf)).await?;
    let mut tx = open.write().await?;
    record(&mut tx, &input, &paper, &content_sha256(&paper), at, "paper_saved").await?;
    tx.commit().await?;
    Ok(SavedPaper { path: path.to_string_lossy().into_owned() })
}

async fn paper_of(open: &Open, input: &PaperInput, at: Timestamp) -> Result<Paper, ApiError> {
    let case = Case::read(open, &mut *open.read().await?, input.ticket).await?;
    let paper = build::build(&case, &input.paper, at.day());
    paper.ok_or_else(|| ApiError::new(Code::NotFound))
}

async fn drawn(paper: &Paper, at: Timestamp, scale: f32) -> Result<Pages, ApiError> {
    let paper = paper.clone();
    blocking(move || Ok(draw(&paper, moment(at), scale)?)).await
}

fn pages(paper: &Paper, drawn: Pages) -> PaperPages {
    PaperPages {
        pages: drawn.pages.iter().map(|page| STANDARD.encode(page)).collect(),
        provisional: matches!(paper.number(), Number::Provisional(_)),
        content_sha256: drawn.content_sha256,
        missing: drawn.missing.into_iter().map(String::from).collect(),
    }
}

/// Records that a paper was given out: the code on it can be recognised from then on.
pub async fn record(
    tx: &mut WriteTx,
    input: &PaperInput,
    paper: &Paper,
    content_sha256: &str,
    at: Timestamp,
    action: &str,
) -> Result<(), ApiError> {
    let PaperInput { ticket, paper: PaperRef { reference, .. } } = input;
    let person = me(tx).await?;
    let key = paper.kind().key();
    let issued = IssuedPaper {
        content_sha256: content_sha256.to_owned(),
        kind: key.to_owned(),
        reference: reference.clone(),
        number: paper.number().text().to_owned(),
        ticket: *ticket,
        issued_at: at,
        issued_by: person.id,
    };
    paper::add(tx, &issued).await?;
    let detail = serde_json::json!({ "kind": key, "content_sha256": content_sha256 }).to_string();
    let subject = ticket.to_string();
    audit::add(tx, at, Some(person.id), action, Some(&subject), Some(&detail)).await?;
    Ok(())
}

/// Setting type and drawing pages takes its time.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => {
            let answer = ApiError::new(Code::Internal);
            tracing::error!(%error, trace_id = answer.trace_id, "work on a paper broke off");
            Err(answer)
        }
    }
}
