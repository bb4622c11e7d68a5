import type { Notice } from "@/generated/types";

/** Everything, what is near or over its time, and what people did. */
export type NoticeSection = "all" | "clocks" | "others";

/** In the order they are shown. */
export const SECTIONS: NoticeSection[] = ["all", "clocks", "others"];

function isOfClock({ kind }: Notice): boolean {
  return kind === "clock_warning" || kind === "clock_breach";
}

/** The notices of a section, in the order they came. */
export function inSection(notices: Notice[], section: NoticeSection): Notice[] {
  if (section === "all") return notices;
  return notices.filter((notice) => isOfClock(notice) === (section === "clocks"));
}

/** How many of a section nobody has read. */
export function unreadIn(notices: Notice[], section: NoticeSection): number {
  return inSection(notices, section).filter(({ read_at }) => read_at === null).length;
}
