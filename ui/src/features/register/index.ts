export { Register } from "./Register";
