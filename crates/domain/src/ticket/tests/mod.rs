//! Golden cases of the state machine, told as a case's life; the fixtures of the other files.

mod clocks;
mod journeys;
mod lease;
mod moved_on;
mod review;
mod table;

use std::sync::LazyLock;

use uuid::Uuid;

use super::*;
use crate::directory::{Organisation, OrganisationKind, Role, Staff};
use crate::rulebook::Rules;
use crate::time::{HOUR_MS, Timestamp};

const MONDAY: Timestamp = Timestamp(1_763_949_600_000); // 2025-11-24 10:00 in China

fn staff(n: u128, role: Role, organisation: &str) -> Staff {
    Staff {
        id: Uuid::from_u128(n),
        account: format!("staff{n}"),
        name: format!("Staff {n}"),
        role,
        organisation: organisation.into(),
        post: "综合窗口专员".into(),
        staff_no: n.to_string(),
        active: true,
    }
}

fn organisation(id: &str) -> Organisation {
    Organisation {
        id: id.into(),
        credit_code: String::new(),
        name: id.into(),
        short_name: id.into(),
        kind: OrganisationKind::Township,
        division: if id == "v" { "441322121201" } else { "441322121" }.into(),
        parent: None,
        address: String::new(),
        phone: String::new(),
        hours: String::new(),
        service_hours: None,
    }
}

fn shipped() -> &'static Rules {
    static SHIPPED: LazyLock<Rules> = LazyLock::new(Rules::shipped);
    &SHIPPED
}

/// Everyone the tests know. Town `a` has village `v` below it.
fn people() -> Vec<Staff> {
    vec![
        staff(1, Role::Service, "a"),
        staff(2, Role::Service, "b"),
        staff(3, Role::Consultant, "hrss"),
        staff(4, Role::Service, "a"),
        staff(5, Role::Management, "a"),
        staff(6, Role::Village, "v"),
    ]
}

fn person(n: usize) -> Staff {
    people()[n - 1].clone()
}

fn decided(
    ticket: Option<&Ticket>,
    who: &Staff,
    at: Timestamp,
    action: &Action,
    other: Option<&Ticket>,
) -> Result<Decided, Rule> {
    let mentions = action.mentions(ticket);
    let parties = Parties {
        staff: people().into_iter().find(|s| Some(s.id) == mentions.staff),
        organisation: mentions.organisation.filter(|o| o != "nowhere").map(|o| organisation(&o)),
        home: mentions.home.map(|o| organisation(&o)),
        ticket: other.filter(|t| Some(t.id) == mentions.ticket).cloned().map(Box::new),
    };
    let context = Context {
        command: Uuid::from_u128(u128::from(ticket.map_or(0, |t| t.version)) + 1_000),
        actor: who,
        now: at,
        device_at: at,
        parties: &parties,
        rules: shipped(),
    };
    decide(ticket, action, context).map_err(|r| r.rule)
}

fn act(
    ticket: Option<&Ticket>,
    who: &Staff,
    at: Timestamp,
    action: &Action,
) -> Result<Ticket, Rule> {
    decided(ticket, who, at, action, None).map(|d| d.ticket)
}

/// Does one thing after the other, on the days after Monday, and panics where a rule forbids it.
fn life(start: &Ticket, steps: &[(usize, i64, Action)]) -> Ticket {
    steps.iter().fold(start.clone(), |ticket, (who, hours, action)| {
        let at = MONDAY.plus_ms(hours * HOUR_MS);
        let kind = action.kind();
        act(Some(&ticket), &person(*who), at, action)
            .unwrap_or_else(|rule| panic!("{kind:?} is refused by {rule:?}"))
    })
}

fn register() -> Action {
    Action::Register(NewTicket {
        ticket: Uuid::from_u128(7),
        channel: Channel::Counter,
        nature: Nature::Procedure,
        subject: "办社保".into(),
        request: "想参加养老保险".into(),
        requester: Requester {
            kind: RequesterKind::NaturalPerson,
            name: "张三".into(),
            document: DocumentKind::ResidentId,
            id_number: Some("11010519491231002X".into()),
            phone: Some("13800131234".into()),
            credit_code: None,
            agent: None,
        },
        matter: None,
        situation: None,
        priority: None,
        elderly: None,
        organisation: "a".into(),
    })
}

fn hand_off(to: Option<u128>, organisation: &str) -> Action {
    Action::HandOff {
        to_staff: to.map(Uuid::from_u128),
        to_organisation: organisation.into(),
        note: "请接着办".into(),
    }
}

fn claimed() -> Ticket {
    let one = staff(1, Role::Service, "a");
    let fresh = act(None, &one, MONDAY, &register()).expect("a request can be registered");
    act(Some(&fresh), &one, MONDAY, &Action::Claim).expect("an unclaimed ticket can be claimed")
}

#[test]
fn the_first_responder_stays_through_handoff_signing_and_return() {
    let (one, two) = (staff(1, Role::Service, "a"), staff(2, Role::Service, "b"));
    let offered = act(Some(&claimed()), &one, MONDAY, &hand_off(Some(2), "b")).expect("offered");
    assert_eq!(offered.status, Status::AwaitingSignature);
    assert_eq!(offered.holder, Some(one.id), "until signed, the giver still holds it");

    let signed = act(Some(&offered), &two, MONDAY, &Action::SignFor).expect("signed");
    assert_eq!((signed.holder, signed.first_responder), (Some(two.id), Some(one.id)));
    assert_eq!(signed.organisation, "b", "the receiver's organisation answers for it");
    assert!(signed.fence > offered.fence, "the old holder's commands are now outdated");

    let returned = act(Some(&offered), &two, MONDAY, &Action::Return { reason: "不属本镇".into() })
        .expect("returned");
    assert_eq!((returned.holder, returned.handoff), (Some(one.id), None));
}

