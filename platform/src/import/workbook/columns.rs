//! The columns of the workbook: one table for the reader, the template and its explanations.

use crate::import::vocabulary::{
    APPLY_BY, DAY_UNITS, HANDLING, KINDS, LEVELS, MATERIAL_FORMS, MATERIAL_KINDS, MATERIAL_SOURCES,
    NECESSITY, OBJECTS, STATES, YES_NO, allowed,
};

/// Sheet with one row per matter.
pub(crate) const MATTERS: &str = "事项";
/// Sheet with one row per material.
pub(crate) const MATERIALS: &str = "材料";
/// Sheet that explains the columns.
pub(crate) const NOTES: &str = "说明";

/// How a column is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// One text.
    Text,
    /// One of the allowed values.
    One,
    /// Several allowed values, or words where none are listed, parted by semicolons.
    Several,
    /// One entry per line of the cell.
    Lines,
    /// A number of days with its unit.
    Days,
    /// A small whole number.
    Count,
    /// A date.
    Date,
}

/// One column.
#[derive(Debug)]
pub(crate) struct Column {
    /// The heading in row 1.
    pub(crate) heading: &'static str,
    /// The heading in English.
    pub(crate) english: &'static str,
    /// Whether the sheet must have it. What a blank cell means is the reader's to say: no code or
    /// name is no matter, anything else is a warning.
    pub(crate) required: bool,
    /// How it is filled.
    pub(crate) fill: Fill,
    /// What belongs there.
    pub(crate) explained: &'static str,
    /// The same in English.
    pub(crate) explained_in_english: &'static str,
    /// From an invented but valid matter.
    pub(crate) example: &'static str,
}

/// Allowed values of a column; empty where it is free.
pub(crate) fn allowed_values(heading: &str) -> Vec<&'static str> {
    match heading {
        "事项类型" => allowed(KINDS),
        "行使层级" => allowed(LEVELS),
        "服务对象" => allowed(OBJECTS),
        "事项状态" => allowed(STATES),
        "办件类型" => allowed(HANDLING),
        "办理形式" => allowed(APPLY_BY),
        "是否收费" => allowed(YES_NO),
        "材料类型" => allowed(MATERIAL_KINDS),
        "材料形式" => allowed(MATERIAL_FORMS),
        "必要性" => allowed(NECESSITY),
        "来源渠道" => allowed(MATERIAL_SOURCES),
        "法定办结时限" | "承诺办结时限" => allowed(DAY_UNITS),
        _ => Vec::new(),
    }
}

macro_rules! columns {
    ($($heading:literal / $english:literal $must:ident $fill:ident:
        $explained:literal / $explained_in_english:literal = $example:literal;)*) => {
        &[$(Column {
            heading: $heading,
            english: $english,
            required: columns!(@ $must),
            fill: Fill::$fill,
            explained: $explained,
            explained_in_english: $explained_in_english,
            example: $example,
        }),*]
    };
    (@ must) => { true };
    (@ may) => { false };
}

