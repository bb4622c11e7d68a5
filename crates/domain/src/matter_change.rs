//! What differs between two versions of a matter, in the words of the guide.

use serde::{Deserialize, Serialize};

use crate::matter::{
    ApplyBy, HandlingKind, LegalBasis, Level, Material, Matter, MatterState, Necessity, Period,
};

/// A part of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatterPart {
    /// 状态.
    State,
    /// 事项名称.
    Name,
    /// 实施主体.
    Department,
    /// 行使层级.
    Level,
    /// 施行日期.
    EffectiveFrom,
    /// 办件类型.
    HandlingKind,
    /// 承诺办结时限.
    Promised,
    /// 法定办结时限.
    Legal,
    /// 跑动次数.
    Visits,
    /// 办理形式.
    ApplyBy,
    /// 收费.
    Fee,
    /// 受理条件.
    Conditions,
    /// 情形.
    Situations,
    /// 申请材料.
    Materials,
    /// 办理环节.
    Steps,
    /// 设定依据.
    LegalBasis,
    /// 办理结果.
    Result,
    /// 地点、时间、电话.
    Place,
    /// 常见问题.
    Faq,
}

/// What changed in a part: lines that only the one and only the other version has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MatterChange {
    /// The part.
    pub part: MatterPart,
    /// What no longer stands there.
    pub before: Vec<String>,
    /// What stands there now.
    pub after: Vec<String>,
}

/// What differs from `old` to `new`, the weightiest parts first. Themes, popular names and the order
/// of lines are no change: nobody's case depends on them.
pub fn changes(old: &Matter, new: &Matter) -> Vec<MatterChange> {
    let (old, new) = (parts(old), parts(new));
    let differing = old.into_iter().zip(new).filter_map(|((part, old), (_, new))| {
        let only = |of: &[String], other: &[String]| -> Vec<String> {
            of.iter().filter(|line| !other.contains(line)).cloned().collect()
        };
        let (before, after) = (only(&old, &new), only(&new, &old));
        let differs = !before.is_empty() || !after.is_empty();
        differs.then_some(MatterChange { part, before, after })
    });
    differing.collect()
}

fn parts(matter: &Matter) -> Vec<(MatterPart, Vec<String>)> {
    use MatterPart as P;
    let one = |text: Option<String>| text.into_iter().collect::<Vec<_>>();
    let place = &matter.place;
    let fee = matter.fee.as_ref();
    vec![
        (P::State, one(Some(state(matter.state).to_owned()))),
        (P::Name, one(Some(matter.name.clone()))),
        (P::Department, one(Some(matter.department.clone()))),
        (P::Level, one(Some(level(matter.level).to_owned()))),
        (P::EffectiveFrom, one(matter.effective_from.map(|day| day.to_string()))),
        (P::HandlingKind, one(matter.handling_kind.map(|kind| handling(kind).to_owned()))),
        (P::Promised, one(matter.promised_days.map(Period::words))),
        (P::Legal, one(matter.legal_days.map(Period::words))),
        (P::Visits, one(matter.visits.map(|visits| format!("{visits}次")))),
        (P::ApplyBy, matter.apply_by.iter().map(|way| way_word(*way).to_owned()).collect()),
        (P::Fee, fee.map(|fee| fee_lines(fee.charged, &fee.items)).unwrap_or_default()),
        (P::Conditions, matter.conditions.clone()),
        (P::Situations, matter.situations.iter().map(|s| s.name.clone()).collect()),
        (P::Materials, matter.materials.iter().map(|m| material(matter, m)).collect()),
        (P::Steps, matter.steps.iter().map(|s| format!("{}（{}）", s.name, s.limit)).collect()),
        (P::LegalBasis, matter.legal_basis.iter().map(LegalBasis::citation).collect()),
        (P::Result, one(matter.result.as_ref().map(|result| result.name.clone()))),
        (
            P::Place,
            [&place.address, &place.hours, &place.consult_phone, &place.complaint_phone]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
        ),
        (P::Faq, matter.faq.iter().map(|f| format!("{} {}", f.question, f.answer)).collect()),
    ]
}

