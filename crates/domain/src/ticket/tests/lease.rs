//! Leases, taking over, and what becomes of the work of who held the ticket before.

use super::*;

fn take_over(to: u128) -> Action {
    let (from, to_staff) = (person(1).id, Uuid::from_u128(to));
    Action::TakeOver { from, to_staff, reason: "原经办人请假".into() }
}

fn reply() -> Action {
    Action::Reply { text: "请带身份证".into(), via: Via::Phone }
}

/// What the platform says to `who`, who wrote `action` against `base` while `unseen` happened.
fn verdict(
    now: &Ticket,
    who: &Staff,
    action: &Action,
    base: Base,
    unseen: &[TicketEvent],
) -> Judgement {
    let (parties, rules) = (Parties::default(), shipped());
    let context = Context {
        command: Uuid::from_u128(77),
        actor: who,
        now: MONDAY,
        device_at: MONDAY.plus_ms(-HOUR_MS),
        parties: &parties,
        rules,
    };
    judge(Some(now), action, base, unseen, context)
}

fn event(of: &Ticket, who: &Staff, action: Action) -> TicketEvent {
    TicketEvent {
        id: Uuid::from_u128(90),
        ticket: of.id,
        version: of.version,
        actor: who.id,
        at: MONDAY,
        device_at: MONDAY,
        action,
    }
}

#[test]
fn a_village_station_gets_days_and_a_desk_hours_and_activity_renews_both() {
    let lease = |ticket: &Ticket| ticket.lease.expect("held").expires_at;
    let desk = claimed();
    assert_eq!(lease(&desk), MONDAY.plus_ms(24 * HOUR_MS));
    let later = life(&desk, &[(1, 5, reply())]);
    assert_eq!(lease(&later), MONDAY.plus_ms(29 * HOUR_MS), "what the holder does renews it");
    let noted = life(&later, &[(2, 9, Action::Note { text: "见过".into() })]);
    assert_eq!(lease(&noted), lease(&later), "what others do does not");

    let Action::Register(mut new) = register() else { panic!("a registration") };
    new.organisation = "v".into();
    let village = person(6);
    let fresh = act(None, &village, MONDAY, &Action::Register(new)).expect("registered");
    let held = act(Some(&fresh), &village, MONDAY, &Action::Claim).expect("claimed");
    assert_eq!(lease(&held), MONDAY.plus_ms(14 * 24 * HOUR_MS));
    let given_back = act(Some(&held), &village, MONDAY, &Action::Release { reason: "事".into() });
    assert_eq!(given_back.expect("the holder can always give it back").lease, None);
}

#[test]
fn a_colleague_takes_over_only_after_the_lease_and_for_themselves_a_manager_at_any_time() {
    let ticket = claimed();
    let (colleague, manager, elsewhere) = (person(4), person(5), person(2));
    let soon = MONDAY.plus_ms(HOUR_MS);
    let over = MONDAY.plus_ms(25 * HOUR_MS);
    let taken = |who: &Staff, at, to| act(Some(&ticket), who, at, &take_over(to));
    assert_eq!(taken(&colleague, soon, 4), Err(Rule::LeaseRuns));
    assert_eq!(taken(&elsewhere, over, 2), Err(Rule::OtherOrganisation));
    assert_eq!(taken(&colleague, over, 1), Err(Rule::RoleMayNot), "not for somebody else");
    assert_eq!(taken(&manager, soon, 2), Err(Rule::UnsuitableReceiver), "another organisation");
    let elsewhere_meanwhile = Ticket { holder: Some(person(2).id), ..ticket.clone() };
    let late = act(Some(&elsewhere_meanwhile), &manager, soon, &take_over(4));
    assert_eq!(late, Err(Rule::MovedOn), "it was taken from somebody else than meant");
    let by_manager = taken(&manager, soon, 4).expect("a manager needs no waiting");
    let by_colleague = taken(&colleague, over, 4).expect("the lease is over");
    for after in [by_manager, by_colleague] {
        assert_eq!((after.holder, after.first_responder), (Some(colleague.id), ticket.holder));
        assert_eq!(after.fence, ticket.fence + 1);
    }
}

