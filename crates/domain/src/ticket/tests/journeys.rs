//! Triage, stages, units, pauses, merging and the loop, told as lives of cases.

use super::*;

fn own_level() -> Action {
    Action::Triage { triage: Triage::OwnLevel { complex: false, note: String::new() } }
}

fn close(outcome: Outcome) -> Action {
    Action::Close { outcome, feedback: "已电话告知结果".into(), via: Via::Phone }
}

fn ask(organisation: &str) -> Action {
    Action::AskAssist {
        organisation: organisation.into(),
        task: "核实社保缴费年限".into(),
        due_days: 3,
    }
}

#[test]
fn triage_ends_in_exactly_one_of_four_and_is_decided_once() {
    let office = RightOffice {
        office: "博罗县住房和城乡建设局".into(),
        address: "罗阳街道桥西二路".into(),
        phone: "0752-5550711".into(),
        told: "请带户口簿和收入证明前往".into(),
        via: Via::Counter,
    };
    let answered = Triage::AnsweredNow { answer: "带身份证即可".into(), via: Via::Counter };
    let lower = Triage::LowerLevel { to_organisation: "v".into(), note: "村里办".into() };
    for (triage, status) in [
        (answered, Status::Settled),
        (Triage::OwnLevel { complex: true, note: String::new() }, Status::Working),
        (lower, Status::AwaitingSignature),
        (Triage::OutOfScope(office), Status::Settled),
    ] {
        let kind = triage.kind();
        let after = life(&claimed(), &[(1, 0, Action::Triage { triage })]);
        assert_eq!((after.triage.as_ref().map(|t| t.kind), after.status), (Some(kind), status));
        let again = act(Some(&after), &person(1), MONDAY, &own_level());
        assert!(again.is_err(), "{kind:?} stands");
    }
}

#[test]
fn out_of_scope_names_the_office_its_address_and_its_phone() {
    let office = |office: &str, address: &str, phone: &str| RightOffice {
        office: office.into(),
        address: address.into(),
        phone: phone.into(),
        told: "请到主管部门办理".into(),
        via: Via::Phone,
    };
    for missing in [office(" ", "a", "1"), office("o", "", "1"), office("o", "a", " ")] {
        let action = Action::Triage { triage: Triage::OutOfScope(missing) };
        let found = act(Some(&claimed()), &person(1), MONDAY, &action);
        assert_eq!(found, Err(Rule::OfficeNotNamed));
    }
    let found = act(Some(&claimed()), &person(1), MONDAY, &close(Outcome::ToldWhere));
    assert_eq!(found, Err(Rule::OfficeNotNamed), "closing cannot say it without an office");
}

#[test]
fn a_lower_level_lies_below_and_a_peer_does_not() {
    let to = |organisation: &str| Action::Triage {
        triage: Triage::LowerLevel { to_organisation: organisation.into(), note: "请办".into() },
    };
    assert_eq!(act(Some(&claimed()), &person(1), MONDAY, &to("b")), Err(Rule::NotLowerLevel));
    let signed = life(&claimed(), &[(1, 0, to("v")), (6, 1, Action::SignFor)]);
    assert_eq!((signed.organisation.as_str(), signed.holder), ("v", Some(person(6).id)));
    assert_eq!(signed.first_responder, Some(person(1).id));
}

#[test]
fn a_designated_unit_cannot_return_what_a_manager_gave_it() {
    let assign =
        Action::Assign {
            to_staff: None, to_organisation: "b".into(), note: "由你镇牵头".into()
        };
    let given = life(&claimed(), &[(5, 0, assign.clone())]);
    let back = Action::Return { reason: "不是我们的".into() };
    let found = act(Some(&given), &person(2), MONDAY, &back);
    assert_eq!(found, Err(Rule::DesignatedCannotReturn));
    assert!(act(Some(&given), &person(2), MONDAY, &Action::SignFor).is_ok());
    assert_eq!(act(Some(&claimed()), &person(1), MONDAY, &assign), Err(Rule::RoleMayNot));
}

#[test]
fn the_lead_closes_only_after_every_assisting_unit_has_answered() {
    let asked = life(&claimed(), &[(1, 0, ask("b")), (1, 0, ask("hrss"))]);
    assert_eq!(act(Some(&asked), &person(1), MONDAY, &ask("b")), Err(Rule::AlreadyAssisting));
    let done = close(Outcome::Answered);
    assert_eq!(act(Some(&asked), &person(1), MONDAY, &done), Err(Rule::AssistOpen));
    let [first, second] = [asked.assists[0].id, asked.assists[1].id];
    let answer =
        |assist| Action::AnswerAssist { assist, text: "已核实，缴满十五年".into() };
    let foreign = act(Some(&asked), &person(2), MONDAY, &answer(second));
    assert_eq!(foreign, Err(Rule::NoOpenAssist), "a unit answers only what it was asked");
    let drop = Action::DropAssist { assist: second, reason: "已无需核实".into() };
    let settled = life(&asked, &[(2, 5, answer(first)), (1, 6, drop), (1, 7, done)]);
    let ends: Vec<_> = settled.assists.iter().filter_map(|a| a.end.as_ref()).collect();
    assert_eq!(ends.iter().map(|end| end.done).collect::<Vec<_>>(), [true, false]);
    assert_eq!(settled.status, Status::Closed);
}

