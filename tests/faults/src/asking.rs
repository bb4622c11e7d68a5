//! What people think of doing to questions of the knowledge base. Whether the rules allow it at
//! their station is found out there.

use bangban_domain::directory::Role;
use bangban_domain::knowledge::{
    EntryDraft, KnowledgeKind, NewQuestion, Origin, Question, QuestionId, Stage, Step,
};
use bangban_domain::matter::LegalBasis;
use bangban_domain::time::Timestamp;

use crate::people::View;
use crate::random::Random;

const DAY_MS: i64 = 24 * 3_600_000;

/// The knowledge base as it looks at a station.
pub(crate) struct Knowledge {
    /// Questions, the oldest first.
    pub(crate) questions: Vec<Question>,
    /// Keys of the entries.
    pub(crate) entries: Vec<String>,
}

/// A step that the person may want to take now, and its question.
pub(crate) fn wish(
    view: &View<'_>,
    known: &Knowledge,
    random: &mut Random,
    at_ms: i64,
) -> (QuestionId, Step) {
    let waiting: Vec<&Question> =
        known.questions.iter().filter(|question| question.stage != Stage::Ended).collect();
    if waiting.is_empty() || random.percent(if waiting.len() < 3 { 30 } else { 8 }) {
        return (random.identity(at_ms), Step::Ask(question(view, known, random, at_ms)));
    }
    // Now and then one that has ended, to which no rule allows anything.
    if random.percent(6) {
        let question = random.one(&known.questions);
        return (question.id, any(view, known, random, at_ms));
    }
    // A few questions are everybody's business, so that people get in each other's way.
    let hot = waiting.len().min(3);
    let hot = if random.percent(75) { &waiting[..hot] } else { &waiting[..] };
    let question = *random.one(hot);
    (question.id, on(question, view, known, random, at_ms))
}

/// A text that everybody may read, and that can be told from every other one.
fn words(view: &View<'_>, what: &str) -> String {
    format!("{what}，第 {} 条", view.number)
}

fn question(view: &View<'_>, known: &Knowledge, random: &mut Random, at_ms: i64) -> NewQuestion {
    let origin = match random.below(5) {
        0 if !view.tickets.is_empty() => Origin::Case { ticket: random.one(view.tickets).id },
        1 => Origin::Search { words: words(view, "查找") },
        2 => Origin::Policy {
            document: words(view, "通知"),
            effective_from: after(at_ms, random.between(0, 60)).day(),
        },
        3 if !known.entries.is_empty() => {
            Origin::Entry { entry: random.one(&known.entries).clone(), version: 1 }
        }
        _ => Origin::Direct,
    };
    let proposed = random.percent(40).then(|| words(view, "可以这样答复"));
    NewQuestion {
        text: words(view, "这件事怎么办"),
        proposed,
        origin,
        matter: None,
        department: None,
    }
}

/// What may be done to a question at this stage, mostly; now and then something that may not.
fn on(
    question: &Question,
    view: &View<'_>,
    known: &Knowledge,
    random: &mut Random,
    at_ms: i64,
) -> Step {
    if random.percent(10) {
        return any(view, known, random, at_ms);
    }
    match (view.me.role, question.stage) {
        (Role::Management, Stage::Submitted) if random.percent(60) => publish(random, at_ms),
        (Role::Management, Stage::Submitted) => Step::SendBack { reason: words(view, "请补充") },
        (Role::Consultant | Role::Management, _) => match random.below(10) {
            0..=5 => Step::Submit { entry: draft(view, known, random) },
            6..=7 => point(known, random),
            8 => Step::Decline { reason: words(view, "不予采纳") },
            _ => Step::AskToo,
        },
        _ => Step::AskToo,
    }
}

/// Any step, whoever may take it.
fn any(view: &View<'_>, known: &Knowledge, random: &mut Random, at_ms: i64) -> Step {
    match random.below(7) {
        0 => Step::Ask(question(view, known, random, at_ms)),
        1 => Step::AskToo,
        2 => Step::Submit { entry: draft(view, known, random) },
        3 => Step::SendBack { reason: words(view, "请补充") },
        4 => publish(random, at_ms),
        5 => point(known, random),
        _ => Step::Decline { reason: words(view, "不予采纳") },
    }
}

/// An entry, new or in the place of one; a standard without what it rests on is not allowed.
fn draft(view: &View<'_>, known: &Knowledge, random: &mut Random) -> EntryDraft {
    let replaces = random.percent(40) && !known.entries.is_empty();
    let standard = random.percent(30);
    let basis = LegalBasis {
        title: words(view, "办法"),
        number: None,
        article: Some("第三条".into()),
        text: None,
    };
    EntryDraft {
        entry: replaces.then(|| random.one(&known.entries).clone()),
        kind: if standard { KnowledgeKind::Standard } else { KnowledgeKind::Procedure },
        title: words(view, "条目"),
        asked_as: vec![words(view, "也有人问")],
        answer: vec![words(view, "答")],
        matters: Vec::new(),
        department: view.me.organisation.clone(),
        basis: random.percent(80).then_some(basis).into_iter().collect(),
        themes: Vec::new(),
    }
}

fn publish(random: &mut Random, at_ms: i64) -> Step {
    let effective_from = after(at_ms, random.between(0, 30)).day();
    let expires_on = random.percent(30).then(|| after(at_ms, random.between(20, 400)).day());
    Step::Publish { effective_from, expires_on, review_on: None }
}

/// To an entry, which may be one that nobody published.
fn point(known: &Knowledge, random: &mut Random) -> Step {
    if known.entries.is_empty() || random.percent(5) {
        return Step::Point { entry: "k-none".into() };
    }
    Step::Point { entry: random.one(&known.entries).clone() }
}

/// So many days later.
fn after(at_ms: i64, days: i64) -> Timestamp {
    Timestamp(at_ms).plus_ms(days * DAY_MS)
}
