export const notices = {
  title: "收件",
  tab: "通知",
  list: "通知列表",
  markAll: "全部标为已读",
  unread: (count: number) => (count === 0 ? "没有未读通知" : `${count} 条未读`),
  unreadMark: "未读",
  by: (name: string) => `${name} 办理`,
  system: "平台",
  empty: "没有通知。有人转交、退回、提问，或平台没有接受您的操作时，会在这里告诉您。",
  withoutTicket: "这条通知没有关联工单",
};
