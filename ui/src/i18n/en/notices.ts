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
  sections: "Sections",
  section: { all: "All", clocks: "Time limits", others: "Handling" },
  sectionCount: (name, unread) => (unread === 0 ? name : `${name} ${unread}`),
  noneHere: { clocks: "No time limit is near or over.", others: "Nothing about handling." },
  empty: "No notices. You are told here when a ticket is handed over, returned, asked about or urged, when a time limit is near, or when the platform did not accept something you did.",
  withoutTicket: "No ticket belongs to this notice",
};
