use bangban_domain::ticket::{Action, TicketEvent, Via};
use bangban_protocol::{ProblemCode, Receipts, RecordKind, Verdict};
use reqwest::StatusCode;

use crate::running::Running;
use crate::station::{REGION, Station, problem};

fn reply(text: &str) -> Action {
    Action::Reply { text: text.into(), via: Via::Counter }
}

#[tokio::test]
async fn a_repeated_command_gets_its_receipt_again_and_happens_once() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let ticket = station.unclaimed().await;
    let claim = station.command(ticket.id, &Action::Claim, Some(&ticket));
    let before = station.head(REGION).await.feed_seq;
    let first = station.send(&claim).await;
    assert_eq!(first.verdict, Verdict::Accepted { version: ticket.version + 1 });
    assert_eq!(station.send(&claim).await, first, "the stored receipt, unchanged");
    assert_eq!(station.head(REGION).await.feed_seq, before + 2, "one ticket and one event");
}

#[tokio::test]
async fn of_two_claims_sent_at_once_one_wins_and_the_other_is_told_who() {
    let running = Running::start().await;
    let (one, two) = (
        Station::sign_in(&running, "chen.yumei").await,
        Station::sign_in(&running, "lin.zhiqiang").await,
    );
    let ticket = one.unclaimed().await;
    let first = one.command(ticket.id, &Action::Claim, Some(&ticket));
    let second = two.command(ticket.id, &Action::Claim, Some(&ticket));
    let (first, second) = tokio::join!(one.send(&first), two.send(&second));
    let won =
        |receipt: &bangban_protocol::Receipt| matches!(receipt.verdict, Verdict::Accepted { .. });
    assert!(won(&first) != won(&second), "exactly one of them holds it now");
    let (winner, loser) = if won(&first) { (&one, second) } else { (&two, first) };
    let Verdict::Refused { rule, meanwhile } = loser.verdict else { panic!("a refusal") };
    assert_eq!(rule, "already_claimed");
    let event: TicketEvent = serde_json::from_value(meanwhile[0].clone()).unwrap();
    assert_eq!(event.actor, winner.staff.id, "the other one sees who was quicker");
}

#[tokio::test]
async fn work_on_an_older_state_is_rebased_and_work_after_a_takeover_is_parked() {
    let running = Running::start().await;
    let (one, two) = (
        Station::sign_in(&running, "chen.yumei").await,
        Station::sign_in(&running, "lin.zhiqiang").await,
    );
    let fresh = one.unclaimed().await;
    one.send(&one.command(fresh.id, &Action::Claim, Some(&fresh))).await;
    let held = one.ticket(|t| t.id == fresh.id).await.unwrap();

    let note = Action::Note { text: "他下午再来".into() };
    let noted = two.send(&two.command(held.id, &note, Some(&held))).await;
    let rebased = one.send(&one.command(held.id, &reply("请带身份证"), Some(&held))).await;
    let expected = Verdict::Rebased { version: held.version + 2, meanwhile: vec![noted.id] };
    assert_eq!(rebased.verdict, expected);

    let release = Action::Release { reason: "外出".into() };
    one.send(&one.command(held.id, &release, None)).await;
    two.send(&two.command(held.id, &Action::Claim, None)).await;
    let late = one.send(&one.command(held.id, &reply("照片也要"), Some(&held))).await;
    let Verdict::Parked { rule, meanwhile } = late.verdict else { panic!("{:?}", late.verdict) };
    assert_eq!(rule, "not_holder");
    let seen: Vec<TicketEvent> =
        meanwhile.into_iter().map(|event| serde_json::from_value(event).unwrap()).collect();
    assert!(seen.iter().all(|event| event.actor == two.staff.id), "what one did, one knows");
    assert_eq!(seen.len(), 2);
    assert!(seen.is_sorted_by(|a, b| a.version > b.version), "the newest first");
}

