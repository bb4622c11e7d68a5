//! Acceptance conditions: sources put a numbered list into one text without line breaks.

use super::notes::Notes;
use super::rule::ImportRule;

const CHINESE: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六", "十七", "十八", "十九", "二十",
];

/// Ways to number a list: what stands before and after the number, and whether it is Chinese.
const STYLES: [(&str, &str, bool); 13] = [
    ("（", "）", true),
    ("(", ")", true),
    ("（", ")", true),
    ("(", "）", true),
    ("（", "）", false),
    ("(", ")", false),
    ("", "、", true),
    ("", ".", true),
    ("", "、", false),
    ("", "．", false),
    ("", ".", false),
    ("", ")", false),
    ("", "）", false),
];

/// Reads conditions, one per entry. No character but space at the seams is lost.
pub(crate) fn read(notes: &mut Notes, column: &str, raw: Option<&str>) -> Vec<String> {
    let Some(text) = notes.text(column, raw) else { return Vec::new() };
    if text.ends_with(['：', ':', '；', ';', '，', ',', '、']) {
        notes.add(ImportRule::ConditionsCutOff, column, &tail(&text));
    }
    let entries: Vec<String> = text.lines().flat_map(split).collect();
    if entries.len() > text.lines().filter(|line| !line.trim().is_empty()).count() {
        notes.add(ImportRule::ConditionsSplit, column, &text);
    }
    entries
}

/// The end of a text, where it was cut off.
fn tail(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(24);
    text.chars().skip(skipped).collect()
}

/// Splits one text at its outermost numbering, if it has at least the numbers 1 and 2.
pub(crate) fn split(text: &str) -> Vec<String> {
    let outermost = STYLES
        .iter()
        .map(|style| marks(text, *style))
        .filter(|marks| marks.len() >= 2)
        .min_by_key(|marks| marks[0]);
    let mut seams = outermost.unwrap_or_default();
    seams.insert(0, 0);
    seams.push(text.len());
    let pieces = seams.windows(2).map(|seam| text[seam[0]..seam[1]].trim());
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// Where the numbers 1, 2, 3, ... of one style begin, as byte positions.
fn marks(text: &str, (open, close, chinese): (&str, &str, bool)) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut from = 0;
    loop {
        let number = found.len() + 1;
        let digits = match (chinese, CHINESE.get(number - 1)) {
            (true, Some(digits)) => (*digits).to_owned(),
            (true, None) => return found,
            (false, _) => number.to_string(),
        };
        let mark = format!("{open}{digits}{close}");
        let Some(at) = next(text, from, &mark) else { return found };
        found.push(at);
        from = at + mark.len();
    }
}

/// The next place where `mark` numbers an entry: at the start or after the end of a clause, and
/// not the beginning of a decimal such as 1.5.
fn next(text: &str, from: usize, mark: &str) -> Option<usize> {
    let places = text[from..].match_indices(mark).map(|(at, _)| from + at);
    places.into_iter().find(|at| {
        let before = &text[..*at];
        let clause_ends = before.is_empty()
            || before.ends_with(char::is_whitespace)
            || before.ends_with(['。', '；', ';', '：', ':', '，', '.', '、', '！']);
        let after = text[at + mark.len()..].chars().next();
        clause_ends && !(mark.ends_with('.') && after.is_some_and(|c| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_list_becomes_entries_with_its_introduction_first() {
        assert_eq!(
            split("应具备下列条件： 1、拥护宪法；   2、取得证书； 3、品行良好。"),
            ["应具备下列条件：", "1、拥护宪法；", "2、取得证书；", "3、品行良好。"]
        );
    }

    #[test]
    fn only_the_outermost_numbering_parts_entries() {
        assert_eq!(
            split("（一）法人： 1.有章程；2.有场所。（二）个人： 1.成年；2.有能力。"),
            ["（一）法人： 1.有章程；2.有场所。", "（二）个人： 1.成年；2.有能力。"]
        );
    }

    #[test]
    fn decimals_dates_and_references_are_no_numbering() {
        for text in [
            "面积不小于1.5亩；2.5亩以下从简。",
            "符合第1、2款的规定",
            "1.只有一条",
            "自2021年1月1日起施行",
            "",
        ] {
            assert!(split(text).len() <= 1, "{text} stays whole");
        }
    }

    #[test]
    fn a_list_that_the_source_cut_off_is_noticed() {
        let mut notes = Notes::new(1, None);
        let read = read(&mut notes, "accept_standard", Some("符合下列条件之一的，可以申请："));
        assert_eq!(read.len(), 1, "what there is, is kept");
        assert_eq!(notes.warnings[0].rule, ImportRule::ConditionsCutOff);
    }
}