#[test]
fn a_case_that_its_first_responder_opens_again_is_held_with_a_lease_that_ends() {
    let close =
        Action::Close {
            outcome: Outcome::Completed, feedback: "已告知".into(), via: Via::Phone
        };
    let more = Action::FollowUp { outcome: LoopOutcome::NeedsMore, note: "还差一项".into() };
    let opened = life(&claimed(), &[(5, 1, take_over(4)), (4, 2, close), (1, 48, more)]);
    assert_eq!(opened.holder, Some(person(4).id));
    assert_eq!(opened.lease.expect("held").expires_at, MONDAY.plus_ms(72 * HOUR_MS));
    let over = MONDAY.plus_ms(73 * HOUR_MS);
    let to_staff = person(1).id;
    let back = Action::TakeOver { from: person(4).id, to_staff, reason: "对方已离岗".into() };
    let taken = act(Some(&opened), &person(1), over, &back).expect("the lease is over");
    assert_eq!(taken.holder, Some(person(1).id));
}

#[test]
fn a_lease_from_before_leases_were_counted_is_not_over() {
    let old = Ticket { lease: None, ..claimed() };
    let later = MONDAY.plus_ms(9_000 * HOUR_MS);
    assert_eq!(act(Some(&old), &person(4), later, &take_over(4)), Err(Rule::LeaseRuns));
}

#[test]
fn the_work_of_who_was_relieved_is_kept_for_the_one_who_decides_now() {
    let seen = claimed();
    let base = Base { version: Some(seen.version), fence: Some(seen.fence) };
    let relieved = life(&seen, &[(5, 1, take_over(4))]);
    let unseen = [event(&relieved, &person(5), take_over(4))];
    let Judgement::Parked { rule, kept } = verdict(&relieved, &person(1), &reply(), base, &unseen)
    else {
        panic!("parked")
    };
    assert_eq!(rule, Rule::NotHolder);
    let proposal = kept.ticket.open_proposals().next().expect("on the ticket").clone();
    assert_eq!((proposal.by, proposal.id), (person(1).id, kept.event.id));
    assert_eq!(proposal.written_at, MONDAY.plus_ms(-HOUR_MS), "the device's time is evidence");
    assert_eq!(*proposal.action, reply());

    let answer = |taken, note: &str| Action::AnswerProposal {
        proposal: proposal.id,
        taken,
        note: note.into(),
    };
    let holder = person(4);
    let later = MONDAY.plus_ms(2 * HOUR_MS);
    assert_eq!(
        act(Some(&kept.ticket), &holder, later, &answer(false, " ")),
        Err(Rule::TextMissing),
        "who declines says why"
    );
    let taken = act(Some(&kept.ticket), &holder, later, &answer(true, "")).expect("carried out");
    assert_eq!(taken.first_reply_at, Some(later), "the reply counts from now");
    assert!(taken.open_proposals().next().is_none());
    let twice = act(Some(&taken), &holder, later, &answer(true, ""));
    assert_eq!(twice, Err(Rule::NoOpenProposal));
}

#[test]
fn a_proposal_that_the_rules_no_longer_allow_can_only_be_declined() {
    let advance = Action::Advance { to: Stage::Guidance, note: "来窗口".into() };
    let proposed = Action::Propose { proposed: Box::new(advance.clone()), note: String::new() };
    let ticket = life(&claimed(), &[(4, 1, proposed), (1, 2, advance)]);
    let proposal = ticket.proposals[0].id;
    let answer = |taken| Action::AnswerProposal { proposal, taken, note: "已办".into() };
    assert_eq!(act(Some(&ticket), &person(1), MONDAY, &answer(true)), Err(Rule::StageBackwards));
    assert!(act(Some(&ticket), &person(1), MONDAY, &answer(false)).is_ok());
    let claim = Action::Propose { proposed: Box::new(Action::Claim), note: String::new() };
    let refused = act(Some(&ticket), &person(4), MONDAY, &claim);
    assert_eq!(refused, Err(Rule::CannotBeProposed), "nobody else can decide that");
}

#[test]
fn what_was_done_while_a_manager_gave_the_case_away_is_kept_too() {
    let seen = claimed();
    let base = Base { version: Some(seen.version), fence: Some(seen.fence) };
    let assign =
        Action::Assign { to_staff: None, to_organisation: "b".into(), note: "归口".into() };
    let away = life(&seen, &[(5, 1, assign.clone())]);
    let unseen = [event(&away, &person(5), assign)];
    let kept = verdict(&away, &person(1), &reply(), base, &unseen);
    assert!(matches!(kept, Judgement::Parked { rule: Rule::AwaitingSignature, .. }), "{kept:?}");
    let own = verdict(&away, &person(1), &reply(), base, &[]);
    assert_eq!(own, Judgement::Refused(Rule::AwaitingSignature), "who gave it away knew");
}
