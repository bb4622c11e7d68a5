export { errorWords } from "./errorWords";
export { useWords, WordsProvider } from "./react";
export {
  calendarDay,
  clockShare,
  clockWords,
  dateWords,
  dayWords,
  dueDayWords,
  endOfDay,
  fullWhenWords,
  plainDayWords,
  waitWords,
  whenWords,
} from "./time";
export type { Words } from "./words";
