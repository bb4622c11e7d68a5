//! Replies that the person keeps for themselves, and what a reply is filled in with.

use bangban_domain::matter::{Matter, Necessity, Period};
use bangban_domain::reply::{self, Filled, Variable};
use bangban_domain::ticket::Ticket;
use bangban_store::Connection;
use bangban_store::table::matter;
use bangban_store::table::own_reply::{self, OwnReply as Stored};
use uuid::Uuid;

use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{Nothing, OwnReply, OwnReplyInput, OwnReplyRef, ReplyVariable};
use crate::open::{me, now};

const MOST_TITLE: usize = 40;
const MOST_TEXT: usize = 2_000;

/// The person's own replies, the one saved last first.
pub async fn list(desk: &Desk, _: Nothing) -> Result<Vec<OwnReply>, ApiError> {
    let open = desk.open().await?;
    own(&mut *open.read().await?).await
}

/// Keeps one.
pub async fn save(desk: &Desk, input: OwnReplyInput) -> Result<Vec<OwnReply>, ApiError> {
    let reply = Stored {
        id: input.id.unwrap_or_else(Uuid::now_v7),
        title: fitting("title", &input.title, MOST_TITLE)?,
        text: fitting("text", &input.text, MOST_TEXT)?,
    };
    if let Some(word) = reply::unknown(&reply.text).first() {
        let fault = ApiError::new(Code::BadInput).with("field", "text").with("variable", *word);
        return Err(fault);
    }
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    own_reply::put(&mut tx, &reply, now()).await?;
    let replies = own(&mut tx).await?;
    tx.commit().await?;
    Ok(replies)
}

/// Removes one.
pub async fn remove(desk: &Desk, input: OwnReplyRef) -> Result<Vec<OwnReply>, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    own_reply::remove(&mut tx, input.id).await?;
    let replies = own(&mut tx).await?;
    tx.commit().await?;
    Ok(replies)
}

/// What a reply can be filled in with.
#[allow(clippy::unused_async, reason = "as every command")]
pub async fn variables(_: &Desk, _: Nothing) -> Result<Vec<ReplyVariable>, ApiError> {
    let shown = |variable: Variable| ReplyVariable { variable, word: variable.word().to_owned() };
    Ok(Variable::ALL.map(shown).to_vec())
}

pub(super) async fn own(c: &mut Connection) -> Result<Vec<OwnReply>, ApiError> {
    let shown = |Stored { id, title, text }| OwnReply { id, title, text };
    Ok(own_reply::all(c).await?.into_iter().map(shown).collect())
}

fn fitting(field: &str, text: &str, most: usize) -> Result<String, ApiError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > most {
        return Err(ApiError::new(Code::BadInput).with("field", field));
    }
    Ok(text.to_owned())
}

/// What a case says, for a reply to be filled in with.
pub(super) struct Case {
    ticket: Ticket,
    /// If it has one and the library has it.
    matter: Option<Matter>,
    /// Name of who answers.
    specialist: String,
    /// Name of their station.
    station: String,
}

impl Case {
    pub(super) async fn of(c: &mut Connection, ticket: Ticket) -> Result<Self, ApiError> {
        let (person, names) = (me(c).await?, Names::load(c).await?);
        let matter = match &ticket.matter {
            Some(about) => matter::get(c, &about.id).await?,
            None => None,
        };
        let station = names.organisation(&person.organisation);
        Ok(Self { ticket, matter, specialist: person.name, station })
    }

    /// A reply for this case.
    pub(super) fn fill(&self, text: &str) -> Filled {
        reply::fill(text, |variable| self.value(variable))
    }

    fn value(&self, variable: Variable) -> Option<String> {
        let place = self.matter.as_ref().map(|matter| &matter.place);
        match variable {
            Variable::Requester => Some(self.ticket.requester.name.clone()),
            Variable::Matter => self.ticket.matter.as_ref().map(|matter| matter.name.clone()),
            Variable::Number => self.ticket.number.clone(),
            Variable::Promised => {
                let promised = self.ticket.matter.as_ref().and_then(|matter| matter.promised);
                promised.map(Period::words)
            }
            Variable::Materials => {
                self.matter.as_ref().map(|matter| materials(&self.ticket, matter))
            }
            Variable::Place => place.and_then(|place| place.address.clone()),
            Variable::Hours => place.and_then(|place| place.hours.clone()),
            Variable::Phone => place.and_then(|place| place.consult_phone.clone()),
            Variable::Specialist => Some(self.specialist.clone()),
            Variable::Station => Some(self.station.clone()),
            Variable::Day => Some(now().day().format("%Y年%-m月%-d日").to_string()),
        }
    }
}

/// What has to be brought in the situation of the case; all that any situation needs when it has none.
fn materials(ticket: &Ticket, matter: &Matter) -> String {
    let situation = ticket.situation.as_ref();
    let needed = matter.materials.iter().filter(|material| {
        let here = situation.is_none_or(|id| material.situations.contains(id));
        material.necessity != Some(Necessity::Optional) && (material.situations.is_empty() || here)
    });
    needed.map(|material| material.name.as_str()).collect::<Vec<_>>().join("、")
}
