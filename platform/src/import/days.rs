//! Periods as guides write them: `20(工作日)`, `30个自然日`, `5`.

use bangban_domain::matter::{DayUnit, Period};

use super::notes::Notes;
use super::rule::ImportRule;
use super::text::narrow;

/// Reads a number of days. `None` for anything that is not exactly that, such as months.
pub(crate) fn parse(text: &str) -> Option<Period> {
    let plain: String = narrow(text).chars().filter(|c| !c.is_whitespace()).collect();
    let digits = plain.bytes().take_while(u8::is_ascii_digit).count();
    let days: u16 = plain[..digits].parse().ok().filter(|days| *days > 0)?;
    let unit = match plain[digits..].trim_matches(['(', ')', '个']) {
        // Periods count working days unless the guide says otherwise.
        "" | "工作日" | "日" | "天" => DayUnit::Working,
        "自然日" | "日历日" | "日历天" | "自然天" => DayUnit::Natural,
        _ => return None,
    };
    Some(Period { days, unit })
}

/// Reads a period and notes how that went.
pub(crate) fn read(notes: &mut Notes, column: &str, raw: Option<&str>) -> Option<Period> {
    let text = notes.text(column, raw)?;
    let Some(period) = parse(&text) else {
        notes.add(ImportRule::DaysUnreadable, column, &text);
        return None;
    };
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        notes.add(ImportRule::DaysAsText, column, &text);
    }
    Some(period)
}

/// Measures the promised period against the legal one.
pub(crate) fn compare(
    notes: &mut Notes,
    column: &str,
    legal: Option<Period>,
    promised: Option<Period>,
) {
    let Some(promised) = promised else {
        notes.add(ImportRule::MissingPromise, column, "");
        return;
    };
    let Some(legal) = legal else { return };
    let value = format!("{} > {}", in_words(promised), in_words(legal));
    // A working day is never shorter than a natural one, so more working days than legal natural
    // days are too many for certain; natural days against working days cannot be compared.
    let comparable = legal.unit == promised.unit || promised.unit == DayUnit::Working;
    if comparable && promised.days > legal.days {
        notes.add(ImportRule::PromiseLongerThanLegal, column, &value);
    } else if legal.unit != promised.unit {
        let value = format!("{} / {}", in_words(legal), in_words(promised));
        notes.add(ImportRule::PeriodUnitsDiffer, column, &value);
    }
}

fn in_words(period: Period) -> String {
    let unit = match period.unit {
        DayUnit::Working => "工作日",
        DayUnit::Natural => "自然日",
    };
    format!("{}{unit}", period.days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn working(days: u16) -> Period {
        Period { days, unit: DayUnit::Working }
    }

    #[test]
    fn days_are_read_with_their_unit() {
        assert_eq!(parse("20(工作日)"), Some(working(20)));
        assert_eq!(parse("２０（工作日）"), Some(working(20)), "full width");
        assert_eq!(parse(" 5 个工作日 "), Some(working(5)));
        assert_eq!(parse("7"), Some(working(7)), "the law's default");
        assert_eq!(parse("90(自然日)"), Some(Period { days: 90, unit: DayUnit::Natural }));
    }

    #[test]
    fn what_is_no_number_of_days_is_not_guessed() {
        for text in [
            "",
            "三个月",
            "3个月",
            "20-30(工作日)",
            "即时",
            "0(工作日)",
            "-5",
            "99999",
            "1.5",
            "年",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_promise_beyond_the_law_is_noticed_only_when_it_is_certain() {
        let natural = |days| Period { days, unit: DayUnit::Natural };
        let rules = |legal, promised| {
            let mut notes = Notes::new(1, None);
            compare(&mut notes, "promised", legal, promised);
            notes.warnings.iter().map(|warning| warning.rule).collect::<Vec<_>>()
        };
        assert_eq!(rules(Some(working(5)), Some(working(6))), [ImportRule::PromiseLongerThanLegal]);
        assert_eq!(rules(Some(natural(5)), Some(working(6))), [ImportRule::PromiseLongerThanLegal]);
        assert_eq!(rules(Some(working(5)), Some(natural(6))), [ImportRule::PeriodUnitsDiffer]);
        assert_eq!(rules(Some(working(5)), Some(working(5))), []);
        assert_eq!(rules(None, Some(working(5))), []);
        assert_eq!(rules(Some(working(5)), None), [ImportRule::MissingPromise]);
    }
}
