//! Questions that the knowledge base does not answer yet: raised, drafted, published.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use bangban_domain::directory::{Staff, StaffId};
use bangban_domain::knowledge::{
    Context, Question, QuestionId, Stage, StepKind, alike, clock, decide, permitted,
};
use bangban_domain::personal;
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::Base;
use bangban_store::table::outbox::{self, Entry};
use bangban_store::table::{audit, draft, matter, meta, question, ticket};
use bangban_store::{Connection, WriteTx, replay, replay_question};
use uuid::Uuid;

use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    AlikeInput, CleanInput, Cleaned, MayStep, QuestionList, QuestionQuery, QuestionRef,
    QuestionView, QuestionsAlike, StepInput,
};
use crate::open::{me, now, number};

/// Questions that are shown beside one that is being typed, at most.
const MOST_ALIKE: usize = 3;

/// Questions, those due first before the others.
pub async fn list(desk: &Desk, query: QuestionQuery) -> Result<QuestionList, ApiError> {
    let open = desk.open().await?;
    let rules = open.store.rules();
    let mut c = open.read().await?;
    let (person, names) = (me(&mut c).await?, Names::load(&mut c).await?);
    let mut counted = QuestionList { rows: Vec::new(), open: 0, submitted: 0, overdue: 0 };
    let waiting = outbox::pending_by_subject(&mut c).await?;
    for found in question::list(&mut c).await? {
        counted.open += u32::from(found.stage == Stage::Open);
        counted.submitted += u32::from(found.stage == Stage::Submitted);
        counted.overdue += u32::from(is_overdue(&found, &rules));
        let at_stage = query.stage.is_none_or(|stage| found.stage == stage);
        if at_stage && (!query.mine || concerns(&found, person.id)) {
            let pending = waiting.get(&found.id).copied().unwrap_or(0);
            counted.rows.push(view(&mut c, &names, &person, found, &rules, pending).await?);
        }
    }
    Ok(counted)
}

/// Questions that wait for an answer and may ask what is being typed: nobody should ask it twice.
pub async fn alike_to(desk: &Desk, input: AlikeInput) -> Result<QuestionsAlike, ApiError> {
    let open = desk.open().await?;
    let rules = open.store.rules();
    let mut c = open.read().await?;
    let (person, names) = (me(&mut c).await?, Names::load(&mut c).await?);
    let waiting = question::list(&mut c).await?.into_iter().filter(|it| it.stage != Stage::Ended);
    let mut found: Vec<_> = waiting
        .filter_map(|question| Some((alike(&input.text, &question.text)?, question)))
        .collect();
    found.sort_by_key(|(share, _)| Reverse(*share));
    let mut rows = Vec::new();
    for (_, question) in found.into_iter().take(MOST_ALIKE) {
        let pending = pending_of(&mut c, question.id).await?;
        rows.push(view(&mut c, &names, &person, question, &rules, pending).await?);
    }
    Ok(QuestionsAlike { rows })
}

/// One question.
pub async fn get(desk: &Desk, input: QuestionRef) -> Result<QuestionView, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let found = question::get(&mut c, input.question).await?;
    let found = found.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let (person, names) = (me(&mut c).await?, Names::load(&mut c).await?);
    let pending = pending_of(&mut c, found.id).await?;
    view(&mut c, &names, &person, found, &open.store.rules(), pending).await
}

/// Takes a step, also without a line; its draft is done with.
pub async fn act(desk: &Desk, input: StepInput) -> Result<QuestionView, ApiError> {
    let open = desk.open().await?;
    let rules = open.store.rules();
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let kind = input.step.kind();
    let id = match (input.question, kind) {
        (None, StepKind::Ask) => Uuid::now_v7(),
        (Some(id), kind) if kind != StepKind::Ask => id,
        _ => return Err(ApiError::new(Code::BadInput).with("field", "question")),
    };
    perform(&mut tx, &person, id, input, &rules).await?;
    let key = if kind == StepKind::Ask {
        kind.as_str().to_owned()
    } else {
        format!("{}:{id}", kind.as_str())
    };
    draft::remove(&mut tx, &key).await?;
    let found = question::get(&mut tx, id).await?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let names = Names::load(&mut tx).await?;
    let pending = pending_of(&mut tx, found.id).await?;
    let shown = view(&mut tx, &names, &person, found, &rules, pending).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(shown)
}

