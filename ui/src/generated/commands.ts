// Generated from the command table in crates/api. Do not edit: run `cargo xtask bindings`.

import type * as T from "./types";

export interface Commands {
  session_state: { argument: T.Nothing; result: T.SessionState };
  sign_in: { argument: T.SignInInput; result: T.SessionState };
  sign_out: { argument: T.Nothing; result: T.SessionState };
  sync_state: { argument: T.Nothing; result: T.SyncState };
  sync_now: { argument: T.Nothing; result: T.Nothing };
  station_health: { argument: T.Nothing; result: T.StationHealth };
  station_compare: { argument: T.Nothing; result: T.Nothing };
  brake_release: { argument: T.Nothing; result: T.Nothing };
  desk_name_get: { argument: T.Nothing; result: T.DeskName };
  desk_name_set: { argument: T.SetDeskName; result: T.DeskName };
  stations_list: { argument: T.Nothing; result: T.StationsView };
  station_revoke: { argument: T.RevokeInput; result: T.Nothing };
  record_way: { argument: T.CommandRef; result: T.RecordWay };
  record_reach: { argument: T.CommandRef; result: T.WayReach };
  outbox_list: { argument: T.Nothing; result: Array<T.OutboxRow> };
  verdict_list: { argument: T.Nothing; result: Array<T.VerdictLetter> };
  verdict_clear: { argument: T.ClearVerdict; result: T.Nothing };
  courier_loads: { argument: T.Nothing; result: T.CourierLoads };
  courier_export: { argument: T.CourierPack; result: T.CourierExported };
  courier_inspect: { argument: T.CourierPath; result: T.CourierFile };
  courier_find: { argument: T.CourierFolder; result: Array<T.CourierFound> };
  courier_carry: { argument: T.CourierPath; result: T.CourierCarried };
  courier_import: { argument: T.CourierPath; result: T.CourierImported };
  courier_list: { argument: T.Nothing; result: T.CourierList };
  held_list: { argument: T.Nothing; result: T.HeldBundles };
  held_release: { argument: T.ReleaseInput; result: T.CourierReleased };
  held_answer: { argument: T.BundleRef; result: T.CourierReleased };
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
  form_keep: { argument: T.KeepForm; result: T.FileTaken };
  clock_explain: { argument: T.ClockRef; result: T.ClockExplained };
  file_begin: { argument: T.BeginFile; result: T.Upload };
  file_piece: { argument: T.FilePiece; result: T.Nothing };
  file_finish: { argument: T.FinishFile; result: T.FileTaken };
  file_cancel: { argument: T.UploadRef; result: T.Nothing };
  file_list: { argument: T.TicketRefInput; result: Array<T.FileView> };
  file_read: { argument: T.ReadFile; result: T.FileBytes };
  file_thumbnail: { argument: T.FileKey; result: T.FileThumbnail };
  file_open_outside: { argument: T.FileOf; result: T.Nothing };
  file_discard: { argument: T.FileOf; result: T.Nothing };
  scan_folder: { argument: T.Nothing; result: T.ScanFolder };
  scan_folder_set: { argument: T.SetScanFolder; result: T.ScanFolder };
  scan_thumbnail: { argument: T.ScanName; result: T.FileThumbnail };
  scan_take: { argument: T.TakeScan; result: T.FileTaken };
  files_on_the_way: { argument: T.Nothing; result: T.FilesOnTheWay };
  files_pace_set: { argument: T.FilePace; result: T.Nothing };
  file_pause: { argument: T.PauseFile; result: T.Nothing };
  file_want: { argument: T.FileKey; result: T.Nothing };
  paper_list: { argument: T.TicketRefInput; result: Array<T.PaperOffer> };
  paper_preview: { argument: T.PaperInput; result: T.PaperPages };
  paper_print: { argument: T.PaperInput; result: T.PaperPages };
  paper_save: { argument: T.PaperInput; result: T.SavedPaper };
  paper_verify: { argument: T.VerifyPaper; result: T.PaperVerdict };
  due_day: { argument: T.DueInput; result: T.DueView };
  requester_check: { argument: T.RequesterCheck; result: T.RequesterChecked };
  ticket_similar: { argument: T.SimilarInput; result: Array<T.SimilarTicket> };
  ticket_route: { argument: T.RouteInput; result: T.RouteView };
  matter_search: { argument: T.MatterQuery; result: T.MatterPage };
  matter_get: { argument: T.KeyInput; result: T.MatterView };
  matter_history: { argument: T.KeyInput; result: T.MatterHistory };
  matter_version: { argument: T.MatterVersionRef; result: T.MatterView };
  library_facets: { argument: T.Nothing; result: T.LibraryFacets };
  knowledge_search: { argument: T.KnowledgeQuery; result: T.KnowledgePage };
  knowledge_get: { argument: T.KeyInput; result: T.KnowledgeView };
  search: { argument: T.SearchInput; result: T.SearchFound };
  search_used: { argument: T.FoundRef; result: T.Nothing };
  search_uses: { argument: T.FoundRef; result: T.FoundUses };
  suggestions: { argument: T.SuggestionInput; result: T.Suggestions };
  drafter_get: { argument: T.Nothing; result: T.DrafterState };
  drafter_set: { argument: T.SetDrafter; result: T.DrafterState };
  drafter_off: { argument: T.Nothing; result: T.DrafterState };
  drafter_try: { argument: T.Nothing; result: T.DrafterTried };
  drafter_stop: { argument: T.Nothing; result: T.Nothing };
  draft_preview: { argument: T.DraftFor; result: T.DraftPreview };
  draft_ask: { argument: T.AskDraft; result: T.Drafted };
  reply_list: { argument: T.Nothing; result: Array<T.OwnReply> };
  reply_save: { argument: T.OwnReplyInput; result: Array<T.OwnReply> };
  reply_remove: { argument: T.OwnReplyRef; result: Array<T.OwnReply> };
  reply_variables: { argument: T.Nothing; result: Array<T.ReplyVariable> };
  library_health: { argument: T.Nothing; result: T.LibraryHealth };
  library_findings: { argument: T.FindingInput; result: T.FindingList };
  question_list: { argument: T.QuestionQuery; result: T.QuestionList };
  questions_alike: { argument: T.AlikeInput; result: T.QuestionsAlike };
  question_get: { argument: T.QuestionRef; result: T.QuestionView };
  question_act: { argument: T.StepInput; result: T.QuestionView };
  text_clean: { argument: T.CleanInput; result: T.Cleaned };
  directory: { argument: T.Nothing; result: T.Directory };
  practice_list: { argument: T.Nothing; result: T.PracticeList };
  practice_get: { argument: T.PracticeRef; result: T.PracticeView };
  practice_begin: { argument: T.BeginPractice; result: T.PracticeView };
  practice_step: { argument: T.PracticeStep; result: T.PracticeView };
  practice_hand_in: { argument: T.PracticeRef; result: T.PracticeResult };
  practice_result: { argument: T.PracticeRunRef; result: T.PracticeResult };
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
  sync_now: { writes: ["sync", "outbox"] },
  station_health: { reads: ["sync", "outbox", "files"] },
  station_compare: { writes: ["sync"] },
  brake_release: { writes: ["sync"] },
  desk_name_get: { reads: ["session", "sync"] },
  desk_name_set: { writes: ["session", "sync"] },
  stations_list: { reads: [] },
  station_revoke: { writes: [] },
  record_way: { reads: ["outbox", "tickets", "sync", "files"] },
  record_reach: { reads: [] },
  outbox_list: { reads: ["outbox"] },
  verdict_list: { reads: ["outbox"] },
  verdict_clear: { writes: ["outbox", "sync", "drafts", "tickets"] },
  courier_loads: { reads: ["outbox", "files"] },
  courier_export: { writes: ["outbox"] },
  courier_inspect: { reads: [] },
  courier_find: { reads: [] },
  courier_carry: { writes: ["outbox"] },
  courier_import: { writes: ["sync", "tickets", "outbox", "library", "directory", "files", "notices"] },
  courier_list: { reads: ["outbox", "sync"] },
  held_list: { reads: [] },
  held_release: { writes: [] },
  held_answer: { reads: [] },
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
  form_keep: { writes: ["tickets", "outbox", "sync", "files"] },
  clock_explain: { reads: ["tickets"] },
  file_begin: { reads: [] },
  file_piece: { reads: [] },
  file_finish: { writes: ["tickets", "outbox", "sync", "files"] },
  file_cancel: { reads: [] },
  file_list: { reads: ["files", "tickets"] },
  file_read: { reads: [] },
  file_thumbnail: { reads: [] },
  file_open_outside: { reads: [] },
  file_discard: { writes: ["files"] },
  scan_folder: { reads: ["scans"] },
  scan_folder_set: { writes: ["scans"] },
  scan_thumbnail: { reads: [] },
  scan_take: { writes: ["tickets", "outbox", "sync", "files", "scans"] },
  files_on_the_way: { reads: ["files"] },
  files_pace_set: { writes: ["files"] },
  file_pause: { writes: ["files"] },
  file_want: { writes: ["files"] },
  paper_list: { reads: ["tickets", "drafts"] },
  paper_preview: { reads: ["tickets", "drafts"] },
  paper_print: { writes: ["tickets"] },
  paper_save: { writes: ["tickets"] },
  paper_verify: { reads: ["tickets"] },
  due_day: { reads: [] },
  requester_check: { reads: [] },
  ticket_similar: { reads: ["tickets"] },
  ticket_route: { reads: ["directory"] },
  matter_search: { reads: ["library", "search"] },
  matter_get: { reads: ["library"] },
  matter_history: { reads: ["library", "tickets"] },
  matter_version: { reads: ["library"] },
  library_facets: { reads: ["library"] },
  knowledge_search: { reads: ["library", "search"] },
  knowledge_get: { reads: ["library"] },
  search: { reads: ["library", "tickets", "search"] },
  search_used: { writes: [] },
  search_uses: { reads: ["library"] },
  suggestions: { reads: ["tickets", "library", "search", "preferences"] },
  drafter_get: { reads: ["preferences"] },
  drafter_set: { writes: ["preferences"] },
  drafter_off: { writes: ["preferences"] },
  drafter_try: { writes: [] },
  drafter_stop: { writes: [] },
  draft_preview: { reads: ["tickets", "library", "search", "preferences"] },
  draft_ask: { writes: [] },
  reply_list: { reads: ["preferences"] },
  reply_save: { writes: ["preferences"] },
  reply_remove: { writes: ["preferences"] },
  reply_variables: { reads: [] },
  library_health: { reads: ["library"] },
  library_findings: { reads: ["library"] },
  question_list: { reads: ["library", "outbox"] },
  questions_alike: { reads: ["library", "outbox"] },
  question_get: { reads: ["library", "outbox"] },
  question_act: { writes: ["library", "outbox", "sync", "drafts"] },
  text_clean: { reads: [] },
  directory: { reads: ["directory"] },
  practice_list: { reads: ["practice"] },
  practice_get: { reads: ["practice"] },
  practice_begin: { writes: ["practice"] },
  practice_step: { writes: ["practice"] },
  practice_hand_in: { writes: ["practice"] },
  practice_result: { reads: ["practice"] },
  draft_get: { reads: ["drafts"] },
  draft_save: { reads: [] },
  notice_list: { reads: ["notices"] },
  notice_mark_read: { writes: ["notices", "sync"] },
  preferences_get: { reads: ["preferences"] },
  preferences_set: { writes: ["preferences"] },
};
