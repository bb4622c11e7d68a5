export { EntryStandingMark } from "./EntryStandingMark";
export { MatterStateMark } from "./MatterStateMark";
export { promisedWords } from "./promisedWords";
