import type * as T from "@/generated/types";

/** Words for how a desk stands with the platform. A missing one does not compile. */
export const syncEnums = {
  link: {
    online: "已连接",
    connecting: "正在连接",
    offline: "离线",
    sign_in_needed: "请重新登录后同步",
    account_disabled: "账号已停用",
    update_needed: "需要更新后同步",
    disk_full: "磁盘已满",
    braked: "同步已停，等您核对",
  } satisfies Record<T.Link, string>,
  heldWhy: {
    unreadable: "平台读不了",
    not_yours: "账号不符",
    failed: "平台处理出错",
    behind: "等前一步",
    blocked: "途中被拦下",
  } satisfies Record<T.HeldWhy, string>,
  syncWhat: { library: "事项与知识", tickets: "工单" } satisfies Record<T.SyncWhat, string>,
  syncPhase: { downloading: "正在下载", writing: "正在写入本机" } satisfies Record<
    T.SyncPhase,
    string
  >,
};
