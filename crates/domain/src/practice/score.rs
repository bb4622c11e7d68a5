//! What a run is worth against the key.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::exercise::Exercise;
use super::key::{AnswerKey, Conclusion, ExpectedVerdict};
use super::run::{CounterDevice, TrialRun};
use crate::ticket::MaterialVerdict;

/// From so many of a hundred points on, a run is passed.
pub const PASSING: u32 = 90;
/// Parts the reasons of one verdict from each other; no reason in a catalogue holds it.
const BETWEEN_REASONS: char = '；';

/// What a run is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PracticeScore {
    /// Of a hundred.
    pub points: u32,
    /// Whether it is passed.
    pub passed: bool,
    /// Part by part.
    pub parts: Vec<PartScore>,
    /// Devices that were not checked before the citizen was called.
    pub unchecked: Vec<CounterDevice>,
    /// Seconds until the first response; `None`: there was none.
    pub response_seconds: Option<u32>,
    /// Seconds there were for it.
    pub response_limit: u32,
    /// Material by material.
    pub materials: Vec<MaterialScore>,
    /// How the citizen was told what has to be mended.
    pub telling: Telling,
    /// What was done before its turn.
    pub disorder: Vec<Disorder>,
}

/// A part of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartScore {
    /// Which.
    pub part: ScorePart,
    /// Points.
    pub points: u32,
    /// Most there were.
    pub most: u32,
}

/// The parts of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ScorePart {
    /// 设备检查.
    Devices,
    /// 首次响应.
    Response,
    /// 身份核验.
    Identity,
    /// 材料预审.
    Review,
    /// 告知与办结.
    Conclusion,
    /// 邀请评价.
    Evaluation,
    /// 先后次序.
    Order,
}

/// How a verdict compares with the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// Something was wrong and was found, with its reason.
    Found,
    /// Nothing was wrong, and nothing was said.
    RightlyPassed,
    /// Some of several reasons were found.
    Partly,
    /// It was found wrong, for another reason.
    WrongReason,
    /// The right side, by another verdict: missing for defective, follows later for exempt.
    OtherVerdict,
    /// Something was wrong and was not seen.
    Missed,
    /// Nothing was wrong, and something was asked for.
    FalseAlarm,
    /// No verdict was given.
    Unjudged,
}

/// A material in the score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MaterialScore {
    /// Key of the material.
    pub material: String,
    /// How it compares.
    pub finding: Compared,
    /// What the person said.
    pub said: Option<MaterialVerdict>,
}

/// How the citizen was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Telling {
    /// Nothing had to be told, and nothing was.
    NothingToTell,
    /// 一次性告知: one notice with everything that was found.
    AtOnce,
    /// Told in more than one notice.
    Repeated,
    /// Something that was found is in no notice.
    Incomplete,
    /// Told of a material that had no defect in the person's own words.
    Groundless,
    /// Not told at all.
    Never,
}

/// Something that was done before its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Disorder {
    /// The citizen was called before every device was checked.
    CalledBeforeCheck,
    /// Materials were handled before the identity was checked.
    HandledBeforeIdentity,
    /// The notice went out, or the handling ended, before every material was looked at.
    ToldBeforeReview,
    /// The evaluation was asked for before the handling had ended.
    EvaluatedBeforeEnd,
    /// A stage is missing.
    StageSkipped,
}

