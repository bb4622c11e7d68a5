import type * as T from "@/generated/types";

/** The knowledge base and the notices. */
export const knowledgeEnums = {
  entryStanding: {
    future: "未生效",
    in_force: "有效",
    review_due: "待复核",
    expired: "已失效",
  },
  knowledgeKind: {
    procedure: "办事流程",
    standard: "办理口径",
    regulation: "政策制度",
    system_guide: "系统操作",
    picture_guide: "图文视频",
    reply: "统一答复",
  } satisfies Record<T.KnowledgeKind, string>,
  questionStep: {
    ask: "提出问题",
    ask_too: "我也遇到",
    submit: "提交条目",
    send_back: "退回修改",
    publish: "发布条目",
    point: "指向已有条目",
    decline: "不予采纳",
  } satisfies Record<T.QuestionStepKind, string>,
  questionStage: { open: "待起草", submitted: "待发布", ended: "已了结" } satisfies Record<
    T.QuestionStage,
    string
  >,
  noticeKind: {
    new_ticket: "新工单",
    handed_to_me: "转交待签收",
    signed_for: "转交已签收",
    returned: "转交被退回",
    question_for_me: "请您出具意见",
    opinion_given: "顾问已答复",
    verdict_waiting: "操作未被接受",
    assist_asked: "请您单位协办",
    assist_answered: "协办已回复",
    urged: "督办",
    urging_answered: "督办已回复",
    taken_over: "工单已由他人接办",
    given_to_me: "工单交您接办",
    proposal_for_me: "收到建议",
    proposal_answered: "建议已答复",
    correction_allowed: "准予再次补正",
    reopened: "回访后需继续办理",
    clock_warning: "时限将到",
    clock_breach: "时限已过",
    question_raised: "新的知识提问",
    entry_submitted: "知识条目待发布",
    entry_sent_back: "知识条目退回修改",
    question_answered: "提问已有答复",
    question_declined: "提问未采纳",
    matter_changed: "事项指南有变化",
  } satisfies Record<T.NoticeKind, string>,
};
