//! Practice on sample cases. Reads and writes its own table and nothing else: no ticket, no outbox,
//! no audit line, no index knows of it.

use bangban_domain::practice::{
    Exercise, PASSING, StepFault, TrialRun, exercise, exercises, score,
};
use bangban_store::Connection;
use bangban_store::table::practice::{self, Past, PracticeRun};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    BeginPractice, Nothing, PastPractice, PracticeList, PracticeRef, PracticeResult, PracticeRow,
    PracticeRunRef, PracticeStep, PracticeUnderWay, PracticeView,
};
use crate::open::{Open, now};

/// The sample cases, and how the person did in them.
pub async fn list(desk: &Desk, _: Nothing) -> Result<PracticeList, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let past = practice::past(&mut c).await?;
    let under_way = practice::cases_under_way(&mut c).await?;
    let cases = exercises().iter().map(|exercise| row(exercise, &past, &under_way)).collect();
    Ok(PracticeList { cases, past: past.iter().map(handed_in).collect() })
}

/// A case without its key, with the run that is under way.
pub async fn get(desk: &Desk, input: PracticeRef) -> Result<PracticeView, ApiError> {
    let open = desk.open().await?;
    view(&open, &mut *open.read().await?, found(&input.case)?).await
}

/// Begins a run, or goes on with the unfinished one.
pub async fn begin(desk: &Desk, input: BeginPractice) -> Result<PracticeView, ApiError> {
    let exercise = found(&input.case)?;
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    if input.anew {
        practice::abandon(&mut tx, &input.case).await?;
    }
    if practice::unfinished(&mut tx, &input.case).await?.is_none() {
        let run = PracticeRun {
            id: Uuid::now_v7(),
            case: input.case,
            begun_at: now(),
            run: TrialRun::default(),
            handed_in: None,
        };
        practice::put(&mut tx, &run).await?;
    }
    let view = view(&open, &mut tx, exercise).await?;
    tx.commit().await?;
    Ok(view)
}

/// Takes a step in the unfinished run of a case; it is kept at once.
pub async fn step(desk: &Desk, input: PracticeStep) -> Result<PracticeView, ApiError> {
    let exercise = found(&input.case)?;
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    let mut kept = practice::unfinished(&mut tx, &input.case).await?.ok_or_else(gone)?;
    kept.run.take(&exercise.sample, input.step, now()).map_err(fault)?;
    practice::put(&mut tx, &kept).await?;
    let view = view(&open, &mut tx, exercise).await?;
    tx.commit().await?;
    Ok(view)
}

/// Hands in the unfinished run of a case: it is scored, and from now on the key is shown.
pub async fn hand_in(desk: &Desk, input: PracticeRef) -> Result<PracticeResult, ApiError> {
    let exercise = found(&input.case)?;
    let open = desk.open().await?;
    let limit = open.store.rules().book.limits.first_response.amount;
    let mut tx = open.write().await?;
    let mut kept = practice::unfinished(&mut tx, &input.case).await?.ok_or_else(gone)?;
    kept.handed_in = Some((now(), score(exercise, &kept.run, limit)));
    practice::put(&mut tx, &kept).await?;
    tx.commit().await?;
    beside_key(kept)
}

/// A run that was handed in, beside the key.
pub async fn result(desk: &Desk, input: PracticeRunRef) -> Result<PracticeResult, ApiError> {
    let open = desk.open().await?;
    let kept = practice::get(&mut *open.read().await?, input.run).await?;
    beside_key(kept.ok_or_else(gone)?)
}

fn found(case: &str) -> Result<&'static Exercise, ApiError> {
    exercise(case).ok_or_else(gone)
}

fn gone() -> ApiError {
    ApiError::new(Code::NotFound)
}

fn fault(fault: StepFault) -> ApiError {
    let field = match fault {
        StepFault::NobodyCalled => "called",
        StepFault::DoneBefore | StepFault::Ended => "step",
        StepFault::Unknown => "choice",
    };
    ApiError::new(Code::BadInput).with("field", field)
}

async fn view(
    open: &Open,
    c: &mut Connection,
    exercise: &Exercise,
) -> Result<PracticeView, ApiError> {
    let kept = practice::unfinished(c, &exercise.sample.id).await?;
    let limit = &open.store.rules().book.limits.first_response;
    Ok(PracticeView {
        sample: exercise.sample.clone(),
        under_way: kept.map(|kept| PracticeUnderWay { id: kept.id, run: kept.run }),
        response_limit: limit.amount,
        response_source: limit.source.clone(),
    })
}

/// An unfinished run is not found here: its key stays where it is.
fn beside_key(kept: PracticeRun) -> Result<PracticeResult, ApiError> {
    let exercise = found(&kept.case)?;
    let (at, score) = kept.handed_in.ok_or_else(gone)?;
    Ok(PracticeResult {
        id: kept.id,
        sample: exercise.sample.clone(),
        run: kept.run,
        score,
        passing: PASSING,
        key: exercise.key.clone(),
        at,
    })
}

fn row(exercise: &Exercise, past: &[Past], under_way: &[String]) -> PracticeRow {
    let sample = &exercise.sample;
    let best = past.iter().filter(|run| run.case == sample.id).map(|run| run.points).max();
    PracticeRow {
        case: sample.id.clone(),
        matter: sample.matter.clone(),
        said: sample.said.clone(),
        place: sample.place.clone(),
        difficulty: sample.difficulty,
        materials: u32::try_from(sample.materials.len()).unwrap_or(u32::MAX),
        under_way: under_way.contains(&sample.id),
        best,
        passed: best.is_some_and(|points| points >= PASSING),
    }
}

fn handed_in(run: &Past) -> PastPractice {
    PastPractice {
        run: run.id,
        matter: exercise(&run.case).map(|exercise| exercise.sample.matter.clone()),
        at: run.at,
        points: run.points,
        passed: run.points >= PASSING,
    }
}
