import type { Words } from "../words";

export const notices: Words["notices"] = {
  title: "Inbox",
  tab: "Notices",
  list: "List of notices",
  markAll: "Mark all as read",
  unread: (count) => (count === 0 ? "Nothing unread" : `${count} unread`),
  unreadMark: "Unread",
  by: (name) => `by ${name}`,
  system: "Platform",
  empty: "No notices. You are told here when a ticket is handed over, returned or asked about, or when the platform did not accept something you did.",
  withoutTicket: "No ticket belongs to this notice",
};
