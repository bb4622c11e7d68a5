//! Whether a paper that somebody brings is genuine: it was given out here, or the case says now
//! what its code says.
//!
//! The second way tries what a paper could have said: at most `MOST_DAYS` days and `MOST_PEOPLE`
//! people for a notice that is dated and signed by whoever prints it, and every state that a
//! receipt could have listed. A form is known only where it was printed or filed, or while its
//! draft is the same: what was filled in is no part of the case but the file is.

use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use bangban_papers::{Kind, Number, Paper, QrText, content_sha256, parse_qr};
use bangban_store::Connection;
use bangban_store::table::paper::{self, IssuedPaper};
use bangban_store::table::{directory, ticket};

use super::build;
use super::case::{Case, named_digits};
use super::issue::blocking;
use super::materials::{Materials, changes_receipt};
use super::shown;
use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{PaperOutcome, PaperVerdict, VerifyPaper};
use crate::open::now;

/// Days tried for a notice that is dated by the day of printing.
const MOST_DAYS: usize = 400;
/// People tried for a notice that is signed by whoever prints it.
const MOST_PEOPLE: usize = 12;
/// States of the materials tried for a receipt, the latest first.
const MOST_STATES: usize = 200;

/// Compares the code of a paper with what is here.
pub async fn verify(desk: &Desk, input: VerifyPaper) -> Result<PaperVerdict, ApiError> {
    let open = desk.open().await?;
    let Ok(code) = parse_qr(&input.code) else { return Ok(not_a_code()) };
    let mut c = open.read().await?;
    let issued = paper::by_hash(&mut c, &code.content_sha256).await?;
    let same = |one: &&IssuedPaper| one.kind == code.kind.key() && one.number == code.number;
    if let Some(one) = issued.iter().find(same) {
        return given_out(&mut c, &code, one).await;
    }
    let digits = named_digits(&code.number);
    let named = ticket::named(&mut c, &code.number, digits.as_deref()).await?;
    let Some(first) = named.first().map(|ticket| ticket.id) else {
        return Ok(verdict(&code, PaperOutcome::CaseNotHere));
    };
    for found in named {
        let case = Case::read(&open, &mut c, found.id).await?;
        let (wanted, today) = (code.clone(), now());
        if blocking(move || Ok(says(&case, &wanted, today))).await? {
            let ticket = Some(found.id);
            return Ok(PaperVerdict { ticket, ..verdict(&code, PaperOutcome::Genuine) });
        }
    }
    Ok(PaperVerdict { ticket: Some(first), ..verdict(&code, PaperOutcome::Differs) })
}

async fn given_out(
    c: &mut Connection,
    code: &QrText,
    issued: &IssuedPaper,
) -> Result<PaperVerdict, ApiError> {
    let by = directory::person(c, issued.issued_by).await?;
    Ok(PaperVerdict {
        ticket: Some(issued.ticket),
        issued_at: Some(issued.issued_at),
        issued_by: by.map(|person| person.name),
        ..verdict(code, PaperOutcome::Genuine)
    })
}

fn not_a_code() -> PaperVerdict {
    PaperVerdict {
        outcome: PaperOutcome::NotACode,
        kind: None,
        number: None,
        content_sha256: None,
        ticket: None,
        issued_at: None,
        issued_by: None,
    }
}

fn verdict(code: &QrText, outcome: PaperOutcome) -> PaperVerdict {
    PaperVerdict {
        outcome,
        kind: Some(shown(code.kind)),
        number: Some(code.number.clone()),
        content_sha256: Some(code.content_sha256.clone()),
        ..not_a_code()
    }
}

/// Whether a paper of the case has the content that the code stands for.
fn says(case: &Case, code: &QrText, now: Timestamp) -> bool {
    let number = number(case, code);
    let is_it = |paper: Paper| content_sha256(&numbered(paper, &number)) == code.content_sha256;
    match code.kind {
        Kind::OneTimeNotice => one_time_notices(case, now).map(Paper::OneTimeNotice).any(is_it),
        Kind::CorrectionNotice => {
            let notices = case.ticket.review.iter().flat_map(|review| &review.corrections);
            let papers = notices.filter_map(|notice| build::correction(case, notice.id));
            papers.map(Paper::CorrectionNotice).any(is_it)
        }
        Kind::MaterialReceipt => {
            let moments = case.events.iter().rev().filter(|event| changes_receipt(event));
            let states = moments.take(MOST_STATES).map(|e| Materials::at(&case.events, e.id));
            let papers = states.filter_map(|state| build::receipt(case, &state));
            papers.map(Paper::MaterialReceipt).any(is_it)
        }
        Kind::OutOfScopeNotice => {
            build::out_of_scope(case).map(Paper::OutOfScopeNotice).is_some_and(is_it)
        }
        Kind::HandoffSlip => {
            let slips = case.handoffs().filter_map(|event| build::handoff(case, event.id));
            let ends = build::possible_ends(case);
            slips
                .flat_map(|slip| {
                    ends.map(|due_on| {
                        Paper::HandoffSlip(bangban_papers::HandoffSlip { due_on, ..slip.clone() })
                    })
                })
                .any(is_it)
        }
        Kind::ApplicationForm => {
            let forms = case.forms.iter();
            let papers = forms.filter_map(|(material, filled)| build::form(case, material, filled));
            papers.map(Paper::ApplicationForm).any(is_it)
        }
    }
}

fn one_time_notices(
    case: &Case,
    now: Timestamp,
) -> impl Iterator<Item = bangban_papers::OneTimeNotice> {
    let days = case.ticket.registered_at.day().iter_days().take(MOST_DAYS);
    let days: Vec<_> = days.take_while(|day| *day <= now.day()).collect();
    let people = people(case).into_iter();
    let notices = people.filter_map(move |person| build::one_time(case, person, now.day()));
    notices.flat_map(move |notice| {
        let dated = move |date| bangban_papers::OneTimeNotice { date, ..notice.clone() };
        days.clone().into_iter().map(dated)
    })
}

/// The people the case names and whoever is signed in, each once.
fn people(case: &Case) -> Vec<StaffId> {
    let ticket = &case.ticket;
    let named = [Some(case.me.id), ticket.first_responder, ticket.holder];
    let all = named.into_iter().flatten().chain([ticket.registered_by]);
    let mut found = Vec::new();
    for id in all.chain(case.events.iter().map(|event| event.actor)) {
        if found.len() < MOST_PEOPLE && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// The number as it stood on the paper: it may have been printed before the platform gave one.
fn number(case: &Case, code: &QrText) -> Number {
    if case.ticket.number.as_ref() == Some(&code.number) {
        Number::Official(code.number.clone())
    } else {
        Number::Provisional(code.number.clone())
    }
}

fn numbered(mut paper: Paper, number: &Number) -> Paper {
    *paper.number_mut() = number.clone();
    paper
}
