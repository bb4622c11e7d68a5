//! Standard replies (常用答复): text with variables that a case fills in.

use serde::{Deserialize, Serialize};

/// Something that a reply is filled in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Variable {
    /// 称呼: name of the requester.
    Requester,
    /// 事项.
    Matter,
    /// 编号 of the case.
    Number,
    /// 承诺期限.
    Promised,
    /// 材料: those that are needed, one after the other.
    Materials,
    /// 地点 of the window.
    Place,
    /// 办公时间.
    Hours,
    /// 咨询电话.
    Phone,
    /// 专员: name of the person who answers.
    Specialist,
    /// 机构: name of their station.
    Station,
    /// 日期: today.
    Day,
}

impl Variable {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Requester,
        Self::Matter,
        Self::Number,
        Self::Promised,
        Self::Materials,
        Self::Place,
        Self::Hours,
        Self::Phone,
        Self::Specialist,
        Self::Station,
        Self::Day,
    ];

    /// As it stands between braces.
    pub fn word(self) -> &'static str {
        match self {
            Self::Requester => "称呼",
            Self::Matter => "事项",
            Self::Number => "编号",
            Self::Promised => "承诺期限",
            Self::Materials => "材料",
            Self::Place => "地点",
            Self::Hours => "办公时间",
            Self::Phone => "咨询电话",
            Self::Specialist => "专员",
            Self::Station => "机构",
            Self::Day => "日期",
        }
    }
}

/// A piece of a reply.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'t> {
    Text(&'t str),
    /// What stands between braces.
    Braced(&'t str),
}

/// A reply, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The text; what is missing stands there as it stood in the reply.
    pub text: String,
    /// What nobody knows, in order, each once.
    pub missing: Vec<Variable>,
}

/// Fills a reply in. `value` says what a variable is in this case, if that is known.
pub fn fill(reply: &str, value: impl Fn(Variable) -> Option<String>) -> Filled {
    let mut filled = Filled { text: String::new(), missing: Vec::new() };
    for piece in pieces(reply) {
        match piece {
            Piece::Text(text) => filled.text.push_str(text),
            Piece::Braced(word) => {
                let variable = Variable::ALL.into_iter().find(|known| known.word() == word);
                let value = variable.and_then(&value).filter(|value| !value.trim().is_empty());
                filled.missing.extend(
                    variable.filter(|known| value.is_none() && !filled.missing.contains(known)),
                );
                filled.text.push_str(&value.unwrap_or_else(|| format!("{{{word}}}")));
            }
        }
    }
    filled
}

/// Words between braces that are no variable, in order.
pub fn unknown(reply: &str) -> Vec<&str> {
    let known = |word: &str| Variable::ALL.into_iter().any(|known| known.word() == word);
    let braced = pieces(reply).into_iter().filter_map(|piece| match piece {
        Piece::Braced(word) if !known(word) => Some(word),
        _ => None,
    });
    braced.collect()
}

/// A brace without its other half is text.
fn pieces(reply: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = reply;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((word, left)) = after.split_once('}') else { break };
        // `{a {事项}`: the inner one is meant.
        if let Some(inner) = word.rfind('{') {
            let cut = before.len() + 1 + inner;
            pieces.push(Piece::Text(&rest[..cut]));
            rest = &rest[cut..];
            continue;
        }
        pieces.extend([Piece::Text(before), Piece::Braced(word.trim())]);
        rest = left;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(variable: Variable) -> Option<String> {
        match variable {
            Variable::Requester => Some("陈先生".into()),
            Variable::Matter => Some("社会保障卡申领".into()),
            Variable::Phone => Some("  ".into()),
            _ => None,
        }
    }

    #[test]
    fn what_the_case_says_is_filled_in_and_the_rest_stays_to_be_seen() {
        let cases = [
            ("{称呼}您好：{事项}已受理。", "陈先生您好：社会保障卡申领已受理。", vec![]),
            ("{ 称呼 }您好", "陈先生您好", vec![]),
            ("请拨{咨询电话}", "请拨{咨询电话}", vec![Variable::Phone]),
            ("{编号}和{编号}", "{编号}和{编号}", vec![Variable::Number]),
            ("{别的}不变", "{别的}不变", vec![]),
            ("没有合上{事项", "没有合上{事项", vec![]),
            ("{一个{事项}", "{一个社会保障卡申领", vec![]),
            ("}{事项}{", "}社会保障卡申领{", vec![]),
            ("", "", vec![]),
        ];
        for (reply, text, missing) in cases {
            let filled = fill(reply, value);
            assert_eq!((filled.text.as_str(), filled.missing), (text, missing), "{reply}");
        }
    }

    #[test]
    fn words_between_braces_that_mean_nothing_are_named() {
        assert_eq!(unknown("{称呼}您好，{天气}不错，{ 电话 }"), ["天气", "电话"]);
        assert_eq!(unknown("{ 没有合上"), Vec::<&str>::new());
    }
}
