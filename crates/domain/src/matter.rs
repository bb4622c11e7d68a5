//! A government service matter (事项) and everything a specialist tells a citizen about it.
//!
//! Field names follow the national implementation list (实施清单). A field that the source
//! does not state is `None` or empty: it is shown as "not stated", never guessed.
//!
//! This file is over 400 lines: it is one record with its parts, and half of it is documentation.

use serde::{Deserialize, Serialize};

/// One published version of a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Implementation code (实施编码), 31 characters where the source follows the standard. Opaque.
    pub code: String,
    /// Key in the source where codes are shared by several rows; equal to `code` otherwise.
    pub id: String,
    /// Version number within `id`, from 1.
    pub version: u32,
    /// Official name.
    pub name: String,
    /// Names people really use.
    #[serde(default)]
    pub popular_names: Vec<String>,
    /// Kind of power (事项类型).
    pub kind: MatterKind,
    /// Unified social credit code of the implementing body.
    pub department_code: String,
    /// Name of the implementing body (实施主体).
    pub department: String,
    /// Level that exercises the power (行使层级).
    pub level: Level,
    /// Division code of the implementing body, 6, 9 or 12 digits.
    pub division: String,
    /// Whom it serves (服务对象).
    #[serde(default)]
    pub objects: Vec<ServiceObject>,
    /// Themes (主题), as words.
    #[serde(default)]
    pub themes: Vec<String>,
    /// In use, suspended or cancelled.
    pub state: MatterState,
    /// First day in force, `YYYY-MM-DD`.
    #[serde(default)]
    pub effective_from: Option<chrono::NaiveDate>,
    /// Handled at once (即办件) or with a promised period (承诺件).
    #[serde(default)]
    pub handling_kind: Option<HandlingKind>,
    /// Legal period (法定办结时限).
    #[serde(default)]
    pub legal_days: Option<Period>,
    /// Promised period (承诺办结时限). Drives the clock.
    #[serde(default)]
    pub promised_days: Option<Period>,
    /// Number of visits a citizen has to make (跑动次数).
    #[serde(default)]
    pub visits: Option<u8>,
    /// Ways to apply.
    #[serde(default)]
    pub apply_by: Vec<ApplyBy>,
    /// Acceptance conditions (受理条件), one per entry.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Situations (情形) that decide which materials are needed.
    #[serde(default)]
    pub situations: Vec<Situation>,
    /// Materials (申请材料).
    #[serde(default)]
    pub materials: Vec<Material>,
    /// Steps (办理环节).
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Statutory fee. `None`: not stated.
    #[serde(default)]
    pub fee: Option<Fee>,
    /// Legal basis (设定依据).
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
    /// Questions people ask, with answers.
    #[serde(default)]
    pub faq: Vec<Faq>,
    /// What the citizen holds at the end (办理结果).
    #[serde(default)]
    pub result: Option<MatterResult>,
    /// Where, when, whom to call.
    #[serde(default)]
    pub place: Place,
    /// Address of the public guide.
    #[serde(default)]
    pub source_url: Option<String>,
}

/// Kind of power (事项类型), with the two digits used in codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// 行政许可, 01.
    Permit,
    /// 行政给付, 05.
    Benefit,
    /// 行政确认, 07.
    Confirmation,
    /// 行政奖励, 08.
    Reward,
    /// 行政裁决, 09.
    Ruling,
    /// 其他行政权力, 20.
    OtherPower,
    /// 公共服务, 21.
    PublicService,
    /// Anything else the source says.
    Other,
}

/// Administrative level, from national to village.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 国家级, 1.
    Nation,
    /// 省级, 2.
    Province,
    /// 市级, 3.
    City,
    /// 县级, 4.
    County,
    /// 乡镇级, 5.
    Township,
    /// 村级, 6.
    Village,
}

/// Whom a matter serves (服务对象), with the national codes 1 to 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ServiceObject {
    /// 自然人.
    NaturalPerson,
    /// 企业法人.
    Enterprise,
    /// 事业法人.
    Institution,
    /// 社会组织法人.
    SocialOrganisation,
    /// 非法人企业.
    UnincorporatedEnterprise,
    /// 行政机关.
    Agency,
    /// 其他组织.
    OtherOrganisation,
}

/// Whether the version may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatterState {
    /// 在用.
    InUse,
    /// 暂停.
    Suspended,
    /// 取消.
    Cancelled,
}

/// 即办件 or 承诺件.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HandlingKind {
    /// 即办件: finished while the citizen waits.
    OnTheSpot,
    /// 承诺件: finished within the promised period.
    Promised,
}

/// A period as the guide states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Number of days.
    pub days: u16,
    /// Working days unless the guide says natural days.
    #[serde(default)]
    pub unit: DayUnit,
}

impl Period {
    /// `20个工作日`, `30个自然日`.
    pub fn words(self) -> String {
        let unit = match self.unit {
            DayUnit::Working => "个工作日",
            DayUnit::Natural => "个自然日",
        };
        format!("{}{unit}", self.days)
    }
}

