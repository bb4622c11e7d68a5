export { Register } from "./Register";
export { useRegisterAgain } from "./RegisterAgain";
