//! The command table: every operation the UI can ask for is one line here.
//!
//! `name (argument) -> result, reads|writes [caches], handler`. From it come the router, the
//! TypeScript client and the cache invalidation; nothing is listed anywhere else.

use crate::bindings::CommandSpec;
use futures::FutureExt;
use futures::future::BoxFuture;
use serde_json::Value;

use crate::desk::Desk;
use crate::error::ApiError;
use crate::handlers::{
    clocks, courier, courier_carry, courier_find, courier_pack, desk_name, directory, drafting,
    drafts, files, held, history, intake, library, library_health, notices, outbox, papers,
    practice, preferences, questions, queue, replies, review, scans, search, session, station,
    stations, suggestions, sync_state, tickets, transfers, way,
};
#[allow(clippy::wildcard_imports, reason = "the table names nearly every one of them")]
use crate::model::*;

/// A cache of the UI that a command reads or a change makes stale.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// Who is signed in.
    Session,
    /// The sync pill.
    Sync,
    /// Queue, counts and cases.
    Tickets,
    /// Outbox and verdict inbox.
    Outbox,
    /// Matter library and knowledge base.
    Library,
    /// What can be found: the search index has taken something in.
    Search,
    /// Organisations and staff.
    Directory,
    /// Drafts.
    Drafts,
    /// Files and their way to the platform and back.
    Files,
    /// The scan folder.
    Scans,
    /// In-app inbox.
    Notices,
    /// Preferences.
    Preferences,
    /// Runs through sample cases.
    Practice,
}

impl Tag {
    /// Every cache.
    pub const ALL: [Self; 13] = [
        Self::Session,
        Self::Sync,
        Self::Tickets,
        Self::Outbox,
        Self::Library,
        Self::Search,
        Self::Directory,
        Self::Drafts,
        Self::Files,
        Self::Scans,
        Self::Notices,
        Self::Preferences,
        Self::Practice,
    ];
}