/// Compares a run with the key; `response_limit` is the seconds the rule book gives for a first
/// response.
pub fn score(exercise: &Exercise, run: &TrialRun, response_limit: u32) -> PracticeScore {
    let Exercise { sample, key } = exercise;
    let elsewhere = matches!(key.conclusion.right, Conclusion::Elsewhere { .. });
    let materials: Vec<MaterialScore> = sample
        .materials
        .iter()
        .filter_map(|material| key.of(&material.guide.id))
        .map(|expected| judged(expected, run.verdict(&expected.material)))
        .collect();
    let unchecked: Vec<CounterDevice> =
        CounterDevice::ALL.into_iter().filter(|device| !checked_in_time(run, *device)).collect();
    let telling = telling(run);
    let disorder = disorder(run, unchecked.is_empty(), sample.materials.len(), elsewhere);
    let response_seconds = response_seconds(run);
    let in_time = response_seconds.is_some_and(|seconds| seconds <= response_limit);
    // At the wrong office nothing has to be reviewed: saying so is worth all of it.
    let (review, conclusion) = if elsewhere { (0, 50) } else { (40, 10) };
    let part = |part, points, most| PartScore { part, points, most };
    let parts = vec![
        part(ScorePart::Devices, 2 * (5 - count(&unchecked)), 10),
        part(ScorePart::Response, if in_time { 10 } else { 0 }, 10),
        part(ScorePart::Identity, identity_points(key, run), 15),
        part(ScorePart::Review, review_points(key, &materials, review), review),
        part(ScorePart::Conclusion, conclusion_points(key, run, telling, conclusion), conclusion),
        part(ScorePart::Evaluation, evaluation_points(key, run), 10),
        part(ScorePart::Order, if disorder.is_empty() { 5 } else { 0 }, 5),
    ];
    let points = parts.iter().map(|part| part.points).sum();
    PracticeScore {
        points,
        passed: points >= PASSING,
        parts: parts.into_iter().filter(|part| part.most > 0).collect(),
        unchecked,
        response_seconds,
        response_limit,
        materials,
        telling,
        disorder,
    }
}

/// The reasons of a verdict that finds something wrong.
pub fn reasons(verdict: &MaterialVerdict) -> BTreeSet<&str> {
    let MaterialVerdict::NeedsFixing { defect, .. } = verdict else { return BTreeSet::new() };
    defect.split(BETWEEN_REASONS).map(str::trim).filter(|reason| !reason.is_empty()).collect()
}

