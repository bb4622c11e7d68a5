//! Exchanged and revoked keys over a real socket: what an old key still opens, how a village that was
//! away learns the new one, and what becomes of what a lost station signed.

use bangban_courier::{Bundle, Kind, Outcome, Pair};
use bangban_protocol::{
    BundleFault, CourierKeys, Problem, ProblemCode, Refresh, RevokeStation, Session, SignIn,
    Stations,
};
use reqwest::{Method, StatusCode};
use uuid::Uuid;

use crate::courier::{Village, carried, outcome, refused};
use crate::running::Running;
use crate::station::{Station, client, problem};

async fn refreshed(station: &Station, keys: Option<CourierKeys>) -> Session {
    let refresh = Refresh { refresh_token: station.session.refresh_token.clone(), keys };
    let url = format!("{}/v1/session/refresh", station.base);
    client().post(url).json(&refresh).send().await.unwrap().json().await.unwrap()
}

async fn revoke(by: &Station, station: Uuid, reason: &str) -> reqwest::Response {
    let path = format!("/v1/stations/{station}/revoke");
    let asked = RevokeStation { reason: reason.into() };
    by.request(Method::POST, &path).json(&asked).send().await.unwrap()
}

#[tokio::test]
async fn after_an_exchange_an_old_bundle_is_answered_under_the_old_key_which_vouches_for_the_new_one()
 {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let made = running.platform.rotate_courier_keys(30).await.unwrap();
    let session = refreshed(&carrier, None).await;
    let newest = session.courier.expect("told to whoever is on the line");
    assert_eq!(bangban_courier::fingerprint(&newest.sealing), made);
    assert_eq!(session.courier_before, Some(vec![village.platform.clone()]), "it still counts");
    let carrier =
        Station { session: Session { courier: Some(newest.clone()), ..session }, ..carrier };

    // The village knows the old key alone; `open` believes nothing else.
    let (header, back) = village.open(carried(&carrier, village.bundle(1, village.work().1)).await);
    assert_eq!((outcome(&header), back.receipts.len()), (Outcome::Taken, 3));
    assert_eq!(back.keys, Some(newest.clone()), "the answer brings the new one");
    let knows = Village { platform: newest, ..village };
    let (header, back) = knows.open(carried(&carrier, knows.bundle(2, Vec::new())).await);
    assert_eq!((outcome(&header), back.keys), (Outcome::Taken, None), "nothing more to say");
}

#[tokio::test]
async fn an_old_key_opens_until_its_day_and_what_came_before_is_answered_after_it() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let in_time = village.bundle(1, village.work().1);
    let (_, before) = village.open(carried(&carrier, in_time.clone()).await);
    let late = village.bundle(2, Vec::new());
    running.platform.rotate_courier_keys(0).await.unwrap();
    assert_eq!(refused(&carrier, late).await, BundleFault::KeyRetired);
    let session = refreshed(&carrier, None).await;
    assert_eq!(session.courier_before, Some(Vec::new()), "stations forget it, too");
    let newest = session.courier.expect("the new one");
    let carrier =
        Station { session: Session { courier: Some(newest.clone()), ..session }, ..carrier };
    let again = Bundle::read(carried(&carrier, in_time).await).unwrap();
    again.expect(Kind::Back).unwrap();
    let has_heard = Village { platform: newest, ..village };
    let (header, after) = has_heard.open(again.into_file());
    assert_eq!((outcome(&header), after.receipts), (Outcome::TakenBefore, before.receipts));
}

#[tokio::test]
async fn what_a_lost_station_signed_is_not_taken_its_session_ends_and_new_keys_count() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let manager = Station::sign_in(&running, "zhong.wenhui").await;
    let (lost, id) = (village.bundle(1, village.work().1), village.station.id);
    let by_anyone = revoke(&carrier, id, "丢了").await;
    assert_eq!(problem(by_anyone).await, (StatusCode::FORBIDDEN, ProblemCode::Forbidden));
    let unknown = revoke(&manager, Uuid::now_v7(), "丢了").await;
    assert_eq!(problem(unknown).await, (StatusCode::NOT_FOUND, ProblemCode::NotFound));
    let silent: Problem = revoke(&manager, id, " ").await.json().await.unwrap();
    assert_eq!(silent.field.as_deref(), Some("reason"));
    assert_eq!(revoke(&manager, id, "下乡途中丢失").await.status(), StatusCode::NO_CONTENT);
    assert_eq!(refused(&carrier, lost).await, BundleFault::KeyRevoked);
    let ended = village.station.get("/v1/partitions").await;
    assert_eq!(problem(ended).await, (StatusCode::UNAUTHORIZED, ProblemCode::TokenExpired));
    let known: Stations = manager.get("/v1/stations").await.json().await.unwrap();
    let told = known.stations.iter().find(|station| station.id == id).expect("it is listed");
    assert!(told.revoked_at.is_some());

    // Somebody who knows the password signs in there: told again, the old key stays revoked.
    let sign_in = async |keys: &Pair| -> Session {
        let request = SignIn {
            account: "chen.yumei".into(),
            password: bangban_platform::sample::PASSWORD.into(),
            station: id,
            station_name: "村站".into(),
            keys: Some(keys.public()),
        };
        let url = format!("{}/v1/session", running.base);
        client().post(url).json(&request).send().await.unwrap().json().await.unwrap()
    };
    assert!(sign_in(&village.pair).await.keys_revoked);
    assert_eq!(refused(&carrier, village.bundle(2, Vec::new())).await, BundleFault::KeyRevoked);
    let fresh = Pair::generate().unwrap();
    assert!(!sign_in(&fresh).await.keys_revoked);
    let found = Village { pair: fresh, ..village };
    let (header, _) = found.open(carried(&carrier, found.bundle(3, found.work().1)).await);
    assert_eq!(outcome(&header), Outcome::Taken);
}

#[tokio::test]
async fn the_command_line_revokes_by_the_short_name_on_a_bundle() {
    let running = Running::start().await;
    let village = Village::sign_in(&running, "chen.yumei").await;
    let carrier = Station::sign_in(&running, "huang.lijuan").await;
    let run = async |arguments: &[&str]| {
        let mut program = tokio::process::Command::new(env!("CARGO_BIN_EXE_bangban-platform"));
        program.arg("courier").args(arguments).arg("--data-dir").arg(running.dir.path());
        program.output().await.unwrap()
    };
    let short = bangban_courier::short_station(village.station.id);
    let unknown = run(&["revoke", "FFFFFF", "--reason", "丢了"]).await;
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(!unknown.status.success() && said.contains("no such station"), "{said}");
    let done = run(&["revoke", &short, "--reason", "下乡途中丢失"]).await;
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let lost = village.bundle(1, village.work().1);
    assert_eq!(refused(&carrier, lost).await, BundleFault::KeyRevoked, "while it serves");
    let rotated = run(&["rotate", "--days", "7"]).await;
    let said = String::from_utf8_lossy(&rotated.stdout).into_owned();
    assert!(rotated.status.success() && said.contains("7 days"), "{said}");
    let told = refreshed(&carrier, None).await.courier.expect("keys");
    assert_ne!(told, village.platform, "the serving platform tells the new one");
}
