//! What is right in a sample case, and why.

use serde::{Deserialize, Serialize};

use crate::ticket::MaterialVerdict;

/// The key of a sample case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AnswerKey {
    /// The identity check.
    pub identity: IdentityKey,
    /// The verdict on each material, in their order.
    pub materials: Vec<ExpectedVerdict>,
    /// How the handling ends.
    pub conclusion: ConclusionKey,
    /// Each invitation to evaluate, and whether it leads.
    pub invitations: Vec<InvitationKey>,
}

/// What the identity check finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct IdentityKey {
    /// For whom the person at the counter acts.
    pub acts_as: ActsAs,
    /// What is wrong.
    #[serde(default)]
    pub faults: Vec<IdentityFault>,
    /// Why.
    pub why: String,
}

/// For whom the person at the counter acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ActsAs {
    /// 本人.
    Themselves,
    /// 委托代理.
    Authorised,
    /// 法定监护.
    Guardian,
}

/// What can be wrong with who is at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IdentityFault {
    /// 证件已过有效期.
    Expired,
    /// 人证不一致.
    NotThePerson,
    /// 证面与读卡信息不一致.
    ReaderDiffers,
    /// 没有委托书，或者委托书不能用.
    NoAuthority,
}

/// The right verdict on a material.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExpectedVerdict {
    /// Key of the material.
    pub material: String,
    /// The verdict, in the words of the pre-review.
    pub verdict: MaterialVerdict,
    /// Why.
    pub why: String,
    /// The rule it rests on.
    pub rule: String,
    /// Where it is seen.
    #[serde(default)]
    pub marks: Vec<SeenAt>,
}

/// A place on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SeenAt {
    /// Which of the material's sheets, from 0.
    #[serde(default)]
    pub sheet: usize,
    /// Where on it.
    pub spot: Spot,
}

/// Where on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// The line with this label.
    Line(String),
    /// The signature with this label.
    Signature(String),
    /// Where the seal belongs.
    Seal,
    /// The date at its foot.
    Date,
    /// The page number.
    Page,
    /// All of it.
    Whole,
}

/// How the handling ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "conclusion", rename_all = "snake_case")]
pub enum Conclusion {
    /// 材料齐全，转审查.
    PassOn,
    /// 需补正，已一次性告知.
    Correct,
    /// 不属本级，告知去向.
    Elsewhere {
        /// Key of the office.
        office: String,
    },
}

/// The right end of the handling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ConclusionKey {
    /// The end.
    pub right: Conclusion,
    /// Why.
    pub why: String,
    /// The rule it rests on.
    pub rule: String,
}

/// Whether an invitation leaves the choice to the citizen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct InvitationKey {
    /// Key of the invitation.
    pub id: String,
    /// Whether it is right.
    pub right: bool,
    /// Why.
    pub why: String,
}

impl AnswerKey {
    /// The right verdict on a material.
    pub fn of(&self, material: &str) -> Option<&ExpectedVerdict> {
        self.materials.iter().find(|expected| expected.material == material)
    }
}
