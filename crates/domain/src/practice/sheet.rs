//! A paper described as data, drawn by the screen: a defect is seen by looking and comparing,
//! never named.

use serde::{Deserialize, Serialize};

/// One side of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it looks like.
    pub kind: SheetKind,
    /// Title as printed.
    pub title: String,
    /// Printed number (编号).
    #[serde(default)]
    pub number: Option<String>,
    /// Labelled lines.
    #[serde(default)]
    pub lines: Vec<SheetLine>,
    /// Paragraphs below them.
    #[serde(default)]
    pub text: Vec<String>,
    /// Places for signatures.
    #[serde(default)]
    pub signatures: Vec<SignaturePlace>,
    /// Words of the seal; `None`: it bears none.
    #[serde(default)]
    pub seal: Option<String>,
    /// Date at its foot.
    #[serde(default)]
    pub date: Option<String>,
    /// Which page of how many.
    #[serde(default)]
    pub page: Option<PageOf>,
    /// How well it can be read.
    #[serde(default)]
    pub condition: SheetCondition,
    /// The photo on it.
    #[serde(default)]
    pub face: Option<Face>,
}

/// What a paper looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// 申请表: a table that is filled in.
    Form,
    /// 居民身份证 and cards like it, both sides.
    Card,
    /// 证书、证明: framed, with seal and number.
    Certificate,
    /// 户口簿: a page of the book.
    Register,
    /// 合同、委托书、承诺书: running text with signatures.
    Letter,
    /// 照片.
    Photo,
}

/// A labelled line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SheetLine {
    /// Label as printed.
    pub label: String,
    /// What stands there; empty: nothing was filled in.
    pub value: String,
    /// Written by hand.
    #[serde(default)]
    pub by_hand: bool,
    /// Changed after it was written (涂改): what stood there before.
    #[serde(default)]
    pub struck: Option<String>,
}

/// A place for a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SignaturePlace {
    /// Label as printed.
    pub label: String,
    /// The name written there; `None`: nobody signed.
    #[serde(default)]
    pub name: Option<String>,
}

/// Which page of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PageOf {
    /// Number of this page.
    pub number: u8,
    /// Pages in all.
    pub of: u8,
}

/// How well a paper can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SheetCondition {
    /// Everything is legible.
    #[default]
    Clear,
    /// 模糊: taken out of focus.
    Blurred,
}

/// A drawn face, so that a person and a photo can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Face {
    /// Hair.
    pub hair: Hair,
    /// Grey hair.
    #[serde(default)]
    pub grey: bool,
    /// A mole on the cheek.
    #[serde(default)]
    pub mole: bool,
    /// Thick brows.
    #[serde(default)]
    pub thick_brows: bool,
}

/// How hair is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Hair {
    /// Short.
    Short,
    /// To the shoulders.
    Long,
    /// Hardly any.
    Thin,
}
