use std::time::Duration;

use bangban_protocol::Hint;
use futures::{Stream, StreamExt};
use reqwest::StatusCode;

use crate::running::Running;
use crate::station::{REGION, Station, client};

/// Longest time anything here may take; the tests wait for what happens, not for time to pass.
const PATIENCE: Duration = Duration::from_secs(20);

type Text = futures::stream::BoxStream<'static, String>;

async fn hints(station: &Station) -> Text {
    let response = station.get("/v1/hints").await;
    assert_eq!(response.status(), StatusCode::OK);
    let text = |bytes: reqwest::Result<_>| async move {
        bytes.ok().map(|bytes: axum::body::Bytes| String::from_utf8(bytes.to_vec()).unwrap())
    };
    Box::pin(response.bytes_stream().filter_map(text))
}

/// The next hint about a partition.
async fn next(stream: &mut (impl Stream<Item = String> + Unpin), partition: &str) -> Hint {
    let search = async {
        while let Some(text) = stream.next().await {
            for data in text.lines().filter_map(|line| line.strip_prefix("data:")) {
                let hint: Hint = serde_json::from_str(data.trim()).unwrap();
                if hint.partition == partition {
                    return hint;
                }
            }
        }
        panic!("the stream ended before a hint came");
    };
    tokio::time::timeout(PATIENCE, search).await.expect("a hint comes")
}

#[tokio::test]
async fn a_station_hears_where_it_stands_and_then_of_every_change() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let colleague = Station::sign_in(&running, "lin.zhiqiang").await;
    let mut stream = hints(&station).await;
    let head = station.head(REGION).await;
    let first = next(&mut stream, REGION).await;
    assert_eq!((first.epoch, first.head), (head.epoch, head.feed_seq));

    let (id, register) = colleague.registration();
    colleague.send(&colleague.command(id, &register, None)).await;
    assert_eq!(next(&mut stream, REGION).await.head, head.feed_seq + 2);
}

#[tokio::test]
async fn what_another_process_wrote_wakes_the_stations_too() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let mut stream = hints(&station).await;
    let before = next(&mut stream, "library").await.head;
    let command_line =
        bangban_platform::Platform::open(running.platform.config().clone()).await.unwrap();
    command_line.set_staff_active("su.xiaoling", false).await.unwrap();
    assert_eq!(next(&mut stream, "library").await.head, before + 1);
}

#[tokio::test]
async fn a_shutdown_ends_open_streams_and_then_the_platform() {
    let mut running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let mut stream = hints(&station).await;
    next(&mut stream, REGION).await;
    running.shutdown.cancel();
    let rest = async { while stream.next().await.is_some() {} };
    tokio::time::timeout(PATIENCE, rest).await.expect("the stream ends");
    let served = tokio::time::timeout(PATIENCE, &mut running.served).await;
    served.expect("serving ends").unwrap();
    running.platform.close().await.unwrap();
    let answer = client().get(format!("{}/health", running.base)).send().await;
    assert!(answer.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn a_stream_does_not_outlive_the_token_it_was_opened_with() {
    let running = Running::with(|config| config.access_token_seconds = 1).await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let mut stream = hints(&station).await;
    let rest = async { while stream.next().await.is_some() {} };
    tokio::time::timeout(PATIENCE, rest).await.expect("the stream ends with its token");
    assert_eq!(station.get("/v1/partitions").await.status(), StatusCode::UNAUTHORIZED);
}
