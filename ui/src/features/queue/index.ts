export { Queue } from "./Queue";
