//! The words of the national implementation list, with what they mean in the domain.
//! The template offers the first word of each meaning as an allowed value.

use bangban_domain::matter::{
    ApplyBy, DayUnit, HandlingKind, Level, MaterialForm, MaterialKind, MaterialSource, MatterKind,
    MatterState, Necessity, ServiceObject,
};

/// Words with their meaning; several words may mean the same.
pub(crate) type Words<T> = &'static [(&'static str, T)];

/// Kinds of power, with the two digits used in codes.
pub(crate) const KINDS: Words<MatterKind> = &[
    ("行政许可", MatterKind::Permit),
    ("行政给付", MatterKind::Benefit),
    ("行政确认", MatterKind::Confirmation),
    ("行政奖励", MatterKind::Reward),
    ("行政裁决", MatterKind::Ruling),
    ("其他行政权力", MatterKind::OtherPower),
    ("公共服务", MatterKind::PublicService),
    ("其他", MatterKind::Other),
];

/// The two digits of a kind, at characters 22 and 23 of a code.
pub(crate) const KIND_DIGITS: Words<MatterKind> = &[
    ("01", MatterKind::Permit),
    ("05", MatterKind::Benefit),
    ("07", MatterKind::Confirmation),
    ("08", MatterKind::Reward),
    ("09", MatterKind::Ruling),
    ("20", MatterKind::OtherPower),
    ("21", MatterKind::PublicService),
];

/// Levels.
pub(crate) const LEVELS: Words<Level> = &[
    ("国家级", Level::Nation),
    ("省级", Level::Province),
    ("市级", Level::City),
    ("县级", Level::County),
    ("乡镇级", Level::Township),
    ("村级", Level::Village),
    ("区级", Level::County),
    ("镇级", Level::Township),
    ("街道级", Level::Township),
    ("社区级", Level::Village),
];

/// The digit of a level, at character 19 of a code.
pub(crate) const LEVEL_DIGITS: Words<Level> = &[
    ("1", Level::Nation),
    ("2", Level::Province),
    ("3", Level::City),
    ("4", Level::County),
    ("5", Level::Township),
    ("6", Level::Village),
];

/// Whom a matter serves.
pub(crate) const OBJECTS: Words<ServiceObject> = &[
    ("自然人", ServiceObject::NaturalPerson),
    ("企业法人", ServiceObject::Enterprise),
    ("事业法人", ServiceObject::Institution),
    ("社会组织法人", ServiceObject::SocialOrganisation),
    ("非法人企业", ServiceObject::UnincorporatedEnterprise),
    ("行政机关", ServiceObject::Agency),
    ("其他组织", ServiceObject::OtherOrganisation),
];

/// States, in words and in the digits of the national list.
pub(crate) const STATES: Words<MatterState> = &[
    ("在用", MatterState::InUse),
    ("暂停", MatterState::Suspended),
    ("取消", MatterState::Cancelled),
    ("1", MatterState::InUse),
    ("2", MatterState::Suspended),
    ("3", MatterState::Cancelled),
];

/// Handled at once, or promised.
pub(crate) const HANDLING: Words<HandlingKind> =
    &[("即办件", HandlingKind::OnTheSpot), ("承诺件", HandlingKind::Promised)];

/// Ways to apply.
pub(crate) const APPLY_BY: Words<ApplyBy> = &[
    ("窗口", ApplyBy::Window),
    ("网上", ApplyBy::Online),
    ("自助终端", ApplyBy::SelfService),
    ("快递", ApplyBy::Post),
];

/// Kinds of materials.
pub(crate) const MATERIAL_KINDS: Words<MaterialKind> = &[
    ("证件证书证明", MaterialKind::Certificate),
    ("申请表格文书", MaterialKind::Form),
    ("其他", MaterialKind::Other),
];

/// Forms of materials.
pub(crate) const MATERIAL_FORMS: Words<MaterialForm> = &[
    ("纸质", MaterialForm::Paper),
    ("电子化", MaterialForm::Electronic),
    ("纸质/电子化", MaterialForm::Either),
    ("电子", MaterialForm::Electronic),
];

/// Whether a material is needed.
pub(crate) const NECESSITY: Words<Necessity> = &[
    ("必要", Necessity::Required),
    ("非必要", Necessity::Optional),
    ("容缺后补", Necessity::Deferrable),
];

/// Where a material comes from.
pub(crate) const MATERIAL_SOURCES: Words<MaterialSource> = &[
    ("申请人自备", MaterialSource::Applicant),
    ("政府部门核发", MaterialSource::Government),
    ("其他", MaterialSource::Other),
];

/// Yes and no.
pub(crate) const YES_NO: Words<bool> = &[("是", true), ("否", false)];

/// Units of a period, offered in the template's explanation.
pub(crate) const DAY_UNITS: Words<DayUnit> =
    &[("工作日", DayUnit::Working), ("自然日", DayUnit::Natural)];

/// The meaning of a word.
pub(crate) fn meaning<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

/// The first word of each meaning.
pub(crate) fn allowed<T: Copy + PartialEq>(words: Words<T>) -> Vec<&'static str> {
    let first = |(at, (_, meaning)): &(usize, &(&str, T))| {
        words.iter().position(|(_, other)| other == meaning) == Some(*at)
    };
    words.iter().enumerate().filter(first).map(|(_, (word, _))| *word).collect()
}
