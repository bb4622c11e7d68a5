//! Odd questions and large ones: an answer, never a panic.

use bangban_search::{Filters, Kind};

use crate::library::{KEY, Shelf, query, synonyms};

#[test]
fn nothing_to_search_for_finds_nothing() {
    let shelf = Shelf::filled();
    for typed in ["", "   ", "？！", "\u{0}", "（）", "\" * ^ :", "\u{200b}"] {
        assert!(shelf.find(typed).groups.is_empty(), "{typed:?}");
    }
}

#[test]
fn an_empty_index_answers_with_nothing() {
    let shelf = Shelf::empty();
    for typed in ["社保", "shebao", "shebso", "1234567"] {
        assert!(shelf.find(typed).groups.is_empty(), "{typed}");
    }
    assert_eq!(shelf.index.documents(), 0);
    assert_eq!(shelf.index.watermark().unwrap(), 0);
}

#[test]
fn very_long_text_is_read_from_its_beginning() {
    let shelf = Shelf::filled();
    let long = format!("营业执照{}", "社".repeat(100_000));
    assert!(!shelf.keys(Kind::Matter, &long).is_empty());
    assert!(shelf.find(&"a".repeat(100_000)).groups.is_empty());
    let _ = shelf.find(&"a1 社".repeat(10_000));
    let _ = shelf.find(&"😀🀄\u{20000}".repeat(100));
}

#[test]
fn the_limit_holds_and_the_rest_is_estimated() {
    let many = (0..30).map(|at| {
        bangban_search::Document::new(Kind::Reply, format!("{at:02}"), format!("答复第{at}条"))
    });
    let shelf = Shelf::with(many.collect());
    let (filters, uses, synonyms) =
        (Filters::default(), std::collections::HashMap::new(), synonyms());
    let mut asked = query("答复", &filters, "", &uses, &synonyms);
    asked.limit_per_kind = 4;
    let found = shelf.index.find(&asked).unwrap();
    assert_eq!(found.groups[0].hits.len(), 4);
    assert_eq!(found.groups[0].total_estimate, 30);
    asked.kinds = &[Kind::Matter];
    assert!(shelf.index.find(&asked).unwrap().groups.is_empty(), "only the groups that were asked");
}

#[test]
fn a_long_document_is_found_by_what_stands_at_its_end() {
    let mut long = bangban_search::Document::new(Kind::Statute, "law", "条例");
    let text = format!("{}末尾独有词", "正文内容若干。".repeat(50_000));
    long.passages.push(bangban_search::Passage::new(bangban_search::Role::Text, text));
    let shelf = Shelf::with(vec![long]);
    assert_eq!(shelf.keys(Kind::Statute, "独有词"), ["law"]);
    drop(bangban_search::Index::open(shelf.dir.path(), &KEY).unwrap());
}

#[test]
fn one_character_of_several_that_were_typed_is_no_answer_and_two_are() {
    let shelf = Shelf::filled();
    for typed in ["海底捞", "量子纠缠", "社区团购券"] {
        assert!(shelf.find(typed).groups.is_empty(), "{typed}: {:?}", shelf.find(typed).groups);
    }
    for typed in ["海洋", "海", "洋底环评"] {
        assert!(!shelf.find(typed).groups.is_empty(), "{typed}");
    }
}
