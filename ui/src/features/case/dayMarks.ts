import type { DayNote } from "@/generated/types";
import { calendarDay, type Words } from "@/i18n";

/** How a day of a period is shown: a number where it counts, otherwise a short mark. */
export interface DayMark {
  day: string;
  /** Day of the month. */
  date: number;
  /** `1`, `2`… or the mark. */
  mark: string;
  /** What it means, in words. */
  words: string;
  tone: "counts" | "swapped" | "off" | "still";
  isToday: boolean;
  isDue: boolean;
}

/** Monday is 0. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** What is shown for each day of a clock's time. */
export function dayMarks(w: Words, days: readonly DayNote[], now: number): DayMark[] {
  const today = calendarDay(now);
  const last = days.at(-1)?.day;
  return days.map((note) => ({
    day: note.day,
    date: Number(note.day.slice(8)),
    ...markOf(w, note),
    isToday: note.day === today,
    isDue: note.day === last,
  }));
}

function markOf(w: Words, note: DayNote): Pick<DayMark, "mark" | "words" | "tone"> {
  const { why } = w.ticket;
  if (note.because) {
    return { mark: why.mark[note.because], words: w.enums.dayWhy[note.because], tone: "still" };
  }
  const kind = kindWords(w, note);
  if (note.counted === null) return { mark: why.mark.off, words: kind, tone: "off" };
  const counted = why.counted(note.counted);
  return {
    mark: String(note.counted),
    words: kind === "" ? counted : `${counted}${w.punctuation.dot}${kind}`,
    tone: note.why === "swapped_in" ? "swapped" : "counts",
  };
}

function kindWords(w: Words, note: DayNote): string {
  switch (note.why) {
    case "working":
      return "";
    case "swapped_in":
      return w.ticket.why.swappedIn(note.holiday);
    case "weekend":
      return w.ticket.why.weekend;
    case "holiday":
      return note.holiday;
  }
}

/** What the marks in sight mean, each once, in the order they come. */
export function legend(w: Words, marks: readonly DayMark[]): { mark: string; words: string }[] {
  const { mark } = w.ticket.why;
  const found = new Map<string, string>();
  for (const { tone, mark: sign, words } of marks) {
    if (tone === "still" || tone === "off") found.set(words, sign);
    if (tone === "swapped") found.set(words.split(w.punctuation.dot).at(-1) ?? words, mark.working);
  }
  return [...found].map(([words, sign]) => ({ mark: sign, words }));
}

/** The days in weeks from Monday to Sunday; `null` where a week reaches beyond the period. */
export function weeks(marks: readonly DayMark[]): (DayMark | null)[][] {
  const rows: (DayMark | null)[][] = [];
  for (const mark of marks) {
    const column = weekday(mark.day);
    if (rows.length === 0 || column === 0) rows.push(Array<DayMark | null>(7).fill(null));
    const row = rows.at(-1);
    if (row) row[column] = mark;
  }
  return rows;
}
