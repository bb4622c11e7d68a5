//! Whether a request that is being typed is already there.

use serde::{Deserialize, Serialize};

use crate::ticket::{Requester, Ticket};
use crate::time::{HOUR_MS, Timestamp};

/// Ended cases older than this are no duplicates any more.
const RECENT_MS: i64 = 30 * 24 * HOUR_MS;

/// Why a ticket may be the same request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same name only, about the same matter.
    NameAndMatter,
    /// The same phone number.
    Phone,
    /// The same document or credit code.
    Document,
    /// The same person about the same matter.
    PersonAndMatter,
}

/// How `ticket` resembles what is being typed; `None`: it does not. An ended case counts for
/// thirty days, and only when the person is the same.
pub fn likeness(
    typed: &Requester,
    matter: Option<&str>,
    ticket: &Ticket,
    now: Timestamp,
) -> Option<Likeness> {
    let known = &ticket.requester;
    let document = same(typed.id_number.as_ref(), known.id_number.as_ref())
        || same(typed.credit_code.as_ref(), known.credit_code.as_ref());
    let phone = same(typed.phone.as_ref(), known.phone.as_ref());
    let name = same(Some(&typed.name), Some(&known.name));
    let about = matter.is_some() && ticket.matter.as_ref().map(|m| m.id.as_str()) == matter;
    let found = match (document || (phone && name), document, phone, name && about) {
        (true, ..) if about => Likeness::PersonAndMatter,
        (_, true, ..) => Likeness::Document,
        (_, _, true, _) => Likeness::Phone,
        (_, _, _, true) => Likeness::NameAndMatter,
        _ => return None,
    };
    let recent = now.0 - ticket.updated_at.0 <= RECENT_MS;
    let counts = ticket.status.is_open() || (recent && found > Likeness::Phone);
    counts.then_some(found)
}

/// What a requester can be found by: name, document, credit code and phone, plain. At most four.
pub fn tokens(requester: &Requester) -> Vec<String> {
    let numbers = [&requester.id_number, &requester.credit_code, &requester.phone];
    let all = std::iter::once(&requester.name).chain(numbers.into_iter().flatten());
    all.map(|text| plain(text)).filter(|text| !text.is_empty()).collect()
}

/// Without spaces and hyphens, in upper case.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// Equal once plain; empty is equal to nothing.
fn same(one: Option<&String>, other: Option<&String>) -> bool {
    match (one.map(|text| plain(text)), other.map(|text| plain(text))) {
        (Some(one), Some(other)) => !one.is_empty() && one == other,
        _ => false,
    }
}
