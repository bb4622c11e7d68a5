//! What a run may do, how verdicts compare, and what the shipped exercises have to keep to.

mod golden;

use super::score::objects;
use super::*;
use crate::checksum::id_number_is_valid;
use crate::ticket::MaterialVerdict;
use crate::time::Timestamp;

const LIMIT: u32 = 60;

/// A run that does everything right, one second after the other, from 1000 on.
struct Model<'a> {
    exercise: &'a Exercise,
    run: TrialRun,
    clock: i64,
}

impl<'a> Model<'a> {
    fn of(id: &str) -> Model<'a> {
        let exercise = exercise(id).expect("a shipped exercise");
        Model { exercise, run: TrialRun::default(), clock: 0 }
    }

    fn does(&mut self, step: RunStep) -> &mut Self {
        self.clock += 1000;
        self.run.take(&self.exercise.sample, step, Timestamp(self.clock)).expect("a step");
        self
    }

    fn waits(&mut self, ms: i64) -> &mut Self {
        self.clock += ms;
        self
    }

    fn checks(&mut self) -> &mut Self {
        for device in CounterDevice::ALL {
            self.does(RunStep::Check { device, checked: true });
        }
        self
    }

    fn calls(&mut self) -> &mut Self {
        self.does(RunStep::Call)
    }

    fn responds(&mut self) -> &mut Self {
        self.does(RunStep::Respond { text: "您好，请坐。".into() })
    }

    fn identifies(&mut self) -> &mut Self {
        let IdentityKey { acts_as, faults, .. } = self.exercise.key.identity.clone();
        self.does(RunStep::Identify { acts_as, faults })
    }

    fn judges(&mut self) -> &mut Self {
        for expected in &self.exercise.key.materials {
            self.judges_as(&expected.material, expected.verdict.clone());
        }
        self
    }

    fn judges_as(&mut self, material: &str, verdict: MaterialVerdict) -> &mut Self {
        self.does(RunStep::Judge { material: material.into(), verdict })
    }

    /// Tells everything found so far.
    fn tells(&mut self) -> &mut Self {
        let found = self.run.judgements.iter().filter(|judgement| objects(&judgement.verdict));
        let materials: Vec<String> = found.map(|judgement| judgement.material.clone()).collect();
        if !materials.is_empty() {
            self.does(RunStep::Tell { materials });
        }
        self
    }

    fn concludes(&mut self) -> &mut Self {
        let conclusion = self.exercise.key.conclusion.right.clone();
        self.does(RunStep::Conclude { conclusion })
    }

    fn invites(&mut self, right: bool) -> &mut Self {
        let ways = &self.exercise.key.invitations;
        let way = ways.iter().find(|way| way.right == right).expect("such an invitation");
        self.does(RunStep::Invite { invitation: way.id.clone() })
    }

    fn arrives(&mut self) -> &mut Self {
        self.checks().calls().responds().identifies()
    }

    fn score(&self) -> PracticeScore {
        score(self.exercise, &self.run, LIMIT)
    }
}

fn needs_fixing(defect: &str) -> MaterialVerdict {
    MaterialVerdict::NeedsFixing { defect: defect.into(), fix: String::new() }
}

fn missing() -> MaterialVerdict {
    MaterialVerdict::Missing { fix: String::new() }
}

#[test]
fn every_exercise_can_be_done_without_a_fault() {
    for exercise in exercises() {
        let mut model = Model::of(&exercise.sample.id);
        model.arrives().judges().tells().concludes().invites(true);
        let score = model.score();
        assert_eq!(score.points, 100, "{}: {score:?}", exercise.sample.id);
        let most: u32 = score.parts.iter().map(|part| part.most).sum();
        assert_eq!(most, 100, "the parts are the whole");
    }
}

#[test]
fn each_verdict_is_named_for_what_it_missed() {
    let expect = |case: &str, material: &str, said: MaterialVerdict, finding| {
        let mut model = Model::of(case);
        model.calls().judges_as(material, said);
        let score = model.score();
        let line = score.materials.iter().find(|line| line.material == material);
        assert_eq!(line.map(|line| line.finding), Some(finding), "{case} {material}");
    };
    let waived = MaterialVerdict::Waived { promise: String::new(), due_days: 5 };
    expect("birth", "birth", MaterialVerdict::Meets, Compared::Missed);
    expect("birth", "birth", needs_fixing("父母姓名与身份证不一致"), Compared::Found);
    expect("birth", "birth", needs_fixing("没有签发机构专用章"), Compared::WrongReason);
    expect(
        "birth",
        "birth",
        needs_fixing("没有签发机构专用章；父母姓名与身份证不一致"),
        Compared::Partly,
    );
    expect("birth", "birth", missing(), Compared::OtherVerdict);
    expect("birth", "form", MaterialVerdict::Meets, Compared::RightlyPassed);
    expect("birth", "form", needs_fixing("没有签名"), Compared::FalseAlarm);
    expect("disability-care", "card", waived.clone(), Compared::RightlyPassed);
    expect("disability-care", "card", MaterialVerdict::Meets, Compared::OtherVerdict);
    expect("resident-pension", "register", waived, Compared::OtherVerdict);
    expect("small-eatery", "photos", missing(), Compared::Found);
}

