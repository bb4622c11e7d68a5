//! Pre-review (预审) of materials and the correction notice (一次性补正告知).
//!
//! Pre-review is not acceptance (受理): nothing here says that an application was accepted.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::directory::StaffId;
use crate::matter::{Material, Matter, Necessity};
use crate::time::Timestamp;

/// The pre-review of a ticket's materials.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Review {
    /// Situation (情形) the list was built for.
    pub situation: Option<String>,
    /// Version of the matter the list was built from.
    pub matter_version: u32,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Day on which the first materials came in (收件日); begins the five days of the law.
    pub received_at: Option<Timestamp>,
    /// Last time materials came in.
    pub last_received_at: Option<Timestamp>,
    /// 1, and one more after each correction.
    pub round: u16,
    /// The checklist.
    pub items: Vec<ReviewItem>,
    /// Notices that were issued, oldest first.
    pub corrections: Vec<Correction>,
    /// A manager's leave for one more notice.
    pub leave: Option<CorrectionLeave>,
    /// When it was passed on for examination (转审查).
    pub submitted_at: Option<Timestamp>,
}

/// A material on the checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReviewItem {
    /// Key of the material in the matter.
    pub material: String,
    /// Its name.
    pub name: String,
    /// Whether it is needed.
    pub necessity: Option<Necessity>,
    /// What was handed in, of every round.
    pub files: Vec<FiledMaterial>,
    /// Originals and copies received on paper, as counted.
    pub paper: Option<PaperReceived>,
    /// The present verdict.
    pub judged: Option<Judged>,
    /// Verdicts before it, oldest first.
    pub earlier: Vec<Judged>,
}

/// A file handed in for a material.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FiledMaterial {
    /// The file.
    pub file: FileRef,
    /// Round in which it came.
    pub round: u16,
    /// When.
    pub at: Timestamp,
    /// Who took it in.
    pub by: StaffId,
    /// Why it was taken off again; the file itself stays readable.
    pub removed: Option<String>,
}

/// A file by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileRef {
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Name as it was handed in.
    pub name: String,
    /// Media type, found from the content.
    pub media: String,
    /// Size in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
}

/// Paper as it was counted at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PaperReceived {
    /// Originals (原件).
    pub originals: u8,
    /// Copies (复印件).
    pub copies: u8,
}

/// Materials received for one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Received {
    /// Key of the material.
    pub material: String,
    /// What was counted.
    pub paper: PaperReceived,
}

/// A verdict on a material, with who gave it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Judged {
    /// The verdict.
    pub verdict: MaterialVerdict,
    /// Round in which it was given.
    pub round: u16,
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// What a person found about a material.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum MaterialVerdict {
    /// 符合.
    Meets,
    /// 需补正.
    NeedsFixing {
        /// What is wrong, from the matter's catalogue or in free words.
        defect: String,
        /// How to mend it.
        fix: String,
    },
    /// 缺失.
    Missing {
        /// How to get it.
        fix: String,
    },
    /// 容缺: may follow later.
    Waived {
        /// What the applicant promised in writing (容缺承诺).
        promise: String,
        /// Working days until it has to be there.
        due_days: u16,
    },
    /// 电子证照免提交.
    Exempt {
        /// The electronic certificate.
        certificate: String,
    },
}

/// A correction notice (补正告知) as it was issued: everything at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Correction {
    /// The command that issued it.
    pub id: Uuid,
    /// Round it ended.
    pub round: u16,
    /// All defects.
    pub defects: Vec<Defect>,
    /// Legal basis, as printed.
    pub basis: String,
    /// Working days the applicant has.
    pub due_days: u16,
    /// A manager's reason, for a notice after the first.
    pub reason: Option<String>,
    /// When.
    pub issued_at: Timestamp,
    /// Who.
    pub issued_by: StaffId,
    /// When the applicant handed in again.
    pub answered_at: Option<Timestamp>,
    /// Why it was taken although it came late.
    pub late: Option<String>,
}

/// One line of a correction notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Defect {
    /// Key of the material.
    pub material: String,
    /// Its name.
    pub name: String,
    /// What is wrong; `None`: it is missing.
    pub defect: Option<String>,
    /// How to mend it.
    pub fix: String,
}

