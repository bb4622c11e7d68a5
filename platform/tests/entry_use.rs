//! How often entries are used: stations tell their own counts, and are told what all of them add up to.

use std::time::Duration;

use bangban_domain::knowledge::{OF_LATE_MS, Usage};
use bangban_domain::time::{HOUR_MS, Timestamp};
use bangban_platform::store::entry_use;
use bangban_protocol::{EntryUses, MAX_REPORTED_USES, RecordKind, StationReport, Stations};
use reqwest::{Method, StatusCode};

use crate::running::Running;
use crate::station::Station;

const DAY: Duration = Duration::from_hours(24);

fn counted(uses: &[(&str, u32)]) -> Vec<EntryUses> {
    uses.iter().map(|(entry, uses)| EntryUses { entry: (*entry).into(), uses: *uses }).collect()
}

async fn report(station: &Station, uses: Vec<EntryUses>) -> StatusCode {
    let told = StationReport { program: "0.0.9".into(), uses, ..StationReport::default() };
    let request = station.request(Method::POST, "/v1/station/report").json(&told);
    request.send().await.unwrap().status()
}

/// Keys of two entries of the sample.
async fn two_entries(station: &Station) -> (String, String) {
    let feed = station.whole_feed("library").await;
    let mut entries = feed.into_iter().filter(|record| record.kind == RecordKind::Knowledge);
    (entries.next().unwrap().key, entries.next().unwrap().key)
}

/// What the stations were told, in order.
async fn told(station: &Station) -> Vec<Usage> {
    let feed = station.whole_feed("library").await;
    let records = feed.into_iter().filter(|record| record.kind == RecordKind::Usage);
    records.map(|record| serde_json::from_value(record.body.unwrap()).unwrap()).collect()
}

fn usage(of: &[(&str, u32)]) -> Usage {
    Usage { entries: of.iter().map(|(entry, uses)| ((*entry).to_owned(), *uses)).collect() }
}

#[tokio::test]
async fn a_count_that_comes_twice_or_late_counts_once_and_desks_are_added_up() {
    let running = Running::with(|config| config.usage_hours = 0).await;
    let chen = Station::sign_in(&running, "chen.yumei").await;
    let lin = Station::sign_in(&running, "lin.zhiqiang").await;
    let (one, other) = two_entries(&chen).await;
    for count in [3, 3, 2] {
        assert_eq!(report(&chen, counted(&[(&one, count)])).await, StatusCode::NO_CONTENT);
    }
    assert_eq!(told(&chen).await, [usage(&[(&one, 3)])], "what has not changed is not told again");
    let uses = counted(&[(&one, 4), (&other, 1), ("张三的身份证", 9)]);
    assert_eq!(report(&lin, uses).await, StatusCode::NO_CONTENT);
    let told = told(&chen).await;
    assert_eq!(told.last(), Some(&usage(&[(&one, 7), (&other, 1)])), "and only of entries");
}

#[tokio::test]
async fn nobody_sees_what_one_desk_uses_and_no_report_is_without_end() {
    let running = Running::start().await;
    let chen = Station::sign_in(&running, "chen.yumei").await;
    let manager = Station::sign_in(&running, "zhong.wenhui").await;
    let (one, _) = two_entries(&chen).await;
    report(&chen, counted(&[(&one, 3)])).await;
    let known: Stations = manager.get("/v1/stations").await.json().await.unwrap();
    let reports: Vec<_> = known.stations.iter().filter_map(|s| s.report.as_ref()).collect();
    assert!(!reports.is_empty() && reports.iter().all(|report| report.uses.is_empty()));
    let many = vec![(one.as_str(), 1); MAX_REPORTED_USES as usize + 1];
    assert_eq!(report(&chen, counted(&many)).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_used_is_told_once_a_day_and_fades_when_nobody_uses_it_any_more() {
    let running = Running::start().await;
    let chen = Station::sign_in(&running, "chen.yumei").await;
    let (one, other) = two_entries(&chen).await;
    let stations = "SELECT id FROM station WHERE last_staff = ?";
    let station: String = sqlx::query_scalar(stations)
        .bind(chen.staff.id.to_string())
        .fetch_one(running.platform.db().read())
        .await
        .unwrap();
    let station = station.parse().unwrap();
    let begun = Timestamp(1_800_000_000_000);
    let step = async |after_ms: i64, uses: &[(&str, u32)]| {
        let now = begun.plus_ms(after_ms);
        let mut tx = running.platform.db().write().await.unwrap();
        entry_use::raise(&mut tx, station, &counted(uses), now).await.unwrap();
        entry_use::tell(&mut tx, DAY, now).await.unwrap();
        tx.commit().await.unwrap();
        told(&chen).await
    };
    assert_eq!(step(0, &[(&one, 1)]).await.len(), 1, "the first is told at once");
    assert_eq!(step(HOUR_MS, &[(&one, 2)]).await.len(), 1, "the next ones wait");
    let later = step(25 * HOUR_MS, &[]).await;
    assert_eq!(later.last(), Some(&usage(&[(&one, 2)])), "until the next day, with any report");
    assert_eq!(step(60 * HOUR_MS, &[]).await.len(), 2, "no news is not told");
    let much_later = step(OF_LATE_MS + 2 * HOUR_MS, &[(&other, 1)]).await;
    assert_eq!(much_later.last(), Some(&usage(&[(&other, 1)])), "of late only");
}