#[test]
fn a_run_takes_no_step_that_cannot_be_undone_in_life() {
    let sample = &exercise("birth").expect("shipped").sample;
    let take = |run: &mut TrialRun, step| run.take(sample, step, Timestamp(0));
    let mut run = TrialRun::default();
    let respond = || RunStep::Respond { text: "您好".into() };
    assert_eq!(take(&mut run, respond()), Err(StepFault::NobodyCalled));
    assert_eq!(take(&mut run, RunStep::Call), Ok(()));
    assert_eq!(take(&mut run, RunStep::Call), Err(StepFault::DoneBefore), "the clock is not reset");
    assert_eq!(take(&mut run, RunStep::Respond { text: " ".into() }), Err(StepFault::Unknown));
    assert_eq!(take(&mut run, respond()), Ok(()));
    assert_eq!(take(&mut run, respond()), Err(StepFault::DoneBefore), "the first one counts");
    assert_eq!(take(&mut run, RunStep::Tell { materials: vec![] }), Err(StepFault::Unknown));
    let elsewhere = Conclusion::Elsewhere { office: "moon".into() };
    let conclude = |conclusion| RunStep::Conclude { conclusion };
    assert_eq!(take(&mut run, conclude(elsewhere)), Err(StepFault::Unknown));
    assert_eq!(take(&mut run, conclude(Conclusion::PassOn)), Ok(()));
    let judge = RunStep::Judge { material: "form".into(), verdict: MaterialVerdict::Meets };
    assert_eq!(take(&mut run, judge), Err(StepFault::Ended), "the citizen knows the end");
    let invite = |id: &str| RunStep::Invite { invitation: id.into() };
    assert_eq!(take(&mut run, invite("none")), Err(StepFault::Unknown));
    assert_eq!(take(&mut run, invite("plain")), Ok(()));
    assert_eq!(take(&mut run, invite("plain")), Err(StepFault::Ended), "the citizen has left");
}

#[test]
fn every_exercise_keeps_to_the_guide_it_shows() {
    for Exercise { sample, key } in exercises() {
        let id = &sample.id;
        let asked: Vec<_> = sample.materials.iter().map(|line| &line.guide.id).collect();
        let answered: Vec<_> = key.materials.iter().map(|line| &line.material).collect();
        assert_eq!(asked, answered, "{id}: a verdict for each material, in their order");
        for (material, expected) in sample.materials.iter().zip(&key.materials) {
            let defects = &material.guide.defects;
            for reason in reasons(&expected.verdict) {
                assert!(defects.iter().any(|defect| defect == reason), "{id}: {reason}");
            }
            assert!(defects.iter().all(|defect| !defect.contains('；')), "{id}: one reason each");
            assert!(!expected.why.is_empty() && !expected.rule.is_empty(), "{id}: says why");
            for mark in &expected.marks {
                assert!(is_on(&material.sheets, mark), "{id}: {mark:?} is on a sheet");
            }
        }
        let offered: Vec<_> = sample.invitations.iter().map(|way| &way.id).collect();
        let judged: Vec<_> = key.invitations.iter().map(|way| &way.id).collect();
        assert_eq!(offered, judged, "{id}: every invitation is explained");
        assert_eq!(key.invitations.iter().filter(|way| way.right).count(), 1, "{id}: one is right");
        if let Conclusion::Elsewhere { office } = &key.conclusion.right {
            assert!(sample.offices.iter().any(|o| o.id == *office), "{id}: the office is offered");
        }
    }
}

fn is_on(sheets: &[Sheet], mark: &SeenAt) -> bool {
    let Some(sheet) = sheets.get(mark.sheet) else { return false };
    match &mark.spot {
        Spot::Line(label) => sheet.lines.iter().any(|line| line.label == *label),
        Spot::Signature(label) => sheet.signatures.iter().any(|place| place.label == *label),
        Spot::Date => sheet.date.is_some(),
        Spot::Page => sheet.page.is_some(),
        Spot::Seal | Spot::Whole => true,
    }
}

#[test]
fn the_exercises_teach_what_they_are_meant_to() {
    let objected = |exercise: &Exercise| {
        let verdicts = exercise.key.materials.iter().map(|line| &line.verdict);
        verdicts.filter(|verdict| objects(verdict)).count()
    };
    let all = exercises();
    assert!(all.len() >= 6, "enough for a week");
    assert!(all.is_sorted_by_key(|exercise| exercise.sample.difficulty), "from easy to hard");
    let ends = |end: fn(&Conclusion) -> bool| all.iter().any(|e| end(&e.key.conclusion.right));
    assert!(ends(|end| matches!(end, Conclusion::PassOn)), "one has nothing wrong");
    assert!(ends(|end| matches!(end, Conclusion::Elsewhere { .. })), "one is at the wrong office");
    assert!(all.iter().any(|exercise| objected(exercise) >= 3), "one has several defects");
    let acts = |who| all.iter().any(|exercise| exercise.key.identity.acts_as == who);
    assert!(acts(ActsAs::Authorised) && acts(ActsAs::Guardian), "some act for others");
}

#[test]
fn invented_citizens_have_numbers_that_pass_the_check() {
    for exercise in exercises() {
        let text = serde_json::to_string(&exercise.sample).expect("JSON");
        let numbers: Vec<&str> = text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| word.len() == 18 && word.starts_with("441322"))
            .collect();
        assert!(!numbers.is_empty(), "{}: somebody has a number", exercise.sample.id);
        for number in numbers {
            assert!(id_number_is_valid(number), "{}: {number}", exercise.sample.id);
        }
    }
}
