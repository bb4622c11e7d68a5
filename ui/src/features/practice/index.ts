export { PracticeHome } from "./list/PracticeHome";
export { PracticeResultView } from "./result/PracticeResultView";
export { PracticeRunView } from "./run/PracticeRunView";
