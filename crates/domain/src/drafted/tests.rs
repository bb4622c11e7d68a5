use super::*;
use crate::knowledge::KnowledgeKind;
use crate::matter::LegalBasis;

fn basis(title: &str, number: Option<&str>, article: Option<&str>) -> LegalBasis {
    let own = |text: Option<&str>| text.map(str::to_owned);
    LegalBasis { title: title.into(), number: own(number), article: own(article), text: None }
}

fn entry(id: &str, answer: &[&str], basis: Vec<LegalBasis>) -> KnowledgeEntry {
    KnowledgeEntry {
        id: id.into(),
        version: 1,
        kind: KnowledgeKind::Standard,
        title: "高龄津贴怎么领".into(),
        asked_as: vec![],
        answer: answer.iter().map(|line| (*line).to_owned()).collect(),
        matters: vec![],
        department: "民政局".into(),
        basis,
        themes: vec![],
        effective_from: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"),
        expires_on: None,
        review_on: None,
    }
}

fn sent() -> Vec<KnowledgeEntry> {
    let old_age = basis("中华人民共和国老年人权益保障法", None, Some("第三十三条"));
    let local = basis("高龄津贴办法", Some("粤民规〔2024〕12号"), Some("第五条第二款"));
    let first = "满80周岁的老年人每月领取100元，自受理之日起15个工作日办结。";
    vec![
        entry("k-1", &[first, "按国务院令第651号执行。"], vec![old_age, local]),
        entry("k-2", &["参照《代办规定》第三条，可由亲属代办。"], vec![]),
    ]
}

/// What is wrong with an answer, in short.
fn faults(answer: &str) -> Vec<String> {
    let Answer::Draft(draft) = check(answer, &sent()) else { return vec!["no basis".into()] };
    let short = |fault: &DraftFault| match fault {
        DraftFault::Empty => "empty".to_owned(),
        DraftFault::TooLong { chars } => format!("{chars} characters"),
        DraftFault::Uncited { paragraph } => format!("{paragraph}: uncited"),
        DraftFault::UnknownEntry { paragraph, number } => format!("{paragraph}: [{number}]"),
        DraftFault::UnknownSource { paragraph, words } => format!("{paragraph}: {words}"),
        DraftFault::PersonalData { paragraph } => format!("{paragraph}: personal"),
    };
    draft.faults.iter().map(short).collect()
}

#[test]
fn a_draft_that_keeps_to_its_entries_stands() {
    for answer in [
        "满80周岁每月可领100元。[1]\n亲属可以代办。[2]",
        "满80周岁每月可领100元［1］，亲属可以代办【2】。",
        "两条都适用。[1、2]",
        "根据《高龄津贴办法》（粤民规〔2024〕12号）第五条，每月100元。[1]",
        "依据粤民规[2024]12号第5条第二款办理。[1]",
        "《老年人权益保障法》第33条有规定。[1]",
        "《中华人民共和国老年人权益保障法》第三十三条有规定[1]。",
        "国务院令第651号有规定。[1]",
        "《代办规定》第三条。[2]",
    ] {
        assert_eq!(faults(answer), Vec::<String>::new(), "{answer}");
    }
}

#[test]
fn what_no_entry_said_is_found_however_well_it_is_written() {
    let cases: [(&str, &[&str]); 16] = [
        ("", &["empty"]),
        ("您好！\n每月100元。[1]", &["1: uncited"]),
        ("每月100元。[3]", &["1: [3]"]),
        ("每月100元。[0]", &["1: [0]"]),
        ("《婚姻法》有规定。[1]", &["1: 《婚姻法》"]),
        ("《高龄津贴办法》第六条。[1]", &["1: 《高龄津贴办法》第6条"]),
        ("《高龄津贴办法》第三十三条。[1]", &["1: 《高龄津贴办法》第33条"]),
        ("《高龄津贴办法》（粤民规〔2024〕12号）第六条。[1]", &["1: 《高龄津贴办法》第6条"]),
        ("见粤民规〔2024〕13号。[1]", &["1: 粤民规〔2024〕13号"]),
        ("见国民规〔2024〕12号。[1]", &["1: 国民规〔2024〕12号"]),
        ("见粤民规【2023】12号。[1]", &["1: 粤民规〔2023〕12号"]),
        ("第七条有规定。[1]", &["1: 第7条"]),
        ("按第650号令办。[1]", &["1: 第650号"]),
        ("按29号文办。[1]", &["1: 29号文"]),
        ("《高龄津贴办法》第五条。[2]", &["1: 《高龄津贴办法》第5条"]),
        ("请拨13800000000。[1]", &["1: personal"]),
    ];
    for (answer, expected) in cases {
        assert_eq!(faults(answer), expected, "{answer}");
    }
    let long = format!("{}[1]", "长".repeat(MOST_DRAFT + 1));
    assert_eq!(faults(&long), ["1501 characters"]);
}

#[test]
fn an_answer_without_a_basis_says_so_and_is_no_draft() {
    for answer in ["没有依据", " 没有依据。\n", "没有依据：条目没有提到公积金。"]
    {
        assert_eq!(check(answer, &sent()), Answer::NoBasis, "{answer}");
    }
    let tucked_in = "每月100元。[1]\n没有依据的部分请咨询。";
    assert_eq!(faults(tucked_in), ["2: uncited"], "it does not excuse the rest");
}

#[test]
fn what_is_inserted_carries_what_the_cited_entries_rest_on_and_no_numbers_of_entries() {
    let Answer::Draft(draft) =
        check("每月100元。[1]\n〔姓名〕可由亲属代办，7天办结。[1][2]", &sent())
    else {
        panic!("a draft")
    };
    assert!(draft.stands());
    let laws = "《中华人民共和国老年人权益保障法》第三十三条、\
                《高龄津贴办法》（粤民规〔2024〕12号）第五条第二款";
    let text = format!("每月100元。\n〔姓名〕可由亲属代办，7天办结。\n依据：{laws}");
    assert_eq!(draft.text(&sent()), text);
    assert_eq!(draft.placeholders, ["〔姓名〕"], "somebody has to fill it in");
    assert_eq!(draft.figures, ["7"], "no entry says so");
}
