//! Every way of typing that has to find something, each with why it is here.

use std::collections::{BTreeMap, HashMap};

use bangban_search::{Document, Filters, Kind, Query, Reason, Role, highlight};

use crate::library::{Shelf, documents, hits, query, synonyms};

/// (what is typed, what has to stand first, why it is here)
const GOLDEN: &[(&str, &str, &str)] = &[
    ("企业职工社会保险参保登记", "insurance", "the whole name"),
    ("职工社会保险", "insurance", "a piece of the name, across words"),
    ("险参", "insurance", "two characters that no dictionary holds as a word"),
    ("洋", "sea", "one character"),
    ("社保参保", "insurance", "a popular name"),
    ("上社", "insurance", "a popular name while it is typed"),
    ("登记 个体", "licence", "words in any order"),
    ("登记，个体、注销", "licence", "words set apart by commas, as people list them"),
    ("营业执照", "licence", "Simplified"),
    ("營業執照", "licence", "Traditional"),
    ("營业执照", "licence", "half Traditional"),
    ("海洋环评", "sea", "a short form, by a synonym that is handed in"),
    ("海环影", "sea", "a short form nobody listed: its characters, in order"),
    ("shehuibaoxian", "insurance", "pinyin"),
    ("shebao", "insurance", "pinyin of a popular name"),
    ("sheb", "insurance", "pinyin while it is typed"),
    ("sbcb", "insurance", "initials"),
    ("sbc", "insurance", "initials while they are typed"),
    ("SBCB", "insurance", "initials with the shift key down"),
    ("sbcanbao", "insurance", "initials and syllables mixed"),
    ("社bao", "insurance", "characters and letters mixed"),
    ("yingye zhizhao", "licence", "pinyin with a space"),
    ("sebao", "insurance", "s for sh"),
    ("yinyezhizao", "licence", "n for ng, z for zh"),
    ("haiyangongchen", "sea", "n for ng at the end, nothing else wrong"),
    ("yilaojin", "pension-city", "a letter wrong at the end of a syllable: yang, not yi"),
    ("gongsanghu", "licence", "ng for nothing: shang, not sang"),
    ("zhuxiao", "licence", "a syllable in the middle of the name"),
    ("shebso", "insurance", "one letter wrong"),
    ("sheao", "insurance", "one letter missing"),
    ("shebaoo", "insurance", "one letter too much"),
    ("hsebao", "insurance", "two letters swapped"),
    ("ATA", "carnet", "a Latin word in the name"),
    ("ａｔａ单证", "carnet", "full-width letters"),
    ("at", "carnet", "a Latin word while it is typed"),
    ("11440000MB2D01234F4442111817003", "insurance", "a whole code"),
    ("11440000mb2d", "insurance", "the beginning of a code, in lower case"),
    ("1117003", "", "no code holds this"),
    ("1817003", "insurance", "the end of a code"),
    ("2d01234", "insurance", "the middle of a code"),
    ("花名册", "insurance", "a material"),
    ("三十日内", "insurance", "the text alone"),
    ("\"社会保险\" OR *", "insurance", "operators as a person may paste them"),
    ("社会保险 NEAR/3 NOT (", "insurance", "more of them"),
];

