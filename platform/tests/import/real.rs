//! The real export of Guangdong, where the machine has it.
#![allow(clippy::print_stderr, reason = "says that it was skipped, and how long an import took")]

use std::collections::HashSet;
use std::time::Instant;

use bangban_domain::matter::Matter;
use bangban_platform::import::{ImportRule as R, read_file};

use super::support::{Place, count, shared_data};

#[tokio::test]
async fn the_real_export_is_imported_whole_and_twice_changes_nothing() {
    let Some(file) = shared_data().map(|folder| folder.join("guangdong-matters.jsonl")) else {
        eprintln!("skipped: no BANGBAN_SHARED_DATA and no ../shared/data beside the repository");
        return;
    };
    let place = Place::new().await;
    let started = Instant::now();
    let first = place.import_file(&file).await;
    eprintln!("{first}\nfirst import: {:?}", started.elapsed());
    assert_eq!((first.rows_in, first.stored, first.rejected.len()), (2_262, 2_262, 0));
    assert_eq!(first.duplicates, []);
    assert_eq!(first.materials, 3_434);
    for (rule, expected) in [
        (R::OrganisationCodeChecksum, 6),
        (R::RepeatedName, 297),
        (R::RepeatedFullName, 69),
        (R::MissingConsultPhone, 80),
        (R::MissingComplaintPhone, 116),
        (R::MissingPromise, 539),
        (R::PhoneUnreadable, 2),
        (R::SamePhones, 183),
        (R::PeriodUnitsDiffer, 9),
        (R::LocationLabelStripped, 1_438),
        (R::NoCounter, 824),
        // 1,549 legal periods and 1,723 promised ones.
        (R::DaysAsText, 3_272),
        (R::PromiseLongerThanLegal, 0),
        (R::DaysUnreadable, 0),
        (R::CodeLength, 0),
        (R::LevelDigitMismatch, 0),
        (R::KindDigitMismatch, 0),
        (R::UnknownKind, 0),
        (R::UnknownLevel, 0),
        (R::UnknownObject, 0),
        (R::SharedCode, 0),
    ] {
        assert_eq!(count(&first, rule), expected, "{rule:?}");
    }
    let head = place.head().await;
    assert_eq!(head, 2_262, "one change per matter");
    let started = Instant::now();
    let second = place.import_file(&file).await;
    eprintln!("second import: {:?}", started.elapsed());
    assert_eq!((second.stored, second.changed, second.unchanged), (0, 0, 2_262));
    assert_eq!(place.head().await, head, "the feed does not grow");
}

#[test]
fn every_real_row_obeys_what_the_rules_promise() {
    let Some(file) = shared_data().map(|folder| folder.join("guangdong-matters.jsonl")) else {
        eprintln!("skipped: no BANGBAN_SHARED_DATA and no ../shared/data beside the repository");
        return;
    };
    let source = read_file(&file).expect("readable");
    let text = std::fs::read_to_string(&file).expect("readable");
    let ids: HashSet<&str> = source.rows.iter().map(|row| row.matter.id.as_str()).collect();
    assert_eq!(ids.len(), 2_262, "keys are unique");
    for (row, line) in source.rows.iter().zip(text.lines()) {
        let stated: serde_json::Value = serde_json::from_str(line).expect("JSON");
        check(&row.matter, &stated);
    }
}

fn check(matter: &Matter, stated: &serde_json::Value) {
    let code = &matter.code;
    if let (Some(legal), Some(promised)) = (matter.legal_days, matter.promised_days) {
        assert!(legal.days >= promised.days, "{code}: the promise is within the law");
    }
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let standard = stated["accept_standard"].as_str().unwrap_or_default();
    let conditions = solid(&matter.conditions.concat());
    assert!(
        conditions == solid(standard) || (conditions.is_empty() && standard.starts_with('无')),
        "{code}: splitting loses no character of the conditions"
    );
    let materials = stated["material_intro"].as_array().map_or(0, Vec::len);
    assert_eq!(matter.materials.len(), materials, "{code}: every material is there");
    let silent = |text: &Option<String>| text.as_deref() != Some("无");
    assert!(silent(&matter.place.address) && silent(&matter.place.consult_phone), "{code}");
    for material in &matter.materials {
        assert_eq!((material.necessity, material.originals, material.copies), (None, None, None));
    }
}
