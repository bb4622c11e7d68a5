//! 不属本级受理范围告知单: not here, but there, and how to get there.

use bangban_domain::matter::LegalBasis;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::parts::{Handler, Number, Office, Requester};
use crate::sheet::{Block, Sheet, fact, wide};
use crate::words;

/// The notice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutOfScopeNotice {
    /// Number of the case.
    pub number: Number,
    /// Day of the notice.
    pub date: NaiveDate,
    /// Who gives it out.
    pub office: Office,
    /// For whom.
    pub requester: Requester,
    /// What the person asked for.
    pub asked: String,
    /// The office it belongs to.
    pub right_office: Office,
    /// The way to get it done, as it was told.
    pub told: String,
    /// Why it belongs there.
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// Who told it.
    pub handler: Handler,
}

impl OutOfScopeNotice {
    pub(crate) fn sheet(&self) -> Sheet {
        let mut facts = self.requester.facts();
        facts.push(wide("诉求", self.asked.clone()));
        let mut there = vec![wide("办理单位", self.right_office.name.clone())];
        there.extend(self.right_office.facts());
        let mut blocks = vec![
            Block::Facts { heading: None, facts },
            Block::Text { heading: None, text: self.opening() },
            Block::Facts { heading: Some("请向下列单位办理"), facts: there },
            Block::Text { heading: Some("办理路径"), text: self.told.clone() },
        ];
        if !self.legal_basis.is_empty() {
            let items = self.legal_basis.iter().map(words::basis).collect();
            blocks.push(Block::List { heading: "依据", items });
        }
        Sheet {
            issuer: self.office.name.clone(),
            title: Kind::OutOfScopeNotice.title(),
            number: self.number.printed(),
            edition: String::new(),
            blocks,
            answers: vec![
                fact("告知人", self.handler.printed()),
                fact("电话", words::stated(self.office.phone.as_deref())),
                fact("地址", words::stated(self.office.address.as_deref())),
            ],
            dated: words::date(self.date),
            signs: vec!["申请人签收"],
        }
    }

    fn opening(&self) -> String {
        format!(
            "上述诉求不属于本级受理范围，应由{}办理。现将办理单位、地址、电话和办理路径告知如下。",
            self.right_office.name
        )
    }
}
