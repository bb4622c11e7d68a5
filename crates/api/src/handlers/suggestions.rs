//! What may help with a case: likely matters, entries and replies, from its matter and its words.

use std::collections::HashSet;
use std::ops::Range;

use bangban_domain::knowledge::{EntryStanding, KnowledgeEntry, KnowledgeKind, standing_of};
use bangban_domain::ticket::Ticket;
use bangban_search::{Filters, Hit, Kind};
use bangban_store::Connection;
use bangban_store::table::{knowledge as entries, matter as matters, ticket};

use super::library::{knowledge_row, matter_row};
use super::replies::{self, Case};
use super::search;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    SuggestedEntry, SuggestedFor, SuggestedMatter, SuggestedReply, SuggestionInput, Suggestions,
};
use crate::open::now;

const MOST_MATTERS: usize = 3;
const MOST_ENTRIES: usize = 4;
const MOST_REPLIES: usize = 200;
/// Hits of a group that are looked through.
const LOOKED_AT: u32 = 12;
/// Fewer characters of a request say nothing.
const LEAST_WORDS: usize = 2;
/// Words of every request, which say nothing of what it is about.
const OF_ALL: [&str; 16] = [
    "没有", "自己", "可以", "怎么", "什么", "需要", "办理", "咨询", "申请", "现在", "一个", "我们",
    "今年", "不知", "知道", "是不",
];

/// What may help.
pub async fn list(desk: &Desk, input: SuggestionInput) -> Result<Suggestions, ApiError> {
    let open = desk.open().await?;
    let about = ticket::get(&mut *open.read().await?, input.ticket).await?;
    let about = about.ok_or_else(|| ApiError::new(Code::NotFound))?;
    let kinds = vec![Kind::Matter, Kind::Knowledge, Kind::Reply];
    let found = search::asked(&open, &words(&about), kinds, Filters::default(), LOOKED_AT).await?;
    let hits = |kind| {
        let groups = found.groups.iter().filter(move |group| group.kind == kind);
        groups.flat_map(|group| &group.hits).filter_map(|hit| Some((hit, held(hit)?)))
    };
    let mut c = open.read().await?;
    let mut suggested = Suggestions { matters: vec![], entries: vec![], replies: vec![] };
    if about.matter.is_none() {
        for (hit, words) in hits(Kind::Matter).take(MOST_MATTERS) {
            if let Some(found) = matters::get(&mut c, &hit.key).await? {
                let row = matter_row(&found, search::found_as(&hit.reason));
                suggested.matters.push(SuggestedMatter { row, why: by_words(hit, words) });
            }
        }
    }
    let mut likely = of_matter(&mut c, &about).await?;
    for (hit, words) in hits(Kind::Knowledge).chain(hits(Kind::Reply)) {
        let found = entries::get(&mut c, &hit.key).await?;
        likely.extend(found.map(|entry| (entry, by_words(hit, words))));
    }
    for key in entries::keys(&mut c, Some(KnowledgeKind::Reply)).await? {
        let found = entries::get(&mut c, &key).await?;
        likely.extend(found.map(|entry| (entry, SuggestedFor::Shared)));
    }
    let case = Case::of(&mut c, about).await?;
    for own in replies::own(&mut c).await? {
        let (key, why) = (own.id.to_string(), SuggestedFor::Own);
        suggested.replies.push(reply(&case, (key, own.title), &own.text, why));
    }
    sort_in(likely, &case, &mut suggested);
    Ok(suggested)
}

/// As much of the request as a search reads: its title, then what was asked.
fn words(ticket: &Ticket) -> String {
    format!("{} {}", ticket.subject, ticket.request)
}

/// Entries of the case's own matter.
async fn of_matter(
    c: &mut Connection,
    ticket: &Ticket,
) -> Result<Vec<(KnowledgeEntry, SuggestedFor)>, ApiError> {
    let Some(matter) = &ticket.matter else { return Ok(Vec::new()) };
    let found = entries::of_matter(c, &matter.id).await?;
    Ok(found.into_iter().map(|entry| (entry, SuggestedFor::Matter)).collect())
}

