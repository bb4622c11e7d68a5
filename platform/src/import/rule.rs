//! The rules an imported row is measured against. None of them drops a row: the row is kept,
//! and the report says which rule it touched, where, and with what value.

use serde::Serialize;

/// Why a value is worth a line in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportRule {
    // Somebody should look at these.
    /// The 18-character credit code in front of the matter code fails its check character.
    OrganisationCodeChecksum,
    /// The organisation column and the matter code name two different bodies.
    OrganisationCodeMismatch,
    /// The matter code has neither 31 nor 33 capital letters and digits.
    CodeLength,
    /// Several different rows share one code, so each got a suffix in its key.
    SharedCode,
    /// Digit 19 of the code and the level in words disagree.
    LevelDigitMismatch,
    /// Digits 22 and 23 of the code and the kind in words disagree.
    KindDigitMismatch,
    /// A kind of power that the national list does not have; kept as "other".
    UnknownKind,
    /// A level in words that is not known; taken from the code or the division instead.
    UnknownLevel,
    /// Somebody served who is not in the national list; left out.
    UnknownObject,
    /// A state that is not known; kept as in use.
    UnknownState,
    /// A value outside the allowed ones of its column; left out.
    UnknownValue,
    /// The implementing body is not named.
    MissingDepartment,
    /// The division is not stated or not 6, 9 or 12 digits; taken from the credit code.
    MissingDivision,
    /// A period that cannot be read as a number of days; left out.
    DaysUnreadable,
    /// No promised period, by which the clock of a case would run.
    MissingPromise,
    /// The promised period is longer than the legal one.
    PromiseLongerThanLegal,
    /// The legal period counts natural days and the promised one working days, or the reverse.
    PeriodUnitsDiffer,
    /// A count that is no small whole number; left out.
    NumberUnreadable,
    /// A date that cannot be read; left out.
    DateUnreadable,
    /// No phone for questions.
    MissingConsultPhone,
    /// No phone for complaints.
    MissingComplaintPhone,
    /// A phone without five digits; left out.
    PhoneUnreadable,
    /// A phone column that holds addresses, hours or other text besides numbers; kept whole.
    PhoneHoldsMore,
    /// Questions and complaints go to the same phone.
    SamePhones,
    /// An address of the guide that does not begin with http:// or https://; left out.
    UrlUnreadable,
    /// The acceptance conditions end with a colon, comma or semicolon: the source cut them off.
    ConditionsCutOff,
    /// An earlier row has the same matter name.
    RepeatedName,
    /// An earlier row has the same full name, so the name alone cannot tell them apart.
    RepeatedFullName,
    /// The same material twice in one matter; kept twice.
    RepeatedMaterial,
    /// A material that belongs to no matter of the file, or to several.
    OrphanMaterial,
    /// A situation named by a material but not listed by its matter; left out.
    UnknownSituation,
    // These were read and converted; nothing is lost.
    /// Days written as text, such as `20(工作日)`.
    DaysAsText,
    /// "无" and its like, read as not stated.
    NoneText,
    /// The location began with its own label.
    LocationLabelStripped,
    /// The source says that there is no counter; its words are kept as the address.
    NoCounter,
    /// A phone with a label, closing punctuation or unusual dashes, put in order.
    PhoneTidied,
    /// Doubled brackets in the name, made single.
    NameBrackets,
    /// Space at the ends of a text, removed.
    WhitespaceTrimmed,
    /// The state is not stated; the row is taken as in use.
    StateAssumed,
    /// The address of the guide carried somebody's session; that parameter was removed.
    UrlSessionRemoved,
    /// Conditions in one text, split at their own numbering.
    ConditionsSplit,
}

/// Whether somebody has to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Something may be wrong in the source.
    Look,
    /// Read and converted; for the record.
    Converted,
}

impl ImportRule {
    /// Whether somebody has to look.
    pub fn weight(self) -> Weight {
        if self < Self::DaysAsText { Weight::Look } else { Weight::Converted }
    }

