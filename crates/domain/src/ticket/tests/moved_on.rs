//! Golden cases of the table of what happens when the ticket has moved on.

use super::*;
use crate::matter::Necessity;

fn opened() -> Ticket {
    let line = |key: &str| ChecklistItem {
        material: key.into(),
        name: key.into(),
        necessity: Some(Necessity::Required),
    };
    let matter = MatterRef {
        id: "m".into(),
        version: 1,
        name: "事项".into(),
        promised: None,
        legal: None,
        on_the_spot: false,
    };
    let checklist = vec![line("form"), line("proof")];
    let open = Action::OpenReview { matter, situation: None, checklist };
    let advance = Action::Advance { to: Stage::Guidance, note: "来窗口".into() };
    life(&claimed(), &[(1, 0, advance), (1, 0, open)])
}

fn add_file(material: &str) -> Action {
    let file = FileRef {
        sha256: "ab".repeat(32),
        name: "a.pdf".into(),
        media: "application/pdf".into(),
        bytes: 9,
    };
    Action::AddFile { material: material.into(), file }
}

fn close() -> Action {
    Action::Close { outcome: Outcome::Completed, feedback: "已办成".into(), via: Via::Phone }
}

fn judge_form() -> Action {
    Action::JudgeMaterial { material: "form".into(), verdict: MaterialVerdict::Meets }
}

fn said(happened: Option<Action>, planned: &Action) -> Judgement {
    let ticket = opened();
    let now = happened.clone().map_or(ticket.clone(), |action| life(&ticket, &[(1, 1, action)]));
    let unseen: Vec<_> = happened
        .map(|action| TicketEvent {
            id: Uuid::from_u128(90),
            ticket: ticket.id,
            version: now.version,
            actor: person(1).id,
            at: MONDAY,
            device_at: MONDAY,
            action,
        })
        .into_iter()
        .collect();
    let parties = Parties::default();
    let context = Context {
        command: Uuid::from_u128(77),
        actor: &person(1),
        now: MONDAY.plus_ms(2 * HOUR_MS),
        device_at: MONDAY,
        parties: &parties,
        rules: shipped(),
    };
    let base = Base { version: Some(ticket.version), fence: Some(ticket.fence) };
    judge(Some(&now), planned, base, &unseen, context)
}

#[test]
fn what_commutes_is_carried_out_on_the_newer_state() {
    let note = Action::Note { text: "再问".into() };
    assert!(matches!(said(None, &note), Judgement::Accepted(_)));
    assert!(matches!(said(Some(add_file("form")), &note), Judgement::Rebased(_)));
    assert!(matches!(said(Some(add_file("proof")), &judge_form()), Judgement::Rebased(_)));
    let other_note = Action::Note { text: "见过".into() };
    assert!(matches!(said(Some(other_note), &close()), Judgement::Rebased(_)));
}

#[test]
fn a_verdict_on_a_material_whose_files_changed_meanwhile_is_not_carried_out() {
    let refused = Judgement::Refused(Rule::MovedOn);
    assert_eq!(said(Some(add_file("form")), &judge_form()), refused);
    assert_eq!(said(Some(judge_form()), &judge_form()), refused);
}

#[test]
fn a_decision_on_the_whole_case_is_not_carried_out_once_more_is_known_of_it() {
    assert_eq!(said(Some(add_file("form")), &close()), Judgement::Refused(Rule::MovedOn));
}

/// The table of docs/sync.md, a line for each kind.
#[test]
fn the_documented_table_of_moving_on_is_the_one_in_force() {
    let line = |kind: &ActionKind| {
        let rests = match rests_on(*kind) {
            RestsOn::Itself => "itself",
            RestsOn::Material => "the material",
            RestsOn::Case => "the case",
        };
        let lost = if kind.can_be_proposed() { "parked" } else { "refused" };
        format!("| `{}` | {rests} | {lost} |", kind.as_str())
    };
    let table = ActionKind::ALL.iter().map(line).collect::<Vec<_>>().join("\n");
    let documented = include_str!("../../../../../docs/sync.md");
    assert!(documented.contains(&table), "docs/sync.md has to say:\n{table}");
}
