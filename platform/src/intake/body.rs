//! What other systems send and are answered.

use bangban_domain::directory::Organisation;
use bangban_domain::ticket::{Channel, MAX_TEXT_CHARS, Nature, Requester, Ticket};
use bangban_protocol::{FieldFault, ProblemCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::keys::known;
use crate::fault::{Answer, Fault};

/// Longest reference of a channel.
const REFERENCE_CHARS: usize = 64;
/// Longest subject.
const SUBJECT_CHARS: usize = 200;
/// Longest name, number or phone.
const SHORT_CHARS: usize = 200;
/// Longest reason for handing over to a person.
const REASON_CHARS: usize = 500;
const REASON_HEADING: &str = "\n\n【转人工原因】\n";
const TRANSCRIPT_HEADING: &str = "\n\n【机器人对话记录】\n";
const CUT: &str = "（前文从略）\n";

/// A request that another system hands over.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "channel": "mobile", "reference": "app-20261122-000137", "nature": "procedure",
    "subject": "补办社保卡", "request": "社保卡丢了，想补一张。",
    "requester": { "kind": "natural_person", "name": "钟小燕", "phone": "13800000000" },
    "division": "441322121201", "handed_over_because": "机器人两次没有答上来",
}))]
pub(crate) struct Intake {
    /// The caller's own channel: `mobile`, `web`, `hotline` or `self_service`.
    pub(super) channel: Channel,
    /// The caller's own reference, 1 to 64 letters, digits and `-_.:/`. The same one again
    /// returns the same ticket, so a request may be repeated after a broken connection.
    pub(super) reference: String,
    /// What the request is about.
    pub(super) nature: Nature,
    /// Short title, at most 200 characters.
    pub(super) subject: String,
    /// What the citizen said, at most 4,000 characters.
    pub(super) request: String,
    /// Who asks, and who comes for them.
    pub(super) requester: Requester,
    /// Key of the matter in the platform's library.
    #[serde(default)]
    pub(super) matter: Option<String>,
    /// Key of a situation of that matter.
    #[serde(default)]
    pub(super) situation: Option<String>,
    /// Division code of the place it is about, 6, 9 or 12 digits.
    pub(super) division: String,
    /// What was said between the citizen and the bot. Kept below the request; its beginning is
    /// left out where all would be longer than 4,000 characters.
    #[serde(default)]
    pub(super) transcript: Option<String>,
    /// Why the bot handed over to a person, at most 500 characters.
    #[serde(default)]
    pub(super) handed_over_because: Option<String>,
}

/// What became of a request.
#[derive(Serialize, ToSchema)]
pub(crate) struct TakenIn {
    /// The ticket.
    ticket: Uuid,
    /// Its official number, which a citizen may be told.
    number: String,
    /// Key of the organisation that answers for it now.
    organisation: String,
    /// That organisation's name.
    organisation_name: String,
    /// Last moment for someone to answer the waiting citizen, UTC milliseconds; `null` where
    /// nobody waits online.
    response_due_at: Option<i64>,
    /// Whether the reference was known; nothing was registered then.
    repeated: bool,
}

impl TakenIn {
    pub(super) fn of(ticket: &Ticket, organisation: &Organisation, repeated: bool) -> Self {
        Self {
            ticket: ticket.id,
            number: ticket.number.clone().unwrap_or_default(),
            organisation: organisation.id.clone(),
            organisation_name: organisation.name.clone(),
            response_due_at: ticket.response_due_at.map(|due| due.0),
            repeated,
        }
    }

    pub(crate) fn is_new(&self) -> bool {
        !self.repeated
    }
}

impl Intake {
    /// Whether every field has its form, and the channel is the caller's own.
    pub(super) fn check(&self, caller: Channel) -> Answer<()> {
        if self.channel != caller || known(caller).is_none() {
            let (code, fault) = (ProblemCode::Forbidden, FieldFault::NotYours);
            return Err(Fault::of_field(code, "channel", fault));
        }
        let usual = |letter: char| letter.is_ascii_alphanumeric() || "-_.:/".contains(letter);
        formed("reference", self.reference.chars().all(usual))?;
        let digits = self.division.bytes().all(|digit| digit.is_ascii_digit());
        formed("division", digits && matches!(self.division.len(), 6 | 9 | 12))?;
        stated("reference", &self.reference, REFERENCE_CHARS)?;
        stated("subject", &self.subject, SUBJECT_CHARS)?;
        stated("request", &self.request, MAX_TEXT_CHARS)?;
        self.check_requester()?;
        short("handed_over_because", self.handed_over_because.as_ref(), REASON_CHARS)?;
        let all = self.spoken().chars().count();
        if all > MAX_TEXT_CHARS { Err(malformed("request", FieldFault::TooLong)) } else { Ok(()) }
    }