fn by_words(hit: &Hit, words: String) -> SuggestedFor {
    SuggestedFor::Words { reason: search::reason(hit.reason.clone()), words }
}

/// The words of the request that a hit holds; `None` for a chance find. Two characters in its name
/// say what it is about; in running text they stand by chance (能办 in 只能办理一次).
fn held(hit: &Hit) -> Option<String> {
    let named = telling(pieces(&hit.title, &hit.highlights));
    let told = hit.excerpt.as_ref().map(|excerpt| pieces(&excerpt.text, &excerpt.highlights));
    let told = telling(told.unwrap_or_default());
    let longest = told.iter().map(|piece| piece.chars().count()).max().unwrap_or_default();
    if named.is_empty() && told.len() < 2 && longest <= LEAST_WORDS {
        return None;
    }
    let mut words = named;
    words.extend(told);
    let mut seen = HashSet::new();
    words.retain(|word| seen.insert(word.clone()));
    Some(words.join("、"))
}

/// Those that say something of what a request is about.
fn telling(mut pieces: Vec<String>) -> Vec<String> {
    let tells = |piece: &str| piece.chars().count() >= LEAST_WORDS && !OF_ALL.contains(&piece);
    pieces.retain(|piece| tells(piece));
    pieces
}

fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let piece = |mark: &Range<usize>| letters.get(mark.clone()).map(|piece| piece.iter().collect());
    marks.iter().filter_map(piece).collect()
}

fn reply(
    case: &Case,
    (key, title): (String, String),
    text: &str,
    why: SuggestedFor,
) -> SuggestedReply {
    let ready = case.fill(text);
    SuggestedReply { key, title, text: ready.text, missing: ready.missing, why }
}

/// Each once, and only what holds today.
fn sort_in(likely: Vec<(KnowledgeEntry, SuggestedFor)>, case: &Case, to: &mut Suggestions) {
    let today = now().day();
    let mut seen = HashSet::new();
    for (entry, why) in likely {
        let standing = standing_of(&entry, today);
        let holds = !matches!(standing, EntryStanding::Expired | EntryStanding::Future);
        if !holds || !seen.insert(entry.id.clone()) {
            continue;
        }
        let text = entry.answer_text();
        if entry.kind == KnowledgeKind::Reply {
            if to.replies.len() < MOST_REPLIES {
                to.replies.push(reply(case, (entry.id, entry.title), &text, why));
            }
        } else if to.entries.len() < MOST_ENTRIES {
            to.entries.push(SuggestedEntry { row: knowledge_row(&entry), text, why });
        }
    }
}

#[cfg(test)]
mod tests {
    use bangban_search::{Excerpt, Reason, Role};

    use super::*;

    fn hit(title: &str, in_title: &str, text: &str, in_text: &[&str]) -> Hit {
        let place = |text: &str, piece: &str| {
            let from = text[..text.find(piece).expect("a piece of it")].chars().count();
            from..from + piece.chars().count()
        };
        let marks = in_text.iter().map(|piece| place(text, piece)).collect();
        Hit {
            key: "k".into(),
            title: title.into(),
            highlights: if in_title.is_empty() { vec![] } else { vec![place(title, in_title)] },
            excerpt: Some(Excerpt { role: Role::Text, text: text.into(), highlights: marks }),
            reason: Reason::Name,
            score: 1.0,
        }
    }

    #[test]
    fn two_characters_in_running_text_are_a_chance_find_and_are_not_suggested() {
        let chance = hit("居住证签注", "", "每年只能办理一次", &["能办"]);
        assert_eq!(held(&chance), None);
        let longer = hit("居住证签注", "", "凭社保卡办理", &["社保卡"]);
        assert_eq!(held(&longer).as_deref(), Some("社保卡"));
        let twice = hit("居住证签注", "", "凭社保和租房合同办理", &["社保", "租房"]);
        assert_eq!(held(&twice).as_deref(), Some("社保、租房"));
        let named = hit("低保申请", "低保", "怎么办理", &["办理"]);
        assert_eq!(held(&named).as_deref(), Some("低保"), "what every request says is left out");
    }
}
