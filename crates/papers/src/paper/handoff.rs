//! 转交单: who hands what to whom, and who stays the first responder.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Kind;
use super::parts::{Handler, MatterLine, Number, Requester};
use crate::sheet::{Block, Cell, Fact, Sheet, cell, fact, narrow, rest, wide};
use crate::words;

/// The slip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandoffSlip {
    /// Number of the case.
    pub number: Number,
    /// When it was handed on.
    pub handed_at: DateTime<FixedOffset>,
    /// Who hands it on.
    pub from: Party,
    /// Who is to sign for it.
    pub to: Party,
    /// 首问责任人, whom a handoff does not change; `None`: whoever signs for it becomes that.
    #[serde(default)]
    pub first_responder: Option<Party>,
    /// Whose case it is.
    pub requester: Requester,
    /// What is asked for.
    pub asked: String,
    /// The matter, where one was chosen.
    #[serde(default)]
    pub matter: Option<MatterLine>,
    /// Why, and what is left to do.
    pub note: String,
    /// What goes along.
    #[serde(default)]
    pub materials: Vec<CarriedLine>,
    /// Until when it has to be signed for.
    pub sign_by: DateTime<FixedOffset>,
    /// Last day for the case as a whole.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
}

/// An organisation, and the person in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Party {
    /// Name of the organisation.
    pub organisation: String,
    /// The person; `None`: anyone who serves there.
    #[serde(default)]
    pub person: Option<Handler>,
    /// Phone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// A material that goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedLine {
    /// Name of the material.
    pub name: String,
    /// Originals.
    pub originals: u8,
    /// Copies.
    pub copies: u8,
    /// Number of files.
    pub files: u32,
}

impl HandoffSlip {
    pub(crate) fn sheet(&self) -> Sheet {
        let mut facts = self.requester.facts();
        facts.push(wide("诉求", self.asked.clone()));
        facts.extend(self.matter.iter().flat_map(MatterLine::facts));
        let mut blocks = vec![
            Block::Facts { heading: None, facts },
            Block::Facts { heading: Some("交接"), facts: self.parties() },
            Block::Text { heading: Some("转交说明"), text: self.note.clone() },
        ];
        blocks.push(self.carried());
        Sheet {
            issuer: self.from.organisation.clone(),
            title: Kind::HandoffSlip.title(),
            number: self.number.printed(),
            edition: String::new(),
            blocks,
            answers: Vec::new(),
            dated: words::date(self.handed_at.date_naive()),
            signs: vec!["交出人签名", "接收人签名"],
        }
    }

    fn parties(&self) -> Vec<Fact> {
        let due = self.due_on.map_or_else(|| words::NOT_STATED.to_owned(), words::date);
        vec![
            wide("交出", self.from.printed()),
            wide("接收", self.to.printed()),
            wide("首问责任人", self.responder()),
            fact("转交时间", words::moment(self.handed_at)),
            fact("签收期限", words::moment(self.sign_by)),
            wide("办结期限", due),
        ]
    }

    fn responder(&self) -> String {
        let stays = |party: &Party| format!("{}（不因转交改变）", party.printed());
        self.first_responder.as_ref().map_or_else(|| "由签收人担任".to_owned(), stays)
    }

    fn carried(&self) -> Block {
        if self.materials.is_empty() {
            return Block::Text { heading: Some("随转材料"), text: "无。".to_owned() };
        }
        let line = |(index, material): (usize, &CarriedLine)| material.row(index + 1);
        Block::Table {
            heading: "随转材料",
            columns: vec![
                narrow("序号", 10.5),
                rest("材料名称"),
                narrow("原件", 18.0),
                narrow("复印件", 18.0),
                narrow("电子文件", 22.0),
            ],
            rows: self.materials.iter().enumerate().map(line).collect(),
        }
    }
}

impl CarriedLine {
    fn row(&self, number: usize) -> Vec<Cell> {
        vec![
            cell(number.to_string()),
            cell(&self.name),
            cell(format!("{}份", self.originals)),
            cell(format!("{}份", self.copies)),
            cell(format!("{}个", self.files)),
        ]
    }
}

impl Party {
    /// Organisation and person, apart by a wide space; the phone on a line of its own.
    fn printed(&self) -> String {
        let person = self.person.as_ref().map(|person| format!("\u{3000}{}", person.printed()));
        let phone = self.phone.as_ref().map(|phone| format!("\n电话 {phone}"));
        let parts = [Some(self.organisation.clone()), person, phone];
        parts.into_iter().flatten().collect()
    }
}