commands! {
    session_state (Nothing) -> SessionState, reads [Session], session::state;
    sign_in (SignInInput) -> SessionState, writes [Session, Sync, Tickets, Outbox, Library, Directory, Drafts, Notices, Preferences], session::sign_in;
    sign_out (Nothing) -> SessionState, writes [Session, Sync, Tickets, Outbox, Library, Directory, Drafts, Notices, Preferences], session::sign_out;

    sync_state (Nothing) -> SyncState, reads [Sync], sync_state::state;
    sync_now (Nothing) -> Nothing, writes [Sync, Outbox], sync_state::now;
    station_health (Nothing) -> StationHealth, reads [Sync, Outbox, Files], station::health;
    station_compare (Nothing) -> Nothing, writes [Sync], station::compare;
    brake_release (Nothing) -> Nothing, writes [Sync], station::release_brake;
    desk_name_get (Nothing) -> DeskName, reads [Session, Sync], desk_name::get;
    desk_name_set (SetDeskName) -> DeskName, writes [Session, Sync], desk_name::set;
    stations_list (Nothing) -> StationsView, reads [], stations::list;
    station_revoke (RevokeInput) -> Nothing, writes [], stations::revoke;
    record_way (CommandRef) -> RecordWay, reads [Outbox, Tickets, Sync, Files], way::of;
    record_reach (CommandRef) -> WayReach, reads [], way::reach;
    outbox_list (Nothing) -> Vec<OutboxRow>, reads [Outbox], outbox::list;
    verdict_list (Nothing) -> Vec<VerdictLetter>, reads [Outbox], outbox::verdicts;
    verdict_clear (ClearVerdict) -> Nothing, writes [Outbox, Sync, Drafts, Tickets], outbox::clear;

    courier_loads (Nothing) -> CourierLoads, reads [Outbox, Files], courier_pack::loads;
    courier_export (CourierPack) -> CourierExported, writes [Outbox], courier_pack::export;
    courier_inspect (CourierPath) -> CourierFile, reads [], courier::inspect;
    courier_find (CourierFolder) -> Vec<CourierFound>, reads [], courier_find::find;
    courier_carry (CourierPath) -> CourierCarried, writes [Outbox], courier_carry::carry;
    courier_import (CourierPath) -> CourierImported, writes [Sync, Tickets, Outbox, Library, Directory, Files, Notices], courier::import;
    courier_list (Nothing) -> CourierList, reads [Outbox, Sync], courier::list;
    held_list (Nothing) -> HeldBundles, reads [], held::list;
    held_release (ReleaseInput) -> CourierReleased, writes [], held::release;
    held_answer (BundleRef) -> CourierReleased, reads [], held::answer;

    ticket_list (TicketQuery) -> TicketPage, reads [Tickets], queue::list;
    ticket_counts (Nothing) -> TicketCounts, reads [Tickets], queue::counts;
    ticket_get (TicketRefInput) -> TicketView, reads [Tickets], tickets::get;
    ticket_seen (TicketRefInput) -> Nothing, writes [Tickets], tickets::seen;
    ticket_register (RegisterInput) -> TicketView, writes [Tickets, Outbox, Sync, Drafts], tickets::register;
    ticket_act (ActInput) -> TicketView, writes [Tickets, Outbox, Sync, Drafts], tickets::act;
    ticket_reveal (RevealInput) -> Revealed, reads [], tickets::reveal;
    review_open (OpenReviewInput) -> TicketView, writes [Tickets, Outbox, Sync, Drafts], review::open;
    review_proposals (TicketRefInput) -> Vec<MaterialProposals>, reads [Tickets, Drafts], review::proposals;
    form_open (MaterialOf) -> FormView, reads [], review::form;
    form_check (FormCheck) -> Vec<FormProblem>, reads [], review::check_form;
    form_keep (KeepForm) -> FileTaken, writes [Tickets, Outbox, Sync, Files], papers::keep_form;
    clock_explain (ClockRef) -> ClockExplained, reads [Tickets], clocks::explained;

    file_begin (BeginFile) -> Upload, reads [], files::begin;
    file_piece (FilePiece) -> Nothing, reads [], files::piece;
    file_finish (FinishFile) -> FileTaken, writes [Tickets, Outbox, Sync, Files], files::finish;
    file_cancel (UploadRef) -> Nothing, reads [], files::cancel;
    file_list (TicketRefInput) -> Vec<FileView>, reads [Files, Tickets], files::list;
    file_read (ReadFile) -> FileBytes, reads [], files::read;
    file_thumbnail (FileKey) -> FileThumbnail, reads [], files::thumbnail;
    file_open_outside (FileOf) -> Nothing, reads [], files::open_outside;
    file_discard (FileOf) -> Nothing, writes [Files], files::discard;
    scan_folder (Nothing) -> ScanFolder, reads [Scans], scans::folder;
    scan_folder_set (SetScanFolder) -> ScanFolder, writes [Scans], scans::set_folder;
    scan_thumbnail (ScanName) -> FileThumbnail, reads [], scans::thumbnail;
    scan_take (TakeScan) -> FileTaken, writes [Tickets, Outbox, Sync, Files, Scans], scans::take;
    files_on_the_way (Nothing) -> FilesOnTheWay, reads [Files], transfers::on_the_way;
    files_pace_set (FilePace) -> Nothing, writes [Files], transfers::set_pace;
    file_pause (PauseFile) -> Nothing, writes [Files], transfers::pause;
    file_want (FileKey) -> Nothing, writes [Files], transfers::want;

    paper_list (TicketRefInput) -> Vec<PaperOffer>, reads [Tickets, Drafts], papers::list;
    paper_preview (PaperInput) -> PaperPages, reads [Tickets, Drafts], papers::preview;
    paper_print (PaperInput) -> PaperPages, writes [Tickets], papers::print;
    paper_save (PaperInput) -> SavedPaper, writes [Tickets], papers::save;
    paper_verify (VerifyPaper) -> PaperVerdict, reads [Tickets], papers::verify;

    due_day (DueInput) -> DueView, reads [], clocks::due;
    requester_check (RequesterCheck) -> RequesterChecked, reads [], intake::check;
    ticket_similar (SimilarInput) -> Vec<SimilarTicket>, reads [Tickets], intake::similar;
    ticket_route (RouteInput) -> RouteView, reads [Directory], intake::routed;

    matter_search (MatterQuery) -> MatterPage, reads [Library, Search], library::search_matters;
    matter_get (KeyInput) -> MatterView, reads [Library], library::matter;
    matter_history (KeyInput) -> MatterHistory, reads [Library, Tickets], history::list;
    matter_version (MatterVersionRef) -> MatterView, reads [Library], history::at_version;
    library_facets (Nothing) -> LibraryFacets, reads [Library], library::facets;
    knowledge_search (KnowledgeQuery) -> KnowledgePage, reads [Library, Search], library::search_knowledge;
    knowledge_get (KeyInput) -> KnowledgeView, reads [Library], library::knowledge;
    search (SearchInput) -> SearchFound, reads [Library, Tickets, Search], search::find;
    search_used (FoundRef) -> Nothing, writes [], search::used;
    search_uses (FoundRef) -> FoundUses, reads [Library], search::uses;
    suggestions (SuggestionInput) -> Suggestions, reads [Tickets, Library, Search, Preferences], suggestions::list;
    drafter_get (Nothing) -> DrafterState, reads [Preferences], drafting::get;
    drafter_set (SetDrafter) -> DrafterState, writes [Preferences], drafting::set;
    drafter_off (Nothing) -> DrafterState, writes [Preferences], drafting::off;
    drafter_try (Nothing) -> DrafterTried, writes [], drafting::try_it;
    drafter_stop (Nothing) -> Nothing, writes [], drafting::stop;
    draft_preview (DraftFor) -> DraftPreview, reads [Tickets, Library, Search, Preferences], drafting::preview;
    draft_ask (AskDraft) -> Drafted, writes [], drafting::ask;
    reply_list (Nothing) -> Vec<OwnReply>, reads [Preferences], replies::list;
    reply_save (OwnReplyInput) -> Vec<OwnReply>, writes [Preferences], replies::save;
    reply_remove (OwnReplyRef) -> Vec<OwnReply>, writes [Preferences], replies::remove;
    reply_variables (Nothing) -> Vec<ReplyVariable>, reads [], replies::variables;
    library_health (Nothing) -> LibraryHealth, reads [Library], library_health::counted;
    library_findings (FindingInput) -> FindingList, reads [Library], library_health::listed;
    question_list (QuestionQuery) -> QuestionList, reads [Library, Outbox], questions::list;
    questions_alike (AlikeInput) -> QuestionsAlike, reads [Library, Outbox], questions::alike_to;
    question_get (QuestionRef) -> QuestionView, reads [Library, Outbox], questions::get;
    question_act (StepInput) -> QuestionView, writes [Library, Outbox, Sync, Drafts], questions::act;
    text_clean (CleanInput) -> Cleaned, reads [], questions::clean;
    directory (Nothing) -> Directory, reads [Directory], directory::get;

    practice_list (Nothing) -> PracticeList, reads [Practice], practice::list;
    practice_get (PracticeRef) -> PracticeView, reads [Practice], practice::get;
    practice_begin (BeginPractice) -> PracticeView, writes [Practice], practice::begin;
    practice_step (PracticeStep) -> PracticeView, writes [Practice], practice::step;
    practice_hand_in (PracticeRef) -> PracticeResult, writes [Practice], practice::hand_in;
    practice_result (PracticeRunRef) -> PracticeResult, reads [Practice], practice::result;

    draft_get (DraftKey) -> MaybeDraft, reads [Drafts], drafts::get;
    draft_save (SaveDraft) -> MaybeDraft, reads [], drafts::save;
    notice_list (Nothing) -> Vec<Notice>, reads [Notices], notices::list;
    notice_mark_read (MarkRead) -> Nothing, writes [Notices, Sync], notices::mark_read;
    preferences_get (Nothing) -> Preferences, reads [Preferences], preferences::get;
    preferences_set (Preferences) -> Preferences, writes [Preferences], preferences::set;
}
