export { EntryStandingMark } from "./EntryStandingMark";
export { MatterChanges } from "./MatterChanges";
export { MatterStateMark } from "./MatterStateMark";
export { promisedWords } from "./promisedWords";
