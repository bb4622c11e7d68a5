export { KnowledgeEntryView } from "./KnowledgeEntryView";
export { KnowledgeList } from "./KnowledgeList";
