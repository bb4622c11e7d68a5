import type * as T from "@/generated/types";

export const triage = {
  title: "分诊",
  outcome: "这件诉求怎么办",
  submit: {
    answered_now: "答复并闭环",
    own_level: "由本级办理",
    lower_level: "转给下级",
    out_of_scope: "告知并闭环",
  } satisfies Record<T.TriageKind, string>,
  /** Before an outcome is chosen. */
  submitFirst: "确定",
  about: {
    answered_now: "问题简单，现在就能答清。",
    own_level: "属本级职责，由您接着办。",
    lower_level: "应由下级镇街或村（社区）办。",
    out_of_scope: "不归本级管，告知该去哪里办。",
  } satisfies Record<T.TriageKind, string>,
  answer: { label: "答复内容", hint: "写下已告诉申请人的话。", via: "答复方式" },
  own: {
    complexity: "诉求难易",
    simple: "简单",
    complex: "复杂",
    note: "说明（可不填）",
    noteHint: "为什么这样判断，接下来做什么。",
  },
  lower: {
    organisation: "下级单位",
    none: "名录里没有本级的下级单位。",
    note: "交办说明",
    noteHint: "写明诉求、已经做了什么、还要做什么。",
  },
  office: {
    name: "主管单位",
    placeholder: "从名录选取，或直接填写",
    open: "展开名录",
    none: "名录里没有，可直接填写",
    department: "事项的主管部门",
    address: "地址",
    phone: "电话",
    told: "告知了什么",
    toldHint: "写明去哪里、怎么去、带什么，别只说“去别处问”。",
    write: "照上面写一句",
    sentence: (office: string, address: string, phone: string) =>
      `这件事由${office}办理，地址：${address}，电话：${phone}。`,
    via: "告知方式",
  },
  next: {
    answered_now: "提交后工单即闭环，不再有时限；答复内容记入办理经过。",
    own_simple: "提交后工单仍由您办理，按简单诉求计办结时限。",
    own_complex: "提交后工单仍由您办理，按复杂诉求计办结时限。",
    lower_level: (place: string) => `提交后等待 ${place} 签收，对方可在 24 小时内退回。首问责任人不变。`,
    lower_unnamed: "提交后等待对方签收，对方可在 24 小时内退回。首问责任人不变。",
    out_of_scope: "提交后工单即闭环，主管单位、地址、电话和告知内容记入办理经过。",
  },
  missing: {
    outcome: "请先选择一种处理",
    answer: "请填写答复内容",
    organisation: "请选择下级单位",
    note: "请填写交办说明",
    office: "请写明主管单位、地址和电话",
    told: "请填写告知了什么",
  },
};
