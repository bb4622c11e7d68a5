//! Checks and forms as a platform might send them, good and bad.

use bangban_checks::{
    Facts, FileFacts, Form, MaterialFacts, MatterFacts, ProblemKind, RequesterFacts, examine,
    propose,
};
use bangban_domain::rulebook::Check;
use bangban_domain::ticket::MaterialVerdict;
use serde_json::{Value, json};

fn check(when: &str) -> Check {
    Check {
        id: "c".into(),
        matter: None,
        material: None,
        when: when.into(),
        reason: "份数不够".into(),
        propose: MaterialVerdict::Missing { fix: "补一份复印件".into() },
    }
}

fn facts() -> Facts {
    Facts {
        requester: RequesterFacts {
            kind: json!("natural_person"),
            document: json!("resident_id"),
            name: "张三".into(),
            age: 17,
            has_agent: false,
            has_guardian: false,
        },
        material: MaterialFacts {
            id: "id_card".into(),
            name: "居民身份证".into(),
            necessity: json!("required"),
            originals_needed: 1,
            copies_needed: 2,
            paper: true,
            originals: 1,
            copies: 1,
            files: vec![FileFacts {
                name: "正面.jpg".into(),
                media: "image/jpeg".into(),
                bytes: 40_000,
                round: 1,
            }],
            exempt_by: "居民身份证电子证照".into(),
            round: 1,
        },
        form: json!({ "household": 4, "income": "1200" }),
        matter: MatterFacts { id: "m1".into(), name: "最低生活保障".into() },
        situation: "living".into(),
    }
}

fn applies(when: &str) -> bool {
    !propose(&[check(when)], &facts()).is_empty()
}

#[test]
fn checks_speak_of_materials_forms_people_and_situations() {
    for when in [
        "material.paper && material.copies < material.copies_needed",
        "requester.age >= 0 && requester.age < 18 && !requester.has_guardian",
        "material.files.exists(f, f.media.startsWith('image/') && f.bytes < 50000)",
        "has(form.household) && form.household > 3",
        "situation == 'living' && matter.id == 'm1'",
        "material.exempt_by != ''",
    ] {
        assert!(applies(when), "{when}");
    }
    for when in ["material.copies >= material.copies_needed", "situation == 'other'"] {
        assert!(!applies(when), "{when}");
    }
}

#[test]
fn a_check_that_asks_for_what_is_not_there_or_answers_no_yes_proposes_nothing() {
    for when in
        ["form.unknown > 3", "1 + 1", "'yes'", "material.copies / 0 == 1", "form.income > 3"]
    {
        assert!(!applies(when), "{when}");
    }
}

#[test]
fn a_check_is_bound_to_its_matter_and_its_material() {
    let mut bound = check("true");
    bound.matter = Some("m2".into());
    assert!(propose(&[bound.clone()], &facts()).is_empty());
    bound.matter = Some("m1".into());
    bound.material = Some("form".into());
    assert!(propose(&[bound.clone()], &facts()).is_empty());
    bound.material = Some("id_card".into());
    assert_eq!(propose(&[bound], &facts())[0].reason, "份数不够");
}

#[test]
fn a_costly_or_broken_check_is_refused_before_it_is_published() {
    let nested =
        "material.files.map(a, material.files.map(b, material.files.map(c, 1))).size() > 0";
    assert!(examine(&check(nested)).is_err(), "three loops");
    assert!(examine(&check(&"1 == 1 && ".repeat(100))).is_err(), "too long");
    assert!(examine(&check("material.copies <")).is_err(), "not an expression");
    let deep = format!("{}true{}", "(".repeat(240), ")".repeat(240));
    assert!(examine(&check(&deep)).is_err(), "too deep");
    assert!(examine(&check("material.copies < 2")).is_ok());
}

#[test]
fn no_expression_within_the_bounds_brings_the_program_down() {
    for hostile in [
        format!("{}true", "!".repeat(490)),
        format!("{}1 == 1", "-".repeat(490)),
        format!("form{}", ".a".repeat(240)),
        format!("{}1 == 1", "1+".repeat(240)),
        format!("{}true", "true?".repeat(90)),
        format!("{}true", "true&&".repeat(80)),
        "[".repeat(500),
        "\u{1F600}".repeat(400),
    ] {
        let _ = examine(&check(&hostile));
        assert!(propose(&[check(&hostile)], &facts()).len() <= 1, "{hostile}");
    }
}

#[test]
fn a_check_reaches_nothing_but_its_facts() {
    for when in [
        "system('id') == ''",
        "env.HOME != ''",
        "requester.id_number != ''",
        "requester.phone != ''",
    ] {
        assert!(!applies(when), "{when}");
    }
}

fn schema() -> Value {
    json!({
        "type": "object",
        "required": ["name", "id_number", "household"],
        "properties": {
            "name": { "type": "string", "maxLength": 20 },
            "id_number": { "type": "string", "format": "resident-id" },
            "phone": { "type": "string", "format": "cn-phone" },
            "household": { "type": "integer", "minimum": 1, "maximum": 30 },
            "kind": { "enum": ["living", "care"] },
            "born": { "type": "string", "format": "date" }
        }
    })
}

#[test]
fn every_wrong_field_is_named_with_what_is_wrong_and_an_empty_one_counts_as_missing() {
    let form = Form::read(&schema()).expect("a schema");
    let wrong = form.check(&json!({ "name": "  ", "id_number": "11010519491231002X",
        "household": 0, "kind": "both", "phone": "12", "born": "2026-13-01" }));
    let found: Vec<_> = wrong.iter().map(|p| (p.field.as_str(), p.kind)).collect();
    assert_eq!(
        found,
        [
            ("/born", ProblemKind::Format),
            ("/household", ProblemKind::TooSmall),
            ("/kind", ProblemKind::NotAChoice),
            ("/name", ProblemKind::Required),
            ("/phone", ProblemKind::Format),
        ]
    );
    let right = json!({ "name": "张三", "id_number": "11010519491231002X", "household": 3 });
    assert_eq!(form.check(&right), []);
}

#[test]
fn a_schema_that_reaches_outside_or_is_none_is_refused() {
    for schema in [
        json!({ "$ref": "https://example.org/form.json" }),
        json!({ "$ref": "file:///etc/passwd" }),
        json!({ "type": "no such type" }),
        json!({ "description": "长".repeat(70_000) }),
    ] {
        assert!(Form::read(&schema).is_err());
    }
}

#[test]
fn a_form_keeps_its_order_although_the_fields_of_an_object_have_none() {
    let schema = json!({ "x-order": ["name", "note"], "required": ["phone", "name"],
        "properties": { "area": { "type": "number" }, "name": { "title": "姓名" },
        "note": { "title": "备注" }, "phone": { "title": "电话" } } });
    let found = bangban_checks::fields(&schema);
    let shown: Vec<_> = found.iter().map(|f| (f.title.as_str(), f.required)).collect();
    // As the form says, then the required ones as listed, then what is left.
    assert_eq!(shown, [("姓名", true), ("备注", false), ("电话", true), ("area", false)]);
    assert!(bangban_checks::fields(&json!({ "type": "object" })).is_empty(), "no fields");
}
