//! 一次性告知单: everything a matter asks of the applicant, told at once.

use bangban_domain::matter::{
    Fee, HandlingKind, LegalBasis, Material, MaterialSource, Necessity, Period, Place,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Kind;
use super::parts::{Handler, MatterLine, Number, Office, Requester};
use crate::sheet::{Block, Cell, Fact, Sheet, cell, column, fact, narrow, noted, rest, wide};
use crate::words;

/// The notice. What the matter does not state is printed as 未说明.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OneTimeNotice {
    /// Number of the case.
    pub number: Number,
    /// Day of the notice.
    pub date: NaiveDate,
    /// Who gives it out.
    pub office: Office,
    /// For whom.
    pub requester: Requester,
    /// About what.
    pub matter: MatterLine,
    /// The chosen situation (情形), in words.
    #[serde(default)]
    pub situation: Option<String>,
    /// Acceptance conditions (受理条件).
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Materials this situation needs.
    #[serde(default)]
    pub materials: Vec<MaterialLine>,
    /// Whether it is finished on the spot.
    #[serde(default)]
    pub handling: Option<HandlingKind>,
    /// Legal period.
    #[serde(default)]
    pub legal_period: Option<Period>,
    /// Promised period.
    #[serde(default)]
    pub promised_period: Option<Period>,
    /// Statutory fee; `None`: not stated.
    #[serde(default)]
    pub fee: Option<Fee>,
    /// Where, when, whom to call.
    #[serde(default)]
    pub place: Place,
    /// Legal basis of the matter.
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// Who told it.
    pub handler: Handler,
}

/// A material as the notice lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialLine {
    /// Name.
    pub name: String,
    /// 必要性; `None`: not stated.
    #[serde(default)]
    pub necessity: Option<Necessity>,
    /// Originals; `None`: not stated.
    #[serde(default)]
    pub originals: Option<u8>,
    /// Copies; `None`: not stated.
    #[serde(default)]
    pub copies: Option<u8>,
    /// 来源渠道; `None`: not stated.
    #[serde(default)]
    pub source: Option<MaterialSource>,
    /// What to know about the source.
    #[serde(default)]
    pub source_note: Option<String>,
    /// 填报须知.
    #[serde(default)]
    pub filling_notes: Option<String>,
    /// Electronic certificate that makes it unnecessary.
    #[serde(default)]
    pub exempt_by: Option<String>,
}

impl From<&Material> for MaterialLine {
    fn from(material: &Material) -> Self {
        Self {
            name: material.name.clone(),
            necessity: material.necessity,
            originals: material.originals,
            copies: material.copies,
            source: material.source,
            source_note: material.source_note.clone(),
            filling_notes: material.filling_notes.clone(),
            exempt_by: material.exempt_by.clone(),
        }
    }
}

impl OneTimeNotice {
    pub(crate) fn sheet(&self) -> Sheet {
        let mut facts = self.requester.facts();
        facts.extend(self.matter.facts());
        facts.extend(self.situation.as_ref().map(|words| wide("办理情形", words.clone())));
        let mut blocks = vec![Block::Facts { heading: None, facts }];
        if !self.conditions.is_empty() {
            let items = self.conditions.clone();
            blocks.push(Block::List { heading: "受理条件", items });
        }
        blocks.push(self.materials());
        blocks.push(self.terms());
        if !self.legal_basis.is_empty() {
            let items = self.legal_basis.iter().map(LegalBasis::citation).collect();
            blocks.push(Block::List { heading: "设定依据", items });
        }
        Sheet {
            issuer: self.office.name.clone(),
            title: Kind::OneTimeNotice.title(),
            number: self.number.printed(),
            edition: String::new(),
            blocks,
            answers: self.answers(),
            dated: words::date(self.date),
            signs: vec!["申请人签收"],
        }
    }

    /// Where to ask; address and hours only where the guide does not say where to go.
    fn answers(&self) -> Vec<Fact> {
        let mut answers = vec![
            fact("告知人", self.handler.printed()),
            fact("电话", words::stated(self.office.phone.as_deref())),
        ];
        if self.place.address.is_none() {
            answers.push(fact("地址", words::stated(self.office.address.as_deref())));
            answers.push(fact("办公时间", words::stated(self.office.hours.as_deref())));
        }
        answers
    }

    fn materials(&self) -> Block {
        let line = |(index, material): (usize, &MaterialLine)| material.row(index + 1);
        Block::Table {
            heading: "申请材料",
            columns: vec![
                narrow("序号", 10.5),
                column("材料名称", 44.0),
                narrow("必要性与来源", 24.5),
                narrow("份数", 18.0),
                rest("填报须知"),
            ],
            rows: self.materials.iter().enumerate().map(line).collect(),
        }
    }

    fn terms(&self) -> Block {
        let place = |words: &Option<String>| words::stated(words.as_deref());
        Block::Facts {
            heading: Some("时限、收费与办理地点"),
            facts: vec![
                fact("法定时限", words::period(self.legal_period, None)),
                fact("承诺时限", words::period(self.promised_period, self.handling)),
                wide("收费", words::fee(self.fee.as_ref())),
                wide("办理地点", place(&self.place.address)),
                wide("办理时间", place(&self.place.hours)),
                fact("咨询电话", place(&self.place.consult_phone)),
                fact("监督电话", place(&self.place.complaint_phone)),
            ],
        }
    }
}

impl MaterialLine {
    fn row(&self, number: usize) -> Vec<Cell> {
        let exempt = self.exempt_by.iter().map(|certificate| format!("有{certificate}的，免提交"));
        vec![
            cell(number.to_string()),
            noted(&self.name, exempt.collect()),
            cell(self.standing()),
            cell(words::pieces(self.originals, self.copies)),
            self.notes(),
        ]
    }

    /// Whether it is needed, and where it comes from. One column: what is short shares its room, so
    /// that what is long gets enough of it to fit the page.
    fn standing(&self) -> String {
        match (self.necessity, self.source) {
            (None, None) => words::NOT_STATED.to_owned(),
            (necessity, None) => words::necessity(necessity),
            (None, source) => words::source(source),
            (necessity, source) => {
                format!("{}\n{}", words::necessity(necessity), words::source(source))
            }
        }
    }

    /// What to know about it.
    fn notes(&self) -> Cell {
        let source = self.source_note.as_ref().map(|note| format!("来源：{note}"));
        match (&self.filling_notes, source) {
            (Some(filling), source) => noted(filling, source.into_iter().collect()),
            (None, Some(source)) => cell(source),
            (None, None) => cell(words::NOT_STATED),
        }
    }
}
