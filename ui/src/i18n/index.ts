export { errorWords } from "./errorWords";
export { useWords, WordsProvider } from "./react";
export { clockBeat, clockShare, clockUrgency, clockWords, limitWords } from "./clocks";
export {
  calendarDay,
  dateWords,
  daysBetween,
  dayWords,
  dueDayWords,
  endOfDay,
  fullWhenWords,
  plainDayWords,
  waitWords,
  whenWords,
} from "./time";
export type { Words } from "./words";
export { writtenText } from "./written";
