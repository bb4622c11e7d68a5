//! Clocks in working days: pauses, breaches, and why they are due when they are.

use chrono::NaiveDate;

use super::*;
use crate::alarm::{AlarmLevel, alarm, concerns};
use crate::calendar::DayKind;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn clock(ticket: &Ticket, kind: ClockKind) -> Clock {
    let running = clocks(ticket, shipped());
    running.into_iter().find(|clock| clock.kind == kind).expect("the clock runs")
}

fn reply() -> Action {
    Action::Reply { text: "请带身份证".into(), via: Via::Phone }
}

#[test]
fn a_simple_request_has_five_working_days_and_a_complex_one_fifteen() {
    let simple = clock(&claimed(), ClockKind::Resolution);
    assert_eq!(simple.due_at.day(), day("2025-12-01"), "Monday the 24th + 5");
    let judged = Action::Classify { complex: true, reason: "涉及两个部门".into() };
    let complex = clock(&life(&claimed(), &[(1, 1, judged)]), ClockKind::Resolution);
    assert_eq!(complex.due_at.day(), day("2025-12-15"));
}

#[test]
fn days_of_suspension_do_not_count() {
    let reason = || "等待鉴定".to_owned();
    let stop = Action::Suspend { kind: PauseKind::SpecialProcedure, reason: reason() };
    let still = life(&claimed(), &[(1, 0, reply()), (1, 24, stop)]);
    assert!(clock(&still, ClockKind::Resolution).paused);
    // Stood still from Tuesday the 25th until Thursday the 27th: two working days more.
    let back = life(&still, &[(1, 72, Action::Resume { note: String::new() })]);
    let resolution = clock(&back, ClockKind::Resolution);
    assert_eq!((resolution.paused, resolution.due_at.day()), (false, day("2025-12-03")));
    let told = explain(&resolution, &back, &shipped().calendar);
    let paused: Vec<_> =
        told.iter().filter(|n| n.because == Some(DayWhy::Paused)).map(|n| n.day).collect();
    assert_eq!(paused, [day("2025-11-26"), day("2025-11-27")]);
}

#[test]
fn a_clock_explains_every_day_from_its_start_to_its_end() {
    let mut ticket = claimed();
    // Thursday before the Spring Festival of 2026, with Saturday the 14th swapped in.
    ticket.registered_at = Timestamp::start_of(day("2026-02-12"));
    let told = explain(&clock(&ticket, ClockKind::Resolution), &ticket, &shipped().calendar);
    let counted: Vec<_> =
        told.iter().filter_map(|n| n.counted.map(|c| (c, n.day.to_string()))).collect();
    let days = ["2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26"];
    let expected: Vec<_> = (1..).zip(days.map(str::to_owned)).collect();
    assert_eq!(counted, expected);
    assert_eq!(told[0].because, Some(DayWhy::FirstDay));
    let kind = |text: &str| told.iter().find(|n| n.day == day(text)).map(|n| n.kind.clone());
    let festival = || "春节".to_owned();
    assert_eq!(kind("2026-02-14"), Some(DayKind::SwappedIn { holiday: festival() }));
    assert_eq!(kind("2026-02-16"), Some(DayKind::Holiday { holiday: festival() }));
}

#[test]
fn a_waiting_citizen_is_answered_within_a_minute_and_a_breach_stays_on_record() {
    let one = person(1);
    let Action::Register(new) = register() else { panic!("a registration") };
    let online = Action::Register(NewTicket { channel: Channel::Mobile, ..new });
    let waiting = act(None, &one, MONDAY, &online).expect("registered");
    let first = clock(&waiting, ClockKind::FirstResponse);
    assert_eq!(first.due_at, MONDAY.plus_ms(60_000));
    let quick = act(Some(&waiting), &one, MONDAY.plus_ms(59_000), &Action::Claim).expect("claimed");
    assert_eq!(quick.breaches, []);
    let slow = act(Some(&waiting), &one, MONDAY.plus_ms(61_000), &Action::Claim).expect("claimed");
    let breach = &slow.breaches[0];
    assert_eq!((breach.kind, breach.due_at), (ClockKind::FirstResponse, first.due_at));
    let counter = clocks(&claimed(), shipped());
    let none = counter.iter().all(|c| c.kind != ClockKind::FirstResponse);
    assert!(none, "at the counter nobody waits online");
}

#[test]
fn a_warning_comes_the_working_day_before_and_a_breach_after_the_last_moment() {
    let calendar = Rules::shipped().calendar;
    let ticket = claimed();
    let resolution = clock(&ticket, ClockKind::Resolution);
    let level = |at| alarm(&resolution, &calendar, at).map(|a| a.level);
    let friday = Timestamp::start_of(day("2025-11-28"));
    assert_eq!(level(friday.plus_ms(-1)), None);
    assert_eq!(level(friday), Some(AlarmLevel::Warning), "due on Monday, warned on Friday");
    assert_eq!(level(resolution.due_at), Some(AlarmLevel::Warning));
    assert_eq!(level(resolution.due_at.plus_ms(1)), Some(AlarmLevel::Breach));
    let found = alarm(&resolution, &calendar, resolution.due_at.plus_ms(99)).expect("a breach");
    assert_eq!(found.at, resolution.due_at.plus_ms(1), "told with the time at which it passed");
}

#[test]
fn an_alarm_reaches_the_person_whose_move_it_is_and_the_manager() {
    let ticket = claimed();
    let (town, other) = (organisation("a"), organisation("b"));
    let resolution = clock(&ticket, ClockKind::Resolution);
    let hears = |n: usize, mine: &Organisation| {
        concerns(&person(n), Some(mine), Some(&town), &ticket, &resolution)
    };
    assert!(hears(1, &town) && hears(5, &town), "the holder and the town's manager");
    assert!(!hears(4, &town) && !hears(2, &other), "not a colleague, not another town");
    let signing = life(&ticket, &[(1, 0, hand_off(None, "b"))]);
    let clock = clock(&signing, ClockKind::Signing);
    assert!(concerns(&person(2), Some(&other), Some(&town), &signing, &clock), "the receiver");
    assert!(!concerns(&person(1), Some(&town), Some(&town), &signing, &clock));
}
