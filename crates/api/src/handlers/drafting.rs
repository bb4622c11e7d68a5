//! A draft of a reply by a language model: from the entries that were found, checked against them.

use bangban_domain::directory::Staff;
use bangban_domain::drafted::{self, Answer};
use bangban_domain::knowledge::{EntryStanding, KnowledgeEntry};
use bangban_domain::leaving::{self, Known};
use bangban_domain::ticket::{ActionKind, RequesterKind, Ticket, TicketId, permitted};
use bangban_drafter::{Ask, AskError, Prompt, Turn, instructions, of_entry};
use bangban_store::Connection;
use bangban_store::table::{audit, directory, knowledge as entries, ticket};
use zeroize::Zeroizing;

use super::suggestions;
use crate::desk::Desk;
use crate::drafting::{self, Model};
use crate::drafting_key as keys;
use crate::error::{ApiError, Code};
use crate::model::{
    AskDraft, DraftEntry, DraftFor, DraftOutcome, DraftPreview, Drafted, DrafterModel,
    DrafterState, DrafterTried, Nothing, SetDrafter, SuggestionInput,
};
use crate::open::{me, now};

/// What the audit calls a question to a model.
const ASKED: &str = "draft_asked";
/// As much of a question as is sent, characters.
const MOST_QUESTION: usize = 2_000;

/// The model of this machine.
pub async fn get(desk: &Desk, _: Nothing) -> Result<DrafterState, ApiError> {
    // Not before somebody signed in, as all settings.
    drop(desk.open().await?);
    let placeholders = leaving::PLACEHOLDERS.map(str::to_owned).to_vec();
    let Some(model) = drafting::of_machine(&desk.config().data_dir) else {
        return Ok(DrafterState { model: None, placeholders });
    };
    let address = model.address.as_str().to_owned();
    let key = desk.keys().of(&address).await?.map(|(_, place)| place);
    let is_local = model.address.is_local();
    let model = Some(DrafterModel { address, name: model.name, key, is_local });
    Ok(DrafterState { model, placeholders })
}

/// Sets the model for everybody on this machine.
///
/// # Errors
/// `BadInput` with the field that cannot be used.
pub async fn set(desk: &Desk, input: SetDrafter) -> Result<DrafterState, ApiError> {
    let model = Model::checked(&input.address, &input.model)?;
    let key = input.key.map(Zeroizing::new);
    let key = key.as_deref().map(|key| keys::checked(key)).transpose()?;
    let address = model.address.as_str();
    if let Some(before) = drafting::of_machine(&desk.config().data_dir)
        && (before.address != model.address || key == Some(None))
    {
        desk.keys().forget(before.address.as_str()).await?;
    }
    if let Some(key) = key.flatten() {
        desk.keys().keep(address, key).await?;
    }
    note(desk, "drafter_set", None, Some(&about(&model, &[]))).await?;
    drafting::keep(&desk.config().data_dir, Some(&model))?;
    get(desk, Nothing {}).await
}

/// No drafts any more; the key is forgotten.
pub async fn off(desk: &Desk, _: Nothing) -> Result<DrafterState, ApiError> {
    desk.drafter().stop();
    if let Some(model) = drafting::of_machine(&desk.config().data_dir) {
        note(desk, "drafter_off", None, None).await?;
        drafting::keep(&desk.config().data_dir, None)?;
        desk.keys().forget(model.address.as_str()).await?;
    }
    get(desk, Nothing {}).await
}

/// A question that says nothing, to see whether there is an answer.
pub async fn try_it(desk: &Desk, _: Nothing) -> Result<DrafterTried, ApiError> {
    let model = configured(desk)?;
    note(desk, "drafter_tried", None, Some(&about(&model, &[]))).await?;
    let turn = match desk.drafter().turn() {
        Ok(turn) => turn,
        Err(fault) => return Ok(DrafterTried { fault: Some(fault) }),
    };
    let answer = asked(desk, turn, &model, &Prompt::trial()).await?;
    Ok(DrafterTried { fault: answer.err() })
}

