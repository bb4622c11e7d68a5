export { askAddress, type AskFrom, askFrom } from "./ask/ask";
export { AskDialog } from "./ask/AskDialog";
export { QuestionDetail } from "./QuestionDetail";
export { type QuestionFilter, QuestionList } from "./QuestionList";
export { waitingStage } from "./steps/steps";
