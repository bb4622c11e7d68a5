import type * as T from "@/generated/types";

/** Words for what is decided about a case. A missing one does not compile. */
export const caseEnums = {
  triage: {
    answered_now: "当场答复",
    own_level: "本级办理",
    lower_level: "转下级",
    out_of_scope: "不属本级范围",
  } satisfies Record<T.TriageKind, string>,
  pauseKind: {
    correction: "等待补正",
    special_procedure: "特别程序",
    applicant_asked: "申请人要求暂缓",
    other: "其他原因",
  } satisfies Record<T.PauseKind, string>,
  loopOutcome: {
    obtained: "已取得办理结果",
    needs_more: "需要完善，继续服务",
    cannot_obtain: "无法取得，已解释",
  } satisfies Record<T.LoopOutcome, string>,
  document: {
    resident_id: "居民身份证",
    hmt_residence: "港澳台居民居住证",
    hmt_travel: "港澳台通行证",
    foreign_permanent: "外国人永久居留身份证",
    passport: "护照",
    other: "其他证件",
  } satisfies Record<T.DocumentKind, string>,
  standing: {
    authorised: "委托代理人",
    guardian: "监护人",
  } satisfies Record<T.Standing, string>,
  likeness: {
    name_and_matter: "同名同事项",
    phone: "同一电话",
    document: "同一证件",
    person_and_matter: "同一人同一事项",
  } satisfies Record<T.Likeness, string>,
  relation: {
    linked: "关联",
    merged_into: "已并入",
    merged_from: "并案而来",
  } satisfies Record<T.RelationKind, string>,
  verdict: {
    meets: "符合",
    needs_fixing: "需补正",
    missing: "缺失",
    waived: "容缺",
    exempt: "电子证照免交",
  } satisfies Record<T.MaterialVerdict["verdict"], string>,
  dayWhy: {
    first_day: "首日不计",
    paused: "暂停，不计",
    moved: "遇休息日顺延",
  } satisfies Record<T.DayWhy, string>,
};