#[test]
fn every_way_of_typing_finds_its_matter() {
    let shelf = Shelf::filled();
    let mut missed = Vec::new();
    for (typed, wanted, why) in GOLDEN {
        let keys = shelf.keys(Kind::Matter, typed);
        let best = keys.first().map_or("", String::as_str);
        if best != *wanted {
            missed.push(format!("{typed} ({why}): {wanted:?} wanted, {keys:?} found"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_personal_name_is_found_among_the_cases_by_characters_and_by_sound() {
    let shelf = Shelf::filled();
    for typed in ["欧阳", "歐陽娜娜", "oynn", "ouyangnana", "残疾人证"] {
        assert_eq!(shelf.keys(Kind::Case, typed), ["c-1"], "{typed}");
    }
}

#[test]
fn groups_come_in_their_order_and_only_those_that_hold_something() {
    let found = Shelf::filled().find("养老");
    let kinds: Vec<Kind> = found.groups.iter().map(|group| group.kind).collect();
    assert_eq!(kinds, [Kind::Matter, Kind::Knowledge]);
}

#[test]
fn the_reason_says_what_was_found() {
    let shelf = Shelf::filled();
    let reason = |typed: &str| shelf.best(Kind::Matter, typed).reason;
    assert_eq!(reason("营业执照"), Reason::Name);
    assert_eq!(reason("社保参保"), Reason::OtherName("社保参保".into()));
    assert_eq!(reason("海洋环评"), Reason::Synonym("海洋环境影响评价".into()));
    assert_eq!(reason("sbcb"), Reason::Sound(Some("社保参保".into())));
    assert_eq!(reason("花名册"), Reason::Passage(Role::Material));
    assert_eq!(reason("三十日内"), Reason::Passage(Role::Text));
    let code = "11440000MB2D01234F4442111817003";
    assert_eq!(reason("1817003"), Reason::Code(code.into()));
}

#[test]
fn highlights_are_characters_of_the_title_as_it_is_shown() {
    let shelf = Shelf::with(vec![Document::new(Kind::Matter, "t", "《營業執照》補發")]);
    let hit = shelf.best(Kind::Matter, "营业执照");
    assert_eq!(hit.title, "《營業執照》補發", "as it was put, not as it is folded");
    assert_eq!(hit.highlights, [1..5]);
    assert_eq!(shelf.best(Kind::Matter, "yyzz").highlights, [1..5], "by sound");
    assert_eq!(
        highlight("《營業執照》補發", "补发"),
        [6..8],
        "the same for lists filtered elsewhere"
    );
}

#[test]
fn an_excerpt_shows_the_place_in_a_long_text() {
    let hit = Shelf::filled().best(Kind::Matter, "三十日内");
    let excerpt = hit.excerpt.expect("the title does not hold it");
    let letters: Vec<char> = excerpt.text.chars().collect();
    let marked: String = letters[excerpt.highlights[0].clone()].iter().collect();
    assert_eq!(marked, "三十日内");
    assert_eq!(excerpt.role, Role::Text);
    assert!(letters.len() <= 50, "short: {}", excerpt.text);
}

#[test]
fn a_slip_that_finds_nothing_is_put_right_and_said() {
    let shelf = Shelf::filled();
    assert_eq!(shelf.find("shebso").corrected.as_deref(), Some("shebao"));
    assert_eq!(shelf.find("shebao").corrected, None);
    assert_eq!(shelf.find("qqqqqq").corrected, None, "nothing is near");
}

#[test]
fn filters_keep_what_fits_all_of_them() {
    let shelf = Shelf::filled();
    let count = |filters: Filters| {
        let found = shelf.find_with("登记", &filters, "", &HashMap::new());
        hits(&found, Kind::Matter).into_iter().map(|hit| hit.key).collect::<Vec<_>>()
    };
    assert_eq!(count(Filters::default()).len(), 2);
    let office = "人力资源和社会保障局".to_owned();
    let department = Filters { departments: vec![office.clone()], ..Filters::default() };
    assert_eq!(count(department), ["insurance"]);
    let either = vec![office.clone(), "市场监督管理局".into()];
    assert_eq!(count(Filters { departments: either, ..Filters::default() }).len(), 2, "either");
    let both = Filters {
        departments: vec![office],
        objects: vec!["企业法人".into()],
        themes: vec!["社会保障".into()],
        levels: vec!["county".into()],
        statuses: vec!["in_use".into()],
    };
    assert_eq!(count(both.clone()), ["insurance"]);
    assert!(count(Filters { themes: vec!["教育".into()], ..both }).is_empty());
}

#[test]
fn own_place_own_use_and_season_decide_between_equals() {
    let shelf = Shelf::filled();
    let first = |place: &str, uses: &HashMap<(Kind, String), u32>| {
        let found = shelf.find_with("基本养老金申领", &Filters::default(), place, uses);
        hits(&found, Kind::Matter)[0].key.clone()
    };
    assert_eq!(first("440106", &HashMap::new()), "pension-district", "the own place");
    assert_eq!(first("440100", &HashMap::new()), "pension-city", "the own place is the city");
    let used = HashMap::from([((Kind::Matter, "pension-district".to_owned()), 9)]);
    assert_eq!(first("", &used), "pension-district", "used nine times");
    let mut documents = documents();
    documents.push(Document::new(Kind::Matter, "a-plain", "义务教育阶段学生转学办理"));
    let shelf = Shelf::with(documents);
    assert_eq!(shelf.keys(Kind::Matter, "转学")[0], "school", "in June people ask for it");
}

#[test]
fn what_everybody_uses_decides_between_equals_and_less_than_what_one_uses_oneself() {
    let twin = |key: &str| Document::new(Kind::Knowledge, key, "高龄津贴从哪个月开始发");
    let shelf = Shelf::with(vec![twin("k-a"), twin("k-b"), twin("k-c")]);
    let (none, filters, synonyms) = (HashMap::new(), Filters::default(), synonyms());
    let first = |own: &HashMap<(Kind, String), u32>, by_all: &BTreeMap<String, u32>| {
        let asked = query("高龄津贴", &filters, "", own, &synonyms);
        let found = shelf.index.find(&Query { used_by_all: by_all, ..asked }).unwrap();
        hits(&found, Kind::Knowledge)[0].key.clone()
    };
    let by_all = BTreeMap::from([("k-c".to_owned(), 40)]);
    assert_eq!(first(&none, &BTreeMap::new()), "k-a", "equals");
    assert_eq!(first(&none, &by_all), "k-c");
    let own = HashMap::from([((Kind::Knowledge, "k-b".to_owned()), 3)]);
    assert_eq!(first(&own, &by_all), "k-b", "three own uses outweigh forty of all");
}