    fn check_requester(&self) -> Answer<()> {
        let requester = &self.requester;
        stated("requester.name", &requester.name, SHORT_CHARS)?;
        short("requester.id_number", requester.id_number.as_ref(), SHORT_CHARS)?;
        short("requester.phone", requester.phone.as_ref(), SHORT_CHARS)?;
        short("requester.credit_code", requester.credit_code.as_ref(), SHORT_CHARS)?;
        let Some(agent) = &requester.agent else { return Ok(()) };
        stated("requester.agent.name", &agent.name, SHORT_CHARS)?;
        short("requester.agent.id_number", agent.id_number.as_ref(), SHORT_CHARS)?;
        short("requester.agent.phone", agent.phone.as_ref(), SHORT_CHARS)
    }

    /// The text of the request as the ticket keeps it: what the citizen said, why it was handed
    /// over, and as much of the end of the transcript as there is room for.
    pub(super) fn request(&self) -> String {
        let mut text = self.spoken();
        let transcript = self.transcript.as_deref().map(str::trim).unwrap_or_default();
        if transcript.is_empty() {
            return text;
        }
        let chars = |text: &str| text.chars().count();
        let room = MAX_TEXT_CHARS.saturating_sub(chars(&text) + chars(TRANSCRIPT_HEADING));
        let length = chars(transcript);
        if length <= room {
            text.push_str(TRANSCRIPT_HEADING);
            text.push_str(transcript);
        } else if let Some(room) = room.checked_sub(chars(CUT)) {
            text.push_str(TRANSCRIPT_HEADING);
            text.push_str(CUT);
            text.extend(transcript.chars().skip(length - room));
        }
        text
    }

    fn spoken(&self) -> String {
        let because = self.handed_over_because.as_deref().map(str::trim).unwrap_or_default();
        let request = self.request.trim();
        if because.is_empty() {
            return request.to_owned();
        }
        format!("{request}{REASON_HEADING}{because}")
    }
}

fn malformed(field: &str, fault: FieldFault) -> Fault {
    Fault::of_field(ProblemCode::Malformed, field, fault)
}

fn formed(field: &str, well: bool) -> Answer<()> {
    if well { Ok(()) } else { Err(malformed(field, FieldFault::WrongForm)) }
}

fn stated(field: &str, text: &str, most: usize) -> Answer<()> {
    if text.trim().is_empty() {
        return Err(malformed(field, FieldFault::Missing));
    }
    within(field, text, most)
}

fn short(field: &str, text: Option<&String>, most: usize) -> Answer<()> {
    text.map_or(Ok(()), |text| within(field, text, most))
}

fn within(field: &str, text: &str, most: usize) -> Answer<()> {
    let fits = text.chars().count() <= most;
    if fits { Ok(()) } else { Err(malformed(field, FieldFault::TooLong)) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn intake(request: &str, transcript: &str, because: &str) -> Intake {
        serde_json::from_value(json!({
            "channel": "web", "reference": "r-1", "nature": "policy", "subject": "问医保",
            "request": request, "division": "441322", "transcript": transcript,
            "handed_over_because": because,
            "requester": { "kind": "natural_person", "name": "钟小燕" },
        }))
        .expect("an intake")
    }

    #[test]
    fn the_bots_part_stands_below_the_request_under_its_own_headings() {
        let text = intake("怎么办？", "问：…\n答：…", "没有答上来").request();
        assert_eq!(
            text,
            "怎么办？\n\n【转人工原因】\n没有答上来\n\n【机器人对话记录】\n问：…\n答：…"
        );
        assert_eq!(intake("怎么办？", " ", "").request(), "怎么办？", "no heading without content");
    }

    #[test]
    fn a_long_transcript_loses_its_beginning_and_a_long_request_is_refused() {
        let intake_of =
            |request: usize, transcript: &str| intake(&"问".repeat(request), transcript, "难");
        let transcript = format!("{}最后一句", "早".repeat(9_000));
        let text = intake_of(100, &transcript).request();
        assert_eq!(text.chars().count(), MAX_TEXT_CHARS);
        assert!(text.contains(CUT) && text.ends_with("最后一句"));
        assert!(intake_of(3_980, &transcript).check(Channel::Web).is_ok());
        assert!(intake_of(3_980, &transcript).request().chars().count() <= MAX_TEXT_CHARS);
        let long = intake_of(MAX_TEXT_CHARS, "").check(Channel::Web).expect_err("too long");
        assert_eq!(long.field, Some(("request".to_owned(), FieldFault::TooLong)));
    }
}
