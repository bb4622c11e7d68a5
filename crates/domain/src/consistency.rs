//! Whether a matter's guide is consistent and complete enough for the counter (要素规范性检查).
//!
//! The rules of a real city's checker, as far as the guide states what they ask for, and what a
//! specialist needs to answer. A finding is told to those who keep the library; it never hides or
//! rejects a matter.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::checksum::credit_code_is_valid;
use crate::matter::{ApplyBy, HandlingKind, Matter, MatterKind, Period};

/// Steps that the guide of a permit has at least.
const PERMIT_STEPS: usize = 5;

/// What is wrong with a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Inconsistency {
    /// 收费没有依据或项目: charged, without a basis or without an item.
    FeeWithoutBasis,
    /// 缺咨询或投诉电话.
    PhoneMissing,
    /// 咨询与投诉电话相同.
    PhonesSame,
    /// 许可事项没有常见问题.
    PermitWithoutFaq,
    /// 许可事项环节不足五个.
    PermitStepsTooFew,
    /// 即办件承诺期限多于一日, or a promised one of no days.
    OnTheSpotContradicted,
    /// 承诺期限长于法定期限.
    PromisedOverLegal,
    /// 未写明办结时限: neither at once nor a period.
    NoPeriod,
    /// 全程网办却要跑动: online only, and visits are asked for.
    OnlineWithVisits,
    /// 缺设定依据.
    NoLegalBasis,
    /// 缺受理条件.
    NoConditions,
    /// 缺申请材料.
    NoMaterials,
    /// 材料必要性未写明.
    NecessityMissing,
    /// 缺办理地点或时间.
    PlaceMissing,
    /// 缺办理结果.
    ResultMissing,
    /// 情形与材料对不上: a material names a situation that is not there, or no material a situation.
    SituationUnmatched,
    /// 实施主体代码校验不过.
    DepartmentCodeInvalid,
    /// 同部门同层级重名: another matter of the same department and level has the same name.
    NameRepeated,
}

impl Inconsistency {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 18] = [
        Self::FeeWithoutBasis,
        Self::PhoneMissing,
        Self::PhonesSame,
        Self::PermitWithoutFaq,
        Self::PermitStepsTooFew,
        Self::OnTheSpotContradicted,
        Self::PromisedOverLegal,
        Self::NoPeriod,
        Self::OnlineWithVisits,
        Self::NoLegalBasis,
        Self::NoConditions,
        Self::NoMaterials,
        Self::NecessityMissing,
        Self::PlaceMissing,
        Self::ResultMissing,
        Self::SituationUnmatched,
        Self::DepartmentCodeInvalid,
        Self::NameRepeated,
    ];
}

/// What is wrong with one guide, looked at by itself.
pub fn inconsistencies(matter: &Matter) -> Vec<Inconsistency> {
    use Inconsistency as I;
    let permit = matter.kind == MatterKind::Permit;
    let stated =
        |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let (consult, complaint) = (&matter.place.consult_phone, &matter.place.complaint_phone);
    let fee = matter.fee.as_ref().filter(|fee| fee.charged);
    let online_only = matter.apply_by.as_slice() == [ApplyBy::Online];
    let checks = [
        (I::FeeWithoutBasis, fee.is_some_and(|f| f.items.is_empty() || !stated(&f.basis))),
        (I::PhoneMissing, !stated(consult) || !stated(complaint)),
        (I::PhonesSame, stated(consult) && consult == complaint),
        (I::PermitWithoutFaq, permit && matter.faq.is_empty()),
        (I::PermitStepsTooFew, permit && matter.steps.len() < PERMIT_STEPS),
        (I::OnTheSpotContradicted, on_the_spot_contradicted(matter)),
        (I::PromisedOverLegal, promised_over_legal(matter)),
        (I::NoPeriod, no_period(matter)),
        (I::OnlineWithVisits, online_only && matter.visits.is_some_and(|visits| visits > 0)),
        (I::NoLegalBasis, matter.legal_basis.is_empty()),
        (I::NoConditions, matter.conditions.is_empty()),
        (I::NoMaterials, matter.materials.is_empty()),
        (I::NecessityMissing, matter.materials.iter().any(|m| m.necessity.is_none())),
        (I::PlaceMissing, !stated(&matter.place.address) || !stated(&matter.place.hours)),
        (I::ResultMissing, matter.result.is_none()),
        (I::SituationUnmatched, situation_unmatched(matter)),
        (I::DepartmentCodeInvalid, !credit_code_is_valid(&matter.department_code)),
    ];
    checks.into_iter().filter(|(_, found)| *found).map(|(what, _)| what).collect()
}

/// Matters of a library whose name another one of the same department and level has, by their ids.
pub fn repeated_names<'m>(library: impl IntoIterator<Item = &'m Matter>) -> Vec<&'m str> {
    let mut by_name: HashMap<_, Vec<&str>> = HashMap::new();
    for matter in library {
        let name = (matter.name.as_str(), matter.department.as_str(), matter.level);
        by_name.entry(name).or_default().push(&matter.id);
    }
    let mut ids: Vec<&str> = by_name.into_values().filter(|ids| ids.len() > 1).flatten().collect();
    ids.sort_unstable();
    ids
}

