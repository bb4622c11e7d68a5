//! The table of `gate` against `decide`: whatever happens to a case, nothing is allowed that the
//! table forbids, and what must hold of every case holds.

use proptest::prelude::*;

use super::*;
use crate::matter::Necessity;

#[expect(clippy::too_many_lines, reason = "one line or two for each kind of action")]
/// An action of each kind that makes sense for the ticket as far as one can.
fn sample(kind: ActionKind, ticket: Option<&Ticket>, pick: u8) -> Action {
    use ActionKind as A;
    let text = || "说明".to_owned();
    let odd = pick % 2 == 1;
    let review = ticket.and_then(|t| t.review.as_ref());
    let item = review.and_then(|r| r.items.get(usize::from(pick) % r.items.len().max(1)));
    let material = item.map_or_else(|| "form".to_owned(), |item| item.material.clone());
    let last = |ids: Vec<Uuid>| ids.last().copied().unwrap_or_default();
    match kind {
        A::Register => register(),
        A::Claim => Action::Claim,
        A::SignFor => Action::SignFor,
        A::Release => Action::Release { reason: text() },
        A::Return => Action::Return { reason: text() },
        A::Reply => Action::Reply { text: text(), via: Via::Phone },
        A::Note => Action::Note { text: text() },
        A::Opinion => Action::Opinion { text: text() },
        A::Triage => Action::Triage {
            triage: match pick % 3 {
                0 => Triage::AnsweredNow { answer: text(), via: Via::Counter },
                1 => Triage::OwnLevel { complex: odd, note: String::new() },
                _ => Triage::LowerLevel { to_organisation: "v".into(), note: text() },
            },
        },
        A::Classify => Action::Classify { complex: odd, reason: text() },
        A::Advance => {
            let to = if odd { Stage::Assistance } else { Stage::Guidance };
            Action::Advance { to, note: text() }
        }
        A::HandOff => hand_off(None, if odd { "b" } else { "a" }),
        A::Assign => Action::Assign { to_staff: None, to_organisation: "b".into(), note: text() },
        A::Escalate => Action::Escalate { consultant: person(3).id, question: text(), due_days: 2 },
        A::AskAssist => {
            let organisation = if odd { "hrss" } else { "b" }.into();
            Action::AskAssist { organisation, task: text(), due_days: 2 }
        }
        A::AnswerAssist | A::DropAssist => {
            let open = ticket.map(|t| t.open_assists().map(|a| a.id).collect()).unwrap_or_default();
            let assist = last(open);
            if kind == A::DropAssist {
                Action::DropAssist { assist, reason: text() }
            } else {
                Action::AnswerAssist { assist, text: text() }
            }
        }
        A::Urge => Action::Urge { text: text(), due_days: 1 },
        A::AnswerUrging => {
            let open = ticket.map(|t| t.open_urgings().map(|u| u.id).collect()).unwrap_or_default();
            Action::AnswerUrging { urging: last(open), text: text() }
        }
        A::TakeOver => {
            let to_staff = person(if odd { 1 } else { 4 }).id;
            let from = ticket.and_then(|t| t.holder).unwrap_or_default();
            Action::TakeOver { from, to_staff, reason: text() }
        }
        A::Propose => {
            let proposed = Box::new(Action::Reply { text: text(), via: Via::Phone });
            Action::Propose { proposed, note: String::new() }
        }
        A::AnswerProposal => {
            let open = ticket.map(|t| t.open_proposals().map(|p| p.id).collect());
            let proposal = last(open.unwrap_or_default());
            Action::AnswerProposal { proposal, taken: odd, note: text() }
        }
        A::Suspend => Action::Suspend { kind: PauseKind::SpecialProcedure, reason: text() },
        A::Resume => Action::Resume { note: String::new() },
        A::Link => Action::Link { other: Uuid::from_u128(8), reason: String::new() },
        A::Merge => Action::Merge { into: Uuid::from_u128(8), reason: text() },
        A::Close => {
            let outcome = if odd { Outcome::Completed } else { Outcome::Withdrawn };
            Action::Close { outcome, feedback: text(), via: Via::Phone }
        }
        A::FollowUp => {
            let outcome = if odd { LoopOutcome::NeedsMore } else { LoopOutcome::Obtained };
            Action::FollowUp { outcome, note: text() }
        }
        A::OpenReview => {
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
            Action::OpenReview { matter, situation: None, checklist }
        }
        A::ReceiveMaterials => {
            let paper = PaperReceived { originals: 1, copies: 1 };
            Action::ReceiveMaterials { received: vec![Received { material, paper }] }
        }
        A::AddFile => {
            let sha256 = format!("{pick:02x}").repeat(32);
            let file =
                FileRef { sha256, name: "a.pdf".into(), media: "application/pdf".into(), bytes: 9 };
            Action::AddFile { material, file }
        }
        A::RemoveFile => {
            let there = item.and_then(|i| i.files.iter().find(|f| f.removed.is_none()));
            let sha256 = there.map(|f| f.file.sha256.clone()).unwrap_or_default();
            Action::RemoveFile { material, sha256, reason: text() }
        }
        A::JudgeMaterial => {
            let verdict = if pick.is_multiple_of(3) {
                MaterialVerdict::NeedsFixing { defect: text(), fix: text() }
            } else {
                MaterialVerdict::Meets
            };
            Action::JudgeMaterial { material, verdict }
        }
        A::AllowCorrection => Action::AllowCorrection { reason: text() },
        A::IssueCorrection => Action::IssueCorrection { due_days: 5, basis: text() },
        A::Resubmit => Action::Resubmit { late: Some(text()), note: String::new() },
        A::Submit => Action::Submit { note: String::new() },
        A::TakeBack => Action::TakeBack { reason: text() },
    }
}

