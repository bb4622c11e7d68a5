// Generated from the command table in crates/api. Do not edit: run `cargo xtask bindings`.

import type * as T from "./types";

export interface Commands {
  session_state: { argument: T.Nothing; result: T.SessionState };
  sign_in: { argument: T.SignInInput; result: T.SessionState };
  sign_out: { argument: T.Nothing; result: T.SessionState };
  sync_state: { argument: T.Nothing; result: T.SyncState };
  sync_now: { argument: T.Nothing; result: T.Nothing };
  outbox_list: { argument: T.Nothing; result: Array<T.OutboxRow> };
  verdict_list: { argument: T.Nothing; result: Array<T.VerdictLetter> };
  verdict_clear: { argument: T.ClearVerdict; result: T.Nothing };
  ticket_list: { argument: T.TicketQuery; result: T.TicketPage };
  ticket_counts: { argument: T.Nothing; result: T.TicketCounts };
  ticket_get: { argument: T.TicketRefInput; result: T.TicketView };
  ticket_seen: { argument: T.TicketRefInput; result: T.Nothing };
  ticket_register: { argument: T.RegisterInput; result: T.TicketView };
  ticket_act: { argument: T.ActInput; result: T.TicketView };
  ticket_reveal: { argument: T.RevealInput; result: T.Revealed };
  review_open: { argument: T.OpenReviewInput; result: T.TicketView };
  review_proposals: { argument: T.TicketRefInput; result: Array<T.MaterialProposals> };
  form_open: { argument: T.MaterialOf; result: T.FormView };
  form_check: { argument: T.FormCheck; result: Array<T.FormProblem> };
  clock_explain: { argument: T.ClockRef; result: T.ClockExplained };
  requester_check: { argument: T.RequesterCheck; result: T.RequesterChecked };
  ticket_similar: { argument: T.SimilarInput; result: Array<T.SimilarTicket> };
  ticket_route: { argument: T.RouteInput; result: T.RouteView };
  matter_search: { argument: T.MatterQuery; result: T.MatterPage };
  matter_get: { argument: T.KeyInput; result: T.MatterView };
  library_facets: { argument: T.Nothing; result: T.LibraryFacets };
  knowledge_search: { argument: T.KnowledgeQuery; result: T.KnowledgePage };
  knowledge_get: { argument: T.KeyInput; result: T.KnowledgeView };
  directory: { argument: T.Nothing; result: T.Directory };
  draft_get: { argument: T.DraftKey; result: T.MaybeDraft };
  draft_save: { argument: T.SaveDraft; result: T.MaybeDraft };
  notice_list: { argument: T.Nothing; result: Array<T.Notice> };
  notice_mark_read: { argument: T.MarkRead; result: T.Nothing };
  preferences_get: { argument: T.Nothing; result: T.Preferences };
  preferences_set: { argument: T.Preferences; result: T.Preferences };
}

export type CommandName = keyof Commands;

export const effects: Record<CommandName, { reads?: readonly T.Tag[]; writes?: readonly T.Tag[] }> = {
  session_state: { reads: ["session"] },
  sign_in: { writes: ["session", "sync", "tickets", "outbox", "library", "directory", "drafts", "notices", "preferences"] },
  sign_out: { writes: ["session", "sync", "tickets", "outbox", "library", "directory", "drafts", "notices", "preferences"] },
  sync_state: { reads: ["sync"] },
  sync_now: { writes: ["sync"] },
  outbox_list: { reads: ["outbox"] },
  verdict_list: { reads: ["outbox"] },
  verdict_clear: { writes: ["outbox", "sync", "drafts"] },
  ticket_list: { reads: ["tickets"] },
  ticket_counts: { reads: ["tickets"] },
  ticket_get: { reads: ["tickets"] },
  ticket_seen: { writes: ["tickets"] },
  ticket_register: { writes: ["tickets", "outbox", "sync", "drafts"] },
  ticket_act: { writes: ["tickets", "outbox", "sync", "drafts"] },
  ticket_reveal: { reads: [] },
  review_open: { writes: ["tickets", "outbox", "sync", "drafts"] },
  review_proposals: { reads: ["tickets", "drafts"] },
  form_open: { reads: [] },
  form_check: { reads: [] },
  clock_explain: { reads: ["tickets"] },
  requester_check: { reads: [] },
  ticket_similar: { reads: ["tickets"] },
  ticket_route: { reads: ["directory"] },
  matter_search: { reads: ["library"] },
  matter_get: { reads: ["library"] },
  library_facets: { reads: ["library"] },
  knowledge_search: { reads: ["library"] },
  knowledge_get: { reads: ["library"] },
  directory: { reads: ["directory"] },
  draft_get: { reads: ["drafts"] },
  draft_save: { reads: [] },
  notice_list: { reads: ["notices"] },
  notice_mark_read: { writes: ["notices", "sync"] },
  preferences_get: { reads: ["preferences"] },
  preferences_set: { writes: ["preferences"] },
};
