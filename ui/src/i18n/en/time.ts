import type { Words } from "../words";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const monthName = (month: number) => MONTHS[month - 1] ?? "";
const plural = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

export const time: Words["time"] = {
  today: (clock) => clock,
  yesterday: (clock) => `yesterday ${clock}`,
  tomorrow: (clock) => `tomorrow ${clock}`,
  thisYear: (month, day, clock) => `${day} ${monthName(month)} ${clock}`,
  otherYear: (year, month, day, clock) => `${day} ${monthName(month)} ${year} ${clock}`,
  date: (year, month, day, weekday) =>
    `${WEEKDAYS[weekday] ?? ""} ${day} ${monthName(month)} ${year}`,
  dayToday: "today",
  dayTomorrow: "tomorrow",
  dayYesterday: "yesterday",
  plainDate: (year, month, day) => `${day} ${monthName(month)} ${year}`,
  dayOnly: (month, day) => `${day} ${monthName(month)}`,
  workingDaysLeft: (days) => `${plural(days, "working day", "working days")} left`,
  lastDay: (day: string, unpublished: boolean) =>
    `Last day: ${day}${unpublished ? " (that year’s days off are not published yet)" : ""}`,
  dueToday: "due today",
  overHours: (hours) => `${plural(hours, "hour", "hours")} over`,
  overDays: (days) => `${plural(days, "working day", "working days")} over`,
  overJustNow: "just over",
  paused: "stands still",
  naturalDaysLeft: (days) => `${plural(days, "day", "days")} left`,
  overNaturalDays: (days) => `${plural(days, "day", "days")} over`,
  secondsLeft: (minutes, seconds) =>
    minutes > 0 ? `${minutes} min ${seconds} s left` : `${seconds} s left`,
  overSeconds: (seconds) => `${seconds} s over`,
  overMinutes: (minutes) => `${minutes} min over`,
  before: (when) => `by ${when}`,
  days: (count, working) =>
    working ? plural(count, "working day", "working days") : plural(count, "day", "days"),
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (count) => plural(count, "hour", "hours"),
  wholeDays: (count) => plural(count, "day", "days"),
};
