//! Station and platform side by side.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::Value;
use sqlx::SqliteConnection;

use super::central::{Central, LIBRARY, map, values};
use super::{EQUAL, Findings};

/// What a station was told and what it shows are what the platform holds.
pub(super) async fn rows(
    c: &mut SqliteConnection,
    number: usize,
    central: &Central,
    findings: &mut Findings,
) -> Result<()> {
    let subjects = [
        (
            &central.tickets,
            ("ticket", "SELECT id, coalesce(server_body, 'null') FROM ticket"),
            ("view of ticket", "SELECT id, body FROM ticket"),
        ),
        (
            &central.questions,
            ("question", "SELECT id, coalesce(server_body, 'null') FROM question"),
            ("view of question", "SELECT id, body FROM question"),
        ),
    ];
    for (there, told, view) in subjects {
        for (what, sql) in [told, view] {
            compare(findings, number, what, &parsed(there)?, &values(map(c, sql).await?)?);
        }
    }
    let sql = "SELECT id, body FROM event WHERE provisional = 0";
    compare(findings, number, "event", &parsed(&central.events)?, &values(map(c, sql).await?)?);
    let waiting: i64 = sqlx::query_scalar("SELECT count(*) FROM event WHERE provisional = 1")
        .fetch_one(&mut *c)
        .await?;
    findings.hold(EQUAL, waiting == 0, || format!("station {number}: {waiting} lines wait"));
    for (name, sql) in LIBRARY {
        let here = values(map(c, sql).await?)?;
        compare(findings, number, name, &central.library[name], &here);
    }
    Ok(())
}

fn parsed(rows: &BTreeMap<String, String>) -> Result<BTreeMap<String, Value>> {
    rows.iter().map(|(key, body)| Ok((key.clone(), serde_json::from_str(body)?))).collect()
}

fn compare(
    findings: &mut Findings,
    number: usize,
    what: &str,
    there: &BTreeMap<String, Value>,
    here: &BTreeMap<String, Value>,
) {
    for (key, body) in there {
        let found = here.get(key);
        findings.hold(EQUAL, found == Some(body), || {
            let how = if found.is_some() { "differs" } else { "is missing" };
            format!("station {number}: {what} {key} {how}")
        });
    }
    for key in here.keys() {
        findings.hold(EQUAL, there.contains_key(key), || {
            format!("station {number}: {what} {key} is not on the platform")
        });
    }
}
