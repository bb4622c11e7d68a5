use std::collections::HashSet;
use std::time::Instant;

use bangban_domain::checksum::{credit_code_is_valid, id_number_is_valid};
use bangban_domain::ticket::{Stage, Status};
use bangban_platform::sample::Sample;

use crate::running::Running;
use crate::station::Station;

#[test]
fn the_sample_is_large_enough_to_work_with() {
    let sample = Sample::read().unwrap();
    assert!(sample.matters.len() >= 40, "{} matters", sample.matters.len());
    assert!(sample.knowledge.len() >= 80, "{} entries", sample.knowledge.len());
    assert_eq!(sample.tickets.len(), 60);
}

#[test]
fn keys_are_there_once() {
    fn once<'a>(what: &str, keys: impl Iterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        for key in keys {
            assert!(seen.insert(key), "{what} {key} is there twice");
        }
    }
    let sample = Sample::read().unwrap();
    once("organisation", sample.organisations.iter().map(|o| o.id.as_str()));
    once("account", sample.staff.iter().map(|s| s.account.as_str()));
    once("staff number", sample.staff.iter().map(|s| s.staff_no.as_str()));
    once("matter", sample.matters.iter().map(|m| m.id.as_str()));
    once("entry", sample.knowledge.iter().map(|k| k.id.as_str()));
    once("ticket", sample.tickets.iter().map(|t| t.key.as_str()));
    for matter in &sample.matters {
        once(&matter.name, matter.situations.iter().map(|s| s.id.as_str()));
        once(&matter.name, matter.materials.iter().map(|m| m.id.as_str()));
    }
}

#[test]
fn codes_and_numbers_carry_the_right_check_digits() {
    let sample = Sample::read().unwrap();
    for organisation in &sample.organisations {
        assert!(credit_code_is_valid(&organisation.credit_code), "{}", organisation.id);
    }
    for ticket in &sample.tickets {
        let requester = &ticket.requester;
        let agent = requester.agent.as_ref();
        for number in requester.id_number.iter().chain(agent.and_then(|a| a.id_number.as_ref())) {
            assert!(id_number_is_valid(number), "ID number in ticket {}", ticket.key);
        }
        if let Some(code) = &requester.credit_code {
            assert!(credit_code_is_valid(code), "credit code in ticket {}", ticket.key);
        }
    }
}

#[test]
fn matters_follow_the_standard_of_their_codes_and_name_two_phones() {
    let sample = Sample::read().unwrap();
    for matter in &sample.matters {
        let name = &matter.name;
        assert_eq!(matter.code.chars().count(), 31, "{name}");
        assert!(matter.code.starts_with(&matter.department_code), "{name}");
        let department =
            sample.organisations.iter().find(|o| o.credit_code == matter.department_code);
        assert_eq!(department.map(|o| &o.name), Some(&matter.department), "{name}");
        let (consult, complain) = (&matter.place.consult_phone, &matter.place.complaint_phone);
        assert!(consult.is_some() && complain.is_some(), "{name}");
        assert_ne!(consult, complain, "{name}: a complaint goes to someone else");
        let fee = matter.fee.as_ref().expect("the sample states the fee");
        assert!(!fee.charged || fee.basis.is_some(), "{name}: a fee has its basis");
    }
}

#[test]
fn references_lead_somewhere() {
    let sample = Sample::read().unwrap();
    let organisations: HashSet<_> = sample.organisations.iter().map(|o| o.id.as_str()).collect();
    let matters: HashSet<_> = sample.matters.iter().map(|m| m.id.as_str()).collect();
    for organisation in &sample.organisations {
        if let Some(parent) = &organisation.parent {
            assert!(organisations.contains(parent.as_str()), "{}", organisation.id);
        }
    }
    for member in &sample.staff {
        assert!(organisations.contains(member.organisation.as_str()), "{}", member.account);
    }
    for entry in &sample.knowledge {
        assert!(!entry.answer.is_empty(), "{}", entry.id);
        for matter in &entry.matters {
            assert!(matters.contains(matter.as_str()), "{} names {matter}", entry.id);
        }
    }
    for matter in &sample.matters {
        let situations: HashSet<_> = matter.situations.iter().map(|s| s.id.as_str()).collect();
        for material in &matter.materials {
            for situation in &material.situations {
                let known = situations.contains(situation.as_str());
                assert!(known, "{}: {} names {situation}", matter.name, material.id);
            }
        }
    }
    for ticket in &sample.tickets {
        let Some(situation) = &ticket.situation else { continue };
        let matter = sample.matters.iter().find(|m| Some(&m.id) == ticket.matter.as_ref());
        let known = matter.is_some_and(|m| m.situations.iter().any(|s| s.id == *situation));
        assert!(known, "{} names {situation}", ticket.key);
    }
}

#[tokio::test]
async fn the_seeded_tickets_show_every_status_and_stage_within_seconds() {
    let began = Instant::now();
    let running = Running::start().await;
    let seeding = began.elapsed();
    assert!(seeding.as_secs() < 10, "seeding took {seeding:?}");
    let station = Station::sign_in(&running, "chen.yumei").await;
    for status in [
        Status::Unclaimed,
        Status::Working,
        Status::AwaitingSignature,
        Status::AwaitingOpinion,
        Status::AwaitingApplicant,
        Status::Suspended,
        Status::UnderExamination,
        Status::Closed,
        Status::Settled,
    ] {
        assert!(station.ticket(|t| t.status == status).await.is_some(), "{status:?}");
    }
    for stage in [Stage::Consultation, Stage::Guidance, Stage::Assistance] {
        assert!(station.ticket(|t| t.stage == stage).await.is_some(), "{stage:?}");
    }
}

#[test]
fn every_check_and_every_form_of_the_sample_can_be_used() {
    let sample = Sample::read().expect("the sample can be read");
    for check in &sample.rules.book.checks {
        assert_eq!(bangban_checks::examine(check), Ok(()), "{}", check.id);
        let bound = |id: &String| {
            let mut materials = sample.matters.iter().flat_map(|matter| &matter.materials);
            materials.any(|material| material.id == *id)
        };
        assert!(check.material.as_ref().is_none_or(bound), "{} names a material", check.id);
    }
    let materials = sample.matters.iter().flat_map(|matter| &matter.materials);
    let mut forms = 0;
    for schema in materials.filter_map(|material| material.form_schema.as_ref()) {
        let form = bangban_checks::Form::read(schema).expect("the form can be used");
        let fields = schema["properties"].as_object().expect("fields");
        let example: serde_json::Map<_, _> = fields
            .iter()
            .map(|(name, field)| (name.clone(), field["examples"][0].clone()))
            .filter(|(_, value)| !value.is_null())
            .collect();
        assert_eq!(form.check(&example.into()), [], "the examples of {} fit", schema["title"]);
        forms += 1;
    }
    assert!(forms >= 2, "the sample shows forms");
}
