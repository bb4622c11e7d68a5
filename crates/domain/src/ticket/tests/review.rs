//! Pre-review and the correction notice: everything at once, and only once.

use super::*;
use crate::matter::Necessity;

fn line(material: &str, necessity: Necessity) -> ChecklistItem {
    ChecklistItem { material: material.into(), name: material.into(), necessity: Some(necessity) }
}

fn matter() -> MatterRef {
    use crate::matter::{DayUnit, Period};
    let days = |days| Some(Period { days, unit: DayUnit::Working });
    MatterRef {
        id: "m".into(),
        version: 3,
        name: "食品经营许可".into(),
        promised: days(7),
        legal: days(20),
        on_the_spot: false,
    }
}

fn opened() -> Ticket {
    let checklist = vec![
        line("form", Necessity::Required),
        line("plan", Necessity::Required),
        line("proof", Necessity::Deferrable),
        line("extra", Necessity::Optional),
    ];
    let open = Action::OpenReview { matter: matter(), situation: None, checklist };
    let on = Action::Advance { to: Stage::Assistance, note: "帮办".into() };
    life(&claimed(), &[(1, 0, on), (1, 0, open)])
}

fn judge_line(material: &str, verdict: MaterialVerdict) -> Action {
    Action::JudgeMaterial { material: material.into(), verdict }
}

fn fix() -> MaterialVerdict {
    MaterialVerdict::NeedsFixing {
        defect: "未签名".into(), fix: "由经营者本人签名".into()
    }
}

fn missing() -> MaterialVerdict {
    MaterialVerdict::Missing { fix: "到窗口领取空白表".into() }
}

fn file(n: u8) -> FileRef {
    FileRef {
        sha256: format!("{n:02x}").repeat(32),
        name: "申请表.pdf".into(),
        media: "application/pdf".into(),
        bytes: 1_000,
    }
}

fn add(material: &str, n: u8) -> Action {
    Action::AddFile { material: material.into(), file: file(n) }
}

fn issue() -> Action {
    Action::IssueCorrection { due_days: 5, basis: "《行政许可法》第三十二条".into() }
}

fn resubmit(late: Option<&str>) -> Action {
    Action::Resubmit { late: late.map(Into::into), note: String::new() }
}

fn all_judged() -> Ticket {
    life(
        &opened(),
        &[
            (1, 1, add("form", 1)),
            (1, 1, judge_line("form", fix())),
            (1, 1, judge_line("plan", missing())),
            (
                1,
                1,
                judge_line(
                    "proof",
                    MaterialVerdict::Waived { promise: "十日内补交".into(), due_days: 10 },
                ),
            ),
            (1, 1, judge_line("extra", missing())),
        ],
    )
}

#[test]
fn a_notice_waits_for_every_verdict_and_lists_every_defect_at_once() {
    let one = person(1);
    assert_eq!(act(Some(&opened()), &one, MONDAY, &issue()), Err(Rule::VerdictsIncomplete));
    let issued = life(&all_judged(), &[(1, 2, issue())]);
    let review = issued.review.expect("a review");
    let named: Vec<_> = review.corrections[0].defects.iter().map(|d| d.material.as_str()).collect();
    assert_eq!(named, ["form", "plan"], "what is not required or promised later is no defect");
    assert_eq!(issued.status, Status::AwaitingApplicant);
    assert_eq!(issued.pauses[0].kind, PauseKind::Correction);
}

#[test]
fn a_second_notice_needs_a_managers_reason_and_counts() {
    let again = [
        (1, 2, issue()),
        (1, 3, resubmit(None)),
        (1, 4, judge_line("form", fix())),
        (1, 4, judge_line("plan", MaterialVerdict::Meets)),
    ];
    let back = life(&all_judged(), &again);
    let at = MONDAY.plus_ms(5 * HOUR_MS);
    assert_eq!(act(Some(&back), &person(1), at, &issue()), Err(Rule::SecondNoticeNeedsLeave));
    let leave = Action::AllowCorrection { reason: "签名仍不符".into() };
    assert_eq!(act(Some(&back), &person(1), at, &leave), Err(Rule::RoleMayNot));
    let early = act(Some(&all_judged()), &person(5), at, &leave);
    assert_eq!(early, Err(Rule::NoNoticeYet), "the first notice needs nobody's leave");
    let twice = life(&back, &[(5, 5, leave), (1, 6, issue())]);
    let review = twice.review.expect("a review");
    assert_eq!(review.corrections.len(), 2);
    assert_eq!(review.corrections[1].reason.as_deref(), Some("签名仍不符"));
    assert_eq!(review.leave, None, "one leave is good for one notice");
}

#[test]
fn what_met_the_criteria_is_not_reviewed_again_and_versions_stay_side_by_side() {
    let steps = [(1, 2, issue()), (1, 3, add("form", 2)), (1, 4, resubmit(None))];
    let back = life(&all_judged(), &steps);
    let review = back.review.as_ref().expect("a review");
    let judged = |key: &str| review.item(key).expect("on the list").judged.is_some();
    assert!(!judged("form") && !judged("plan"), "what was to be mended is looked at again");
    assert!(judged("proof") && judged("extra"), "the rest is not");
    let form = review.item("form").expect("on the list");
    assert_eq!((form.files.len(), form.earlier.len(), review.round), (2, 1, 2));
}

