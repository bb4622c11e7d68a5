use bangban_domain::ticket::{Action, TicketEvent, Via};
use bangban_protocol::{Held, HeldWhy, ProblemCode, Receipts, RecordKind, Verdict};
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
async fn a_command_that_cannot_be_read_holds_back_its_own_ticket_and_nothing_else() {
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
    let overtaking = station.command(other, &register, None);
    for bad in [unknown, mislabelled, elsewhere] {
        let batch = vec![bad.clone(), good.clone(), overtaking.clone()];
        let answer: Receipts = station.post(batch).await.json().await.unwrap();
        let decided: Vec<_> = answer.receipts.iter().map(|receipt| receipt.id).collect();
        assert_eq!(decided, [overtaking.id], "another ticket is not held back");
        let held: Vec<_> = answer.held.iter().map(|held| (held.id, held.why)).collect();
        let expected = [(bad.id, HeldWhy::Unreadable), (good.id, HeldWhy::Behind)];
        assert_eq!(held, expected, "what is behind it on its ticket waits");
    }
    let now = station.ticket(|t| t.id == ticket.id).await.unwrap();
    assert_eq!(now.holder, None, "nothing of that ticket was decided");
}

#[tokio::test]
async fn no_one_acts_in_the_name_of_someone_else() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let colleague = Station::sign_in(&running, "lin.zhiqiang").await;
    let ticket = station.unclaimed().await;
    let command = colleague.command(ticket.id, &Action::Claim, Some(&ticket));
    let answer: Receipts = station.post(vec![command.clone()]).await.json().await.unwrap();
    assert_eq!(answer.held, [Held { id: command.id, why: HeldWhy::NotYours }]);
    assert!(answer.receipts.is_empty());
}

#[tokio::test]
async fn the_work_of_a_relieved_holder_waits_on_the_ticket_for_the_new_one() {
    let running = Running::start().await;
    let (old, manager) = (
        Station::sign_in(&running, "chen.yumei").await,
        Station::sign_in(&running, "zhong.wenhui").await,
    );
    let fresh = old.unclaimed().await;
    old.send(&old.command(fresh.id, &Action::Claim, Some(&fresh))).await;
    let held = old.ticket(|t| t.id == fresh.id).await.unwrap();
    let colleagues = Station::sign_in(&running, "lin.zhiqiang").await;
    let to_staff = colleagues.staff.id;
    let take_over =
        Action::TakeOver { from: old.staff.id, to_staff, reason: "原经办人请假".into() };
    let taken = manager.send(&manager.command(held.id, &take_over, Some(&held))).await;
    assert!(matches!(taken.verdict, Verdict::Accepted { .. }), "{:?}", taken.verdict);

    let offline = old.command(held.id, &reply("请带身份证"), Some(&held));
    let late = old.send(&offline).await;
    assert!(matches!(late.verdict, Verdict::Parked { .. }), "{:?}", late.verdict);
    let now = colleagues.ticket(|t| t.id == held.id).await.unwrap();
    let waiting = now.open_proposals().next().expect("the new holder sees it").clone();
    assert_eq!((waiting.id, waiting.by), (offline.id, old.staff.id));
    assert_eq!(*waiting.action, reply("请带身份证"), "with the text as it was written");

    let answer = Action::AnswerProposal { proposal: waiting.id, taken: true, note: String::new() };
    let done = colleagues.send(&colleagues.command(held.id, &answer, Some(&now))).await;
    assert!(matches!(done.verdict, Verdict::Accepted { .. }), "{:?}", done.verdict);
    let now = colleagues.ticket(|t| t.id == held.id).await.unwrap();
    assert!(now.first_reply_at.is_some() && now.open_proposals().next().is_none());
}

#[tokio::test]
async fn what_a_person_did_at_another_desk_counts_as_unseen_at_this_one() {
    let running = Running::start().await;
    let (here, there) = (
        Station::sign_in(&running, "chen.yumei").await,
        Station::sign_in(&running, "chen.yumei").await,
    );
    let fresh = here.unclaimed().await;
    here.send(&here.command(fresh.id, &Action::Claim, Some(&fresh))).await;
    let seen = here.ticket(|t| t.id == fresh.id).await.unwrap();
    let noted = there.send(&there.command(fresh.id, &reply("电话已告知"), Some(&seen))).await;
    let own = here.send(&here.command(fresh.id, &reply("窗口已告知"), Some(&seen))).await;
    let expected = Verdict::Rebased { version: seen.version + 2, meanwhile: vec![noted.id] };
    assert_eq!(own.verdict, expected);
}

#[tokio::test]
async fn a_command_stays_known_after_its_receipt_was_let_go() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let ticket = station.unclaimed().await;
    let claim = station.command(ticket.id, &Action::Claim, Some(&ticket));
    let first = station.send(&claim).await;
    let mut tx = running.platform.db().write().await.unwrap();
    let after = bangban_domain::time::Timestamp(first.decided_at + 1);
    let gone = bangban_platform::store::receipts::forget_applied(&mut tx, after).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(gone, 1);
    let before = station.head(REGION).await.feed_seq;
    assert_eq!(station.send(&claim).await, first, "the effect answers for it");
    assert_eq!(station.head(REGION).await.feed_seq, before, "nothing happened twice");
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
