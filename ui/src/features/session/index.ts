export { FirstSync } from "./FirstSync";
export { Session } from "./Session";
export { SignIn } from "./SignIn";
