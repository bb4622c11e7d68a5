//! Golden cases of a question's life.

use uuid::Uuid;

use super::*;
use crate::directory::{Role, Staff};
use crate::matter::LegalBasis;
use crate::rulebook::Rules;
use crate::time::Timestamp;

fn staff(role: Role) -> Staff {
    Staff {
        id: Uuid::from_u128(role as u128 + 1),
        account: "someone".into(),
        name: "某人".into(),
        role,
        organisation: "shiwan".into(),
        post: "专员".into(),
        staff_no: "001".into(),
        active: true,
    }
}

fn context(actor: &Staff) -> Context<'_> {
    let now = Timestamp::start_of("2026-11-20".parse().expect("a day"));
    let (command, question) = (Uuid::from_u128(7), Uuid::from_u128(9));
    // More than any question here has: everything was seen.
    Context { command, question, actor, now, entry: None, seen: Some(99) }
}

fn asked(text: &str, origin: Origin) -> Step {
    let text = text.to_owned();
    Step::Ask(NewQuestion { text, proposed: None, origin, matter: None, department: None })
}

fn draft(kind: KnowledgeKind) -> EntryDraft {
    EntryDraft {
        entry: None,
        kind,
        title: "外省断缴能否补缴".into(),
        asked_as: vec![],
        answer: vec!["不能补缴，可延长缴费。".into()],
        matters: vec![],
        department: "县人社局".into(),
        basis: vec![LegalBasis {
            title: "中华人民共和国社会保险法".into(),
            number: None,
            article: Some("第十六条".into()),
            text: None,
        }],
        themes: vec![],
    }
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn publish(from: &str, last: Option<&str>, review: Option<&str>) -> Step {
    let (expires_on, review_on) = (last.map(day), review.map(day));
    Step::Publish { effective_from: day(from), expires_on, review_on }
}

fn submitted() -> Question {
    let (village, consultant) = (staff(Role::Village), staff(Role::Consultant));
    let open = decide(None, &asked("断缴三年能补吗", Origin::Direct), context(&village));
    let step = Step::Submit { entry: draft(KnowledgeKind::Standard) };
    let open = open.expect("asked").question;
    decide(Some(&open), &step, context(&consultant)).expect("submitted").question
}

fn refused(question: Option<&Question>, step: &Step, role: Role) -> Option<Rule> {
    decide(question, step, context(&staff(role))).err().map(|refusal| refusal.rule)
}

#[test]
fn a_question_of_a_village_becomes_an_entry_by_a_consultant_and_a_manager() {
    let question = submitted();
    let step = publish("2026-12-01", None, Some("2027-12-01"));
    let manager = staff(Role::Management);
    let decided = decide(Some(&question), &step, context(&manager)).expect("published");
    let entry = decided.published.expect("an entry");
    assert_eq!((entry.version, entry.effective_from), (1, day("2026-12-01")));
    let ending = Ending::Published { entry: entry.id, version: 1 };
    assert_eq!(decided.question.ending, Some(ending));
    assert_eq!(decided.question.version, 3);
    let kinds: Vec<_> = decided.question.steps.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [StepKind::Ask, StepKind::Submit, StepKind::Publish]);
}

#[test]
fn a_new_version_counts_on_from_the_entry_that_it_replaces() {
    let manager = staff(Role::Management);
    let first = {
        let step = publish("2026-12-01", None, None);
        decide(Some(&submitted()), &step, context(&manager)).expect("published").published
    };
    let first = first.expect("an entry");
    let mut question = submitted();
    let drafted = question.draft.as_mut().expect("a draft");
    drafted.entry.entry = Some(first.id.clone());
    let known = Context { entry: Some(&first), ..context(&manager) };
    let step = publish("2027-01-01", None, None);
    let entry = decide(Some(&question), &step, known).expect("published").published;
    assert_eq!(entry.map(|e| (e.id, e.version)), Some((first.id.clone(), 2)));
    let step_again = publish("2026-12-01", None, None);
    let entry = decide(Some(&question), &step_again, known).expect("published").published;
    assert_eq!(entry.as_ref(), Some(&first), "what changes nothing is no new version");
    assert_eq!(refused(Some(&question), &step, Role::Management), Some(Rule::UnknownEntry));
}

