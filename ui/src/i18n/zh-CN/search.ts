import type * as T from "@/generated/types";

/** An exact number is not worth waiting for: from here on it is an estimate. */
const ESTIMATED_FROM = 150;

/** One search over everything. */
export const search = {
  title: "搜索",
  input: "搜索事项、材料、知识、办件",
  results: "搜索结果",
  scopes: "看哪一类",
  scope: {
    all: "全部",
    matter: "事项",
    situation: "情形",
    material: "申请材料",
    knowledge: "知识",
    statute: "法规依据",
    reply: "常用答复",
    case: "办件",
  } satisfies Record<T.FoundKind | "all", string>,
  count: (count: number) => (count > ESTIMATED_FROM ? `约 ${count} 条` : `${count} 条`),
  rest: (scope: string) => `更多${scope}`,
  found: (count: number) => `找到 ${count} 条`,
  corrected: (typed: string, sought: string) => `没有找到“${typed}”，已按“${sought}”查找。`,
  behind: (count: number) => `正在整理新到的数据，还有 ${count} 条暂时查不到。`,
  start: {
    title: "可以这样找",
    examples: [
      { what: "名称", typed: "社会保险参保登记" },
      { what: "俗称", typed: "办营业执照" },
      { what: "拼音首字母", typed: "sbcb" },
      { what: "编码", typed: "事项编码、工单编号的一段" },
      { what: "群众原话", typed: "孩子上户口要带什么" },
    ],
    recent: "刚才找过",
  },
  filters: "筛选",
  filtered: (name: string, value: string) => `${name}：${value}`,
  removeFilter: (name: string) => `去掉筛选 ${name}`,
  miss: {
    none: (text: string) => `没有找到“${text}”。`,
    noneIn: (text: string, scope: string) => `${scope}里没有找到“${text}”。`,
    advice: "换个说法试试：几个字、俗称、拼音首字母都可以。",
    adviceFilters: "筛选条件可能太窄，去掉筛选再找。",
    clear: "去掉筛选",
    everywhere: "在全部里找",
  },
  ask: "向顾问提问",
  notFitting: "没有想要的？",
  keys: { move: "选择", open: "打开", scope: "换一类", close: "关闭" },
  by: {
    other_name: (name: string) => `俗称“${name}”`,
    synonym: (name: string) => `同义“${name}”`,
    sound: "读音相近",
    soundOf: (name: string) => `读音近“${name}”`,
    code: (code: string) => `编码 ${code}`,
  },
  ofMatter: (name: string) => `事项：${name}`,
  usedBy: (matters: number) => `用于 ${matters} 个事项`,
  restOnIt: (matters: number, entries: number) => `${matters} 个事项、${entries} 条知识引用`,
  uses: {
    matters: { material: "要这份材料的事项", statute: "依据它的事项" },
    entries: { material: "相关知识", statute: "引用它的知识" },
    articles: "引用的条款",
    noMatters: { material: "没有在用的事项要这份材料。", statute: "没有事项以它为依据。" },
    noEntries: { material: "没有相关的知识条目。", statute: "没有知识条目引用它。" },
    most: (count: number) => `只列出前 ${count} 条，其余请用搜索查找。`,
    gone: "没有这一页。请重新搜索。",
    back: "返回",
    toMatters: "去事项库",
  },
};
