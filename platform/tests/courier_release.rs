//! The bundle of a disabled account over a real socket: kept, released with a reason, answered again.

use bangban_courier::Outcome;
use bangban_protocol::{BundleTaken, FieldFault, Problem, ProblemCode, ReleaseBundle, Verdict};
use reqwest::{Method, StatusCode};

use crate::courier::{Village, carried, outcome};
use crate::running::Running;
use crate::station::{REGION, Station, problem};

#[tokio::test]
async fn the_work_of_a_disabled_account_is_kept_sealed_until_a_manager_releases_it() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let manager = Station::sign_in(&running, "zhong.wenhui").await;
    let before = carrier.head(REGION).await.feed_seq;
    let (_, commands) = village.work();
    let file = village.bundle(1, commands);
    running.platform.set_staff_active("chen.yumei", false).await.unwrap();

    let (header, back) = village.open(carried(&carrier, file.clone()).await);
    assert_eq!(outcome(&header), Outcome::Held);
    assert!(back.receipts.is_empty() && back.news.is_empty(), "not judged, and nothing new told");
    assert_eq!(carrier.head(REGION).await.feed_seq, before);
    let (again, _) = village.open(carried(&carrier, file.clone()).await);
    assert_eq!(outcome(&again), Outcome::Held, "still");

    let not_for_all = carrier.get("/v1/courier").await;
    assert_eq!(problem(not_for_all).await, (StatusCode::FORBIDDEN, ProblemCode::Forbidden));
    let list: Vec<BundleTaken> = manager.get("/v1/courier").await.json().await.unwrap();
    let [held] = list.as_slice() else { panic!("{list:?}") };
    assert!(held.held && held.commands == 3);
    assert_eq!((held.person, held.carrier), (village.station.staff.id, Some(carrier.staff.id)));

    let path = format!("/v1/courier/{}/release", held.id);
    let release = async |by: &Station, reason: &str| {
        let asked = ReleaseBundle { reason: reason.into() };
        by.request(Method::POST, &path).json(&asked).send().await.unwrap()
    };
    let by_anyone = release(&carrier, "我来").await;
    assert_eq!(problem(by_anyone).await, (StatusCode::FORBIDDEN, ProblemCode::Forbidden));
    let kept_answer = format!("/v1/courier/{}/answer", held.id);
    let too_soon = manager.get(&kept_answer).await;
    assert_eq!(problem(too_soon).await, (StatusCode::NOT_FOUND, ProblemCode::NotFound));
    for (reason, why) in [("  ", FieldFault::Missing), (&"长".repeat(501), FieldFault::TooLong)] {
        let told: Problem = release(&manager, reason).await.json().await.unwrap();
        assert_eq!((told.field.as_deref(), told.why), (Some("reason"), Some(why)));
    }
    assert_eq!(carrier.head(REGION).await.feed_seq, before, "without a reason nothing is judged");
    let released = release(&manager, " 停用前所做，已核实 ").await;
    assert_eq!(released.status(), StatusCode::OK);
    let first = released.bytes().await.unwrap();
    let (header, back) = village.open(first.to_vec());
    assert_eq!(outcome(&header), Outcome::Taken);
    let accepted =
        back.receipts.iter().filter(|r| matches!(r.verdict, Verdict::Accepted { .. })).count();
    assert_eq!(accepted, 3, "judged as the work of someone who was allowed to do it");
    assert!(back.news.is_empty(), "a disabled account hears nothing new");
    let twice = release(&manager, "再来一次").await;
    assert_eq!(twice.bytes().await.unwrap(), first, "the first answer may be lost on the line");
    assert_eq!(manager.get(&kept_answer).await.bytes().await.unwrap(), first);
    let for_anyone = carrier.get(&kept_answer).await;
    assert_eq!(problem(for_anyone).await, (StatusCode::FORBIDDEN, ProblemCode::Forbidden));
    let list: Vec<BundleTaken> = manager.get("/v1/courier").await.json().await.unwrap();
    assert_eq!((list[0].held, list[0].active), (false, false));
    let who_and_why = (list[0].released_by, list[0].reason.as_deref());
    assert_eq!(
        who_and_why,
        (Some(manager.staff.id), Some("停用前所做，已核实")),
        "the first one's"
    );
    let (header, same) = village.open(carried(&carrier, file).await);
    assert_eq!((outcome(&header), same.receipts), (Outcome::TakenBefore, back.receipts));
}