#[test]
fn who_comes_late_is_taken_only_with_a_reason_or_counts_as_withdrawn() {
    let issued = life(&all_judged(), &[(1, 2, issue())]);
    let late = MONDAY.plus_ms(8 * 24 * HOUR_MS);
    let one = person(1);
    assert_eq!(act(Some(&issued), &one, late, &resubmit(None)), Err(Rule::LateNeedsReason));
    let taken = act(Some(&issued), &one, late, &resubmit(Some("住院，有证明"))).expect("taken");
    assert_eq!(
        taken.breaches.iter().map(|b| b.kind).collect::<Vec<_>>()[..1],
        [ClockKind::Correction]
    );
    let gone = Action::Close {
        outcome: Outcome::Withdrawn,
        feedback: "逾期未补正，视为撤回，已电话告知".into(),
        via: Via::Phone,
    };
    assert_eq!(act(Some(&issued), &one, late, &gone).map(|t| t.status), Ok(Status::Settled));
    let done =
        Action::Close { outcome: Outcome::Completed, feedback: "好了".into(), via: Via::Phone };
    assert_eq!(act(Some(&issued), &one, late, &done), Err(Rule::AwaitingApplicant));
}

#[test]
fn only_what_may_follow_later_can_be_waived() {
    let waived = MaterialVerdict::Waived { promise: "明天补".into(), due_days: 5 };
    let found = act(Some(&opened()), &person(1), MONDAY, &judge_line("form", waived.clone()));
    assert_eq!(found, Err(Rule::NotDeferrable));
    assert!(act(Some(&opened()), &person(1), MONDAY, &judge_line("proof", waived)).is_ok());
}

#[test]
fn a_case_is_passed_on_only_when_nothing_remains_to_be_mended() {
    let submit = Action::Submit { note: String::new() };
    let found = act(Some(&all_judged()), &person(1), MONDAY, &submit);
    assert_eq!(found, Err(Rule::DefectsRemain));
    let clean = [
        (1, 2, judge_line("form", MaterialVerdict::Meets)),
        (
            1,
            2,
            judge_line("plan", MaterialVerdict::Exempt { certificate: "营业执照电子证照".into() }),
        ),
        (1, 3, submit),
    ];
    let passed = life(&all_judged(), &clean);
    assert_eq!(passed.status, Status::UnderExamination);
    let rules = Rules::shipped();
    let kinds: Vec<_> = clocks(&passed, &rules).into_iter().map(|clock| clock.kind).collect();
    assert!(kinds.contains(&ClockKind::Promised) && kinds.contains(&ClockKind::Legal), "{kinds:?}");
    assert!(!kinds.contains(&ClockKind::Resolution), "the promise drives the clock now");
    assert!(kinds.contains(&ClockKind::Promise), "the promised proof is still to come");
    let back = life(&passed, &[(1, 30, Action::TakeBack { reason: "部门要求补图".into() })]);
    assert_eq!(back.status, Status::Working);
}

#[test]
fn files_are_named_by_their_content_and_never_lost() {
    let one = person(1);
    let with = life(&opened(), &[(1, 1, add("form", 1))]);
    assert_eq!(act(Some(&with), &one, MONDAY, &add("form", 1)), Err(Rule::FileAlreadyThere));
    assert_eq!(act(Some(&with), &one, MONDAY, &add("none", 2)), Err(Rule::UnknownMaterial));
    let mut odd = file(3);
    odd.sha256 = "ABC".into();
    let bad = Action::AddFile { material: "form".into(), file: odd };
    assert_eq!(act(Some(&with), &one, MONDAY, &bad), Err(Rule::FileUnusable));
    let off = Action::RemoveFile {
        material: "form".into(),
        sha256: file(1).sha256,
        reason: "别人的".into(),
    };
    let without = life(&with, &[(1, 2, off.clone())]);
    let form = without.review.as_ref().and_then(|r| r.item("form")).expect("on the list");
    assert_eq!(form.files[0].removed.as_deref(), Some("别人的"), "taken off, still on record");
    assert_eq!(act(Some(&without), &one, MONDAY, &off), Err(Rule::UnknownFile));
    assert!(act(Some(&without), &one, MONDAY, &add("form", 1)).is_ok(), "it may come back");
}

#[test]
fn a_checklist_is_built_from_the_situation_and_names_no_material_twice() {
    let twice = vec![line("form", Necessity::Required), line("form", Necessity::Required)];
    let open = |checklist| Action::OpenReview { matter: matter(), situation: None, checklist };
    let on = Action::Advance { to: Stage::Guidance, note: "导办".into() };
    let guided = life(&claimed(), &[(1, 0, on)]);
    for checklist in [Vec::new(), twice] {
        let found = act(Some(&guided), &person(1), MONDAY, &open(checklist));
        assert_eq!(found, Err(Rule::ChecklistUnusable));
    }
    let early =
        act(Some(&claimed()), &person(1), MONDAY, &open(vec![line("f", Necessity::Required)]));
    assert_eq!(early, Err(Rule::StageTooEarly));
    let again =
        act(Some(&opened()), &person(1), MONDAY, &open(vec![line("f", Necessity::Required)]));
    assert_eq!(again, Err(Rule::ReviewAlreadyOpen));
}
