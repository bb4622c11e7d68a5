//! Who asks, and who comes for them.

use serde::{Deserialize, Serialize};

/// Who asks, and who comes for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requester {
    /// Natural or legal person.
    pub kind: RequesterKind,
    /// Name of the person or body.
    pub name: String,
    /// Kind of document that `id_number` is taken from.
    #[serde(default)]
    pub document: DocumentKind,
    /// Number of that document.
    pub id_number: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Unified social credit code (GB 32100) of a legal person.
    pub credit_code: Option<String>,
    /// Agent with authority (代办人) or guardian (监护人).
    pub agent: Option<Agent>,
}

impl Requester {
    /// The same person without numbers, for records that need only the name.
    #[must_use]
    pub fn name_only(&self) -> Self {
        Self { id_number: None, phone: None, credit_code: None, agent: None, ..self.clone() }
    }
}

/// Natural or legal person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequesterKind {
    /// 自然人.
    NaturalPerson,
    /// 法人或其他组织.
    LegalPerson,
}

/// Kind of identity document (证件类型). Only those with a check digit are checked by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 居民身份证, GB 11643.
    #[default]
    ResidentId,
    /// 港澳台居民居住证, numbered as GB 11643.
    HmtResidence,
    /// 港澳居民来往内地通行证 or 台湾居民来往大陆通行证.
    HmtTravel,
    /// 外国人永久居留身份证.
    ForeignPermanent,
    /// 护照.
    Passport,
    /// 其他: old cards of 15 digits, household books, birth certificates.
    Other,
}

impl DocumentKind {
    /// Whether its number ends in the check digit of GB 11643.
    pub fn has_check_digit(self) -> bool {
        matches!(self, Self::ResidentId | Self::HmtResidence)
    }
}

/// Someone who comes in the requester's place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agent {
    /// What makes them the requester's voice.
    #[serde(default)]
    pub standing: Standing,
    /// Name.
    pub name: String,
    /// ID number.
    pub id_number: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// What makes someone the requester's voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 委托代理: needs a written authority (委托书) and both ID documents.
    #[default]
    Authorised,
    /// 法定监护: for minors and persons without capacity; needs proof of the relation.
    Guardian,
}
