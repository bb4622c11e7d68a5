export { errorWords } from "./errorWords";
export { useWords, WordsProvider } from "./react";
export {
  calendarDay,
  clockShare,
  clockWords,
  dateWords,
  dayWords,
  endOfDay,
  fullWhenWords,
  waitWords,
  whenWords,
} from "./time";
export type { Words } from "./words";