#[test]
fn an_urging_has_to_be_answered_before_the_case_is_closed() {
    let urge = Action::Urge { text: "群众再次来电，请说明进度".into(), due_days: 1 };
    let urged = life(&claimed(), &[(5, 0, urge)]);
    let done = close(Outcome::Answered);
    assert_eq!(act(Some(&urged), &person(1), MONDAY, &done), Err(Rule::UrgingOpen));
    let answer = Action::AnswerUrging { urging: urged.urgings[0].id, text: "今日办结".into() };
    assert_eq!(life(&urged, &[(1, 1, answer), (1, 2, done)]).status, Status::Closed);
}

#[test]
fn a_suspended_case_stands_still_until_it_is_resumed() {
    let suspend = |kind| Action::Suspend { kind, reason: "等待房屋安全鉴定".into() };
    let still = life(&claimed(), &[(1, 0, suspend(PauseKind::SpecialProcedure))]);
    let done = close(Outcome::Completed);
    assert_eq!(act(Some(&still), &person(1), MONDAY, &done), Err(Rule::Suspended));
    assert!(act(Some(&still), &person(1), MONDAY, &close(Outcome::Withdrawn)).is_ok());
    let resumed = life(&still, &[(1, 48, Action::Resume { note: String::new() })]);
    assert_eq!((resumed.status, resumed.open_pause()), (Status::Working, None));
    let posing = act(Some(&claimed()), &person(1), MONDAY, &suspend(PauseKind::Correction));
    assert!(posing.is_err(), "only a notice begins the time for corrections");
}

#[test]
fn of_two_merges_into_each_other_one_is_refused_so_that_neither_case_vanishes() {
    let one = claimed();
    let two = Ticket { id: Uuid::from_u128(8), ..claimed() };
    let merge = |into: &Ticket| Action::Merge { into: into.id, reason: "同一诉求".into() };
    let holder = person(1);
    let merged = decided(Some(&one), &holder, MONDAY, &merge(&two), Some(&two));
    let merged = merged.expect("the first merge goes through").ticket;
    assert_eq!((merged.status, merged.merged_into), (Status::Merged, Some(two.id)));
    let race = decided(Some(&two), &holder, MONDAY, &merge(&one), Some(&merged));
    assert_eq!(race.map(|_| ()), Err(Rule::OtherTicketEnded));
    let itself = decided(Some(&one), &holder, MONDAY, &merge(&one), Some(&one));
    assert_eq!(itself.map(|_| ()), Err(Rule::SameTicket));
    let unknown = decided(Some(&one), &holder, MONDAY, &merge(&two), None);
    assert_eq!(unknown.map(|_| ()), Err(Rule::OtherTicketUnknown));
}

#[test]
fn two_tickets_are_linked_once_from_either_side() {
    let one = claimed();
    let two = Ticket { id: Uuid::from_u128(8), ..claimed() };
    let link = |other: &Ticket| Action::Link { other: other.id, reason: String::new() };
    let linked = decided(Some(&one), &person(1), MONDAY, &link(&two), Some(&two)).expect("linked");
    let back = decided(Some(&two), &person(1), MONDAY, &link(&one), Some(&linked.ticket));
    assert_eq!(back.map(|_| ()), Err(Rule::AlreadyLinked));
}

#[test]
fn after_closing_the_loop_ends_in_exactly_one_of_three() {
    let closed = life(&claimed(), &[(1, 0, close(Outcome::Completed))]);
    let follow = |outcome| Action::FollowUp { outcome, note: "已回访".into() };
    for (outcome, status) in [
        (LoopOutcome::Obtained, Status::Settled),
        (LoopOutcome::CannotObtain, Status::Settled),
        (LoopOutcome::NeedsMore, Status::Working),
    ] {
        let after = life(&closed, &[(1, 24, follow(outcome))]);
        assert_eq!(after.status, status, "{outcome:?}");
        assert_eq!((after.id, after.first_responder), (closed.id, closed.first_responder));
    }
    let again = life(&closed, &[(1, 24, follow(LoopOutcome::NeedsMore))]);
    let twice = life(&again, &[(1, 25, close(Outcome::Completed))]);
    let ended = life(&twice, &[(1, 26, follow(LoopOutcome::Obtained))]);
    assert_eq!(ended.follow_ups.len(), 2, "the same case was served again");
    let more = act(Some(&ended), &person(1), MONDAY, &follow(LoopOutcome::Obtained));
    assert_eq!(more, Err(Rule::AlreadyClosed));
}