/// Who the table lets do it, said anew and not by the code under test.
fn belongs(who: Who, ticket: &Ticket, actor: &Staff) -> bool {
    let serves = matches!(actor.role, Role::Service | Role::Village);
    match who {
        Who::Anyone => true,
        Who::Serving => serves,
        Who::ServingHere => serves && actor.organisation == ticket.organisation,
        Who::Holder => ticket.holder == Some(actor.id),
        Who::Keeper => [ticket.holder, ticket.first_responder].contains(&Some(actor.id)),
        Who::Receiver => ticket.handoff.as_ref().is_some_and(|h| match h.to_staff {
            Some(staff) => staff == actor.id,
            None => serves && h.to_organisation == actor.organisation,
        }),
        Who::Consultant => ticket.consultation.as_ref().is_some_and(|c| c.consultant == actor.id),
        Who::Assisting => {
            ticket.assists.iter().any(|a| a.end.is_none() && a.organisation == actor.organisation)
        }
        Who::Manager => actor.role == Role::Management,
        Who::Relief => {
            let here = serves && actor.organisation == ticket.organisation;
            actor.role == Role::Management || here
        }
    }
}

/// What holds of every case at every moment.
fn check_invariants(before: Option<&Ticket>, after: &Ticket) {
    if let Some(before) = before {
        assert_eq!(after.version, before.version + 1, "each action is one version");
        assert!(after.fence >= before.fence, "the fence never falls");
        assert!(after.stage >= before.stage, "a stage only goes forward");
        if before.first_responder.is_some() {
            assert_eq!(after.first_responder, before.first_responder, "首问责任人不变");
        }
        assert!(after.breaches.starts_with(&before.breaches), "breaches stay on record");
    }
    let held = after.holder.is_some() && after.status.is_open();
    assert_eq!(after.lease.is_some(), held, "a lease lives as long as somebody holds the case");
    let status = after.status;
    assert_eq!(status == Status::AwaitingSignature, after.handoff.is_some());
    assert_eq!(status == Status::Merged, after.merged_into.is_some());
    let waits = after.review.as_ref().is_some_and(|r| r.open_correction().is_some());
    if status == Status::AwaitingApplicant {
        assert!(waits && after.open_pause().is_some(), "it waits because of a notice");
    }
    assert_eq!(
        matches!(status, Status::Closed | Status::Settled),
        after.closing.is_some(),
        "closed exactly when the citizen was told"
    );
    if matches!(status, Status::Closed | Status::Settled) {
        assert!(after.triage.is_some(), "a closed case was triaged");
        assert!(after.open_pause().is_none(), "and stands still no longer");
    }
    if status == Status::Settled {
        let last = after.follow_ups.last().map(|end| end.outcome);
        assert!(last.is_some_and(|outcome| outcome != LoopOutcome::NeedsMore));
    }
    if let Some(review) = &after.review {
        let reasons = review.corrections.iter().skip(1).all(|notice| notice.reason.is_some());
        assert!(reasons, "every notice after the first has a manager's reason");
        assert!(review.corrections.iter().all(|notice| !notice.defects.is_empty()));
    }
    let text = serde_json::to_string(after).expect("a ticket can be written");
    let read: Ticket = serde_json::from_str(&text).expect("and read again");
    assert_eq!(&read, after);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_happens_that_the_table_forbids_and_every_case_stays_whole(
        steps in prop::collection::vec((0_usize..6, 0_usize..38, 0_u8..12, 0_i64..30), 1..60)
    ) {
        let other = Ticket { id: Uuid::from_u128(8), ..claimed() };
        let mut ticket: Option<Ticket> = Some(claimed());
        let mut now = MONDAY;
        for (who, kind, pick, hours) in steps {
            let actor = people()[who].clone();
            now = now.plus_ms(hours * HOUR_MS);
            // Half of the steps try anything, half what is open to this person.
            let open: Vec<_> = ActionKind::ALL
                .into_iter()
                .filter(|kind| permitted(ticket.as_ref(), *kind, &actor, now).is_ok())
                .collect();
            let kind = match open.get(kind % open.len().max(1)) {
                Some(open) if pick % 2 == 0 => *open,
                _ => ActionKind::ALL[kind],
            };
            let action = sample(kind, ticket.as_ref(), pick);
            let allowed = permitted(ticket.as_ref(), kind, &actor, now);
            let done = decided(ticket.as_ref(), &actor, now, &action, Some(&other));
            if let Err(refusal) = allowed {
                prop_assert_eq!(done.map(|_| ()), Err(refusal.rule), "the button said so");
                continue;
            }
            let Some(before) = ticket.as_ref() else { continue };
            let gate = gate(kind);
            prop_assert!(gate.statuses.contains(&before.status), "{kind:?} in {:?}", before.status);
            prop_assert!(belongs(gate.who, before, &actor), "{kind:?} by {:?}", actor.role);
            if let Ok(done) = done {
                check_invariants(Some(before), &done.ticket);
                prop_assert_eq!(done.event.action.kind(), kind);
                ticket = Some(done.ticket);
            }
        }
    }
}

