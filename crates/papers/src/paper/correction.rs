//! 补正告知书: all defects at once, how to mend each, until when.

use bangban_domain::ticket::Defect;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::parts::{Handler, MatterLine, Number, Office, Requester};
use crate::sheet::{Block, Cell, Sheet, cell, column, fact, narrow, rest, wide};
use crate::words;

/// What usually follows when the applicant lets the period pass; local rules may say otherwise.
pub const USUAL_CONSEQUENCE: &str =
    "逾期未补正且未说明正当理由的，视为撤回本次申请；材料齐备后可以重新提出。";

/// The notice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionNotice {
    /// Number of the case.
    pub number: Number,
    /// Day of the notice.
    pub date: NaiveDate,
    /// Who gives it out, and where the applicant can ask.
    pub office: Office,
    /// For whom.
    pub requester: Requester,
    /// About what.
    pub matter: MatterLine,
    /// Day on which the first materials came in (收件日); `None`: nothing was brought yet.
    #[serde(default)]
    pub received_on: Option<NaiveDate>,
    /// All defects.
    pub defects: Vec<DefectLine>,
    /// Last day for the applicant.
    pub due_on: NaiveDate,
    /// The same in working days.
    pub due_days: u16,
    /// Legal basis, as printed.
    pub legal_basis: String,
    /// What follows when the period passes; see [`USUAL_CONSEQUENCE`].
    pub consequence: String,
    /// The five days of the law, where they apply.
    #[serde(default)]
    pub five_days: Option<FiveDays>,
    /// 1 for the first notice of the case.
    pub ordinal: u16,
    /// The manager's reason, for a notice after the first.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who gave it.
    pub handler: Handler,
}

/// A line of the notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefectLine {
    /// Name of the material.
    pub material: String,
    /// What is wrong; `None`: it is missing.
    #[serde(default)]
    pub problem: Option<String>,
    /// How to mend it.
    pub fix: String,
}

/// The five days in which the office has to tell everything at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiveDays {
    /// The last of them.
    pub last_day: NaiveDate,
}

impl From<&Defect> for DefectLine {
    fn from(defect: &Defect) -> Self {
        Self {
            material: defect.name.clone(),
            problem: defect.defect.clone(),
            fix: defect.fix.clone(),
        }
    }
}

impl CorrectionNotice {
    pub(crate) fn sheet(&self) -> Sheet {
        let mut facts = self.requester.facts();
        facts.extend(self.matter.facts());
        facts.extend(self.received_on.map(|day| fact("收件日", words::date(day))));
        facts.push(fact("补正期限", self.due()));
        facts.extend(self.reason.as_ref().map(|reason| wide("再次告知理由", reason.clone())));
        let blocks = vec![
            Block::Facts { heading: None, facts },
            Block::Text { heading: None, text: self.opening() },
            self.table(),
            Block::List { heading: "期限、依据与后果", items: self.rules() },
        ];
        Sheet {
            issuer: self.office.name.clone(),
            title: Kind::CorrectionNotice.title(),
            number: self.number.printed(),
            edition: format!("第{}次告知", self.ordinal),
            blocks,
            answers: vec![
                fact("经办人", self.handler.printed()),
                fact("联系电话", words::stated(self.office.phone.as_deref())),
                fact("补正地点", words::stated(self.office.address.as_deref())),
                fact("办公时间", words::stated(self.office.hours.as_deref())),
            ],
            dated: words::date(self.date),
            signs: vec!["申请人签收"],
        }
    }

    fn due(&self) -> String {
        format!("{}前（含当日）", words::date(self.due_on))
    }

    fn opening(&self) -> String {
        format!(
            "您提交的申请材料经预审，有下列{}项需要补正。现一次性告知全部内容，请在{}前（含当日）补正。",
            self.defects.len(),
            words::date(self.due_on),
        )
    }

    fn table(&self) -> Block {
        let line = |(index, defect): (usize, &DefectLine)| defect.row(index + 1);
        Block::Table {
            heading: "需要补正的全部内容",
            columns: vec![
                narrow("序号", 10.5),
                column("材料", 42.0),
                column("问题", 52.0),
                rest("补正办法"),
            ],
            rows: self.defects.iter().enumerate().map(line).collect(),
        }
    }

    fn rules(&self) -> Vec<String> {
        let mut rules = vec![
            format!(
                "补正期限为{}个工作日，自本告知书送达次日起计算，至{}止。",
                self.due_days,
                words::date(self.due_on)
            ),
            format!("告知依据：{}", self.legal_basis),
            self.consequence.clone(),
        ];
        let five = self.five_days.zip(self.received_on);
        rules.extend(five.map(|(days, received_on)| days.rule(received_on)));
        rules
    }
}

impl FiveDays {
    fn rule(self, received_on: NaiveDate) -> String {
        format!(
            "《中华人民共和国行政许可法》第三十二条：申请材料不齐全或者不符合法定形式的，应当当场或者在五日内一次告知申请人需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理。本次收件日为{}，上述期限至{}止。",
            words::date(received_on),
            words::date(self.last_day),
        )
    }
}

impl DefectLine {
    fn row(&self, number: usize) -> Vec<Cell> {
        let problem = self.problem.clone().unwrap_or_else(|| "缺失".to_owned());
        vec![cell(number.to_string()), cell(&self.material), cell(problem), cell(&self.fix)]
    }
}
