//! Rows of the export as matters, column by column.

use bangban_domain::matter::{
    ApplyBy, DayUnit, Level, MatterKind, MatterState, Period, ServiceObject,
};
use bangban_platform::import::{ImportRule as R, RowProblem, jsonl};

use super::support::{SMALL, rules_of};

const fn period(days: u16, unit: DayUnit) -> Period {
    Period { days, unit }
}

#[test]
fn a_plain_row_arrives_with_everything_it_states_and_nothing_else() {
    let source = jsonl::read(SMALL.as_bytes());
    let matter = &source.rows[0].matter;
    assert_eq!(matter.code, "11441322007009999K4440511001000");
    assert_eq!(matter.id, matter.code, "the code is the key where no other row has it");
    assert_eq!((matter.version, matter.name.as_str()), (1, "高龄老人津贴申领"));
    assert_eq!(matter.popular_names, ["高龄津贴", "敬老金"]);
    assert_eq!(matter.kind, MatterKind::Benefit);
    assert_eq!(matter.department_code, "11441322007009999K");
    assert_eq!(matter.department, "博罗县民政局");
    assert_eq!((matter.level, matter.division.as_str()), (Level::County, "441322"));
    assert_eq!(matter.objects, [ServiceObject::NaturalPerson]);
    assert_eq!(matter.themes, ["社会救助", "老年人"]);
    assert_eq!(matter.state, MatterState::InUse);
    assert_eq!(
        matter.legal_days,
        Some(period(30, DayUnit::Working)),
        "handle_time is the legal period"
    );
    assert_eq!(matter.promised_days, Some(period(15, DayUnit::Working)));
    assert_eq!(matter.visits, Some(1));
    assert_eq!(matter.apply_by, [ApplyBy::Window, ApplyBy::Online, ApplyBy::Post]);
    assert_eq!(
        matter.conditions,
        ["申请人应当同时符合下列条件：", "1、本县户籍；", "2、年满80周岁。"]
    );
    assert_eq!(matter.place.address.as_deref(), Some("罗阳街道综合服务中心3号窗口"));
    assert_eq!(matter.place.consult_phone.as_deref(), Some("0752-5550131"));
    assert_eq!(matter.place.complaint_phone.as_deref(), Some("0752-5550132"));
    assert_eq!(matter.source_url.as_deref(), Some("https://www.example.cn/guide/1"));
    let unstated = (matter.effective_from, matter.handling_kind, &matter.fee, &matter.result);
    assert_eq!(unstated, (None, None, &None, &None), "the export does not state these");
}

#[test]
fn materials_known_by_name_alone_state_no_number_no_necessity_and_no_copies() {
    let source = jsonl::read(SMALL.as_bytes());
    let materials = &source.rows[0].matter.materials;
    let names: Vec<&str> = materials.iter().map(|material| material.name.as_str()).collect();
    assert_eq!(names, ["高龄津贴申请表", "居民身份证"]);
    for material in materials {
        assert_eq!(material.necessity, None, "not stated");
        assert_eq!((material.originals, material.copies), (None, None), "not stated");
        assert_eq!((material.kind, material.form, material.source), (None, None, None));
        assert!(!material.id.is_empty(), "a key for the checklist");
    }
    assert_ne!(materials[0].id, materials[1].id);
}

#[test]
fn the_key_of_a_material_does_not_change_when_the_list_grows_in_front_of_it() {
    let grown = SMALL.replacen("[\"高龄津贴申请表\"", "[\"户口簿\", \"高龄津贴申请表\"", 1);
    let (before, after) = (jsonl::read(SMALL.as_bytes()), jsonl::read(grown.as_bytes()));
    let before = &before.rows[0].matter.materials[1];
    assert_eq!(*before, after.rows[0].matter.materials[2]);
}

