//! Small readings of text that every source needs.

/// Characters of a value shown in the report.
const SHORT: usize = 40;

/// The text, cut to a length that fits a line.
pub(crate) fn short(text: &str) -> String {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if flat.chars().count() <= SHORT {
        return flat;
    }
    flat.chars().take(SHORT).chain(['…']).collect()
}

/// Whether the text says that there is nothing: "无", "无。", "暂无", "/", dashes, "null".
pub(crate) fn says_none(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['。', '.', '；', ';']);
    matches!(bare, "无" | "暂无" | "/" | "-" | "--" | "—" | "——" | "null" | "NULL" | "None")
}

/// Full-width digits, letters and signs as their ordinary selves; other characters stay.
pub(crate) fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// Names people use, from a list in one text. Commas and semicolons part them; the pause mark
/// (、) does not, as it stands inside names.
pub(crate) fn names(text: &str) -> Vec<String> {
    text.split([',', '，', ';', '；', '\n'])
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|part| !part.is_empty() && !says_none(part))
        .collect()
}

/// Brackets that stand directly inside brackets of their own, made single: `甲(（乙）)` is `甲（乙）`.
pub(crate) fn single_brackets(name: &str) -> String {
    for (open, close) in [("(（", "）)"), ("((", "))"), ("（（", "））")] {
        if let Some((head, inner)) = name.strip_suffix(close).and_then(|rest| rest.split_once(open))
            && !inner.contains(['(', '（', ')', '）'])
        {
            return format!("{head}（{inner}）");
        }
    }
    name.to_owned()
}

/// Removes the session parameter that some addresses carry; `None` when there is none.
pub(crate) fn without_session(url: &str) -> Option<String> {
    let start = url.find("gdbsTokenId=")?;
    let end = url[start..].find('&').map_or(url.len(), |at| start + at + 1);
    let kept = format!("{}{}", &url[..start], &url[end..]);
    Some(kept.trim_end_matches(['&', '?']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_recognised_but_a_sentence_about_nothing_is_kept() {
        for text in ["无", "无。", " 无 ", "暂无", "/", "——"] {
            assert!(says_none(text), "{text} states nothing");
        }
        for text in ["无条件受理", "无线下办理窗口", "无w", ""] {
            assert!(!says_none(text), "{text} is not the none text");
        }
    }

    #[test]
    fn long_values_are_cut_by_characters_not_bytes() {
        let text = "事".repeat(41);
        assert_eq!(short(&text).chars().count(), 41, "40 characters and the ellipsis");
        assert_eq!(short("一\n二"), "一 二", "a value stays on one line of the report");
    }

    #[test]
    fn popular_names_part_at_commas_only() {
        assert_eq!(names("驾照换证，换驾照,  领证 换证,"), ["驾照换证", "换驾照", "领证 换证"]);
        assert_eq!(names("会见、探访、探望"), ["会见、探访、探望"]);
    }

    #[test]
    fn doubled_brackets_become_single_and_others_stay() {
        assert_eq!(single_brackets("信息查询(（企业）)"), "信息查询（企业）");
        assert_eq!(
            single_brackets("律师执业变更(跨市转所（机构变更）)"),
            "律师执业变更(跨市转所（机构变更）)"
        );
        assert_eq!(single_brackets("核发（市政类）"), "核发（市政类）");
        assert_eq!(single_brackets("(（"), "(（");
    }

    #[test]
    fn somebody_elses_session_is_not_kept_in_an_address() {
        assert_eq!(
            without_session("http://a.cn/b?x=1&gdbsTokenId=AQ*"),
            Some("http://a.cn/b?x=1".into())
        );
        assert_eq!(
            without_session("http://a.cn/b?gdbsTokenId=&x=1"),
            Some("http://a.cn/b?x=1".into())
        );
        assert_eq!(without_session("http://a.cn/b?x=1"), None);
    }
}
