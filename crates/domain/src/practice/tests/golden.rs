//! The table of golden runs: what each slip costs.

use super::*;

/// What a run of an exercise is worth.
struct Golden {
    why: &'static str,
    case: &'static str,
    run: fn(&mut Model),
    points: u32,
    telling: Telling,
    disorder: &'static [Disorder],
}

#[allow(clippy::too_many_lines, reason = "one table, read from top to bottom")]
fn golden() -> Vec<Golden> {
    use Disorder as D;
    use Telling as T;
    let row = |why, case, run, points, telling, disorder| Golden {
        why,
        case,
        run,
        points,
        telling,
        disorder,
    };
    vec![
        row(
            "an empty run is worth nothing",
            "birth",
            |_| {},
            0,
            T::NothingToTell,
            &[D::StageSkipped],
        ),
        row(
            "who objects to a sound case sends an old woman home",
            "elderly-allowance",
            |m| {
                m.arrives().judges().judges_as("card", missing()).tells();
                m.does(RunStep::Conclude { conclusion: Conclusion::Correct }).invites(true);
            },
            // 7 weights, of which 3 are lost: 40 * 8 / 14 = 22; the conclusion is wrong.
            72,
            T::AtOnce,
            &[],
        ),
        row(
            "who passes everything misses what is wrong",
            "resident-pension",
            |m| {
                m.arrives().judges().judges_as("form", MaterialVerdict::Meets);
                m.does(RunStep::Conclude { conclusion: Conclusion::PassOn }).invites(true);
            },
            70,
            T::NothingToTell,
            &[],
        ),
        row(
            "the right defect for another reason is worth half of it",
            "resident-pension",
            |m| {
                m.arrives().judges().judges_as("form", needs_fixing("不会写字又没有按指印"));
                m.tells().concludes().invites(true);
            },
            90,
            T::AtOnce,
            &[],
        ),
        row(
            "one of two reasons in a material is worth half of it",
            "housing-fund-rent",
            |m| {
                m.arrives().judges().judges_as("lease", needs_fixing("合同未备案"));
                m.tells().concludes().invites(true);
            },
            // 17 weights, half of 3 is lost: 40 * 31 / 34 = 36.
            96,
            T::AtOnce,
            &[],
        ),
        row(
            "telling in two notices makes the citizen come twice",
            "household-business",
            |m| {
                m.arrives().judges().does(RunStep::Tell { materials: vec!["form".into()] });
                m.does(RunStep::Tell { materials: vec!["lease".into()] }).concludes().invites(true);
            },
            95,
            T::Repeated,
            &[],
        ),
        row(
            "a defect that is found and not told is not told at once",
            "household-business",
            |m| {
                m.arrives().judges().does(RunStep::Tell { materials: vec!["form".into()] });
                m.concludes().invites(true);
            },
            95,
            T::Incomplete,
            &[],
        ),
        row(
            "telling before everything was looked at is out of order even if it is all",
            "small-eatery",
            |m| {
                m.arrives().judges_as("form", needs_fixing("经营地址与营业执照不一致"));
                m.tells().judges().tells().concludes().invites(true);
            },
            90,
            T::Repeated,
            &[D::ToldBeforeReview],
        ),
        row(
            "a first response within the minute counts to its last second",
            "birth",
            |m| {
                m.checks().calls().waits(59_000).responds().identifies();
                m.judges().tells().concludes().invites(true);
            },
            100,
            T::AtOnce,
            &[],
        ),
        row(
            "a first response after the minute is late",
            "birth",
            |m| {
                m.checks().calls().waits(59_001).responds().identifies();
                m.judges().tells().concludes().invites(true);
            },
            90,
            T::AtOnce,
            &[],
        ),
        row(
            "devices checked with the citizen waiting do not count",
            "birth",
            |m| {
                m.calls().responds().checks().identifies();
                m.judges().tells().concludes().invites(true);
            },
            85,
            T::AtOnce,
            &[D::CalledBeforeCheck],
        ),
        row(
            "materials before the identity are out of order",
            "disability-care",
            |m| {
                m.checks().calls().responds().judges().identifies();
                m.tells().concludes().invites(true);
            },
            95,
            T::AtOnce,
            &[D::HandledBeforeIdentity],
        ),
        row(
            "an authority that ran out is part of the identity",
            "disability-care",
            |m| {
                m.checks().calls().responds();
                m.does(RunStep::Identify { acts_as: ActsAs::Authorised, faults: vec![] });
                m.judges().tells().concludes().invites(true);
            },
            90,
            T::AtOnce,
            &[],
        ),
        row(
            "a nephew is no guardian",
            "disability-care",
            |m| {
                m.checks().calls().responds();
                let faults = vec![IdentityFault::NoAuthority];
                m.does(RunStep::Identify { acts_as: ActsAs::Guardian, faults });
                m.judges().tells().concludes().invites(true);
            },
            95,
            T::AtOnce,
            &[],
        ),
        row(
            "asking for what may follow later is a false alarm",
            "disability-care",
            |m| {
                m.arrives().judges().judges_as("card", missing());
                m.tells().concludes().invites(true);
            },
            // 11 weights, of which 3 are lost: 40 * 16 / 22 = 29.
            89,
            T::AtOnce,
            &[],
        ),
        row(
            "a leading invitation spoils the evaluation",
            "birth",
            |m| {
                m.arrives().judges().tells().concludes().invites(false);
            },
            90,
            T::AtOnce,
            &[],
        ),
        row(
            "at the wrong office one sends on at once, without looking through the papers",
            "driving-licence",
            |m| {
                m.arrives().concludes().invites(true);
            },
            100,
            T::NothingToTell,
            &[],
        ),
        row(
            "another wrong office is half the help",
            "driving-licence",
            |m| {
                let conclusion = Conclusion::Elsewhere { office: "police".into() };
                m.arrives().does(RunStep::Conclude { conclusion }).invites(true);
            },
            75,
            T::NothingToTell,
            &[],
        ),
        row(
            "taking in papers at the wrong office is no help",
            "driving-licence",
            |m| {
                m.arrives().judges();
                m.does(RunStep::Conclude { conclusion: Conclusion::PassOn }).invites(true);
            },
            50,
            T::NothingToTell,
            &[],
        ),
    ]
}

#[test]
fn a_run_is_worth_what_the_table_says() {
    for Golden { why, case, run, points, telling, disorder } in golden() {
        let mut model = Model::of(case);
        run(&mut model);
        let score = model.score();
        assert_eq!(score.points, points, "{why}: {:?}", score.parts);
        assert_eq!(score.telling, telling, "{why}");
        assert_eq!(score.disorder, disorder, "{why}");
        assert_eq!(score.passed, points >= PASSING, "{why}");
    }
}
