export { EntryStandingMark } from "./EntryStandingMark";