/// Columns of the sheet 事项.
pub(crate) const MATTER_COLUMNS: &[Column] = columns! {
    "实施编码" / "Matter code" must Text:
        "31 位实施编码或 33 位业务办理项编码，单元格用文本格式。" /
        "Implementation code of 31 characters, or 33 for a variant; format the cell as text."
        = "11441322007009999K4440511001000";
    "事项标识" / "Key" may Text:
        "来源系统里的唯一标识；不填则用实施编码。" /
        "Unique key in the source system; the matter code when empty."
        = "";
    "事项名称" / "Name" must Text:
        "正式名称。" / "Official name." = "农村高龄老人生活津贴申领";
    "常用名称" / "Popular names" may Several:
        "群众常说的叫法，用分号隔开。" / "Names people use, parted by semicolons."
        = "高龄津贴；老人津贴；敬老金";
    "事项类型" / "Kind" must One:
        "权力或服务的类型。" / "Kind of power or service." = "行政给付";
    "实施主体代码" / "Body code" may Text:
        "18 位统一社会信用代码；不填则取实施编码前 18 位。" /
        "Unified social credit code; the first 18 characters of the matter code when empty."
        = "11441322007009999K";
    "实施主体" / "Implementing body" must Text:
        "部门全称。" / "Full name of the body." = "博罗县民政局";
    "行使层级" / "Level" must One:
        "行使权力的层级。" / "Level that exercises the power." = "县级";
    "区划代码" / "Division code" must Text:
        "6、9 或 12 位行政区划代码。" / "Division code of 6, 9 or 12 digits." = "441322";
    "服务对象" / "Serves" may Several:
        "用分号隔开。" / "Parted by semicolons." = "自然人";
    "主题" / "Themes" may Several:
        "用分号隔开。" / "Parted by semicolons." = "社会救助；老年人";
    "事项状态" / "State" may One:
        "不填按在用。" / "In use when empty." = "在用";
    "生效日期" / "In force from" may Date:
        "年-月-日。" / "Year-month-day." = "2024-01-01";
    "办件类型" / "Handling" may One:
        "当场办结的是即办件。" / "即办件 is finished while the citizen waits." = "承诺件";
    "法定办结时限" / "Legal period" may Days:
        "天数；不写单位按工作日，自然日请写明，如 30(自然日)。" /
        "Days; working days unless 自然日 is written, as in 30(自然日)." = "30(工作日)";
    "承诺办结时限" / "Promised period" may Days:
        "对外承诺的天数，写法同上；办件按它计时。" /
        "Promised days, written alike; the clock of a case runs by it." = "15(工作日)";
    "跑动次数" / "Visits" may Count:
        "群众到场次数，0 至 255。" / "Times a citizen has to come, 0 to 255." = "1";
    "办理形式" / "Ways to apply" may Several:
        "用分号隔开。" / "Parted by semicolons." = "窗口；网上";
    "受理条件" / "Conditions" may Lines:
        "每行一条；写在一行里的会按自带编号分条。" /
        "One per line; a text in one line is split at its own numbering."
        = "本县户籍\n年满 80 周岁";
    "情形" / "Situations" may Lines:
        "每行一种：编号|名称|询问。" / "One per line: key|name|question."
        = "self|本人办理|是老人自己来办吗？\nproxy|子女代办|老人有没有写委托书？";
    "办理环节" / "Steps" may Lines:
        "每行一步：名称|时限|内容。" / "One per line: name|limit|content."
        = "受理|1个工作日|核对年龄、户籍和银行账户\n审查|10个工作日|村公示 7 天\n决定|4个工作日|县民政局批准";
    "是否收费" / "Fee charged" may One:
        "不填为未提供。" / "Not stated when empty." = "否";
    "收费标准" / "Fee items" may Lines:
        "每行一项。" / "One per line." = "";
    "收费依据" / "Basis of the fee" may Text:
        "收费时填写。" / "Where a fee is charged." = "";
    "设定依据" / "Legal basis" may Lines:
        "每行一条：名称|文号|条款|内容，后三项可空。" /
        "One per line: title|number|article|text; the last three may be empty."
        = "中华人民共和国老年人权益保障法||第三十三条|国家鼓励地方建立八十周岁以上低收入老年人高龄津贴制度。";
    "常见问题" / "Questions" may Lines:
        "每行一问：问题|回答。" / "One per line: question|answer."
        = "人在外地能办吗？|可以网上申请，也可以委托子女到村服务站办。";
    "办理结果" / "Result" may Text:
        "证照或文书名称。" / "Name of the certificate or document." = "高龄津贴审批通知";
    "送达方式" / "Delivery" may Several:
        "用分号隔开。" / "Parted by semicolons." = "短信；窗口领取";
    "办理地点" / "Address" may Text:
        "窗口地址。" / "Address of the counter." = "罗阳街道综合服务中心 3 号窗口";
    "办理时间" / "Hours" may Text:
        "窗口开放时间。" / "Opening hours." = "工作日 8:30-12:00，14:30-17:30";
    "咨询电话" / "Phone for questions" may Text:
        "多个用顿号隔开。" / "Several are parted by 、." = "0752-5550131";
    "投诉电话" / "Phone for complaints" may Text:
        "多个用顿号隔开。" / "Several are parted by 、." = "0752-12345";
    "指南网址" / "Guide address" may Text:
        "以 http:// 或 https:// 开头。" / "Begins with http:// or https://."
        = "https://www.gdzwfw.gov.cn/";
};

/// Columns of the sheet 材料.
pub(crate) const MATERIAL_COLUMNS: &[Column] = columns! {
    "实施编码" / "Matter code" must Text:
        "材料所属事项的实施编码；几行共用编码时填事项标识。" /
        "Code of its matter; the key where several rows share the code."
        = "11441322007009999K4440511001000";
    "材料名称" / "Material" must Text:
        "名称。" / "Name." = "高龄津贴申请表";
    "材料类型" / "Kind" may One:
        "不填为未提供，下同。" / "Not stated when empty; so below." = "申请表格文书";
    "材料形式" / "Form" may One:
        "纸质还是电子。" / "On paper or electronic." = "纸质/电子化";
    "必要性" / "Necessity" may One:
        "是否必交。" / "Whether it is needed." = "必要";
    "原件份数" / "Originals" may Count:
        "0 至 255。" / "0 to 255." = "1";
    "复印件份数" / "Copies" may Count:
        "0 至 255。" / "0 to 255." = "0";
    "来源渠道" / "Source" may One:
        "材料从哪里来。" / "Where it comes from." = "申请人自备";
    "来源说明" / "About the source" may Text:
        "到哪里取、找谁开。" / "Where to get it." = "村服务站领取或网上下载";
    "填报须知" / "Filling notes" may Text:
        "怎样填写。" / "How to fill it in." = "姓名与身份证一致，账户用本人社保卡。";
    "受理标准" / "Acceptance" may Lines:
        "每行一条。" / "One per line." = "申请人签名或按指印\n账户为本人账户";
    "常见缺陷" / "Defects" may Lines:
        "每行一条，补正时作为理由选用。" / "One per line; offered as reasons for correction."
        = "没有签名\n账户不是本人的";
    "适用情形" / "Situations" may Several:
        "事项里情形的编号，用分号隔开；不填为都要。" /
        "Keys of situations of the matter; all of them when empty." = "";
    "免提交证照" / "Exempt by" may Text:
        "有此电子证照可免交。" / "Electronic certificate that makes it unnecessary." = "";
};
