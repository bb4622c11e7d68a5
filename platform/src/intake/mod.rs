//! Requests that other systems hand over: mobile, web, the hotline 12345 and self-service.
//!
//! They take the way of every other request: routed by the rule book, registered by `decide`,
//! told to the stations by the feed. Only who registers differs: a member of staff of the channel,
//! with whom nobody signs in.

mod actor;
mod body;
mod keys;
mod place;

use bangban_domain::directory::Staff;
use bangban_domain::matter::Matter;
use bangban_domain::routing::Request;
use bangban_domain::ticket::{
    Action, Channel, Context, MatterRef, NewTicket, Parties, Rule, TicketId, decide,
};
use bangban_domain::time::Timestamp;
use bangban_protocol::{FieldFault, ProblemCode};

pub(crate) use actor::prepare;
pub(crate) use body::{Intake, TakenIn};
pub(crate) use keys::{CHANNELS, known};
pub use keys::{IntakeKeys, KeyFault};

use crate::fault::{Answer, Fault};
use crate::store::tickets::Kept;
use crate::store::{WriteTx, matters, organisations, rule_book, tickets};
use crate::{Platform, clock, commands, identity};

/// Registers a request, once: the same reference of a channel leads to the same ticket.
pub(crate) async fn take_in(
    platform: &Platform,
    channel: Channel,
    intake: Intake,
) -> Answer<TakenIn> {
    intake.check(channel)?;
    let now = clock::now();
    let mut tx = platform.db().write().await?;
    let Some(actor) = actor::of(&mut tx, channel, now).await? else {
        return Err(no_organisation());
    };
    let id = ticket_id(channel, &intake.reference);
    let there = tickets::get(tx.conn(), id).await?;
    let repeated = there.is_some();
    let kept = match there {
        Some(kept) if kept.ticket.registered_by == actor.id => kept,
        Some(_) => {
            return Err(Fault::of_field(ProblemCode::Forbidden, "reference", FieldFault::NotYours));
        }
        None => register(&mut tx, &actor, id, intake, now).await?,
    };
    let organisation = organisations::get(tx.conn(), &kept.ticket.organisation).await?;
    let organisation = organisation.ok_or(ProblemCode::Internal)?;
    tx.commit().await?;
    let word = known(channel).map_or("", |known| known.word);
    tracing::info!(channel = word, ticket = %id, organisation = organisation.id, repeated, "taken in");
    Ok(TakenIn::of(&kept.ticket, &organisation, repeated))
}

async fn register(
    tx: &mut WriteTx,
    actor: &Staff,
    id: TicketId,
    intake: Intake,
    now: Timestamp,
) -> Answer<Kept> {
    let matter = matter(tx, &intake).await?;
    let rules = rule_book::rules(tx.conn()).await?;
    let request = Request {
        matter: intake.matter.as_deref(),
        nature: intake.nature,
        division: &intake.division,
    };
    let Some(organisation) = place::organisation(tx, &rules.book.routes, request).await? else {
        return Err(no_organisation());
    };
    let action = Action::Register(NewTicket {
        ticket: id,
        channel: intake.channel,
        nature: intake.nature,
        request: intake.request(),
        subject: intake.subject,
        requester: intake.requester,
        matter: matter.as_ref().map(MatterRef::of),
        situation: intake.situation,
        priority: None,
        elderly: None,
        organisation: organisation.id.clone(),
    });
    let parties = Parties {
        organisation: Some(organisation.clone()),
        home: Some(organisation),
        ..Parties::default()
    };
    // The account is inactive, so that it is nobody's colleague; here it acts.
    let acting = Staff { active: true, ..actor.clone() };
    let context = Context {
        command: identity::made_of(&format!("bangban intake event {id}")),
        actor: &acting,
        now,
        device_at: now,
        parties: &parties,
        rules: &rules,
    };
    let decided = decide(None, &action, context).map_err(|refusal| refused(refusal.rule))?;
    commands::keep(tx, None, &parties, decided, None).await
}

/// The matter that is named, and a situation only if it is one of the matter's.
async fn matter(tx: &mut WriteTx, intake: &Intake) -> Answer<Option<Matter>> {
    let unknown = |field| Fault::of_field(ProblemCode::NotFound, field, FieldFault::Unknown);
    let matter = match &intake.matter {
        Some(key) => Some(matters::get(tx.conn(), key).await?.ok_or_else(|| unknown("matter"))?),
        None => None,
    };
    if let Some(situation) = &intake.situation {
        let situations = matter.as_ref().map_or(&[][..], |matter| &matter.situations);
        if !situations.iter().any(|known| known.id == *situation) {
            return Err(unknown("situation"));
        }
    }
    Ok(matter)
}

/// The ticket of a reference.
fn ticket_id(channel: Channel, reference: &str) -> TicketId {
    let word = known(channel).map_or("", |known| known.word);
    identity::made_of(&format!("bangban intake ticket {word} {reference}"))
}

fn no_organisation() -> Fault {
    Fault::of_field(ProblemCode::NotFound, "division", FieldFault::Unknown)
}

/// A rule that forbids the registration, as the field it is about.
fn refused(rule: Rule) -> Fault {
    let (field, fault) = match rule {
        Rule::SubjectMissing => ("subject", FieldFault::Missing),
        Rule::TextMissing => ("request", FieldFault::Missing),
        Rule::TextTooLong => ("request", FieldFault::TooLong),
        Rule::RequesterNameMissing => ("requester.name", FieldFault::Missing),
        _ => return ProblemCode::Forbidden.into(),
    };
    Fault::of_field(ProblemCode::Malformed, field, fault)
}
