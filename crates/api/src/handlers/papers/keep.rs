//! Keeping a filled-in form: as a PDF among the files of its material.

use std::io::Cursor;

use bangban_papers::{Paper, render};
use serde_json::Value;

use super::super::files;
use super::super::review::{problems, schema};
use super::super::tickets::not_found;
use super::build;
use super::case::{Case, moment};
use super::issue::{blocking, record};
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{FileTaken, KeepForm, PaperInput, PaperKind, PaperRef, TakenOutcome};
use crate::open::now;

/// Files a form that has no problems with its material. The one in the case is what was filled in,
/// so the code on it is recognised here even when the draft changes.
pub async fn keep_form(desk: &Desk, input: KeepForm) -> Result<FileTaken, ApiError> {
    let open = desk.open().await?;
    let case = Case::read(&open, &mut *open.read().await?, input.ticket).await?;
    let schema = schema(case.matter.as_ref(), &input.material).ok_or_else(not_found)?;
    if let Some(problem) = problems(&schema, &input.data)?.into_iter().next() {
        return Err(ApiError::new(Code::BadInput).with("field", problem.field));
    }
    let bad = || ApiError::new(Code::BadInput).with("field", "data");
    let Value::Object(filled) = &input.data else { return Err(bad()) };
    let form = build::form(&case, &input.material, filled).ok_or_else(not_found)?;
    // A path would be cut off, and with it half of the name.
    let name = format!("{}.pdf", form.material.replace(['/', '\\'], "_"));
    let (at, paper) = (now(), Paper::ApplicationForm(form));
    let made = paper.clone();
    let rendered = blocking(move || Ok(render(&made, moment(at))?)).await?;
    let content = Cursor::new(rendered.pdf);
    let taken = files::take(&open, input.ticket, &input.material, &name, content, true).await?;
    if taken.outcome == TakenOutcome::Filed {
        let kept = PaperRef { kind: PaperKind::ApplicationForm, reference: Some(input.material) };
        let input = PaperInput { ticket: input.ticket, paper: kept };
        let mut tx = open.write().await?;
        record(&mut tx, &input, &paper, &rendered.content_sha256, at, "form_kept").await?;
        tx.commit().await?;
    }
    Ok(taken)
}
