export { Case } from "./Case";
export { Side } from "./side/Side";