    /// The rule in Chinese, then in English.
    pub fn words(self) -> (&'static str, &'static str) {
        use ImportRule as R;
        match self {
            R::OrganisationCodeChecksum => {
                ("统一社会信用代码校验不符，已保留", "organisation code fails its checksum, kept")
            }
            R::OrganisationCodeMismatch => {
                ("机构代码与实施编码不一致", "organisation column and code disagree")
            }
            R::CodeLength => ("实施编码不是 31 或 33 位", "code is not 31 or 33 characters"),
            R::SharedCode => {
                ("多行共用实施编码，主键已加后缀", "code shared by several rows, key got a suffix")
            }
            R::LevelDigitMismatch => ("行使层级与编码不一致", "level and code disagree"),
            R::KindDigitMismatch => ("事项类型与编码不一致", "kind and code disagree"),
            R::UnknownKind => ("事项类型不认识，记为其他", "unknown kind, kept as other"),
            R::UnknownLevel => ("行使层级不认识，按编码推定", "unknown level, taken from the code"),
            R::UnknownObject => ("服务对象不认识，未采用", "unknown service object, left out"),
            R::UnknownState => ("事项状态不认识，按在用", "unknown state, kept as in use"),
            R::UnknownValue => ("不在可填值之内，未采用", "not an allowed value, left out"),
            R::MissingDepartment => ("没有实施主体名称", "implementing body is not named"),
            R::MissingDivision => {
                ("区划代码缺失或有误，按机构代码推定", "division missing, taken from the code")
            }
            R::DaysUnreadable => ("时限读不出天数，未采用", "period unreadable, left out"),
            R::MissingPromise => ("没有承诺时限", "no promised period"),
            R::PromiseLongerThanLegal => {
                ("承诺时限长于法定时限", "promised period longer than the legal one")
            }
            R::PeriodUnitsDiffer => {
                ("法定与承诺时限的单位不同", "legal and promised period in different units")
            }
            R::NumberUnreadable => ("读不出数量，未采用", "number unreadable, left out"),
            R::DateUnreadable => ("读不出日期，未采用", "date unreadable, left out"),
            R::MissingConsultPhone => ("没有咨询电话", "no phone for questions"),
            R::MissingComplaintPhone => ("没有投诉电话", "no phone for complaints"),
            R::PhoneUnreadable => ("不是电话号码，未采用", "not a phone number, left out"),
            R::PhoneHoldsMore => {
                ("电话栏含其他文字，原样保留", "phone column holds other text, kept whole")
            }
            R::SamePhones => ("咨询与投诉电话相同", "same phone for questions and complaints"),
            R::UrlUnreadable => ("不是网址，未采用", "not a web address, left out"),
            R::ConditionsCutOff => {
                ("受理条件在来源中似不完整", "conditions look cut off in the source")
            }
            R::RepeatedName => ("事项名称重复", "repeated matter name"),
            R::RepeatedFullName => {
                ("全称也重复，仅凭名称分不开", "repeated full name, names alone cannot tell")
            }
            R::RepeatedMaterial => ("同一事项内材料重名", "repeated material in one matter"),
            R::OrphanMaterial => ("材料对不上唯一的事项", "material without one matter"),
            R::UnknownSituation => {
                ("情形未在事项中列出，未采用", "situation not listed by its matter, left out")
            }
            R::DaysAsText => ("时限是文字，已读出天数", "days as text, read"),
            R::NoneText => ("“无”按未提供处理", "“无” read as not stated"),
            R::LocationLabelStripped => {
                ("办理地点自带的标签已去掉", "label of the location removed")
            }
            R::NoCounter => ("来源写明没有线下窗口", "the source states that there is no counter"),
            R::PhoneTidied => ("电话格式已整理", "phone put in order"),
            R::NameBrackets => {
                ("名称里的双层括号已合并", "doubled brackets in the name made single")
            }
            R::WhitespaceTrimmed => ("首尾空格已去掉", "space at the ends removed"),
            R::StateAssumed => ("未注明状态，按在用", "state not stated, taken as in use"),
            R::UrlSessionRemoved => {
                ("网址里的会话参数已去掉", "session parameter removed from the address")
            }
            R::ConditionsSplit => {
                ("受理条件已按编号分条", "conditions split at their own numbering")
            }
        }
    }
}

/// One value of one row that touched a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Line of the file, or row of the sheet, from 1.
    pub row: usize,
    /// Sheet, when the source is a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<&'static str>,
    /// The rule.
    pub rule: ImportRule,
    /// Column of the source.
    pub column: String,
    /// The value as the source has it, kept short.
    pub value: String,
}
