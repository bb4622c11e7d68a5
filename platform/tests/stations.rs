use bangban_domain::ticket::Action;
use bangban_protocol::{
    Adding, CommandWay, Held, HeldWhy, PartitionDigest, ProblemCode, Reached, StationReport,
    Stations, VERSION, VERSION_HEADER,
};
use reqwest::{Client, Method, StatusCode};

use crate::running::Running;
use crate::station::{REGION, Station, problem};

/// How the station is once it has read the region up to its end.
async fn report(station: &Station) -> StationReport {
    let head = station.head(REGION).await;
    let reached =
        vec![Reached { partition: REGION.into(), epoch: head.epoch, feed_seq: head.feed_seq }];
    let waiting = vec![Held { id: uuid::Uuid::now_v7(), why: HeldWhy::Unreadable }];
    StationReport {
        program: "0.0.9".into(),
        pending: 3,
        held: waiting,
        reached,
        ..StationReport::default()
    }
}

#[tokio::test]
async fn a_manager_sees_how_the_stations_are_and_nobody_else_does() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let manager = Station::sign_in(&running, "zhong.wenhui").await;
    let told = report(&station).await;
    let sent =
        station.request(Method::POST, "/v1/station/report").json(&told).send().await.unwrap();
    assert_eq!(sent.status(), StatusCode::NO_CONTENT);
    let (id, register) = station.registration();
    station.send(&station.command(id, &register, None)).await;

    let known: Stations = manager.get("/v1/stations").await.json().await.unwrap();
    let found = known.stations.iter().find(|s| s.report.as_ref() == Some(&told));
    let found = found.expect("the station that reported");
    assert_eq!((found.staff, found.behind), (station.staff.id, 2), "a ticket and its event");
    assert!(known.stations.is_sorted_by_key(|station| station.last_contact_at));
    let denied = problem(station.get("/v1/stations").await).await;
    assert_eq!(denied, (StatusCode::FORBIDDEN, ProblemCode::Forbidden));
}

#[tokio::test]
async fn the_way_of_a_command_names_the_desks_that_have_it() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let reader = Station::sign_in(&running, "lin.zhiqiang").await;
    let ticket = station.unclaimed().await;
    let claim = station.command(ticket.id, &Action::Claim, Some(&ticket));
    let path = format!("/v1/commands/{}/way", claim.id);
    let unknown = problem(station.get(&path).await).await;
    assert_eq!(unknown, (StatusCode::NOT_FOUND, ProblemCode::NotFound));
    let receipt = station.send(&claim).await;
    let way: CommandWay = station.get(&path).await.json().await.unwrap();
    assert_eq!((way.decided_at, way.reached), (Some(receipt.decided_at), vec![]));

    let told = report(&reader).await;
    reader.request(Method::POST, "/v1/station/report").json(&told).send().await.unwrap();
    let way: CommandWay = station.get(&path).await.json().await.unwrap();
    let people: Vec<_> = way.reached.iter().map(|reached| reached.staff).collect();
    assert_eq!(people, [reader.staff.id]);
}

#[tokio::test]
async fn the_digest_is_of_what_the_feed_says_last() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let digest = async || -> PartitionDigest {
        station.get(&format!("/v1/partitions/{REGION}/digest")).await.json().await.unwrap()
    };
    let before = digest().await;
    assert_eq!(before, digest().await, "the same as long as nothing happens");
    let (id, register) = station.registration();
    station.send(&station.command(id, &register, None)).await;
    let after = digest().await;
    assert_eq!((after.records, after.feed_seq), (before.records + 2, before.feed_seq + 2));
    assert_ne!(after.sha256, before.sha256);
    assert_ne!(after.sha256, Adding::default().sum().1, "not of nothing");
}

#[tokio::test]
async fn a_station_of_another_age_is_told_which_versions_are_spoken() {
    let running = Running::start().await;
    let url = format!("{}/v1/partitions", running.base);
    let asked = Client::new().get(url).header(VERSION_HEADER, VERSION + 1).send().await.unwrap();
    let spoken = |name: &str| asked.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(spoken(VERSION_HEADER), VERSION.to_string());
    assert_eq!(spoken("bangban-protocol-oldest"), "1");
    assert!(!spoken("bangban-program").is_empty());
    assert_eq!(
        problem(asked).await,
        (StatusCode::UPGRADE_REQUIRED, ProblemCode::UnsupportedVersion)
    );
}