/// `户口簿（必要，原件1份，复印件2份；适用：新办）`.
fn material(matter: &Matter, material: &Material) -> String {
    let necessity = match material.necessity {
        Some(Necessity::Required) => Some("必要".to_owned()),
        Some(Necessity::Optional) => Some("非必要".to_owned()),
        Some(Necessity::Deferrable) => Some("容缺后补".to_owned()),
        None => None,
    };
    let count = |word: &str, count: Option<u8>| {
        count.filter(|count| *count > 0).map(|count| format!("{word}{count}份"))
    };
    let pieces = [necessity, count("原件", material.originals), count("复印件", material.copies)];
    let mut facts = pieces.into_iter().flatten().collect::<Vec<_>>().join("，");
    let named = |id: &String| matter.situations.iter().find(|s| s.id == *id).map(|s| &*s.name);
    let situations: Vec<&str> = material.situations.iter().filter_map(named).collect();
    if !situations.is_empty() {
        facts.push_str("；适用：");
        facts.push_str(&situations.join("、"));
    }
    if facts.is_empty() { material.name.clone() } else { format!("{}（{facts}）", material.name) }
}

fn fee_lines(charged: bool, items: &[String]) -> Vec<String> {
    match (charged, items) {
        (false, _) => vec!["不收费".to_owned()],
        (true, []) => vec!["收费，金额未说明".to_owned()],
        (true, items) => items.to_vec(),
    }
}

fn state(state: MatterState) -> &'static str {
    match state {
        MatterState::InUse => "在用",
        MatterState::Suspended => "暂停",
        MatterState::Cancelled => "取消",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Nation => "国家级",
        Level::Province => "省级",
        Level::City => "市级",
        Level::County => "县级",
        Level::Township => "乡镇级",
        Level::Village => "村级",
    }
}

fn handling(kind: HandlingKind) -> &'static str {
    match kind {
        HandlingKind::OnTheSpot => "即办件",
        HandlingKind::Promised => "承诺件",
    }
}

fn way_word(way: ApplyBy) -> &'static str {
    match way {
        ApplyBy::Window => "窗口",
        ApplyBy::Online => "网上",
        ApplyBy::SelfService => "自助终端",
        ApplyBy::Post => "快递",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matter() -> Matter {
        serde_json::from_value(serde_json::json!({
            "code": "1", "id": "m", "version": 1, "name": "小作坊登记", "kind": "permit",
            "department_code": "1", "department": "市场监管局", "level": "county",
            "division": "441322", "state": "in_use", "promised_days": { "days": 5 },
            "conditions": ["有固定场所", "有营业执照"],
            "situations": [{ "id": "new", "name": "新办", "question": "第一次办？" }],
            "materials": [
                { "id": "a", "name": "申请表", "necessity": "required", "originals": 1 },
                { "id": "b", "name": "户口簿", "necessity": "optional", "copies": 2,
                  "situations": ["new"] }
            ],
            "fee": { "charged": false }
        }))
        .expect("a matter")
    }

    fn change(part: MatterPart, before: &[&str], after: &[&str]) -> MatterChange {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        MatterChange { part, before: lines(before), after: lines(after) }
    }

    #[test]
    fn each_part_says_what_went_and_what_came() {
        use MatterPart as P;
        type Case = (fn(&mut Matter), MatterChange);
        let cases: [Case; 7] = [
            (|m| m.state = MatterState::Suspended, change(P::State, &["在用"], &["暂停"])),
            (
                |m| m.promised_days.as_mut().expect("days").days = 3,
                change(P::Promised, &["5个工作日"], &["3个工作日"]),
            ),
            (|m| m.promised_days = None, change(P::Promised, &["5个工作日"], &[])),
            (
                |m| m.conditions[1] = "有许可".into(),
                change(P::Conditions, &["有营业执照"], &["有许可"]),
            ),
            (
                |m| m.materials[1].copies = Some(1),
                change(
                    P::Materials,
                    &["户口簿（非必要，复印件2份；适用：新办）"],
                    &["户口簿（非必要，复印件1份；适用：新办）"],
                ),
            ),
            (
                |m| drop(m.materials.remove(0)),
                change(P::Materials, &["申请表（必要，原件1份）"], &[]),
            ),
            (
                |m| m.fee.as_mut().expect("a fee").charged = true,
                change(P::Fee, &["不收费"], &["收费，金额未说明"]),
            ),
        ];
        for (make, expected) in cases {
            let mut new = matter();
            make(&mut new);
            assert_eq!(changes(&matter(), &new), [expected]);
        }
    }

    #[test]
    fn another_version_number_another_order_and_other_popular_names_are_no_change() {
        let mut new = matter();
        new.version = 2;
        new.conditions.reverse();
        new.popular_names.push("开小作坊".into());
        assert_eq!(changes(&matter(), &new), []);
    }
}