/// Stops the question that is under way.
#[allow(clippy::unused_async, reason = "as every command")]
pub async fn stop(desk: &Desk, _: Nothing) -> Result<Nothing, ApiError> {
    desk.drafter().stop();
    Ok(Nothing {})
}

/// What would leave the desk for a draft.
pub async fn preview(desk: &Desk, input: DraftFor) -> Result<DraftPreview, ApiError> {
    configured(desk)?;
    let found = found(desk, input.ticket).await?;
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let about = replying(&mut c, input.ticket).await?;
    Ok(DraftPreview {
        question: without_people(&mut c, &about, &question(&about))
            .await?
            .chars()
            .take(MOST_QUESTION)
            .collect(),
        entries: shown(&found),
        instructions: instructions(),
        asked_before: audit::has(&mut c, ASKED, &input.ticket.to_string()).await?,
    })
}

/// Asks for a draft and looks at what came back.
///
/// # Errors
/// `BadInput` for an empty question; `NotFound` where there is no entry to draft from.
pub async fn ask(desk: &Desk, input: AskDraft) -> Result<Drafted, ApiError> {
    let model = configured(desk)?;
    let length = input.question.trim().chars().count();
    if length == 0 || length > MOST_QUESTION {
        return Err(ApiError::new(Code::BadInput).with("field", "question"));
    }
    // Taken at once, so that whoever stops it is heard however early they do.
    let turn = match desk.drafter().turn() {
        Ok(turn) => turn,
        Err(fault) => return Ok(unasked(fault)),
    };
    let found = found(desk, input.ticket).await?;
    if found.is_empty() {
        return Err(ApiError::new(Code::NotFound));
    }
    let question = {
        let open = desk.open().await?;
        let mut c = open.read().await?;
        let about = replying(&mut c, input.ticket).await?;
        without_people(&mut c, &about, &input.question).await?
    };
    // Written down first: what was sent is known whatever happens then.
    let subject = input.ticket.to_string();
    note(desk, ASKED, Some(&subject), Some(&about(&model, &found))).await?;
    let answer = asked(desk, turn, &model, &Prompt::draft(&question, &found)).await?;
    Ok(Drafted { question, outcome: looked_at(answer, &found) })
}

/// There was no turn, so nothing was sent.
fn unasked(fault: AskError) -> Drafted {
    Drafted { question: String::new(), outcome: DraftOutcome::Failed { fault } }
}

fn looked_at(answer: Result<String, AskError>, found: &[KnowledgeEntry]) -> DraftOutcome {
    match answer.map(|text| drafted::check(&text, found)) {
        Err(fault) => DraftOutcome::Failed { fault },
        Ok(Answer::NoBasis) => DraftOutcome::NoBasis,
        Ok(Answer::Draft(draft)) => {
            let text = draft.stands().then(|| draft.text(found));
            DraftOutcome::Draft { draft, text, entries: shown(found) }
        }
    }
}

fn configured(desk: &Desk) -> Result<Model, ApiError> {
    drafting::of_machine(&desk.config().data_dir).ok_or_else(|| ApiError::new(Code::NotFound))
}

/// Asks with nothing of the store held: an answer may take long.
async fn asked(
    desk: &Desk,
    turn: Turn<'_>,
    model: &Model,
    prompt: &Prompt,
) -> Result<Result<String, AskError>, ApiError> {
    let key = desk.keys().of(model.address.as_str()).await?.map(|(key, _)| key);
    let key = key.as_ref().map(|key| key.as_str());
    let ask = Ask { address: &model.address, model: &model.name, key };
    let answer = turn.ask(ask, prompt).await;
    if let Err(fault) = &answer {
        tracing::warn!(%fault, "a model was asked in vain");
    }
    Ok(answer)
}