/// The table of docs/case.md, a line for each kind.
fn written_table() -> String {
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let line = |kind: &ActionKind| {
        let gate = gate(*kind);
        let statuses: Vec<_> = if gate.statuses.len() == Status::ALL.len() {
            vec!["any".to_owned()]
        } else {
            let words = gate.statuses.iter().map(|s| serde_json::to_value(s).expect("a word"));
            words.map(|value| format!("`{}`", word(value))).collect()
        };
        let statuses = if statuses.is_empty() { "(none yet)".into() } else { statuses.join(" ") };
        format!("| `{}` | {:?} | {statuses} |", kind.as_str(), gate.who)
    };
    ActionKind::ALL.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_documented_table_of_who_may_do_what_is_the_one_in_force() {
    let documented = include_str!("../../../../../docs/case.md");
    let table = written_table();
    assert!(documented.contains(&table), "docs/case.md has to say:\n{table}");
}

#[test]
fn every_kind_of_action_can_be_done_by_someone_at_some_time() {
    use std::collections::BTreeMap;
    let other = Ticket { id: Uuid::from_u128(8), ..claimed() };
    let mut done: BTreeMap<ActionKind, usize> = BTreeMap::from([(ActionKind::Register, 1)]);
    for _life in 0..40 {
        let mut ticket = act(None, &person(1), MONDAY, &register()).expect("registered");
        for step in 0..60_u8 {
            let now = MONDAY.plus_ms(i64::from(step) * HOUR_MS);
            // What was done least so far comes next.
            let mut open: Vec<_> = people()
                .into_iter()
                .flat_map(|actor| ActionKind::ALL.map(|kind| (kind, actor.clone())))
                .filter(|(kind, actor)| permitted(Some(&ticket), *kind, actor, now).is_ok())
                .collect();
            // A review needs a verdict on each material before anything can follow from it.
            let often = |kind: &ActionKind| if *kind == ActionKind::JudgeMaterial { 8 } else { 1 };
            let rank = |kind: &ActionKind| done.get(kind).map(|times| times / often(kind));
            open.sort_by_key(|(kind, actor)| (rank(kind), actor.id));
            for (kind, actor) in open {
                let action = sample(kind, Some(&ticket), step);
                if let Ok(next) = decided(Some(&ticket), &actor, now, &action, Some(&other)) {
                    *done.entry(kind).or_default() += 1;
                    ticket = next.ticket;
                    break;
                }
            }
        }
    }
    let never: Vec<_> = ActionKind::ALL.iter().filter(|kind| !done.contains_key(kind)).collect();
    assert!(never.is_empty(), "nobody could ever: {never:?}");
}
