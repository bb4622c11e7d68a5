import type * as T from "@/generated/types";

import { caseEnums } from "./caseEnums";
import { knowledgeEnums } from "./knowledgeEnums";
import { syncEnums } from "./syncEnums";

/** A word for every value that the contract names. A missing one does not compile. */
export const enums = {
  channel: {
    mobile: "移动端",
    web: "网页",
    hotline: "热线",
    self_service: "自助端",
    counter: "窗口",
    phone: "电话",
  } satisfies Record<T.Channel, string>,
  stage: { consultation: "咨询", guidance: "导办", assistance: "帮办" } satisfies Record<
    T.Stage,
    string
  >,
  status: {
    unclaimed: "待认领",
    working: "办理中",
    awaiting_signature: "待签收",
    awaiting_opinion: "待顾问答复",
    awaiting_applicant: "待补正",
    suspended: "已挂起",
    under_examination: "审查中",
    closed: "已结案",
    settled: "已闭环",
    merged: "已并入",
  } satisfies Record<T.Status, string>,
  nature: { procedure: "办事流程", policy: "政策咨询", attitude: "服务态度" } satisfies Record<
    T.Nature,
    string
  >,
  via: { counter: "当面", phone: "电话", message: "短信或站内消息" } satisfies Record<
    T.Via,
    string
  >,
  outcome: {
    answered: "已解答",
    completed: "已办成",
    told_where: "已告知办理去向",
    withdrawn: "申请人撤回",
  } satisfies Record<T.Outcome, string>,
  action: {
    register: "登记",
    claim: "认领",
    release: "退回待认领",
    reply: "答复",
    note: "记备注",
    advance: "推进阶段",
    hand_off: "转交",
    sign_for: "签收",
    return: "退回",
    escalate: "请顾问出具意见",
    opinion: "出具意见",
    close: "结案",
    triage: "分诊",
    classify: "改判简单或复杂",
    open_review: "开始预审",
    receive_materials: "收件",
    add_file: "上传材料",
    remove_file: "撤下材料",
    judge_material: "审核材料",
    allow_correction: "准予再次补正",
    issue_correction: "发补正告知",
    resubmit: "补正收件",
    submit: "转审查",
    take_back: "退回修改",
    assign: "指派",
    ask_assist: "加派协办",
    answer_assist: "协办回复",
    drop_assist: "取消协办",
    urge: "督办",
    answer_urging: "督办回复",
    suspend: "挂起",
    resume: "恢复办理",
    link: "关联工单",
    merge: "并案",
    follow_up: "回访",
    take_over: "接办",
    propose: "提建议",
    answer_proposal: "答复建议",
  } satisfies Record<T.ActionKind, string>,
  clock: {
    contact: "联系申请人",
    signing: "签收转交",
    opinion: "顾问答复",
    resolution: "办结",
    first_response: "首次响应",
    assist: "协办回复",
    urging: "督办回复",
    material_review: "材料审核",
    one_notice: "一次性告知",
    correction: "申请人补正",
    promise: "容缺补交",
    promised: "承诺时限",
    legal: "法定时限",
    follow_up: "结案回访",
  } satisfies Record<T.ClockKind, string>,
  role: {
    service: "服务专员",
    consultant: "顾问专员",
    management: "管理专员",
    village: "村级帮办员",
  } satisfies Record<T.Role, string>,
  requesterKind: { natural_person: "个人", legal_person: "单位" } satisfies Record<
    T.RequesterKind,
    string
  >,
  revealField: {
    id_number: "证件号码",
    phone: "联系电话",
    agent_id_number: "代办人证件号码",
    agent_phone: "代办人电话",
  } satisfies Record<T.RevealField, string>,
  warning: {
    id_number_checksum: "身份证号校验位不符，请再核对一次",
    id_number_length: "不是 18 位身份证号；如为其他证件可照常登记",
    credit_code_checksum: "统一社会信用代码校验位不符，请再核对一次",
    phone_form: "不像常见的电话号码，请再核对一次",
    document_form: "不像常见的证件号码，请再核对一次",
    minor_without_guardian: "申请人未满 18 周岁，请登记监护人",
  } satisfies Record<T.FieldWarningCode, string>,
  necessity: { required: "必要", optional: "非必要", deferrable: "容缺后补" } satisfies Record<
    T.Necessity,
    string
  >,
  materialKind: {
    certificate: "证件证书证明",
    form: "申请表格文书",
    other: "其他材料",
  } satisfies Record<T.MaterialKind, string>,
  materialForm: { paper: "纸质", electronic: "电子", either: "纸质或电子" } satisfies Record<
    T.MaterialForm,
    string
  >,
  materialSource: {
    applicant: "申请人自备",
    government: "政府部门核发",
    other: "其他来源",
  } satisfies Record<T.MaterialSource, string>,
  matterKind: {
    permit: "行政许可",
    benefit: "行政给付",
    confirmation: "行政确认",
    reward: "行政奖励",
    ruling: "行政裁决",
    other_power: "其他行政权力",
    public_service: "公共服务",
    other: "其他",
  } satisfies Record<T.MatterKind, string>,
  matterState: { in_use: "在用", suspended: "暂停", cancelled: "取消" } satisfies Record<
    T.MatterState,
    string
  >,
  level: {
    nation: "国家级",
    province: "省级",
    city: "市级",
    county: "县级",
    township: "乡镇级",
    village: "村级",
  } satisfies Record<T.Level, string>,
  serviceObject: {
    natural_person: "自然人",
    enterprise: "企业法人",
    institution: "事业法人",
    social_organisation: "社会组织法人",
    unincorporated_enterprise: "非法人企业",
    agency: "行政机关",
    other_organisation: "其他组织",
  } satisfies Record<T.ServiceObject, string>,
  handlingKind: { on_the_spot: "即办件", promised: "承诺件" } satisfies Record<
    T.HandlingKind,
    string
  >,
  applyBy: {
    window: "窗口",
    online: "网上",
    self_service: "自助",
    post: "邮寄",
  } satisfies Record<T.ApplyBy, string>,
  organisationKind: {
    township: "乡镇便民服务中心",
    village: "村级服务站",
    department: "部门",
    administration: "政务服务管理机构",
  } satisfies Record<T.OrganisationKind, string>,
  ...knowledgeEnums,
  ...syncEnums,
  theme: { system: "跟随系统", light: "浅色", dark: "深色" } satisfies Record<T.Theme, string>,
  scale: { "1": "标准", "1.25": "大", "1.5": "特大" } satisfies Record<T.Scale, string>,
  density: { compact: "紧凑", comfortable: "宽松" } satisfies Record<T.Density, string>,
  language: { "zh-CN": "简体中文", en: "English" } satisfies Record<T.Language, string>,
  protection: {
    keyring_and_password: "系统密钥库与密码共同保护",
    password_only: "仅由密码保护",
  } satisfies Record<T.Protection, string>,
  ...caseEnums,
  queueView: { waiting: "待我处理", mine: "我的", station: "本站", all: "全部" } satisfies Record<
    T.QueueView,
    string
  >,
  ticketSort: { deadline: "按时限", newest: "按登记时间", updated: "按最近更新" } satisfies Record<
    T.TicketSort,
    string
  >,
};