#[test]
fn a_handoff_can_be_returned_for_24_hours_and_no_longer() {
    let (one, two) = (staff(1, Role::Service, "a"), staff(2, Role::Service, "b"));
    let offered = act(Some(&claimed()), &one, MONDAY, &hand_off(None, "b")).expect("offered");
    let back = Action::Return { reason: "不属本镇".into() };
    let in_time = MONDAY.plus_ms(24 * HOUR_MS);
    assert!(act(Some(&offered), &two, in_time, &back).is_ok());
    assert_eq!(act(Some(&offered), &two, in_time.plus_ms(1), &back), Err(Rule::ReturnTooLate));
}

#[test]
fn an_opinion_comes_back_to_the_one_who_asked() {
    let (one, expert) = (staff(1, Role::Service, "a"), staff(3, Role::Consultant, "hrss"));
    let ask =
        Action::Escalate { consultant: expert.id, question: "能否补缴".into(), due_days: 2 };
    let asked = act(Some(&claimed()), &one, MONDAY, &ask).expect("asked");
    assert_eq!(asked.status, Status::AwaitingOpinion);
    let close =
        Action::Close { outcome: Outcome::Answered, feedback: "已告知".into(), via: Via::Phone };
    assert_eq!(act(Some(&asked), &one, MONDAY, &close), Err(Rule::AwaitingOpinion));

    let opinion = Action::Opinion { text: "不可以".into() };
    assert_eq!(act(Some(&asked), &one, MONDAY, &opinion), Err(Rule::NoOpenQuestion));
    let answered = act(Some(&asked), &expert, MONDAY, &opinion).expect("answered");
    assert_eq!((answered.status, answered.holder), (Status::Working, Some(one.id)));
}

#[test]
fn every_refusal_names_its_rule() {
    let one = staff(1, Role::Service, "a");
    let other = staff(2, Role::Service, "b");
    let expert = staff(3, Role::Consultant, "hrss");
    let mut disabled = one.clone();
    disabled.active = false;
    let ticket = claimed();
    let fresh = act(None, &one, MONDAY, &register()).expect("registered");
    let blank = Action::Reply { text: "  ".into(), via: Via::Counter };
    let back = Action::Advance { to: Stage::Consultation, note: "退".into() };
    let long = Action::Note { text: "长".repeat(4_001) };
    for (state, who, action, rule) in [
        (None, &expert, register(), Rule::RoleMayNot),
        (None, &one, Action::Claim, Rule::UnknownTicket),
        (Some(&fresh), &one, register(), Rule::AlreadyRegistered),
        (Some(&fresh), &disabled, Action::Claim, Rule::AccountDisabled),
        (Some(&fresh), &other, Action::Claim, Rule::OtherOrganisation),
        (Some(&ticket), &other, Action::Claim, Rule::AlreadyClaimed),
        (Some(&ticket), &other, blank.clone(), Rule::NotHolder),
        (Some(&ticket), &one, blank, Rule::TextMissing),
        (Some(&ticket), &one, long, Rule::TextTooLong),
        (Some(&ticket), &one, back, Rule::StageBackwards),
        (Some(&ticket), &one, Action::SignFor, Rule::NoHandoff),
        (Some(&ticket), &one, hand_off(Some(1), "a"), Rule::ReceiverIsSelf),
        (Some(&ticket), &one, hand_off(Some(3), "hrss"), Rule::UnsuitableReceiver),
        (Some(&ticket), &one, hand_off(Some(2), "nowhere"), Rule::UnknownOrganisation),
    ] {
        let found = act(state, who, MONDAY, &action);
        assert_eq!(found, Err(rule), "{:?}", action.kind());
    }
}

#[test]
fn the_nearest_clock_comes_first_and_a_closed_ticket_waits_only_for_the_follow_up() {
    let rules = Rules::shipped();
    let one = staff(1, Role::Service, "a");
    let ticket = claimed();
    let kinds = |t: &Ticket| clocks(t, &rules).iter().map(|c| c.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&ticket), [ClockKind::Contact, ClockKind::Resolution]);
    let reply = Action::Reply { text: "请带身份证".into(), via: Via::Phone };
    let replied = act(Some(&ticket), &one, MONDAY, &reply).expect("replied");
    assert_eq!(kinds(&replied), [ClockKind::Resolution], "contact was made");
    let close =
        Action::Close { outcome: Outcome::Answered, feedback: "已告知".into(), via: Via::Phone };
    let closed = act(Some(&replied), &one, MONDAY, &close).expect("closed");
    assert_eq!(kinds(&closed), [ClockKind::FollowUp]);
    let ended = Action::FollowUp { outcome: LoopOutcome::Obtained, note: "已拿到".into() };
    let settled = act(Some(&closed), &one, MONDAY, &ended).expect("followed up");
    assert_eq!((settled.status, kinds(&settled)), (Status::Settled, vec![]));
}

#[test]
fn the_timeline_never_carries_the_requesters_numbers() {
    let Action::Register(kept) = register().for_timeline() else { panic!("still a registration") };
    assert_eq!((kept.requester.id_number, kept.requester.phone), (None, None));
    assert_eq!(kept.requester.name, "张三");
}
