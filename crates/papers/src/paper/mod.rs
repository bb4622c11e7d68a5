//! The six papers, and what all of them have.

pub(crate) mod correction;
pub(crate) mod form;
pub(crate) mod handoff;
pub(crate) mod one_time;
pub(crate) mod out_of_scope;
pub(crate) mod parts;
pub(crate) mod receipt;

use serde::{Deserialize, Serialize};

use crate::sheet::Sheet;
use correction::CorrectionNotice;
use form::ApplicationForm;
use handoff::HandoffSlip;
use one_time::OneTimeNotice;
use out_of_scope::OutOfScopeNotice;
use parts::{Number, Requester};
use receipt::MaterialReceipt;

/// A paper with its content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Paper {
    /// 一次性告知单.
    OneTimeNotice(OneTimeNotice),
    /// 补正告知书.
    CorrectionNotice(CorrectionNotice),
    /// 收件凭证.
    MaterialReceipt(MaterialReceipt),
    /// 不属本级受理范围告知单.
    OutOfScopeNotice(OutOfScopeNotice),
    /// 转交单.
    HandoffSlip(HandoffSlip),
    /// 申请表.
    ApplicationForm(ApplicationForm),
}

/// Which paper it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 一次性告知单.
    OneTimeNotice,
    /// 补正告知书.
    CorrectionNotice,
    /// 收件凭证.
    MaterialReceipt,
    /// 不属本级受理范围告知单.
    OutOfScopeNotice,
    /// 转交单.
    HandoffSlip,
    /// 申请表.
    ApplicationForm,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::OneTimeNotice,
        Self::CorrectionNotice,
        Self::MaterialReceipt,
        Self::OutOfScopeNotice,
        Self::HandoffSlip,
        Self::ApplicationForm,
    ];

    /// Its name in QR codes and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::OneTimeNotice => "one_time_notice",
            Self::CorrectionNotice => "correction_notice",
            Self::MaterialReceipt => "material_receipt",
            Self::OutOfScopeNotice => "out_of_scope_notice",
            Self::HandoffSlip => "handoff_slip",
            Self::ApplicationForm => "application_form",
        }
    }

    /// Its title as printed.
    pub fn title(self) -> &'static str {
        match self {
            Self::OneTimeNotice => "一次性告知单",
            Self::CorrectionNotice => "补正告知书",
            Self::MaterialReceipt => "收件凭证",
            Self::OutOfScopeNotice => "不属本级受理范围告知单",
            Self::HandoffSlip => "转交单",
            Self::ApplicationForm => "申请表",
        }
    }
}

impl Paper {
    /// Which paper it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::OneTimeNotice(_) => Kind::OneTimeNotice,
            Self::CorrectionNotice(_) => Kind::CorrectionNotice,
            Self::MaterialReceipt(_) => Kind::MaterialReceipt,
            Self::OutOfScopeNotice(_) => Kind::OutOfScopeNotice,
            Self::HandoffSlip(_) => Kind::HandoffSlip,
            Self::ApplicationForm(_) => Kind::ApplicationForm,
        }
    }

    /// The number of the case.
    pub fn number(&self) -> &Number {
        match self {
            Self::OneTimeNotice(paper) => &paper.number,
            Self::CorrectionNotice(paper) => &paper.number,
            Self::MaterialReceipt(paper) => &paper.number,
            Self::OutOfScopeNotice(paper) => &paper.number,
            Self::HandoffSlip(paper) => &paper.number,
            Self::ApplicationForm(paper) => &paper.number,
        }
    }

    /// The number of the case, to be replaced by the one it had when it was printed.
    pub fn number_mut(&mut self) -> &mut Number {
        match self {
            Self::OneTimeNotice(paper) => &mut paper.number,
            Self::CorrectionNotice(paper) => &mut paper.number,
            Self::MaterialReceipt(paper) => &mut paper.number,
            Self::OutOfScopeNotice(paper) => &mut paper.number,
            Self::HandoffSlip(paper) => &mut paper.number,
            Self::ApplicationForm(paper) => &mut paper.number,
        }
    }

    /// The paper as it is printed and hashed: what is hidden on it is hidden here.
    ///
    /// The hash is printed. With hidden digits in it, whoever holds the paper could find them out
    /// by trying. An application form hides nothing, so it is hashed as it is.
    #[must_use]
    pub fn as_printed(&self) -> Self {
        let mut printed = self.clone();
        if let Some(requester) = printed.requester_mut() {
            *requester = requester.as_printed();
        }
        printed
    }

    pub(crate) fn sheet(&self) -> Sheet {
        match self {
            Self::OneTimeNotice(paper) => paper.sheet(),
            Self::CorrectionNotice(paper) => paper.sheet(),
            Self::MaterialReceipt(paper) => paper.sheet(),
            Self::OutOfScopeNotice(paper) => paper.sheet(),
            Self::HandoffSlip(paper) => paper.sheet(),
            Self::ApplicationForm(paper) => paper.sheet(),
        }
    }

    fn requester_mut(&mut self) -> Option<&mut Requester> {
        match self {
            Self::OneTimeNotice(paper) => Some(&mut paper.requester),
            Self::CorrectionNotice(paper) => Some(&mut paper.requester),
            Self::MaterialReceipt(paper) => Some(&mut paper.requester),
            Self::OutOfScopeNotice(paper) => Some(&mut paper.requester),
            Self::HandoffSlip(paper) => Some(&mut paper.requester),
            Self::ApplicationForm(_) => None,
        }
    }
}
