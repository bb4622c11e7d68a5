/** Standard forms and what the checks propose. */
export const forms = {
  proposals: "系统建议",
  take: "采用",
  fill: "填写申请表",
  shown: { label: "看什么", fill: "填写", blank: "空白表", sample: "样表" },
  whole: "必填项都已填写，内容符合要求。",
  left: (count: number) => (count === 0 ? "正在核对。" : `还有 ${count} 项要填写或改正。`),
  must: "必填",
  problem: {
    required: () => "必填",
    type: () => "请填数字",
    too_short: (limit: string) => `至少 ${limit} 个字`,
    too_long: (limit: string) => `最多 ${limit} 个字`,
    too_small: (limit: string) => `不能小于 ${limit}`,
    too_large: (limit: string) => `不能大于 ${limit}`,
    not_a_choice: () => "请从选项中选",
    format: () => "格式不对，请再核对一次",
    pattern: () => "不符合规定的格式",
    other: () => "请再核对一次",
  },
};