#[test]
fn every_oddity_of_a_row_is_converted_or_left_out_and_always_reported() {
    let source = jsonl::read(SMALL.as_bytes());
    let matter = &source.rows[1].matter;
    assert_eq!(matter.name, "农药经营许可（个人）");
    assert_eq!(source.rows[1].family, "农药经营许可");
    assert_eq!(matter.department, "博罗县农业农村局");
    assert_eq!(matter.legal_days, Some(period(90, DayUnit::Natural)));
    assert_eq!(matter.promised_days, None, "three months are no number of days");
    assert_eq!(matter.popular_names, Vec::<String>::new());
    assert_eq!(matter.apply_by, [ApplyBy::Online], "no counter, no courier");
    assert_eq!(matter.place.address.as_deref(), Some("无线下办理窗口"));
    assert_eq!(matter.place.consult_phone.as_deref(), Some("0752-5550140"));
    assert_eq!(matter.place.complaint_phone, None);
    assert_eq!(matter.source_url.as_deref(), Some("https://www.example.cn/guide/2"));
    assert_eq!(matter.objects, [ServiceObject::NaturalPerson]);
    assert_eq!(matter.materials, []);
    let mut rules = rules_of(&source, 2);
    rules.sort_unstable();
    let expected = [
        R::UnknownObject,
        R::DaysUnreadable,
        R::MissingPromise,
        R::PhoneUnreadable,
        R::ConditionsCutOff,
        R::DaysAsText,
        R::NoneText,
        R::NoneText,
        R::NoneText,
        R::NoCounter,
        R::PhoneTidied,
        R::NameBrackets,
        R::WhitespaceTrimmed,
        R::StateAssumed,
        R::UrlSessionRemoved,
    ];
    assert_eq!(rules, expected);
}

#[test]
fn codes_that_contradict_their_columns_are_kept_with_warnings() {
    let source = jsonl::read(SMALL.as_bytes());
    assert!(rules_of(&source, 4).contains(&R::OrganisationCodeChecksum));
    assert!(rules_of(&source, 4).contains(&R::MissingConsultPhone));
    assert!(rules_of(&source, 4).contains(&R::MissingComplaintPhone));
    let odd = rules_of(&source, 14);
    for rule in
        [R::OrganisationCodeMismatch, R::MissingDivision, R::UnknownKind, R::LevelDigitMismatch]
    {
        assert!(odd.contains(&rule), "{rule:?} in {odd:?}");
    }
    let matter = &source.rows.last().expect("a row").matter;
    assert_eq!(matter.kind, MatterKind::Other);
    assert_eq!(matter.division, "441322", "from the credit code");
    assert_eq!(matter.level, Level::County, "the words win over the code");
    assert!(rules_of(&source, 3).contains(&R::PromiseLongerThanLegal));
    assert!(rules_of(&source, 3).contains(&R::SamePhones));
}

#[test]
fn a_line_that_is_no_matter_is_told_with_its_number_and_the_rest_goes_on() {
    let source = jsonl::read(SMALL.as_bytes());
    let rejected: Vec<_> = source.rejected.iter().map(|r| (r.row, &r.problem)).collect();
    let missing = |column| RowProblem::Missing { column };
    let wrong = RowProblem::WrongType { column: "TASK_CODE", expected: "文本", found: "数字" };
    assert!(matches!(rejected[0], (5, RowProblem::BrokenJson { .. })));
    assert_eq!(
        rejected[1..],
        [
            (10, &wrong),
            (11, &missing("TASK_CODE")),
            (12, &missing("TASK_NAME")),
            (13, &RowProblem::NotAnObject),
        ]
    );
    assert_eq!(source.rows.len(), 8, "all others are matters; line 6 is empty and no row");
}

#[test]
fn columns_that_a_matter_has_no_place_for_are_counted() {
    let source = jsonl::read(SMALL.as_bytes());
    assert!(source.unused_columns.contains_key("CATANAME"));
    assert!(!source.unused_columns.contains_key("co_department"), "it says 无 in every row");
    assert!(!source.unused_columns.contains_key("DEPT_NAME"), "it is read");
}
