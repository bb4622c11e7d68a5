export { isAboutQuestion } from "./about";
export { cache, followHost, invalidate } from "./cache";
export { asApiError, call, currentHost, setHost } from "./client";
export { type DraftForm, formDraft, keptDraft, putDraft, TEXT_DRAFT, useDraft } from "./draft";
export type { DraftState } from "./draftSaver";
export { type AskOptions, useAction, useCommand, useDueDay, useHostEvents } from "./hooks";
export { type Pages, usePages } from "./pages";
