//! Organisations (机构) along the division codes, and the staff (人员) who work in them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::hours::ServiceHours;

/// A service point, village station or department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Short stable key, e.g. `shiwan`.
    pub id: String,
    /// Unified social credit code.
    pub credit_code: String,
    /// Full name.
    pub name: String,
    /// Name as people say it.
    pub short_name: String,
    /// Township point, village station or department.
    pub kind: OrganisationKind,
    /// Division code: 6 (county), 9 (township) or 12 (village) digits.
    pub division: String,
    /// Organisation above it.
    #[serde(default)]
    pub parent: Option<String>,
    /// Address of the counter.
    pub address: String,
    /// Phone of the counter.
    pub phone: String,
    /// Opening hours as text.
    pub hours: String,
    /// Opening hours that clocks of seconds run by; `None`: the usual ones of the rule book.
    #[serde(default)]
    pub service_hours: Option<ServiceHours>,
}

impl Organisation {
    /// Whether it lies below `other`: its division is a part of the other's, or it was put
    /// under it.
    pub fn is_below(&self, other: &Self) -> bool {
        let part = self.division.len() > other.division.len()
            && self.division.starts_with(&other.division);
        part || self.parent.as_ref() == Some(&other.id)
    }
}

/// Kind of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// 乡镇（街道）便民服务中心.
    Township,
    /// 村（社区）便民服务站.
    Village,
    /// 审批部门.
    Department,
    /// 政务服务管理机构.
    Administration,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Identity, never reused.
    pub id: StaffId,
    /// Sign-in name.
    pub account: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Organisation they work in.
    pub organisation: String,
    /// Post, e.g. 综合窗口专员.
    pub post: String,
    /// Number on the staff card.
    pub staff_no: String,
    /// Whether the account may sign in and act.
    pub active: bool,
}

/// Identity of a member of staff.
pub type StaffId = Uuid;

/// Role (岗位).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 服务专员.
    Service,
    /// 顾问专员.
    Consultant,
    /// 管理专员.
    Management,
    /// 村级服务专员.
    Village,
}

impl Role {
    /// Whether the role takes requests from citizens.
    pub fn serves_citizens(self) -> bool {
        matches!(self, Role::Service | Role::Village)
    }
}
