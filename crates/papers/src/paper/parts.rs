//! What several papers have in common.

use bangban_domain::mask;
use serde::{Deserialize, Serialize};

use crate::sheet::{Fact, fact};
use crate::words;

/// The number of a case as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", content = "number", rename_all = "snake_case")]
pub enum Number {
    /// Given by the platform.
    Official(String),
    /// Made up here; not known to the platform yet.
    Provisional(String),
}

impl Number {
    /// The bare number.
    pub fn text(&self) -> &str {
        match self {
            Self::Official(number) | Self::Provisional(number) => number,
        }
    }

    /// As printed: what is provisional cannot be taken for official.
    pub(crate) fn printed(&self) -> String {
        match self {
            Self::Official(number) => number.clone(),
            Self::Provisional(number) => {
                format!("待上传（暂编号 {}）", number.strip_prefix('暂').unwrap_or(number))
            }
        }
    }
}

/// An office with the ways to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Office {
    /// Official name.
    pub name: String,
    /// Address of the counter.
    #[serde(default)]
    pub address: Option<String>,
    /// Phone for questions.
    #[serde(default)]
    pub phone: Option<String>,
    /// Opening hours as text.
    #[serde(default)]
    pub hours: Option<String>,
}

/// The person or body the paper is for. Numbers may be given in full: they are printed and hashed
/// with their middle hidden.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Requester {
    /// Name.
    pub name: String,
    /// Whether only the first character of the name is shown.
    #[serde(default)]
    pub hide_name: bool,
    /// Identity number or unified social credit code.
    #[serde(default)]
    pub id_number: Option<String>,
    /// Phone.
    #[serde(default)]
    pub phone: Option<String>,
    /// Name of the agent (代办人) who stands at the counter.
    #[serde(default)]
    pub agent: Option<String>,
}

/// The staff member who answers for the paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Handler {
    /// Name.
    pub name: String,
    /// Post (岗位).
    #[serde(default)]
    pub post: Option<String>,
    /// Staff number (工号).
    #[serde(default)]
    pub number: Option<String>,
}

/// The matter, in the version the case uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterLine {
    /// Official name.
    pub name: String,
    /// Implementation code (实施编码).
    pub code: String,
    /// Version, from 1.
    pub version: u32,
    /// Implementing body (实施主体).
    pub department: String,
}

impl Requester {
    pub(crate) fn as_printed(&self) -> Self {
        let shown = |name: &String| if self.hide_name { hidden(name) } else { name.clone() };
        Self {
            name: shown(&self.name),
            hide_name: self.hide_name,
            id_number: self.id_number.as_deref().map(mask::id_number),
            phone: self.phone.as_deref().map(mask::phone),
            agent: self.agent.as_ref().map(shown),
        }
    }

    /// Name, agent, numbers: two to a line.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        let printed = self.as_printed();
        let mut facts = vec![fact("申请人", printed.name)];
        facts.extend(printed.agent.map(|name| fact("代办人", name)));
        facts.extend(printed.id_number.map(|number| fact("证件号码", number)));
        facts.extend(printed.phone.map(|number| fact("联系电话", number)));
        facts
    }
}

impl Handler {
    /// `李晓梅（服务专员，工号 0137）`.
    pub(crate) fn printed(&self) -> String {
        let number = self.number.as_ref().map(|number| format!("工号 {number}"));
        let about: Vec<String> = self.post.iter().cloned().chain(number).collect();
        if about.is_empty() {
            return self.name.clone();
        }
        format!("{}（{}）", self.name, about.join("，"))
    }
}

impl MatterLine {
    pub(crate) fn facts(&self) -> [Fact; 3] {
        [
            crate::sheet::wide("事项名称", self.name.clone()),
            crate::sheet::wide("实施编码", format!("{}（第{}版）", self.code, self.version)),
            crate::sheet::wide("实施主体", self.department.clone()),
        ]
    }
}

impl Office {
    /// Address, hours and phone, with the gaps named.
    pub(crate) fn facts(&self) -> [Fact; 3] {
        [
            crate::sheet::wide("地址", words::stated(self.address.as_deref())),
            crate::sheet::wide("办公时间", words::stated(self.hours.as_deref())),
            crate::sheet::wide("电话", words::stated(self.phone.as_deref())),
        ]
    }
}

/// `张三丰` becomes `张**`.
fn hidden(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(String::from).unwrap_or_default();
    first + &"*".repeat(chars.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printing_twice_hides_no_more_than_printing_once() {
        let requester = Requester {
            name: "张三丰".to_owned(),
            hide_name: true,
            id_number: Some("441300199001011234".to_owned()),
            phone: Some("13800131234".to_owned()),
            agent: None,
        };
        let once = requester.as_printed();
        assert_eq!(once.name, "张**");
        assert_eq!(once.as_printed(), once, "the hash of a stored paper has to stay the same");
    }
}