/// A text without anybody's personal data, for the person to check.
pub async fn clean(desk: &Desk, input: CleanInput) -> Result<Cleaned, ApiError> {
    let open = desk.open().await?;
    let about = match input.ticket {
        Some(id) => ticket::get(&mut *open.read().await?, id).await?,
        None => None,
    };
    let requester = about.as_ref().map(|ticket| &ticket.requester);
    let agent = requester.and_then(|requester| requester.agent.as_ref());
    let names = requester.map(|r| r.name.as_str()).into_iter();
    let names: Vec<&str> = names.chain(agent.map(|agent| agent.name.as_str())).collect();
    let removed = personal::found(&input.text, &names).iter().map(|piece| piece.kind).collect();
    Ok(Cleaned { text: personal::removed(&input.text, &names), removed })
}

/// One step: decided by the rules, written to the outbox and the audit, shown in the view.
async fn perform(
    tx: &mut WriteTx,
    person: &Staff,
    id: QuestionId,
    StepInput { step, seen, .. }: StepInput,
    rules: &Rules,
) -> Result<(), ApiError> {
    let now = now();
    let state = question::get(tx, id).await?;
    let named = replay_question::named_entry(tx, state.as_ref(), &step).await?;
    let command = Uuid::now_v7();
    let heard = question::server(tx, id).await?.map(|q| q.version);
    // More may have come while the person was at it.
    let seen = heard.map(|heard| seen.map_or(heard, |seen| seen.min(heard)));
    let entry = named.as_ref();
    let context = Context { command, question: id, actor: person, now, entry, seen };
    decide(state.as_ref(), &step, context)?;
    let kind = step.kind().as_str();
    let clock_offset = number(tx, meta::CLOCK_OFFSET).await?;
    let base = Base { version: seen, fence: None };
    let entry = Entry { clock_offset, ..Entry::new(command, id, person.id, step, base, now) };
    outbox::add(tx, &entry).await?;
    let (subject, detail) = (id.to_string(), command.to_string());
    audit::add(tx, now, Some(person.id), kind, Some(&subject), Some(&detail)).await?;
    replay::refresh(tx, id, rules).await?;
    Ok(())
}

/// How many steps the platform has not answered.
async fn pending_of(c: &mut Connection, id: QuestionId) -> Result<u32, ApiError> {
    Ok(outbox::pending_by_subject(c).await?.get(&id).copied().unwrap_or(0))
}

async fn view(
    c: &mut Connection,
    names: &Names,
    person: &Staff,
    found: Question,
    rules: &Rules,
    pending: u32,
) -> Result<QuestionView, ApiError> {
    let may = StepKind::ALL.map(|kind| MayStep {
        kind,
        rule: permitted(Some(&found), kind, person).err().map(|refusal| refusal.rule),
    });
    let about = match &found.matter {
        Some(id) => matter::get(c, id).await?.map(|matter| matter.name),
        None => None,
    };
    let clock = clock(&found, rules);
    Ok(QuestionView {
        days_left: clock.map(|clock| clock.working_days_left(rules, now())),
        clock,
        overdue: is_overdue(&found, rules),
        pending,
        seen: found.version.saturating_sub(pending),
        askers: u32::try_from(found.askers()).unwrap_or(u32::MAX),
        asked_often: found.is_asked_often(),
        people: people(&found).into_iter().map(|id| (id, names.person(id))).collect(),
        organisation: names.organisation(&found.organisation),
        matter: about,
        may: may.to_vec(),
        question: found,
    })
}

fn is_overdue(question: &Question, rules: &Rules) -> bool {
    clock(question, rules).is_some_and(|clock| clock.due_at < now())
}

fn people(question: &Question) -> BTreeSet<StaffId> {
    let named = question.also_asked_by.iter().copied().chain([question.asked_by]);
    let drafted = question.draft.iter().map(|draft| draft.by);
    named.chain(drafted).chain(question.steps.iter().map(|step| step.by)).collect()
}

fn concerns(question: &Question, person: StaffId) -> bool {
    people(question).contains(&person)
}
