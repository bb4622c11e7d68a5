//! 收件凭证: what was handed in, and when. It proves nothing else.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::Kind;
use super::parts::{Handler, MatterLine, Number, Office, Requester};
use crate::sheet::{Block, Cell, Sheet, cell, column, fact, narrow, noted, rest, wide};
use crate::words;

/// The sentence that keeps a receipt from being taken for more.
const ONLY_RECEIVED: &str = "本凭证仅证明收到材料，不代表受理。";

/// The receipt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MaterialReceipt {
    /// Number of the case.
    pub number: Number,
    /// When the materials were received.
    pub received_at: DateTime<FixedOffset>,
    /// Who received them.
    pub office: Office,
    /// From whom.
    pub requester: Requester,
    /// For what.
    pub matter: MatterLine,
    /// What was received.
    pub materials: Vec<ReceivedLine>,
    /// Anything that was noted.
    #[serde(default)]
    pub note: Option<String>,
    /// Who took them in.
    pub handler: Handler,
}

/// A material as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedLine {
    /// Name of the material.
    pub name: String,
    /// Originals received on paper.
    pub originals: u8,
    /// Copies received on paper.
    pub copies: u8,
    /// Files received.
    #[serde(default)]
    pub files: Vec<ReceivedFile>,
}

/// A file by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedFile {
    /// Name as it was handed in.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hexadecimal; the first eight digits are printed.
    pub sha256: String,
}

impl MaterialReceipt {
    pub(crate) fn sheet(&self) -> Sheet {
        let mut facts = self.requester.facts();
        facts.extend(self.matter.facts());
        facts.push(wide("收件时间", words::moment(self.received_at)));
        let mut blocks = vec![
            Block::Facts { heading: None, facts },
            self.table(),
            Block::Text { heading: None, text: self.total() },
        ];
        if let Some(note) = &self.note {
            blocks.push(Block::Text { heading: Some("备注"), text: note.clone() });
        }
        blocks.push(Block::Stress { text: ONLY_RECEIVED });
        Sheet {
            issuer: self.office.name.clone(),
            title: Kind::MaterialReceipt.title(),
            number: self.number.printed(),
            edition: String::new(),
            blocks,
            answers: vec![
                fact("收件人", self.handler.printed()),
                fact("电话", words::stated(self.office.phone.as_deref())),
                fact("地址", words::stated(self.office.address.as_deref())),
            ],
            dated: words::date(self.received_at.date_naive()),
            signs: vec!["交件人签名"],
        }
    }

    fn table(&self) -> Block {
        let line = |(index, material): (usize, &ReceivedLine)| material.row(index + 1);
        Block::Table {
            heading: "收到的材料",
            columns: vec![
                narrow("序号", 10.5),
                rest("材料名称"),
                narrow("原件", 14.0),
                narrow("复印件", 14.0),
                column("电子文件", 72.0),
            ],
            rows: self.materials.iter().enumerate().map(line).collect(),
        }
    }

    fn total(&self) -> String {
        let sum =
            |count: fn(&ReceivedLine) -> usize| -> usize { self.materials.iter().map(count).sum() };
        format!(
            "共收到材料{}种：原件{}份，复印件{}份，电子文件{}个。",
            self.materials.len(),
            sum(|line| line.originals.into()),
            sum(|line| line.copies.into()),
            sum(|line| line.files.len()),
        )
    }
}

impl ReceivedLine {
    fn row(&self, number: usize) -> Vec<Cell> {
        let files = match self.files.len() {
            0 => "无".to_owned(),
            count => format!("{count}个"),
        };
        vec![
            cell(number.to_string()),
            cell(&self.name),
            cell(format!("{}份", self.originals)),
            cell(format!("{}份", self.copies)),
            noted(files, self.files.iter().map(ReceivedFile::printed).collect()),
        ]
    }
}

impl ReceivedFile {
    /// `身份证正面.jpg，320 KB，校验 9f86d081`.
    fn printed(&self) -> String {
        let check: String = self.sha256.chars().take(8).collect();
        format!("{}，{}，校验 {check}", self.name, words::size(self.bytes))
    }
}