/// 工作日 or 自然日.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// 工作日 (the law's default).
    #[default]
    Working,
    /// 自然日.
    Natural,
}

/// Ways to apply (办理形式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ApplyBy {
    /// 窗口.
    Window,
    /// 网上.
    Online,
    /// 自助终端.
    SelfService,
    /// 快递.
    Post,
}

/// A situation (情形) the specialist chooses with the citizen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Short key, unique in the matter.
    pub id: String,
    /// Name as told to the citizen.
    pub name: String,
    /// What to ask to find out.
    pub question: String,
}

/// A material the citizen brings or the office obtains (申请材料).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Short key, unique in the matter.
    pub id: String,
    /// Name.
    pub name: String,
    /// Certificate, form or other (材料类型).
    #[serde(default)]
    pub kind: Option<MaterialKind>,
    /// Paper, electronic or both (材料形式).
    #[serde(default)]
    pub form: Option<MaterialForm>,
    /// Whether it is needed (必要性). `None`: not stated.
    #[serde(default)]
    pub necessity: Option<Necessity>,
    /// Number of originals (原件份数). `None`: not stated.
    #[serde(default)]
    pub originals: Option<u8>,
    /// Number of copies (复印件份数). `None`: not stated.
    #[serde(default)]
    pub copies: Option<u8>,
    /// Where it comes from (来源渠道).
    #[serde(default)]
    pub source: Option<MaterialSource>,
    /// What to know about the source.
    #[serde(default)]
    pub source_note: Option<String>,
    /// How to fill it in (填报须知).
    #[serde(default)]
    pub filling_notes: Option<String>,
    /// What makes it acceptable (受理标准), one per entry.
    #[serde(default)]
    pub acceptance: Vec<String>,
    /// Common defects, offered as reasons in a correction notice.
    #[serde(default)]
    pub defects: Vec<String>,
    /// Situations that need it; empty: all of them.
    #[serde(default)]
    pub situations: Vec<String>,
    /// Electronic certificate that makes it unnecessary (电子证照免提交).
    #[serde(default)]
    pub exempt_by: Option<String>,
    /// The standard form (制式表格) as a JSON Schema (2020-12), for materials that are filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub form_schema: Option<serde_json::Value>,
}

/// 材料类型.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MaterialKind {
    /// 证件证书证明.
    Certificate,
    /// 申请表格文书.
    Form,
    /// 其他.
    Other,
}

/// 材料形式.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MaterialForm {
    /// 纸质.
    Paper,
    /// 电子化.
    Electronic,
    /// 纸质/电子化.
    Either,
}

/// 必要性.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Necessity {
    /// 必要.
    Required,
    /// 非必要.
    Optional,
    /// 容缺后补: may follow later against a written promise.
    Deferrable,
}

/// 来源渠道.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MaterialSource {
    /// 申请人自备.
    Applicant,
    /// 政府部门核发.
    Government,
    /// 其他.
    Other,
}

/// A step of the procedure (办理环节).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// 收件, 受理, 审查, 决定, 制证, 送达 ...
    pub name: String,
    /// Time limit as text, e.g. "1个工作日".
    pub limit: String,
    /// What is done or checked.
    pub content: String,
}

/// A statutory fee. The service itself is always free (无偿服务).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Whether anything is charged.
    pub charged: bool,
    /// Amounts as text, one per item.
    #[serde(default)]
    pub items: Vec<String>,
    /// Legal basis of the fee; needed when charged.
    #[serde(default)]
    pub basis: Option<String>,
}

/// A provision a matter or an answer rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// Title of the law or document.
    pub title: String,
    /// Document number (文号).
    #[serde(default)]
    pub number: Option<String>,
    /// Article (条款).
    #[serde(default)]
    pub article: Option<String>,
    /// What the provision says, in short.
    #[serde(default)]
    pub text: Option<String>,
}

impl LegalBasis {
    /// `《行政许可法》（主席令第29号）第三十二条`: where to look it up.
    pub fn citation(&self) -> String {
        let title = self.title.trim();
        let mut words =
            if title.starts_with('《') { title.to_owned() } else { format!("《{title}》") };
        if let Some(number) = &self.number {
            words.extend(["（", number, "）"]);
        }
        words.push_str(self.article.as_deref().unwrap_or_default());
        words
    }
}

/// A question with its answer (常见问题).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The question in the citizen's words.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What the citizen holds at the end (办理结果).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MatterResult {
    /// Name of the certificate or document.
    pub name: String,
    /// How it reaches the citizen.
    #[serde(default)]
    pub delivery: Vec<String>,
}

/// Where, when and whom to call.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Address of the counter.
    #[serde(default)]
    pub address: Option<String>,
    /// Opening hours as text.
    #[serde(default)]
    pub hours: Option<String>,
    /// Phone for questions (咨询电话).
    #[serde(default)]
    pub consult_phone: Option<String>,
    /// Phone for complaints (监督投诉电话).
    #[serde(default)]
    pub complaint_phone: Option<String>,
}