fn on_the_spot_contradicted(matter: &Matter) -> bool {
    let days = matter.promised_days.map(|period| period.days);
    match matter.handling_kind {
        Some(HandlingKind::OnTheSpot) => days.is_some_and(|days| days > 1),
        Some(HandlingKind::Promised) => days == Some(0),
        None => false,
    }
}

fn promised_over_legal(matter: &Matter) -> bool {
    let longer = |promised: Period, legal: Period| {
        promised.unit == legal.unit && legal.days > 0 && promised.days > legal.days
    };
    matter.promised_days.zip(matter.legal_days).is_some_and(|(p, l)| longer(p, l))
}

fn no_period(matter: &Matter) -> bool {
    let at_once = matter.handling_kind == Some(HandlingKind::OnTheSpot);
    !at_once && matter.promised_days.is_none() && matter.legal_days.is_none()
}

fn situation_unmatched(matter: &Matter) -> bool {
    let named = |id: &String| matter.situations.iter().any(|situation| situation.id == *id);
    let used = |id: &str| {
        let materials = &mut matter.materials.iter();
        materials.any(|m| m.situations.is_empty() || m.situations.iter().any(|s| s == id))
    };
    let unknown = matter.materials.iter().flat_map(|m| &m.situations).any(|id| !named(id));
    unknown || matter.situations.iter().any(|situation| !used(&situation.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A permit that has everything.
    fn whole() -> Matter {
        let step = |name| serde_json::json!({ "name": name, "limit": "1日", "content": "审" });
        let steps = ["收件", "受理", "审查", "决定", "送达"].map(step);
        serde_json::from_value(serde_json::json!({
            "code": "114413220000000000440100000000000", "id": "m", "version": 1, "name": "小作坊登记",
            "kind": "permit", "department_code": "11441322007103032K", "department": "市场监管局",
            "level": "county", "division": "441322", "state": "in_use",
            "handling_kind": "promised", "legal_days": { "days": 20 },
            "promised_days": { "days": 5 }, "visits": 1, "apply_by": ["window"],
            "conditions": ["有固定场所"],
            "materials": [{ "id": "a", "name": "申请表", "necessity": "required" }],
            "steps": steps,
            "fee": { "charged": false }, "legal_basis": [{ "title": "食品安全法" }],
            "faq": [{ "question": "多久？", "answer": "5日" }],
            "result": { "name": "登记证" },
            "place": { "address": "政务大厅", "hours": "9-17", "consult_phone": "1",
                "complaint_phone": "2" }
        }))
        .expect("a matter")
    }

    fn of(change: impl FnOnce(&mut Matter)) -> Vec<Inconsistency> {
        let mut matter = whole();
        matter.department_code = "91350100M000100Y43".into();
        change(&mut matter);
        inconsistencies(&matter)
    }

    #[test]
    fn a_guide_that_has_everything_is_not_complained_about() {
        assert_eq!(of(|_| {}), []);
    }

    #[test]
    fn each_rule_finds_what_it_is_for_and_nothing_else() {
        use Inconsistency as I;
        type Case = (I, fn(&mut Matter));
        let cases: [Case; 17] = [
            (I::FeeWithoutBasis, |m| m.fee.as_mut().expect("a fee").charged = true),
            (I::PhoneMissing, |m| m.place.complaint_phone = Some(" ".into())),
            (I::PhonesSame, |m| m.place.complaint_phone = Some("1".into())),
            (I::PermitWithoutFaq, |m| m.faq.clear()),
            (I::PermitStepsTooFew, |m| drop(m.steps.pop())),
            (I::OnTheSpotContradicted, |m| m.handling_kind = Some(HandlingKind::OnTheSpot)),
            (I::PromisedOverLegal, |m| m.promised_days.as_mut().expect("days").days = 30),
            (I::NoPeriod, |m| (m.promised_days, m.legal_days) = (None, None)),
            (I::OnlineWithVisits, |m| m.apply_by = vec![ApplyBy::Online]),
            (I::NoLegalBasis, |m| m.legal_basis.clear()),
            (I::NoConditions, |m| m.conditions.clear()),
            (I::NoMaterials, |m| m.materials.clear()),
            (I::NecessityMissing, |m| m.materials[0].necessity = None),
            (I::PlaceMissing, |m| m.place.hours = None),
            (I::ResultMissing, |m| m.result = None),
            (I::SituationUnmatched, |m| m.materials[0].situations.push("nowhere".into())),
            (I::DepartmentCodeInvalid, |m| m.department_code = "TE440000GD030003VV".into()),
        ];
        for (what, change) in cases {
            assert_eq!(of(change), [what]);
        }
    }

    #[test]
    fn the_same_name_in_another_department_is_no_repetition() {
        let named = |id: &str, department: &str| {
            let mut matter = whole();
            (matter.id, matter.department) = (id.into(), department.into());
            matter
        };
        let library = [named("a", "人社局"), named("b", "人社局"), named("c", "医保局")];
        assert_eq!(repeated_names(&library), ["a", "b"]);
    }
}