#[test]
fn everyone_asks_consultants_draft_and_only_managers_publish() {
    let open = decide(None, &asked("问", Origin::Direct), context(&staff(Role::Village)));
    let open = open.expect("asked").question;
    let draft = Step::Submit { entry: draft(KnowledgeKind::Procedure) };
    for role in [Role::Service, Role::Village] {
        assert_eq!(refused(Some(&open), &draft, role), Some(Rule::KnowledgeRoleMayNot));
    }
    let step = publish("2026-12-01", None, None);
    assert_eq!(refused(Some(&open), &step, Role::Management), Some(Rule::NoDraftWaits));
    assert_eq!(
        refused(Some(&submitted()), &step, Role::Consultant),
        Some(Rule::KnowledgeRoleMayNot)
    );
    assert_eq!(refused(Some(&open), &Step::AskToo, Role::Village), Some(Rule::AskedAlready));
    assert_eq!(refused(Some(&open), &Step::AskToo, Role::Service), None);
    assert_eq!(refused(None, &Step::AskToo, Role::Service), Some(Rule::UnknownQuestion));
}

#[test]
fn nothing_that_identifies_a_citizen_and_no_standard_without_its_source_gets_in() {
    let number = asked("身份证11010519491231002X的人能补吗", Origin::Direct);
    assert_eq!(refused(None, &number, Role::Service), Some(Rule::PersonalDataInText));
    let searched = Origin::Search { words: "13800000000 社保".into() };
    let searched = refused(None, &asked("查不到", searched), Role::Service);
    assert_eq!(searched, Some(Rule::PersonalDataInText), "what was typed into the search counts");
    assert_eq!(refused(None, &asked("  ", Origin::Direct), Role::Service), Some(Rule::TextMissing));
    let mut bare = draft(KnowledgeKind::Standard);
    bare.basis.clear();
    let question = submitted();
    let step = Step::Submit { entry: bare.clone() };
    assert_eq!(refused(Some(&question), &step, Role::Consultant), Some(Rule::EntryBasisMissing));
    let step = Step::Submit { entry: EntryDraft { kind: KnowledgeKind::SystemGuide, ..bare } };
    assert_eq!(refused(Some(&question), &step, Role::Consultant), None);
    let backwards = publish("2026-12-01", Some("2026-11-30"), None);
    let rule = refused(Some(&question), &backwards, Role::Management);
    assert_eq!(rule, Some(Rule::EntryDaysInOrder));
}

#[test]
fn a_draft_that_was_sent_back_waits_for_the_consultant_with_the_reason() {
    let step = Step::SendBack { reason: "请写明文号".into() };
    let back = decide(Some(&submitted()), &step, context(&staff(Role::Management)));
    let back = back.expect("sent back").question;
    assert_eq!(back.stage, Stage::Open);
    assert_eq!(back.draft.and_then(|d| d.sent_back).as_deref(), Some("请写明文号"));
}

#[test]
fn nobody_publishes_or_sends_back_a_draft_that_came_after_what_they_had_read() {
    let manager = staff(Role::Management);
    let again = Step::Submit { entry: draft(KnowledgeKind::Standard) };
    let twice = decide(Some(&submitted()), &again, context(&staff(Role::Consultant)));
    let twice = twice.expect("submitted again").question;
    let before = Context { seen: Some(twice.version - 1), ..context(&manager) };
    let back = Step::SendBack { reason: "请写明文号".into() };
    for step in [publish("2026-12-01", None, None), back] {
        let refusal = decide(Some(&twice), &step, before).expect_err("not read");
        assert_eq!(refusal.rule, Rule::DraftNotRead);
        let read = Context { seen: Some(twice.version), ..before };
        assert!(decide(Some(&twice), &step, read).is_ok());
    }
    let too = decide(Some(&twice), &Step::AskToo, context(&staff(Role::Service)));
    let too = too.expect("asked too").question;
    let step = publish("2026-12-01", None, None);
    let read = Context { seen: Some(twice.version), ..before };
    assert!(decide(Some(&too), &step, read).is_ok(), "what is no draft changes nothing");
}

