use bangban_domain::matter::Matter;
use bangban_platform::clock;
use bangban_platform::store::{Put, matters};
use bangban_protocol::{FeedPage, Head, ProblemCode, RecordKind};
use reqwest::{Method, StatusCode};
use uuid::Uuid;

use crate::running::Running;
use crate::station::{REGION, Station, problem};

#[tokio::test]
async fn both_feeds_are_dense_and_hold_what_belongs_there() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let library = station.whole_feed("library").await;
    let region = station.whole_feed(REGION).await;
    let in_region = |kind| matches!(kind, RecordKind::Ticket | RecordKind::Event);
    assert!(library.iter().all(|record| !in_region(record.kind)));
    assert!(region.iter().all(|record| in_region(record.kind)));
    let heads: Vec<Head> = station.get("/v1/partitions").await.json().await.unwrap();
    let found: Vec<_> = heads.iter().map(|h| (h.partition.as_str(), h.feed_seq)).collect();
    assert_eq!(found, [("library", library.len() as u64), (REGION, region.len() as u64)]);
}

#[tokio::test]
async fn writes_at_the_same_time_leave_no_gap_and_no_double() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let before = station.head(REGION).await.feed_seq;
    let commands: Vec<_> = (0..20)
        .map(|_| {
            let (id, register) = station.registration();
            station.command(id, &register, None)
        })
        .collect();
    futures::future::join_all(commands.iter().map(|command| station.send(command))).await;
    let feed = station.whole_feed(REGION).await;
    assert_eq!(feed.len() as u64, before + 40, "a ticket and an event for each");
}

#[tokio::test]
async fn another_epoch_and_a_cursor_from_the_future_are_told_to_take_a_snapshot() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let Head { epoch, feed_seq, .. } = station.head(REGION).await;
    let gone = (StatusCode::GONE, ProblemCode::EpochChanged);
    let other = Uuid::new_v4();
    for path in [format!("{other}/0"), format!("{epoch}/{}", feed_seq + 1)] {
        let response = station.get(&format!("/v1/partitions/{REGION}/feed/{path}")).await;
        assert_eq!(problem(response).await, gone, "{path}");
    }
    let renewed = running.platform.renew_epoch().await.unwrap();
    let old = station.get(&format!("/v1/partitions/{REGION}/feed/{epoch}/0")).await;
    assert_eq!(problem(old).await, gone);
    assert_eq!(station.head(REGION).await.epoch, renewed);
}

#[tokio::test]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let Head { epoch, .. } = station.head(REGION).await;
    let path = format!("/v1/partitions/{REGION}/feed/{epoch}/0");
    let first = station.get(&path).await;
    let tag = first.headers()["etag"].clone();
    let page: FeedPage = first.json().await.unwrap();
    let again = station.request(Method::GET, &path).header("if-none-match", &tag).send();
    assert_eq!(again.await.unwrap().status(), StatusCode::NOT_MODIFIED);

    let (id, register) = station.registration();
    station.send(&station.command(id, &register, None)).await;
    let later = station.request(Method::GET, &path).header("if-none-match", &tag).send();
    let full = page.changes.len() == 500;
    let expected = if full { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    assert_eq!(later.await.unwrap().status(), expected, "only a full page is for good");
}

#[tokio::test]
async fn a_matter_gets_a_new_version_only_when_it_says_something_new() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let feed = station.whole_feed("library").await;
    let record = feed.iter().find(|record| record.kind == RecordKind::Matter).unwrap();
    let matter: Matter = serde_json::from_value(record.body.clone().unwrap()).unwrap();

    let same = Matter { version: matter.version + 7, ..matter.clone() };
    assert_eq!(put(&running, &same).await, Put::Unchanged, "a version alone is no change");
    assert_eq!(station.head("library").await.feed_seq, feed.len() as u64);

    let renamed = Matter { name: "新名称".into(), ..matter.clone() };
    assert_eq!(put(&running, &renamed).await, Put::Changed);
    let newest = station.page("library", feed.len() as u64).await.changes.pop().unwrap();
    let published: Matter = serde_json::from_value(newest.record.body.unwrap()).unwrap();
    assert_eq!(published, Matter { version: matter.version + 1, ..renamed });
}

async fn put(running: &Running, matter: &Matter) -> Put {
    let mut tx = running.platform.db().write().await.unwrap();
    let put = matters::put(&mut tx, matter, clock::now()).await.unwrap();
    tx.commit().await.unwrap();
    put
}

#[tokio::test]
async fn a_write_that_is_given_up_leaves_no_hole_in_the_feed() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let feed = station.whole_feed("library").await;
    let record = feed.iter().find(|record| record.kind == RecordKind::Matter).unwrap();
    let mut matter: Matter = serde_json::from_value(record.body.clone().unwrap()).unwrap();
    matter.name = "没有写成".into();
    let mut tx = running.platform.db().write().await.unwrap();
    matters::put(&mut tx, &matter, clock::now()).await.unwrap();
    drop(tx);
    matter.name = "写成了".into();
    assert_eq!(put(&running, &matter).await, Put::Changed);
    assert_eq!(station.whole_feed("library").await.len(), feed.len() + 1);
}
