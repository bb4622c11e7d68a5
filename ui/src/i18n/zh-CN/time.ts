/** Pieces of time. The rules that choose among them are in ../time.ts. */
export const time = {
  today: (clock: string) => clock,
  yesterday: (clock: string) => `昨天 ${clock}`,
  tomorrow: (clock: string) => `明天 ${clock}`,
  thisYear: (month: number, day: number, clock: string) => `${month}月${day}日 ${clock}`,
  otherYear: (year: number, month: number, day: number, clock: string) =>
    `${year}年${month}月${day}日 ${clock}`,
  date: (year: number, month: number, day: number, weekday: number) =>
    `${year}年${month}月${day}日（周${"日一二三四五六".charAt(weekday)}）`,
  dayToday: "今天",
  dayTomorrow: "明天",
  dayYesterday: "昨天",
  plainDate: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  dayOnly: (month: number, day: number) => `${month}月${day}日`,
  workingDaysLeft: (days: number) => `剩 ${days} 个工作日`,
  lastDay: (day: string, unpublished: boolean) =>
    `最后一天：${day}${unpublished ? "（该年放假安排尚未公布）" : ""}`,
  dueToday: "今天到期",
  overHours: (hours: number) => `已超 ${hours} 小时`,
  overDays: (days: number) => `已超 ${days} 个工作日`,
  overJustNow: "刚刚超期",
  paused: "已暂停",
  naturalDaysLeft: (days: number) => `剩 ${days} 个自然日`,
  overNaturalDays: (days: number) => `已超 ${days} 个自然日`,
  secondsLeft: (minutes: number, seconds: number) =>
    minutes > 0 ? `剩 ${minutes} 分 ${seconds} 秒` : `剩 ${seconds} 秒`,
  overSeconds: (seconds: number) => `已超 ${seconds} 秒`,
  overMinutes: (minutes: number) => `已超 ${minutes} 分钟`,
  before: (when: string) => `${when} 前`,
  days: (count: number, working: boolean) => `${count} 个${working ? "工作日" : "自然日"}`,
  seconds: (count: number) => `${count} 秒`,
  minutes: (count: number) => `${count} 分钟`,
  hours: (count: number) => `${count} 小时`,
  wholeDays: (count: number) => `${count} 天`,
};