/// A manager's leave for one more correction notice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CorrectionLeave {
    /// Why a second notice is right.
    pub reason: String,
    /// Who gave it.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// A material of the checklist as a station builds it from the matter in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChecklistItem {
    /// Key of the material.
    pub material: String,
    /// Its name.
    pub name: String,
    /// Whether it is needed.
    pub necessity: Option<Necessity>,
}

impl ChecklistItem {
    /// The checklist of a situation: its materials, in the matter's order. Without a situation,
    /// the materials that every situation needs.
    pub fn of(matter: &Matter, situation: Option<&str>) -> Vec<Self> {
        let needed = |material: &&Material| {
            material.situations.is_empty()
                || situation.is_some_and(|chosen| material.situations.iter().any(|s| s == chosen))
        };
        let lines = matter.materials.iter().filter(needed);
        lines
            .map(|material| Self {
                material: material.id.clone(),
                name: material.name.clone(),
                necessity: material.necessity,
            })
            .collect()
    }
}

impl MaterialVerdict {
    /// The words of the verdict; `None` when it needs none.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Meets => None,
            Self::NeedsFixing { fix, .. } | Self::Missing { fix } => Some(fix),
            Self::Waived { promise, .. } => Some(promise),
            Self::Exempt { certificate } => Some(certificate),
        }
    }
}

impl ReviewItem {
    /// A line nobody has looked at yet.
    pub fn new(item: &ChecklistItem) -> Self {
        Self {
            material: item.material.clone(),
            name: item.name.clone(),
            necessity: item.necessity,
            files: Vec::new(),
            paper: None,
            judged: None,
            earlier: Vec::new(),
        }
    }

    /// Whether a file is among what was handed in and not taken off again.
    pub fn has_file(&self, sha256: &str) -> bool {
        self.files.iter().any(|filed| filed.is(sha256))
    }

    /// What the applicant has to mend, if anything. A material that is not required
    /// (非必要) and was not brought is no defect.
    pub fn defect(&self) -> Option<Defect> {
        let line = |defect: Option<&String>, fix: &String| Defect {
            material: self.material.clone(),
            name: self.name.clone(),
            defect: defect.cloned(),
            fix: fix.clone(),
        };
        match &self.judged.as_ref()?.verdict {
            MaterialVerdict::NeedsFixing { defect, fix } => Some(line(Some(defect), fix)),
            MaterialVerdict::Missing { fix } if self.necessity != Some(Necessity::Optional) => {
                Some(line(None, fix))
            }
            _ => None,
        }
    }
}

impl FiledMaterial {
    /// Whether it is this file, and still there.
    pub(super) fn is(&self, sha256: &str) -> bool {
        self.file.sha256 == sha256 && self.removed.is_none()
    }
}

impl Review {
    /// Lines that have a verdict.
    pub fn judged(&self) -> usize {
        self.items.iter().filter(|item| item.judged.is_some()).count()
    }

    /// Whether every material has a verdict.
    pub fn is_complete(&self) -> bool {
        !self.items.is_empty() && self.judged() == self.items.len()
    }

    /// Everything the applicant has to mend, in the order of the checklist.
    pub fn defects(&self) -> Vec<Defect> {
        self.items.iter().filter_map(ReviewItem::defect).collect()
    }

    /// The notice the applicant has not answered yet.
    pub fn open_correction(&self) -> Option<&Correction> {
        self.corrections.last().filter(|notice| notice.answered_at.is_none())
    }

    /// A line by its material.
    pub fn item(&self, material: &str) -> Option<&ReviewItem> {
        self.items.iter().find(|item| item.material == material)
    }

    /// A line by its material, to change it.
    pub(super) fn item_mut(&mut self, material: &str) -> Option<&mut ReviewItem> {
        self.items.iter_mut().find(|item| item.material == material)
    }

    /// Materials came in: the first time begins the five days of the law.
    pub(super) fn came_in(&mut self, at: Timestamp) {
        self.received_at.get_or_insert(at);
        self.last_received_at = Some(at);
    }

    /// The applicant handed in again: only what had to be mended is looked at again.
    pub(super) fn next_round(&mut self, late: Option<&String>, at: Timestamp) {
        if let Some(notice) = self.corrections.last_mut() {
            notice.answered_at = Some(at);
            notice.late = late.cloned();
        }
        self.round += 1;
        self.last_received_at = Some(at);
        for item in &mut self.items {
            if item.defect().is_some() {
                item.earlier.extend(item.judged.take());
            }
        }
    }
}