/// Whether the applicant has to mend something.
pub(super) fn objects(verdict: &MaterialVerdict) -> bool {
    matches!(verdict, MaterialVerdict::NeedsFixing { .. } | MaterialVerdict::Missing { .. })
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn judged(expected: &ExpectedVerdict, said: Option<&MaterialVerdict>) -> MaterialScore {
    let finding = said.map_or(Compared::Unjudged, |said| compared(&expected.verdict, said));
    MaterialScore { material: expected.material.clone(), finding, said: said.cloned() }
}

fn compared(right: &MaterialVerdict, said: &MaterialVerdict) -> Compared {
    if objects(right) && !objects(said) {
        return Compared::Missed;
    }
    if !objects(right) && objects(said) {
        return Compared::FalseAlarm;
    }
    if std::mem::discriminant(right) != std::mem::discriminant(said) {
        return Compared::OtherVerdict;
    }
    if !objects(right) {
        return Compared::RightlyPassed;
    }
    let (right, said) = (reasons(right), reasons(said));
    if right == said {
        Compared::Found
    } else if said.is_empty() || said.is_disjoint(&right) {
        Compared::WrongReason
    } else {
        Compared::Partly
    }
}

fn checked_in_time(run: &TrialRun, device: CounterDevice) -> bool {
    let in_time = |at| run.called_at.is_none_or(|called| at <= called);
    run.devices.iter().any(|check| check.device == device && in_time(check.at))
}

/// Whole seconds begun, as the clock on the screen counts them.
fn response_seconds(run: &TrialRun) -> Option<u32> {
    let waited = run.response.as_ref()?.at.0 - run.called_at?.0;
    u32::try_from((waited.max(0) + 999) / 1000).ok()
}

fn identity_points(key: &AnswerKey, run: &TrialRun) -> u32 {
    let Some(said) = &run.identified else { return 0 };
    let faults = |list: &[_]| list.iter().copied().collect::<BTreeSet<_>>();
    let who = if said.acts_as == key.identity.acts_as { 5 } else { 0 };
    who + if faults(&said.faults) == faults(&key.identity.faults) { 10 } else { 0 }
}

/// What is wrong weighs three times what is right: who passes everything has learnt nothing. A
/// false alarm weighs as much, since it sends a citizen home for nothing.
fn review_points(key: &AnswerKey, materials: &[MaterialScore], most: u32) -> u32 {
    let weigh = |score: &MaterialScore| {
        let wrong = key.of(&score.material).is_some_and(|right| objects(&right.verdict));
        if wrong || score.finding == Compared::FalseAlarm { 3 } else { 1 }
    };
    let halves = |finding| match finding {
        Compared::Found | Compared::RightlyPassed => 2,
        Compared::Partly | Compared::WrongReason | Compared::OtherVerdict => 1,
        Compared::Missed | Compared::FalseAlarm | Compared::Unjudged => 0,
    };
    let all: u32 = materials.iter().map(weigh).sum();
    let got: u32 = materials.iter().map(|score| weigh(score) * halves(score.finding)).sum();
    if all == 0 { 0 } else { most * got / (2 * all) }
}

fn telling(run: &TrialRun) -> Telling {
    let found: BTreeSet<&str> = run
        .judgements
        .iter()
        .filter(|judgement| objects(&judgement.verdict))
        .map(|judgement| judgement.material.as_str())
        .collect();
    let told: BTreeSet<&str> =
        run.told.iter().flat_map(|notice| &notice.materials).map(String::as_str).collect();
    match (found.is_empty(), told.is_empty()) {
        (true, true) => Telling::NothingToTell,
        (false, true) => Telling::Never,
        _ if !told.is_subset(&found) => Telling::Groundless,
        _ if !found.is_subset(&told) => Telling::Incomplete,
        _ if run.told.len() > 1 => Telling::Repeated,
        _ => Telling::AtOnce,
    }
}

fn conclusion_points(key: &AnswerKey, run: &TrialRun, telling: Telling, most: u32) -> u32 {
    let Some(said) = &run.concluded else { return 0 };
    match (&key.conclusion.right, &said.conclusion) {
        (Conclusion::Elsewhere { office: right }, Conclusion::Elsewhere { office: said }) => {
            if right == said {
                most
            } else {
                most / 2
            }
        }
        (right, said) if right == said => {
            let well = matches!(telling, Telling::AtOnce | Telling::NothingToTell);
            if well { most } else { most / 2 }
        }
        _ => 0,
    }
}

fn evaluation_points(key: &AnswerKey, run: &TrialRun) -> u32 {
    let Some(said) = &run.invited else { return 0 };
    let right = key.invitations.iter().any(|way| way.right && way.id == said.invitation);
    if right { 10 } else { 0 }
}

fn disorder(run: &TrialRun, all_checked: bool, materials: usize, elsewhere: bool) -> Vec<Disorder> {
    let identified = run.identified.as_ref().map(|said| said.at);
    let concluded = run.concluded.as_ref().map(|said| said.at);
    let invited = run.invited.as_ref().map(|said| said.at);
    let handled = run.judgements.iter().map(|said| said.at).chain(concluded).min();
    let last_judged = run.judgements.iter().map(|said| said.at).max();
    let told = run.told.iter().map(|notice| notice.at).chain(concluded).min();
    let before = |first: Option<_>, then: Option<_>| match (first, then) {
        (Some(first), Some(then)) => first < then,
        (Some(_), None) => true,
        (None, _) => false,
    };
    let all_judged = run.judgements.len() >= materials;
    let early = told.is_some() && (!all_judged || before(told, last_judged));
    let skipped = run.called_at.is_none()
        || run.response.is_none()
        || identified.is_none()
        || concluded.is_none()
        || invited.is_none();
    [
        (run.called_at.is_some() && !all_checked, Disorder::CalledBeforeCheck),
        // One need not prove who one is to be told where to go.
        (!elsewhere && before(handled, identified), Disorder::HandledBeforeIdentity),
        (!elsewhere && early, Disorder::ToldBeforeReview),
        (before(invited, concluded), Disorder::EvaluatedBeforeEnd),
        (skipped, Disorder::StageSkipped),
    ]
    .into_iter()
    .filter_map(|(happened, what)| happened.then_some(what))
    .collect()
}
