export { errorWords } from "./errorWords";
export { intentName, ticketAction } from "./intent";
export { useWords, WordsProvider } from "./react";
export { sizeWords } from "./size";
export { clockBeat, clockShare, clockUrgency, clockWords, limitWords } from "./clocks";
export {
  calendarDay,
  dateWords,
  daysBetween,
  dayWords,
  dueDayWords,
  endOfDay,
  fullWhenWords,
  lastDayWords,
  plainDayWords,
  spanWords,
  waitWords,
  whenWords,
} from "./time";
export type { Words } from "./words";
export { writtenText } from "./written";
