//! Warnings and breaches of clocks, found on this desk, also those that passed while it was off.

use std::sync::Arc;
use std::time::Duration;

use bangban_domain::alarm::{AlarmLevel, alarm, concerns};
use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::notice::NoticeKind;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::{Clock, Ticket, clocks};
use bangban_domain::time::Timestamp;
use bangban_store::table::{directory, meta, notice, ticket};
use bangban_store::{Connection, Store};
use bangban_sync::{News, store_news};
use sha2::{Digest, Sha256};
use tokio::sync::broadcast;
use uuid::{Builder, Uuid};

use crate::commands::Tag;
use crate::desk::Desk;
use crate::error::ApiError;
use crate::event::ApiEvent;
use crate::open::{me, notice as shown, now, number};

/// How often the clocks are looked at. The screens show the seconds themselves.
const EVERY: Duration = Duration::from_secs(20);
/// Shortest time between two looks.
const AT_MOST_EVERY: Duration = Duration::from_secs(1);
/// A moment that passed longer ago is told in the inbox only, without a toast.
const FRESH_MS: i64 = 10 * 60 * 1_000;

/// Looks at the clocks until the desk is closed.
pub async fn watch(desk: Desk, store: Arc<Store>) {
    let mut events = desk.events();
    loop {
        match raise(&store, now()).await {
            Ok(news) if news.is_empty() => {}
            Ok(news) => tell(&desk, news),
            // The account's first sync has not brought the person yet, or the store is closing.
            Err(error) => tracing::debug!(code = ?error.code, "the clocks were not looked at"),
        }
        tokio::time::sleep(AT_MOST_EVERY).await;
        // Whichever comes first; both only lead to another look.
        let _ = tokio::time::timeout(EVERY, until_tickets_change(&mut events)).await;
    }
}

async fn until_tickets_change(events: &mut broadcast::Receiver<ApiEvent>) {
    loop {
        match events.recv().await {
            Ok(ApiEvent::Changed { tags }) if tags.contains(&Tag::Tickets) => return,
            // What was missed may have been about tickets.
            Err(broadcast::error::RecvError::Lagged(_)) => return,
            Ok(_) => {}
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
    }
}

fn tell(desk: &Desk, news: Vec<News>) {
    desk.announce(ApiEvent::Changed { tags: vec![Tag::Notices, Tag::Sync] });
    for news in news.into_iter().filter(|news| now().0 - news.at.0 <= FRESH_MS) {
        desk.announce(ApiEvent::Noticed { notice: shown(news) });
    }
}

/// Puts every alarm that `now` has reached into the inbox, once; gives those that are new. The
/// first look at a new store finds what was over before: that is in the queue, and no news.
pub(crate) async fn raise(store: &Store, now: Timestamp) -> Result<Vec<News>, ApiError> {
    let mut c = store.read().await?;
    // Before the first sync has ended there is nothing to look at.
    if number(&mut c, meta::LAST_CONTACT).await?.is_none() {
        return Ok(Vec::new());
    }
    let first_look = number(&mut c, meta::CLOCKS_SEEN).await?.is_none();
    let mut found = Vec::new();
    for alarm in reached(&mut c, &store.rules(), now).await? {
        if !notice::is_known(&mut c, alarm.id).await? {
            found.push(alarm);
        }
    }
    drop(c);
    if found.is_empty() && !first_look {
        return Ok(found);
    }
    let mut tx = store.write().await?;
    let mut news = Vec::new();
    for alarm in found {
        if store_news(&mut tx, &alarm, first_look.then_some(now)).await? && !first_look {
            news.push(alarm);
        }
    }
    meta::set(&mut tx, meta::CLOCKS_SEEN, &now.0.to_string()).await?;
    tx.commit().await?;
    Ok(news)
}

async fn reached(c: &mut Connection, rules: &Rules, now: Timestamp) -> Result<Vec<News>, ApiError> {
    let person = me(c).await?;
    let organisations = directory::organisations(c).await?;
    let mut found = Vec::new();
    for ticket in ticket::with_clocks(c).await? {
        found.extend(of_ticket(&ticket, &person, &organisations, rules, now));
    }
    Ok(found)
}

fn of_ticket(
    ticket: &Ticket,
    person: &Staff,
    organisations: &[Organisation],
    rules: &Rules,
    now: Timestamp,
) -> Vec<News> {
    let organisation = |id: &str| organisations.iter().find(|known| known.id == id);
    let (mine, home) = (organisation(&person.organisation), organisation(&ticket.organisation));
    let running = clocks(ticket, rules);
    let mine = running.iter().filter(|clock| concerns(person, mine, home, ticket, clock));
    mine.filter_map(|clock| news(ticket, clock, rules, now)).collect()
}

fn news(ticket: &Ticket, clock: &Clock, rules: &Rules, now: Timestamp) -> Option<News> {
    let alarm = alarm(clock, &rules.calendar, now)?;
    let kind = match alarm.level {
        AlarmLevel::Warning => NoticeKind::ClockWarning,
        AlarmLevel::Breach => NoticeKind::ClockBreach,
    };
    Some(News {
        id: identity(&alarm.key(ticket, clock)),
        kind,
        ticket: ticket.id,
        subject: ticket.subject.clone(),
        actor: None,
        at: alarm.at,
        clock: Some(clock.kind),
    })
}

/// The same identity for the same alarm, so that it is told once.
fn identity(key: &str) -> Uuid {
    let hash = Sha256::digest(key);
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}