#[tokio::test]
async fn a_registered_request_gets_the_next_number_of_its_county_and_day() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let mut numbers = Vec::new();
    for _ in 0..2 {
        let (id, register) = station.registration();
        station.send(&station.command(id, &register, None)).await;
        numbers.push(station.ticket(|t| t.id == id).await.unwrap().number.unwrap());
    }
    let (first, second) = (numbers[0].rsplit_once('-'), numbers[1].rsplit_once('-'));
    let ((day, first), (next_day, second)) = (first.unwrap(), second.unwrap());
    assert!(day.starts_with("BL441322-20"), "{day}");
    let counted = second.parse::<u32>().unwrap() == first.parse::<u32>().unwrap() + 1;
    assert!(counted || next_day != day, "{numbers:?}");
}

#[tokio::test]
async fn a_batch_is_decided_in_its_order() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let (id, register) = station.registration();
    let batch: Vec<_> = [register, Action::Claim, reply("请带身份证")]
        .iter()
        .map(|action| station.command(id, action, None))
        .collect();
    let ids: Vec<_> = batch.iter().map(|command| command.id).collect();
    let receipts: Receipts = station.post(batch).await.json().await.unwrap();
    assert_eq!(receipts.receipts.iter().map(|r| r.id).collect::<Vec<_>>(), ids);
    // Nobody else acted in between, so nothing was decided on a state the person had not seen.
    assert_eq!(receipts.receipts[2].verdict, Verdict::Accepted { version: 3 });
}

#[tokio::test]
async fn a_batch_with_an_unreadable_command_is_refused_whole_and_names_it() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let ticket = station.unclaimed().await;
    let good = station.command(ticket.id, &Action::Claim, Some(&ticket));
    let mut unknown = station.command(ticket.id, &Action::Claim, None);
    unknown.payload = serde_json::json!({ "do": "dance" });
    let mut mislabelled = station.command(ticket.id, &Action::Claim, None);
    mislabelled.kind = "close".into();
    let (other, register) = station.registration();
    let elsewhere = station.command(ticket.id, &register, None);
    assert_ne!(other, ticket.id);
    let before = station.head(REGION).await.feed_seq;
    for bad in [unknown, mislabelled, elsewhere] {
        let response = station.post(vec![good.clone(), bad.clone()]).await;
        assert_eq!(response.headers()["bangban-command"], bad.id.to_string());
        assert_eq!(problem(response).await, (StatusCode::BAD_REQUEST, ProblemCode::Malformed));
    }
    assert_eq!(station.head(REGION).await.feed_seq, before, "nothing of it was decided");
}

#[tokio::test]
async fn no_one_acts_in_the_name_of_someone_else() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let colleague = Station::sign_in(&running, "lin.zhiqiang").await;
    let ticket = station.unclaimed().await;
    let command = colleague.command(ticket.id, &Action::Claim, Some(&ticket));
    let response = station.post(vec![command]).await;
    assert_eq!(problem(response).await, (StatusCode::FORBIDDEN, ProblemCode::Forbidden));
}

#[tokio::test]
async fn a_batch_above_the_limit_is_refused() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let one = station.command(uuid::Uuid::now_v7(), &Action::Claim, None);
    let response = station.post(vec![one; 101]).await;
    assert_eq!(problem(response).await, (StatusCode::BAD_REQUEST, ProblemCode::Malformed));
}

#[tokio::test]
async fn the_timeline_in_the_feed_never_carries_a_requesters_numbers() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let mut registrations = 0;
    for record in station.whole_feed(REGION).await {
        if record.kind != RecordKind::Event {
            continue;
        }
        let event: TicketEvent = serde_json::from_value(record.body.unwrap()).unwrap();
        if let Action::Register(new) = event.action {
            registrations += 1;
            assert_eq!((new.requester.id_number, new.requester.phone), (None, None));
        }
    }
    assert_eq!(registrations, 60, "every ticket of the sample was registered");
}
