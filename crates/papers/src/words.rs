//! Dates, periods and numbers in the words of the counter.

use bangban_domain::matter::{Fee, HandlingKind, LegalBasis, MaterialSource, Necessity, Period};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

/// What stands where the source is silent.
pub(crate) const NOT_STATED: &str = "未说明";

/// `2026年11月22日`.
pub(crate) fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `2026年11月22日 10:32`.
pub(crate) fn moment(at: DateTime<FixedOffset>) -> String {
    format!("{} {}", date(at.date_naive()), at.format("%H:%M"))
}

/// The words, or that there are none.
pub(crate) fn stated(text: Option<&str>) -> String {
    text.map(str::trim).filter(|text| !text.is_empty()).unwrap_or(NOT_STATED).to_owned()
}

/// `必要`, `非必要`, `容缺后补`.
pub(crate) fn necessity(necessity: Option<Necessity>) -> String {
    let word = match necessity {
        Some(Necessity::Required) => "必要",
        Some(Necessity::Optional) => "非必要",
        Some(Necessity::Deferrable) => "容缺后补",
        None => NOT_STATED,
    };
    word.to_owned()
}

/// `原件1份`, `复印件2份`, a line each; nothing said is not zero.
pub(crate) fn pieces(originals: Option<u8>, copies: Option<u8>) -> String {
    let line = |word: &str, count: Option<u8>| {
        count.filter(|count| *count > 0).map(|count| format!("{word}{count}份"))
    };
    let lines: Vec<_> =
        [line("原件", originals), line("复印件", copies)].into_iter().flatten().collect();
    match (originals, copies) {
        _ if !lines.is_empty() => lines.join("\n"),
        (None, None) => NOT_STATED.to_owned(),
        _ => "0份".to_owned(),
    }
}

/// 来源渠道.
pub(crate) fn source(source: Option<MaterialSource>) -> String {
    let word = match source {
        Some(MaterialSource::Applicant) => "申请人自备",
        Some(MaterialSource::Government) => "政府核发",
        Some(MaterialSource::Other) => "其他",
        None => NOT_STATED,
    };
    word.to_owned()
}

/// `20个工作日`.
pub(crate) fn period(period: Option<Period>, kind: Option<HandlingKind>) -> String {
    match (period, kind) {
        (_, Some(HandlingKind::OnTheSpot)) => "即办（当场办结）".to_owned(),
        (Some(period), _) => period.words(),
        (None, _) => NOT_STATED.to_owned(),
    }
}

/// Whether anything is charged, how much, and by what right.
pub(crate) fn fee(fee: Option<&Fee>) -> String {
    let Some(fee) = fee else { return NOT_STATED.to_owned() };
    if !fee.charged {
        return "不收费".to_owned();
    }
    let items =
        if fee.items.is_empty() { "金额未说明".to_owned() } else { fee.items.join("；") };
    format!("{items}（收费依据：{}）", stated(fee.basis.as_deref()))
}

/// Where to look it up, and what it says.
pub(crate) fn basis(basis: &LegalBasis) -> String {
    let mut words = basis.citation();
    if let Some(text) = &basis.text {
        words.push('：');
        words.push_str(text);
    }
    words
}

/// `1.4 MB`, `320 KB`.
pub(crate) fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    if bytes >= MB {
        return format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB);
    }
    format!("{} KB", bytes.div_ceil(KB))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_source_does_not_say_is_never_shown_as_nothing() {
        assert_eq!(pieces(None, None), "未说明", "silence is not zero");
        assert_eq!(pieces(Some(0), None), "0份", "zero is said");
        assert_eq!(pieces(Some(1), Some(2)), "原件1份\n复印件2份", "each has its line");
        assert_eq!(stated(Some("  ")), "未说明", "blank is silence");
        let charged = Fee { charged: true, items: vec![], basis: None };
        assert_eq!(fee(Some(&charged)), "金额未说明（收费依据：未说明）", "a fee needs its basis");
    }

    #[test]
    fn sizes_round_up_so_that_a_file_never_looks_empty() {
        assert_eq!(size(1), "1 KB");
        assert_eq!(size(1_500_000), "1.4 MB");
    }
}