/// The entries that were found for a case, as far as they hold today without a doubt.
async fn found(desk: &Desk, ticket: TicketId) -> Result<Vec<KnowledgeEntry>, ApiError> {
    let suggested = suggestions::list(desk, SuggestionInput { ticket }).await?;
    let rows = suggested.entries.into_iter().map(|suggested| suggested.row);
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let mut found = Vec::new();
    for row in rows.filter(|row| row.standing == EntryStanding::InForce) {
        found.extend(entries::get(&mut c, &row.id).await?);
    }
    Ok(found)
}

/// A case that the person may reply to.
async fn replying(c: &mut Connection, id: TicketId) -> Result<Ticket, ApiError> {
    let person = me(c).await?;
    let found = ticket::get(c, id).await?.ok_or_else(|| ApiError::new(Code::NotFound))?;
    permitted(Some(&found), ActionKind::Reply, &person, now())?;
    Ok(found)
}

/// What the citizen asked, with the title where that says more.
fn question(ticket: &Ticket) -> String {
    let (subject, request) = (ticket.subject.trim(), ticket.request.trim());
    let lines = if request.starts_with(subject) { vec![request] } else { vec![subject, request] };
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// A text without anybody whom the case or the directory names.
async fn without_people(
    c: &mut Connection,
    about: &Ticket,
    text: &str,
) -> Result<String, ApiError> {
    let staff = directory::staff(c).await?;
    let known = known(about, &staff);
    Ok(leaving::masked(text, &known))
}

fn known<'t>(ticket: &'t Ticket, staff: &'t [Staff]) -> Known<'t> {
    let requester = &ticket.requester;
    let agent = requester.agent.as_ref();
    let mut names = vec![requester.name.as_str()];
    names.extend(agent.map(|agent| agent.name.as_str()));
    let people =
        if requester.kind == RequesterKind::LegalPerson { &names[1..] } else { &names[..] };
    let given: Vec<&str> = people.iter().filter_map(|name| given_name(name)).collect();
    names.extend(given);
    names.extend(staff.iter().map(|person| person.name.as_str()));
    let own = [&requester.id_number, &requester.phone, &requester.credit_code, &ticket.number];
    let of_agent = agent.into_iter().flat_map(|agent| [&agent.id_number, &agent.phone]);
    let numbers = own.into_iter().chain(of_agent).filter_map(Option::as_deref).collect();
    Known { names, numbers }
}

/// 小明 of 王小明: families call each other so.
fn given_name(name: &str) -> Option<&str> {
    let name = name.trim();
    let first = name.chars().next().filter(|_| name.chars().count() == 3)?;
    Some(&name[first.len_utf8()..])
}

fn shown(found: &[KnowledgeEntry]) -> Vec<DraftEntry> {
    let entry = |(entry, number): (&KnowledgeEntry, usize)| DraftEntry {
        id: entry.id.clone(),
        title: entry.title.clone(),
        text: of_entry((entry, number)),
    };
    found.iter().zip(1..).map(entry).collect()
}

/// For the audit: where, which model, which entries. No text.
fn about(model: &Model, found: &[KnowledgeEntry]) -> String {
    let entries: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
    let (address, name) = (model.address.as_str(), &model.name);
    serde_json::json!({ "address": address, "model": name, "entries": entries }).to_string()
}

async fn note(
    desk: &Desk,
    action: &str,
    subject: Option<&str>,
    detail: Option<&str>,
) -> Result<(), ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    audit::add(&mut tx, now(), Some(person.id), action, subject, detail).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_audit_says_where_a_question_went_and_with_which_entries_but_not_what_it_said() {
        let model = Model::checked("https://models.example.gov.cn/v1", "qwen3").expect("fine");
        let line = about(&model, &[]);
        let detail: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let keys: Vec<&String> = detail.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["address", "entries", "model"]);
    }

    #[test]
    fn a_family_calls_its_members_by_less_than_their_whole_name() {
        assert_eq!(given_name("王小明"), Some("小明"));
        assert_eq!(given_name("王明"), None, "one character is a word more often");
    }
}