#[test]
fn five_working_days_for_a_question_and_one_before_a_policy_comes_into_force() {
    let rules = Rules::shipped();
    let due = |origin| {
        let asked = asked("问", origin);
        let question = decide(None, &asked, context(&staff(Role::Service))).expect("asked");
        clock(&question.question, &rules).expect("open").due_at.day()
    };
    // Raised on Friday 20 November.
    assert_eq!(due(Origin::Direct), day("2026-11-27"));
    let policy = |from| Origin::Policy {
        document: "粤府〔2026〕9号".into(),
        effective_from: day(from),
    };
    assert_eq!(due(policy("2026-12-01")), day("2026-11-30"));
    assert_eq!(due(policy("2026-11-30")), day("2026-11-27"), "Monday: Friday before");
    let ended = decide(
        Some(&submitted()),
        &Step::Decline { reason: "已有规定".into() },
        context(&staff(Role::Consultant)),
    );
    assert_eq!(clock(&ended.expect("declined").question, &rules), None);
}

#[test]
fn days_off_do_not_make_a_question_later_than_it_is() {
    let rules = Rules::shipped();
    let due = Timestamp::end_of(day("2026-09-30"));
    let clock = QuestionClock { due_at: due, unpublished_year: false };
    let left = |today| clock.working_days_left(&rules, Timestamp::end_of(day(today)));
    assert_eq!(left("2026-09-29"), 1);
    assert_eq!(left("2026-10-07"), 0, "National Day is seven days long");
    assert_eq!(left("2026-10-08"), -1);
}

#[test]
fn an_entry_is_shown_as_what_it_is_on_that_day() {
    let step = publish("2026-12-01", Some("2027-06-30"), Some("2027-05-01"));
    let published = decide(Some(&submitted()), &step, context(&staff(Role::Management)));
    let entry = published.expect("published").published.expect("an entry");
    for (on, standing) in [
        ("2026-11-30", EntryStanding::Future),
        ("2026-12-01", EntryStanding::InForce),
        ("2027-05-01", EntryStanding::ReviewDue),
        ("2027-06-30", EntryStanding::ReviewDue),
        ("2027-07-01", EntryStanding::Expired),
    ] {
        assert_eq!(standing_of(&entry, day(on)), standing, "{on}");
    }
}

#[test]
fn an_answer_that_is_sent_carries_document_number_and_article_so_that_it_can_be_checked() {
    let basis = |title: &str, number: Option<&str>, article: Option<&str>| LegalBasis {
        title: title.into(),
        number: number.map(str::to_owned),
        article: article.map(str::to_owned),
        text: None,
    };
    let step = publish("2026-12-01", None, None);
    let published = decide(Some(&submitted()), &step, context(&staff(Role::Management)));
    let mut entry = published.expect("published").published.expect("an entry");
    entry.answer = vec!["登记不收费。".into(), "当场办结。".into()];
    entry.basis = vec![
        basis("促进个体工商户发展条例", Some("国务院令第755号"), None),
        basis("《公司法》", None, Some("第四十七条")),
    ];
    let text = "登记不收费。\n当场办结。\n依据：《促进个体工商户发展条例》（国务院令第755号）、《公司法》第四十七条";
    assert_eq!(entry.answer_text(), text);
    entry.basis.clear();
    assert_eq!(entry.answer_text(), "登记不收费。\n当场办结。");
}

#[test]
fn what_three_people_met_is_asked_often() {
    let open = decide(None, &asked("问", Origin::Direct), context(&staff(Role::Village)));
    let mut question = open.expect("asked").question;
    for (role, askers, often) in [(Role::Service, 2, false), (Role::Consultant, 3, true)] {
        let too = decide(Some(&question), &Step::AskToo, context(&staff(role)));
        question = too.expect("asked too").question;
        assert_eq!((question.askers(), question.is_asked_often()), (askers, often));
    }
}
