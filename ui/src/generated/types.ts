// Generated from the command table in crates/api. Do not edit: run `cargo xtask bindings`.

export type ActInput = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * What to do; not `register`.
 */
action: Action, };

export type Action = { "do": "register" } & NewTicket | { "do": "claim" } | { "do": "release", 
/**
 * Why.
 */
reason: string, } | { "do": "reply", 
/**
 * What was said.
 */
text: string, 
/**
 * How.
 */
via: Via, } | { "do": "note", 
/**
 * The note.
 */
text: string, } | { "do": "advance", 
/**
 * The next stage.
 */
to: Stage, 
/**
 * Why, or what comes next.
 */
note: string, } | { "do": "hand_off", 
/**
 * Named receiver; `None`: anyone who serves in the organisation.
 */
to_staff: string | null, 
/**
 * Receiving organisation.
 */
to_organisation: string, 
/**
 * What the receiver has to know.
 */
note: string, } | { "do": "take_over", 
/**
 * Who holds it now, as far as the person knows.
 */
from: string, 
/**
 * Who holds it from now on.
 */
to_staff: string, 
/**
 * Why.
 */
reason: string, } | { "do": "propose", 
/**
 * The action as it was meant.
 */
proposed: Action, 
/**
 * A word with it; may be empty.
 */
note: string, } | { "do": "answer_proposal", 
/**
 * The proposal.
 */
proposal: string, 
/**
 * Carried out rather than declined.
 */
taken: boolean, 
/**
 * Why it is declined; may be empty when it is carried out.
 */
note: string, } | { "do": "sign_for" } | { "do": "return", 
/**
 * Why.
 */
reason: string, } | { "do": "escalate", 
/**
 * Who is asked.
 */
consultant: string, 
/**
 * The question.
 */
question: string, 
/**
 * Working days to answer in, 1 to 15.
 */
due_days: number, } | { "do": "opinion", 
/**
 * The opinion.
 */
text: string, } | { "do": "close", 
/**
 * Outcome.
 */
outcome: Outcome, 
/**
 * What the citizen was told.
 */
feedback: string, 
/**
 * How the citizen was told.
 */
via: Via, } | { "do": "triage", 
/**
 * The one outcome.
 */
triage: Triage, } | { "do": "classify", 
/**
 * Complex (15 working days) rather than simple (5).
 */
complex: boolean, 
/**
 * Why.
 */
reason: string, } | { "do": "assign", 
/**
 * Named receiver; `None`: anyone who serves in the organisation.
 */
to_staff: string | null, 
/**
 * Receiving organisation.
 */
to_organisation: string, 
/**
 * What the receiver has to know.
 */
note: string, } | { "do": "ask_assist", 
/**
 * The unit.
 */
organisation: string, 
/**
 * What it is asked to do.
 */
task: string, 
/**
 * Working days it has, 1 to 15.
 */
due_days: number, } | { "do": "answer_assist", 
/**
 * The assist.
 */
assist: string, 
/**
 * What was found or done.
 */
text: string, } | { "do": "drop_assist", 
/**
 * The assist.
 */
assist: string, 
/**
 * Why.
 */
reason: string, } | { "do": "urge", 
/**
 * What is asked.
 */
text: string, 
/**
 * Working days to answer in, 1 to 15.
 */
due_days: number, } | { "do": "answer_urging", 
/**
 * The urging.
 */
urging: string, 
/**
 * The answer.
 */
text: string, } | { "do": "suspend", 
/**
 * What it waits for; never `correction`, which a notice begins.
 */
kind: PauseKind, 
/**
 * Why, in words.
 */
reason: string, } | { "do": "resume", 
/**
 * What changed; may be empty.
 */
note: string, } | { "do": "link", 
/**
 * The other ticket.
 */
other: string, 
/**
 * Why; may be empty.
 */
reason: string, } | { "do": "merge", 
/**
 * The ticket that goes on.
 */
into: string, 
/**
 * Why.
 */
reason: string, } | { "do": "follow_up", 
/**
 * What was found.
 */
outcome: LoopOutcome, 
/**
 * What the citizen said, still needs, or was explained.
 */
note: string, } | { "do": "open_review", 
/**
 * The matter, in the version in force.
 */
matter: MatterRef, 
/**
 * Chosen situation.
 */
situation: string | null, 
/**
 * The materials of that situation.
 */
checklist: Array<ChecklistItem>, } | { "do": "receive_materials", 
/**
 * What was counted.
 */
received: Array<Received>, } | { "do": "add_file", 
/**
 * Key of the material.
 */
material: string, 
/**
 * The file.
 */
file: FileRef, } | { "do": "remove_file", 
/**
 * Key of the material.
 */
material: string, 
/**
 * Which file.
 */
sha256: string, 
/**
 * Why.
 */
reason: string, } | { "do": "judge_material", 
/**
 * Key of the material.
 */
material: string, 
/**
 * The verdict.
 */
verdict: MaterialVerdict, } | { "do": "allow_correction", 
/**
 * Why.
 */
reason: string, } | { "do": "issue_correction", 
/**
 * Working days the applicant has, 1 to 30.
 */
due_days: number, 
/**
 * Legal basis, as printed.
 */
basis: string, } | { "do": "resubmit", 
/**
 * Why it is taken although it comes late.
 */
late: string | null, 
/**
 * What came; may be empty.
 */
note: string, } | { "do": "submit", 
/**
 * What the department has to know; may be empty.
 */
note: string, } | { "do": "take_back", 
/**
 * Why.
 */
reason: string, };

export type ActionKind = "register" | "claim" | "release" | "triage" | "classify" | "reply" | "note" | "advance" | "open_review" | "receive_materials" | "add_file" | "remove_file" | "judge_material" | "allow_correction" | "issue_correction" | "resubmit" | "submit" | "take_back" | "hand_off" | "assign" | "take_over" | "sign_for" | "return" | "escalate" | "opinion" | "ask_assist" | "answer_assist" | "drop_assist" | "urge" | "answer_urging" | "propose" | "answer_proposal" | "suspend" | "resume" | "link" | "merge" | "close" | "follow_up";

export type ActionState = { 
/**
 * The action.
 */
kind: ActionKind, 
/**
 * Why not; `None`: allowed.
 */
rule: Rule | null, };

export type ActsAs = "themselves" | "authorised" | "guardian";

export type AffectedCase = { 
/**
 * The case.
 */
row: TicketRow, 
/**
 * The version it keeps.
 */
version: number, 
/**
 * What changed since then; `None` when that version was never here.
 */
changes: Array<MatterChange> | null, };

export type Agent = { 
/**
 * What makes them the requester's voice.
 */
standing: Standing, 
/**
 * Name.
 */
name: string, 
/**
 * ID number.
 */
id_number: string | null, 
/**
 * Phone.
 */
phone: string | null, };

export type AlikeInput = { 
/**
 * The question as far as it is typed.
 */
text: string, };

export type AnswerKey = { 
/**
 * The identity check.
 */
identity: IdentityKey, 
/**
 * The verdict on each material, in their order.
 */
materials: Array<ExpectedVerdict>, 
/**
 * How the handling ends.
 */
conclusion: ConclusionKey, 
/**
 * Each invitation to evaluate, and whether it leads.
 */
invitations: Array<InvitationKey>, };

export type ApiError = { 
/**
 * What went wrong.
 */
code: Code, 
/**
 * Values for the words, e.g. `rule`, `field`. Never personal data.
 */
params: { [key in string]: string }, 
/**
 * What to quote when asking for help; also in the log.
 */
trace_id: string, };

export type ApiEvent = { "event": "changed", 
/**
 * Which.
 */
tags: Array<Tag>, } | { "event": "noticed", 
/**
 * What.
 */
notice: Notice, } | { "event": "open_notice", 
/**
 * What was clicked.
 */
notice: Notice, };

export type ApplyBy = "window" | "online" | "self_service" | "post";

export type Article = { 
/**
 * Which.
 */
article: string, 
/**
 * What it says, in short.
 */
text: string | null, };

export type AskDraft = { 
/**
 * The case.
 */
ticket: string, 
/**
 * The question as the person left it; what is personal is taken out once more.
 */
question: string, };

export type AskError = "unreachable" | "untrusted" | "redirected" | "key_refused" | "unknown_model" | "wrong_address" | "too_many" | "failed" | "refused" | "too_slow" | "too_large" | "unreadable" | "cut_short" | "busy" | "stopped";

export type Assist = { 
/**
 * The command that asked for it.
 */
id: string, 
/**
 * Assisting organisation.
 */
organisation: string, 
/**
 * What it is asked to do.
 */
task: string, 
/**
 * Who asked.
 */
asked_by: string, 
/**
 * When.
 */
asked_at: Timestamp, 
/**
 * Working days it has.
 */
due_days: number, 
/**
 * How it ended; `None`: still open.
 */
end: AssistEnd | null, };

export type AssistEnd = { 
/**
 * What the unit found or did, or why it is no longer needed.
 */
text: string, 
/**
 * False: the holder let it go.
 */
done: boolean, 
/**
 * Who.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

export type AtCounter = { 
/**
 * What they look like.
 */
face: Face, 
/**
 * How they introduce themselves.
 */
introduction: string, 
/**
 * Documents they hand over.
 */
documents: Array<Sheet>, 
/**
 * What the card reader read.
 */
reader: Array<SheetLine>, };

export type BeginFile = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Key of the material.
 */
material: string, 
/**
 * Name of the file.
 */
name: string, 
/**
 * Size in bytes.
 */
bytes: number, };

export type BeginPractice = { 
/**
 * Key of the case.
 */
case: string, 
/**
 * Whether an unfinished run is given up for it; else it goes on.
 */
anew: boolean, };

export type Brake = { 
/**
 * Library, or tickets.
 */
what: SyncWhat, 
/**
 * Records here.
 */
here: number, 
/**
 * Records at the platform.
 */
there: number, };

export type Breach = { 
/**
 * The clock.
 */
kind: ClockKind, 
/**
 * Which one of several: id of the assist or urging, key of the promised material.
 */
reference: string | null, 
/**
 * When it was due.
 */
due_at: Timestamp, 
/**
 * When it was done at last.
 */
done_at: Timestamp, };

export type BundleRef = { 
/**
 * The bundle.
 */
bundle: string, };

export type Channel = "mobile" | "web" | "hotline" | "self_service" | "counter" | "phone";

export type CheckedDraft = { 
/**
 * Its paragraphs.
 */
paragraphs: Array<DraftParagraph>, 
/**
 * Why it cannot be used; none: it can.
 */
faults: Array<DraftFault>, 
/**
 * Words for personal data that still stand in it, each once.
 */
placeholders: Array<string>, 
/**
 * Figures that stand in none of the entries that were sent. They may be right, as a sum is.
 */
figures: Array<string>, };

export type ChecklistItem = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is needed.
 */
necessity: Necessity | null, };

export type CleanInput = { 
/**
 * The text.
 */
text: string, 
/**
 * The case that it comes from; its names are removed too.
 */
ticket: string | null, };

export type Cleaned = { 
/**
 * The text.
 */
text: string, 
/**
 * What was removed, in its order.
 */
removed: Array<PersonalKind>, };

export type ClearHow = "to_draft" | "propose" | "let_go";

export type ClearVerdict = { 
/**
 * The command.
 */
id: string, 
/**
 * What to do with the text.
 */
how: ClearHow, 
/**
 * Why it is let go (required then), or a word with the proposal (may be empty).
 */
reason?: string, };

export type ClockExplained = { 
/**
 * The clock.
 */
clock: ClockView, 
/**
 * Every day from its start to its end; empty for seconds.
 */
days: Array<DayNote>, 
/**
 * Law, standard or local rule that sets the limit; `None`: the person or the matter did.
 */
source: string | null, 
/**
 * Since when it does.
 */
since: string | null, };

export type ClockKind = "first_response" | "contact" | "signing" | "opinion" | "assist" | "urging" | "material_review" | "one_notice" | "correction" | "promise" | "resolution" | "promised" | "legal" | "follow_up";

export type ClockRef = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * The clock.
 */
kind: ClockKind, 
/**
 * Which of several.
 */
reference: string | null, };

export type ClockView = { 
/**
 * Working days left, today not counted; negative once it is over.
 */
days_left: number, 
/**
 * Milliseconds left; negative once it is over.
 */
ms_left: number, 
/**
 * How urgent it is.
 */
urgency: Urgency, 
/**
 * What has to happen.
 */
kind: ClockKind, 
/**
 * Which assist, urging or material, where there can be several.
 */
reference: string | null, 
/**
 * When it began; of days, the first one is not counted.
 */
started_at: Timestamp, 
/**
 * Time allowed.
 */
limit: Limit, 
/**
 * The last moment. While it stands still, what it would be without the present pause.
 */
due_at: Timestamp, 
/**
 * It stands still.
 */
paused: boolean, 
/**
 * A year in between has no announced days off yet.
 */
unpublished_year: boolean, };

export type Closing = { 
/**
 * Outcome.
 */
outcome: Outcome, 
/**
 * What the citizen was told.
 */
feedback: string, 
/**
 * How the citizen was told.
 */
via: Via, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who closed it.
 */
by: string, };

export type Code = "not_signed_in" | "wrong_password" | "account_disabled" | "too_many_attempts" | "first_sign_in_offline" | "update_needed" | "refused" | "not_found" | "bad_input" | "disk_full" | "profile_in_use" | "store_damaged" | "file_damaged" | "file_too_large" | "upload_gone" | "courier_no_file" | "courier_not_a_bundle" | "courier_newer" | "courier_older_platform" | "courier_too_large" | "courier_cut_short" | "courier_changed" | "courier_unknown_sender" | "courier_key_revoked" | "courier_key_retired" | "courier_for_someone_else" | "courier_other_kind" | "courier_unreadable" | "courier_older" | "courier_no_keys" | "needs_line" | "no_program" | "keyring_secret_missing" | "keyring_failed" | "internal";

export type CommandRef = { 
/**
 * The command; also the id of its line in the timeline.
 */
id: string, };

export type Compared = "found" | "rightly_passed" | "partly" | "wrong_reason" | "other_verdict" | "missed" | "false_alarm" | "unjudged";

export type Concluded = { 
/**
 * The end.
 */
conclusion: Conclusion, 
/**
 * When.
 */
at: Timestamp, };

export type Conclusion = { "conclusion": "pass_on" } | { "conclusion": "correct" } | { "conclusion": "elsewhere", 
/**
 * Key of the office.
 */
office: string, };

export type ConclusionKey = { 
/**
 * The end.
 */
right: Conclusion, 
/**
 * Why.
 */
why: string, 
/**
 * The rule it rests on.
 */
rule: string, };

export type Consultation = { 
/**
 * Who is asked.
 */
consultant: string, 
/**
 * Who asks.
 */
asked_by: string, 
/**
 * The question.
 */
question: string, 
/**
 * When it was asked.
 */
asked_at: Timestamp, 
/**
 * Working days the consultant has.
 */
due_days: number, 
/**
 * The answer.
 */
opinion: Opinion | null, };

export type Correction = { 
/**
 * The command that issued it.
 */
id: string, 
/**
 * Round it ended.
 */
round: number, 
/**
 * All defects.
 */
defects: Array<Defect>, 
/**
 * Legal basis, as printed.
 */
basis: string, 
/**
 * Working days the applicant has.
 */
due_days: number, 
/**
 * A manager's reason, for a notice after the first.
 */
reason: string | null, 
/**
 * When.
 */
issued_at: Timestamp, 
/**
 * Who.
 */
issued_by: string, 
/**
 * When the applicant handed in again.
 */
answered_at: Timestamp | null, 
/**
 * Why it was taken although it came late.
 */
late: string | null, };

export type CorrectionLeave = { 
/**
 * Why a second notice is right.
 */
reason: string, 
/**
 * Who gave it.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

export type CounterDevice = "document_camera" | "card_reader" | "printer" | "network" | "evaluator";

export type CourierCan = "carry" | "import" | "bring_on";

export type CourierCarried = { 
/**
 * Where the answer was saved: beside the bundle, or in the folder for downloads when the
 * stick takes nothing more.
 */
path: string, 
/**
 * Name of that file.
 */
file: string, 
/**
 * The answer lies beside the bundle.
 */
beside: boolean, 
/**
 * Running number of the bundle.
 */
number: number, 
/**
 * Short name of its station.
 */
station: string, 
/**
 * What the platform did with it.
 */
outcome: CourierOutcome, 
/**
 * When the platform took it in first.
 */
taken_at: Timestamp, 
/**
 * It is this account's own.
 */
mine: boolean, 
/**
 * Volumes that were handed over with it.
 */
volumes: number, 
/**
 * Volumes that were not: not found beside it, or not whole.
 */
volumes_missing: number, };

export type CourierExported = { 
/**
 * Where it was saved.
 */
path: string, 
/**
 * Name of the file.
 */
file: string, 
/**
 * Running number at this station.
 */
number: number, 
/**
 * When, by the device's clock.
 */
written_at: Timestamp, 
/**
 * Actions in it; none: it only asks for what is new.
 */
actions: number, 
/**
 * Actions that did not fit; they go with the next one.
 */
left: number, 
/**
 * Size of the bundle and its volumes, bytes.
 */
bytes: number, 
/**
 * Names of the volumes beside it, in which the files are.
 */
volumes: Array<string>, 
/**
 * The files that travel, and those that stay.
 */
load: CourierLoad, };

export type CourierFile = { 
/**
 * Which way it goes.
 */
kind: CourierKind, 
/**
 * Running number at its station.
 */
number: number, 
/**
 * Short name of the station, as it stands in file names, e.g. `3F9A01`.
 */
station: string, 
/**
 * Of a volume: which one, and of how many.
 */
part: [number, number] | null, 
/**
 * When it was written, by its writer's clock.
 */
written_at: Timestamp, 
/**
 * This account wrote it, or can read it.
 */
mine: boolean, 
/**
 * False: an answer of a platform that this account does not know.
 */
known: boolean, 
/**
 * What the platform did with the bundle that is answered.
 */
outcome: CourierOutcome | null, 
/**
 * When the platform took that bundle in first.
 */
taken_at: Timestamp | null, 
/**
 * When this account read it already.
 */
imported_at: Timestamp | null, 
/**
 * When this account handed it over already.
 */
carried_at: Timestamp | null, 
/**
 * What can be done with it here.
 */
can: CourierCan, };

export type CourierFiles = "none" | "small" | "all";

export type CourierFolder = { 
/**
 * A folder, e.g. that of a stick; `None`: every stick that is plugged in, and the folder for
 * downloads.
 */
folder: string | null, };

export type CourierFound = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Its name.
 */
file: string, 
/**
 * Name of the stick it lies on; `None`: in the folder that was asked for, or for downloads.
 */
stick: string | null, 
/**
 * What it is, by its beginning; `courier_inspect` says whether all of it is whole.
 */
seen: CourierFile | null, 
/**
 * Why that cannot be said.
 */
fault: Code | null, };

export type CourierImported = { 
/**
 * Number of the bundle that was answered.
 */
number: number, 
/**
 * What the platform did with that bundle.
 */
outcome: CourierOutcome, 
/**
 * When the platform took it in first, by its own clock.
 */
taken_at: Timestamp, 
/**
 * When the platform wrote the answer, by its own clock.
 */
written_at: Timestamp, 
/**
 * This account read it before, then; nothing was changed now.
 */
before: Timestamp | null, 
/**
 * Actions that were applied.
 */
accepted: number, 
/**
 * Actions that were refused; each is a letter in the verdict inbox.
 */
refused: number, 
/**
 * Actions that were kept as proposals; each is a letter, too.
 */
parked: number, 
/**
 * Actions that the platform could not decide; they stay in the outbox.
 */
held: number, 
/**
 * Files of that trip that the platform has: they wait for nothing any more.
 */
files_arrived: number, 
/**
 * Files of that trip that it does not have yet; they stay on their way.
 */
files_missing: number, 
/**
 * Records that were new here.
 */
changes: number, 
/**
 * What is not up to date although the answer was read; a new bundle asks for it again.
 */
left_out: Array<SyncWhat>, 
/**
 * The local data is as of this server time now.
 */
data_as_of: Timestamp | null, };

export type CourierKind = "up" | "back" | "files";

export type CourierList = { 
/**
 * The platform's keys are here: exporting works without a line.
 */
ready: boolean, 
/**
 * Newest first.
 */
rows: Array<CourierRow>, };

export type CourierLoad = { 
/**
 * Files that travel.
 */
files: number, 
/**
 * Their size, bytes.
 */
bytes: number, 
/**
 * Files that stay: they wait for the next trip or a line.
 */
left: number, 
/**
 * Their size, bytes.
 */
left_bytes: number, };

export type CourierLoads = { 
/**
 * None of them.
 */
none: CourierLoad, 
/**
 * The small ones.
 */
small: CourierLoad, 
/**
 * As many as fit.
 */
all: CourierLoad, };

export type CourierOutcome = "taken" | "taken_before" | "old" | "held";

export type CourierPack = { 
/**
 * Which files travel.
 */
files: CourierFiles, };

export type CourierPath = { 
/**
 * Where it is.
 */
path: string, };

export type CourierReleased = { 
/**
 * Where the answer was saved.
 */
path: string, 
/**
 * Name of that file.
 */
file: string, 
/**
 * Running number of the bundle.
 */
number: number, 
/**
 * Short name of the desk it has to be carried back to.
 */
station: string, };

export type CourierRow = { 
/**
 * The bundle.
 */
bundle: string, 
/**
 * What was done.
 */
way: CourierWay, 
/**
 * Running number at its station.
 */
number: number, 
/**
 * Short name of its station.
 */
station: string, 
/**
 * It is this account's own.
 */
mine: boolean, 
/**
 * When, by the device's clock.
 */
at: Timestamp, 
/**
 * Actions in it, or answers to actions; 0 for one that was carried for somebody.
 */
actions: number, 
/**
 * Of an exported one: actions that have no answer yet.
 */
unanswered: number, 
/**
 * What the platform did with it, where that is known.
 */
outcome: CourierOutcome | null, 
/**
 * Name of the file.
 */
file: string, };

export type CourierWay = "exported" | "imported" | "carried";

export type DayNote = { 
/**
 * The day.
 */
day: string, 
/**
 * Which day of the period it is, from 1; `None`: it does not count.
 */
counted: number | null, 
/**
 * Why it does not count, besides its kind.
 */
because: DayWhy | null, } & ({ "why": "working" } | { "why": "swapped_in", 
/**
 * Holiday it was given for.
 */
holiday: string, } | { "why": "weekend" } | { "why": "holiday", 
/**
 * Its name.
 */
holiday: string, });

export type DayUnit = "working" | "natural";

export type DayWhy = "first_day" | "paused" | "moved";

export type Defect = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What is wrong; `None`: it is missing.
 */
defect: string | null, 
/**
 * How to mend it.
 */
fix: string, };

export type Density = "compact" | "comfortable";

export type DeskName = { 
/**
 * What it is called now.
 */
name: string, 
/**
 * Somebody set that name on this machine.
 */
is_set: boolean, 
/**
 * What it is called when nobody sets one: where its person works, and the computer's name.
 */
usual: string, };

export type DeviceCheck = { 
/**
 * Which.
 */
device: CounterDevice, 
/**
 * When.
 */
at: Timestamp, };

export type Difficulty = "easy" | "medium" | "hard";

export type Directory = { 
/**
 * Organisations.
 */
organisations: Array<Organisation>, 
/**
 * Active staff.
 */
staff: Array<Staff>, };

export type Disorder = "called_before_check" | "handled_before_identity" | "told_before_review" | "evaluated_before_end" | "stage_skipped";

export type DocumentKind = "resident_id" | "hmt_residence" | "hmt_travel" | "foreign_permanent" | "passport" | "other";

export type Draft = { 
/**
 * Where it belongs.
 */
key: string, 
/**
 * The text, or the form as JSON.
 */
text: string, 
/**
 * Last change.
 */
saved_at: Timestamp, };

export type DraftEntry = { 
/**
 * Its key.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Number, title, answer, and what it rests on.
 */
text: string, };

export type DraftFault = { "fault": "empty" } | { "fault": "too_long", 
/**
 * Its length.
 */
chars: number, } | { "fault": "uncited", 
/**
 * Which.
 */
paragraph: number, } | { "fault": "unknown_entry", 
/**
 * Which.
 */
paragraph: number, 
/**
 * The number it names.
 */
number: number, } | { "fault": "unknown_source", 
/**
 * Which.
 */
paragraph: number, 
/**
 * The document, number or article.
 */
words: string, } | { "fault": "personal_data", 
/**
 * Which.
 */
paragraph: number, };

export type DraftFor = { 
/**
 * The case.
 */
ticket: string, };

export type DraftKey = { 
/**
 * Where it belongs.
 */
key: string, };

export type DraftOutcome = { "came": "draft", 
/**
 * The draft, and what is wrong with it.
 */
draft: CheckedDraft, 
/**
 * As it may be put into the reply; `None`: it may not.
 */
text: string | null, 
/**
 * The entries it may name, in the order of their numbers.
 */
entries: Array<DraftEntry>, } | { "came": "no_basis" } | { "came": "failed", 
/**
 * Why.
 */
fault: AskError, };

export type DraftParagraph = { 
/**
 * Its text, without the numbers of entries.
 */
text: string, 
/**
 * The entries it names, counted from 1.
 */
cites: Array<number>, };

export type DraftPreview = { 
/**
 * The question, without personal data as far as the desk knows it.
 */
question: string, 
/**
 * The entries, in the order of their numbers; none: there is nothing to draft from.
 */
entries: Array<DraftEntry>, 
/**
 * How the model is told to answer.
 */
instructions: string, 
/**
 * A draft was asked for in this case before.
 */
asked_before: boolean, };

export type Drafted = { 
/**
 * The question as it was sent.
 */
question: string, 
/**
 * What came back.
 */
outcome: DraftOutcome, };

export type DrafterModel = { 
/**
 * Address of the endpoint.
 */
address: string, 
/**
 * Its name there.
 */
name: string, 
/**
 * Where its key is held; `None`: it has none.
 */
key: KeyPlace | null, 
/**
 * It runs on this machine, so that no line is needed.
 */
is_local: boolean, };

export type DrafterState = { 
/**
 * The model; `None`: there are no drafts.
 */
model: DrafterModel | null, 
/**
 * Words that stand in place of personal data in what is sent.
 */
placeholders: Array<string>, };

export type DrafterTried = { 
/**
 * What is wrong; `None`: it answers.
 */
fault: AskError | null, };

export type DueInput = { 
/**
 * Working days.
 */
days: number, };

export type DueView = { 
/**
 * Last day.
 */
day: string, 
/**
 * The days off of a year that it touches are not published yet.
 */
unpublished_year: boolean, };

export type EntryDraft = { 
/**
 * The entry that it replaces; `None`: a new one.
 */
entry: string | null, 
/**
 * Kind of entry.
 */
kind: KnowledgeKind, 
/**
 * Title, as a question or a rule.
 */
title: string, 
/**
 * Other ways people ask it.
 */
asked_as: Array<string>, 
/**
 * The answer, in paragraphs.
 */
answer: Array<string>, 
/**
 * Codes of the matters it belongs to.
 */
matters: Array<string>, 
/**
 * Department that answers for it.
 */
department: string, 
/**
 * Document number and article the answer cites.
 */
basis: Array<LegalBasis>, 
/**
 * Themes, as words.
 */
themes: Array<string>, };

export type EntryStanding = "future" | "in_force" | "review_due" | "expired";

export type EventView = { 
/**
 * The event.
 */
event: TicketEvent, 
/**
 * Name of the person who acted.
 */
actor: PersonName, 
/**
 * True while the platform has not decided it.
 */
provisional: boolean, };

export type ExpectedVerdict = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * The verdict, in the words of the pre-review.
 */
verdict: MaterialVerdict, 
/**
 * Why.
 */
why: string, 
/**
 * The rule it rests on.
 */
rule: string, 
/**
 * Where it is seen.
 */
marks: Array<SeenAt>, };

export type Face = { 
/**
 * Hair.
 */
hair: Hair, 
/**
 * Grey hair.
 */
grey: boolean, 
/**
 * A mole on the cheek.
 */
mole: boolean, 
/**
 * Thick brows.
 */
thick_brows: boolean, };

export type Facet = { 
/**
 * The word.
 */
name: string, 
/**
 * How often.
 */
count: number, };

export type Faq = { 
/**
 * The question in the citizen's words.
 */
question: string, 
/**
 * The answer.
 */
answer: string, };

export type Fee = { 
/**
 * Whether anything is charged.
 */
charged: boolean, 
/**
 * Amounts as text, one per item.
 */
items: Array<string>, 
/**
 * Legal basis of the fee; needed when charged.
 */
basis: string | null, };

export type FieldWarning = { 
/**
 * Field of `Requester`, e.g. `id_number` or `agent.phone`.
 */
field: string, 
/**
 * What is unusual.
 */
code: FieldWarningCode, };

export type FieldWarningCode = "id_number_checksum" | "id_number_length" | "credit_code_checksum" | "phone_form" | "document_form" | "minor_without_guardian";

export type FileBytes = { 
/**
 * The bytes, Base64 with padding. Fewer than wanted at the end.
 */
data: string, 
/**
 * Size of the whole, bytes.
 */
total: number, };

export type FileFault = "file_to_come" | "not_found" | "wrong_hash" | "too_large" | "missing" | "damaged" | "other";

export type FileKey = { 
/**
 * SHA-256 of the content.
 */
sha256: string, };

export type FileOf = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * SHA-256 of the content.
 */
sha256: string, };

export type FilePace = { 
/**
 * No files go up or down.
 */
paused: boolean, 
/**
 * Bytes per minute at most; `None`: as many as the line carries.
 */
bytes_per_minute: number | null, };

export type FilePiece = { 
/**
 * The file.
 */
upload: string, 
/**
 * Where it begins; has to be where the piece before it ended.
 */
offset: number, 
/**
 * The bytes, Base64 with padding.
 */
data: string, };

export type FilePlace = "local" | "uploading" | "uploaded" | "remote" | "downloading";

export type FileRef = { 
/**
 * SHA-256 of the content, 64 lower-case hexadecimal digits.
 */
sha256: string, 
/**
 * Name as it was handed in.
 */
name: string, 
/**
 * Media type, found from the content.
 */
media: string, 
/**
 * Size in bytes.
 */
bytes: number, };

export type FileTaken = { 
/**
 * What became of it.
 */
outcome: TakenOutcome, 
/**
 * SHA-256 of the content.
 */
sha256: string, 
/**
 * Why it is held apart; only with `held`.
 */
held: HeldReason | null, 
/**
 * What may make it hard to read.
 */
warnings: Array<QualityWarning>, };

export type FileThumbnail = { 
/**
 * JPEG of at most 320 pixels, Base64; `None`: there is none.
 */
jpeg: string | null, };

export type FileView = { 
/**
 * SHA-256 of the content.
 */
sha256: string, 
/**
 * Name it was handed in under.
 */
name: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Media type.
 */
media: string, 
/**
 * Why it is held apart, when it is.
 */
held: HeldReason | null, 
/**
 * Width of a picture, pixels.
 */
width: number | null, 
/**
 * Height of a picture, pixels.
 */
height: number | null, 
/**
 * Pages of a PDF.
 */
pages: number | null, 
/**
 * Whether there is a thumbnail.
 */
has_thumbnail: boolean, 
/**
 * Where it is.
 */
place: FilePlace, 
/**
 * Bytes that are across for good.
 */
durable: number, 
/**
 * A person has halted it.
 */
paused: boolean, 
/**
 * The platform has it whole.
 */
at_platform: boolean, 
/**
 * Why the last attempt failed.
 */
fault: FileFault | null, 
/**
 * When it is tried again.
 */
next_attempt: Timestamp | null, 
/**
 * The ticket it came with.
 */
ticket: string, 
/**
 * Title of that ticket; empty when the ticket is not here.
 */
subject: string, };

export type FiledMaterial = { 
/**
 * The file.
 */
file: FileRef, 
/**
 * Round in which it came.
 */
round: number, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who took it in.
 */
by: string, 
/**
 * Why it was taken off again; the file itself stays readable.
 */
removed: string | null, };

export type FilesOnTheWay = { 
/**
 * How files are carried.
 */
pace: FilePace, 
/**
 * SHA-256 of the one that is moving.
 */
current: string | null, 
/**
 * Files not across yet, the halted ones too; the one that is moving first.
 */
files: Array<FileView>, 
/**
 * Their bytes that are not across yet.
 */
bytes_left: number, 
/**
 * Milliseconds that they take at the pace of the last pieces, when that is known.
 */
remaining_ms: number | null, };

export type Finding = { 
/**
 * The rule.
 */
what: Inconsistency, 
/**
 * Matters.
 */
matters: number, };

export type FindingInput = { 
/**
 * The rule.
 */
what: Inconsistency, };

export type FindingList = { 
/**
 * At most 500, by department and name.
 */
rows: Array<MatterRow>, 
/**
 * In all.
 */
total: number, };

export type FinishFile = { 
/**
 * The file.
 */
upload: string, 
/**
 * Takes it although it is hard to read.
 */
despite_warnings: boolean, };

export type FirstResponse = { 
/**
 * What was said.
 */
text: string, 
/**
 * When.
 */
at: Timestamp, };

export type FormCheck = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Key of the material.
 */
material: string, 
/**
 * The fields.
 */
data: Record<string, unknown>, };

export type FormProblem = { 
/**
 * Field, as a JSON pointer such as `/name`.
 */
field: string, 
/**
 * What is wrong.
 */
kind: FormProblemKind, 
/**
 * The bound or the form that is asked for, if there is one.
 */
expected: string | null, };

export type FormProblemKind = "required" | "type" | "too_short" | "too_long" | "too_small" | "too_large" | "not_a_choice" | "format" | "pattern" | "other";

export type FormView = { 
/**
 * The form as a JSON Schema; `None`: the guide has none for this material.
 */
schema: unknown, 
/**
 * Fields that are known from the ticket, with whole numbers: it is filled in with the
 * citizen, and opening it is recorded.
 */
known: Record<string, unknown>, };

export type FoundExcerpt = { 
/**
 * The piece.
 */
text: string, 
/**
 * What to highlight in it.
 */
marks: Array<Mark>, };

export type FoundGroup = { 
/**
 * The kind.
 */
kind: FoundKind, 
/**
 * Best first.
 */
hits: Array<FoundHit>, 
/**
 * How many were found; an estimate from some 150 on.
 */
total: number, };

export type FoundHit = { 
/**
 * Key in its group.
 */
key: string, 
/**
 * Title.
 */
title: string, 
/**
 * What to highlight in the title.
 */
marks: Array<Mark>, 
/**
 * A piece of text, where the title does not hold everything that was typed.
 */
excerpt: FoundExcerpt | null, 
/**
 * What was found.
 */
reason: FoundReason, 
/**
 * What it is.
 */
what: FoundWhat, };

export type FoundKind = "matter" | "situation" | "material" | "knowledge" | "statute" | "reply" | "case";

export type FoundReason = { "by": "name" } | { "by": "other_name", "text": string } | { "by": "synonym", "text": string } | { "by": "sound", "text": string | null } | { "by": "passage" } | { "by": "code", "text": string };

export type FoundRef = { 
/**
 * Its group.
 */
kind: FoundKind, 
/**
 * Its key.
 */
key: string, };

export type FoundUses = { 
/**
 * Title.
 */
title: string, 
/**
 * Document number, as the newest of those that cite it state it.
 */
number: string | null, 
/**
 * What it says, article by article, as far as anything here cites it.
 */
articles: Array<Article>, 
/**
 * Matters, at most 200.
 */
matters: Array<MatterRow>, 
/**
 * Entries, at most 200.
 */
entries: Array<KnowledgeRow>, };

export type FoundWhat = { "kind": "matter", 
/**
 * Its row.
 */
row: MatterRow, } | { "kind": "situation", 
/**
 * The matter it is one of.
 */
row: MatterRow, 
/**
 * Short key in the matter.
 */
situation: string, } | { "kind": "material", 
/**
 * How many matters ask for it.
 */
matters: number, } | { "kind": "knowledge", 
/**
 * Its row.
 */
row: KnowledgeRow, } | { "kind": "statute", 
/**
 * How many matters rest on it.
 */
matters: number, 
/**
 * How many entries cite it.
 */
entries: number, } | { "kind": "reply", 
/**
 * Its row.
 */
row: KnowledgeRow, } | { "kind": "own_reply", 
/**
 * Its text, with `{variables}`.
 */
text: string, } | { "kind": "case", 
/**
 * Its row.
 */
row: TicketRow, };

export type Hair = "short" | "long" | "thin";

export type HandlingKind = "on_the_spot" | "promised";

export type Handoff = { 
/**
 * Who hands it over.
 */
from: string, 
/**
 * Organisation it came from.
 */
from_organisation: string, 
/**
 * Named receiver; `None`: anyone who serves in the organisation.
 */
to_staff: string | null, 
/**
 * Receiving organisation.
 */
to_organisation: string, 
/**
 * What the receiver has to know.
 */
note: string, 
/**
 * When it was offered.
 */
offered_at: Timestamp, 
/**
 * Designated by a manager (指派): the receiver cannot return it.
 */
designated: boolean, };

export type HeldBundle = { 
/**
 * The bundle.
 */
id: string, 
/**
 * Whose work it is.
 */
person: PersonName, 
/**
 * Whether that account may act now: a bundle of one that may needs no release.
 */
active: boolean, 
/**
 * Name of the desk it was packed at, as that desk said; may be empty.
 */
desk: string, 
/**
 * Short name of that desk, as it stands in file names.
 */
station: string, 
/**
 * Running number at that desk.
 */
number: number, 
/**
 * When it was packed, by that desk's clock.
 */
written_at: Timestamp, 
/**
 * When it came to the platform.
 */
taken_at: Timestamp, 
/**
 * Who brought it; `None`: it was taken in where the platform runs.
 */
carrier: PersonName | null, 
/**
 * Actions in it.
 */
actions: number, 
/**
 * How it was released; `None`: it waits.
 */
released: HeldReleased | null, };

export type HeldBundles = { 
/**
 * Those that wait first, then the newest.
 */
rows: Array<HeldBundle>, };

export type HeldReason = "empty" | "too_large" | "executable" | "unsupported_type" | "wrong_extension" | "archive_bomb" | "image_too_large" | "pdf_script" | "pdf_launch" | "pdf_embedded_file" | "pdf_rich_media" | "macros" | "password_protected" | "unreadable";

export type HeldReleased = { 
/**
 * When.
 */
at: Timestamp, 
/**
 * By whom; `None`: where the platform runs.
 */
by: PersonName | null, 
/**
 * Why, in their words.
 */
reason: string, };

export type HeldWhy = "unreadable" | "not_yours" | "failed" | "behind" | "blocked";

export type Identified = { 
/**
 * For whom the person at the counter acts.
 */
acts_as: ActsAs, 
/**
 * What is wrong.
 */
faults: Array<IdentityFault>, 
/**
 * When it was first said.
 */
at: Timestamp, };

export type IdentityFault = "expired" | "not_the_person" | "reader_differs" | "no_authority";

export type IdentityKey = { 
/**
 * For whom the person at the counter acts.
 */
acts_as: ActsAs, 
/**
 * What is wrong.
 */
faults: Array<IdentityFault>, 
/**
 * Why.
 */
why: string, };

export type Inconsistency = "fee_without_basis" | "phone_missing" | "phones_same" | "permit_without_faq" | "permit_steps_too_few" | "on_the_spot_contradicted" | "promised_over_legal" | "no_period" | "online_with_visits" | "no_legal_basis" | "no_conditions" | "no_materials" | "necessity_missing" | "place_missing" | "result_missing" | "situation_unmatched" | "department_code_invalid" | "name_repeated";

export type Intent = Action | QuestionStep;

export type IntentRule = Rule | KnowledgeRule;

export type Invitation = { 
/**
 * Short key, unique in the case.
 */
id: string, 
/**
 * What one says and does.
 */
text: string, };

export type InvitationKey = { 
/**
 * Key of the invitation.
 */
id: string, 
/**
 * Whether it is right.
 */
right: boolean, 
/**
 * Why.
 */
why: string, };

export type Invited = { 
/**
 * Key of the invitation.
 */
invitation: string, 
/**
 * When.
 */
at: Timestamp, };

export type Judged = { 
/**
 * The verdict.
 */
verdict: MaterialVerdict, 
/**
 * Round in which it was given.
 */
round: number, 
/**
 * Who.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

export type Judgement = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * The verdict.
 */
verdict: MaterialVerdict, 
/**
 * When a verdict was first given.
 */
at: Timestamp, };

export type KeepForm = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Key of the material.
 */
material: string, 
/**
 * The fields.
 */
data: Record<string, unknown>, };

export type KeyInput = { 
/**
 * The key.
 */
id: string, };

export type KeyPlace = "keyring" | "memory";

export type KnowledgeEntry = { 
/**
 * Short stable key, e.g. `k-ylbx-001`.
 */
id: string, 
/**
 * Version number, from 1.
 */
version: number, 
/**
 * Kind of entry.
 */
kind: KnowledgeKind, 
/**
 * Title, as a question or a rule.
 */
title: string, 
/**
 * Other ways people ask it.
 */
asked_as: Array<string>, 
/**
 * The answer, in paragraphs. Of a reply: its text, with `{variables}`.
 */
answer: Array<string>, 
/**
 * Codes of the matters it belongs to.
 */
matters: Array<string>, 
/**
 * Department that answers for it.
 */
department: string, 
/**
 * Document number and article the answer cites.
 */
basis: Array<LegalBasis>, 
/**
 * Themes, as words.
 */
themes: Array<string>, 
/**
 * First day it holds, `YYYY-MM-DD`.
 */
effective_from: string, 
/**
 * Last day it holds; shown struck out afterwards.
 */
expires_on: string | null, 
/**
 * Day by which someone has to look whether it still holds.
 */
review_on: string | null, };

export type KnowledgeKind = "procedure" | "standard" | "regulation" | "system_guide" | "picture_guide" | "reply";

export type KnowledgePage = { 
/**
 * Rows, best first.
 */
rows: Array<KnowledgeRow>, 
/**
 * Rows in all.
 */
total: number, 
/**
 * Rows skipped.
 */
offset: number, };

export type KnowledgeQuery = { 
/**
 * Words or parts of words.
 */
text: string, 
/**
 * Only this kind.
 */
kind: KnowledgeKind | null, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows wanted, at most 200.
 */
limit: number, };

export type KnowledgeRow = { 
/**
 * Key.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Kind.
 */
kind: KnowledgeKind, 
/**
 * Department that answers for it.
 */
department: string, 
/**
 * First words of the answer.
 */
excerpt: string, 
/**
 * How it stands today.
 */
standing: EntryStanding, };

export type KnowledgeRule = "account_disabled" | "knowledge_role_may_not" | "unknown_question" | "question_already_raised" | "question_ended" | "no_draft_waits" | "draft_not_read" | "asked_already" | "text_missing" | "text_too_long" | "personal_data_in_text" | "entry_title_missing" | "entry_basis_missing" | "entry_days_in_order" | "unknown_entry";

export type KnowledgeView = { 
/**
 * The entry.
 */
entry: KnowledgeEntry, 
/**
 * Its answer, with document number and article, as it may be sent.
 */
text: string, 
/**
 * How it stands today.
 */
standing: EntryStanding, 
/**
 * Matters it belongs to.
 */
matters: Array<MatterRow>, 
/**
 * How often all desks together used it of late.
 */
uses: number, 
/**
 * Questions that say it is wrong or out of date and have not ended.
 */
open_questions: number, 
/**
 * The data is as of this server time.
 */
data_as_of: Timestamp | null, };

export type KnownAccount = { 
/**
 * Sign-in name.
 */
account: string, 
/**
 * Name of the person.
 */
name: string, 
/**
 * Last use.
 */
last_used: Timestamp, };

export type Language = "zh-CN" | "en";

export type Lease = { 
/**
 * When it was granted to this holder.
 */
granted_at: Timestamp, 
/**
 * After this a colleague of the organisation may take over. Platform time, once the platform
 * has confirmed it.
 */
expires_at: Timestamp, };

export type LegalBasis = { 
/**
 * Title of the law or document.
 */
title: string, 
/**
 * Document number (文号).
 */
number: string | null, 
/**
 * Article (条款).
 */
article: string | null, 
/**
 * What the provision says, in short.
 */
text: string | null, };

export type Level = "nation" | "province" | "city" | "county" | "township" | "village";

export type LibraryFacets = { 
/**
 * Departments with their number of matters, the largest first.
 */
departments: Array<Facet>, 
/**
 * Themes with their number of matters, the largest first.
 */
themes: Array<Facet>, 
/**
 * Matters in all.
 */
matters: number, 
/**
 * Knowledge entries in all.
 */
knowledge: number, 
/**
 * The data is as of this server time.
 */
data_as_of: Timestamp | null, };

export type LibraryHealth = { 
/**
 * Matters that are here.
 */
matters: number, 
/**
 * Of those, without any finding.
 */
sound: number, 
/**
 * For every rule, in its order, how many matters break it.
 */
findings: Array<Finding>, };

export type Likeness = "name_and_matter" | "phone" | "document" | "person_and_matter";

export type Limit = { 
/**
 * Number of units.
 */
amount: number, 
/**
 * Units.
 */
unit: LimitUnit, };

export type LimitUnit = "seconds" | "working" | "natural";

export type Link = "online" | "connecting" | "offline" | "sign_in_needed" | "account_disabled" | "update_needed" | "disk_full" | "braked";

export type LoopEnd = { 
/**
 * What the follow-up found.
 */
outcome: LoopOutcome, 
/**
 * What the citizen said, what is still needed, or what was explained.
 */
note: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who.
 */
by: string, };

export type LoopOutcome = "obtained" | "needs_more" | "cannot_obtain";

export type Mark = { 
/**
 * First unit.
 */
from: number, 
/**
 * Unit after the last.
 */
to: number, };

export type MarkRead = { 
/**
 * Which ones; `None`: all.
 */
id: string | null, };

export type Material = { 
/**
 * Short key, unique in the matter.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Certificate, form or other (材料类型).
 */
kind: MaterialKind | null, 
/**
 * Paper, electronic or both (材料形式).
 */
form: MaterialForm | null, 
/**
 * Whether it is needed (必要性). `None`: not stated.
 */
necessity: Necessity | null, 
/**
 * Number of originals (原件份数). `None`: not stated.
 */
originals: number | null, 
/**
 * Number of copies (复印件份数). `None`: not stated.
 */
copies: number | null, 
/**
 * Where it comes from (来源渠道).
 */
source: MaterialSource | null, 
/**
 * What to know about the source.
 */
source_note: string | null, 
/**
 * How to fill it in (填报须知).
 */
filling_notes: string | null, 
/**
 * What makes it acceptable (受理标准), one per entry.
 */
acceptance: Array<string>, 
/**
 * Common defects, offered as reasons in a correction notice.
 */
defects: Array<string>, 
/**
 * Situations that need it; empty: all of them.
 */
situations: Array<string>, 
/**
 * Electronic certificate that makes it unnecessary (电子证照免提交).
 */
exempt_by: string | null, 
/**
 * The standard form (制式表格) as a JSON Schema (2020-12), for materials that are filled in.
 */
form_schema?: unknown, };

export type MaterialForm = "paper" | "electronic" | "either";

export type MaterialKind = "certificate" | "form" | "other";

export type MaterialOf = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Key of the material.
 */
material: string, };

export type MaterialProposals = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * The proposals, in the order of the rule book.
 */
proposals: Array<ProposalView>, };

export type MaterialScore = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * How it compares.
 */
finding: Compared, 
/**
 * What the person said.
 */
said: MaterialVerdict | null, };

export type MaterialSource = "applicant" | "government" | "other";

export type MaterialVerdict = { "verdict": "meets" } | { "verdict": "needs_fixing", 
/**
 * What is wrong, from the matter's catalogue or in free words.
 */
defect: string, 
/**
 * How to mend it.
 */
fix: string, } | { "verdict": "missing", 
/**
 * How to get it.
 */
fix: string, } | { "verdict": "waived", 
/**
 * What the applicant promised in writing (容缺承诺).
 */
promise: string, 
/**
 * Working days until it has to be there.
 */
due_days: number, } | { "verdict": "exempt", 
/**
 * The electronic certificate.
 */
certificate: string, };

export type Matter = { 
/**
 * Implementation code (实施编码), 31 characters where the source follows the standard. Opaque.
 */
code: string, 
/**
 * Key in the source where codes are shared by several rows; equal to `code` otherwise.
 */
id: string, 
/**
 * Version number within `id`, from 1.
 */
version: number, 
/**
 * Official name.
 */
name: string, 
/**
 * Names people really use.
 */
popular_names: Array<string>, 
/**
 * Kind of power (事项类型).
 */
kind: MatterKind, 
/**
 * Unified social credit code of the implementing body.
 */
department_code: string, 
/**
 * Name of the implementing body (实施主体).
 */
department: string, 
/**
 * Level that exercises the power (行使层级).
 */
level: Level, 
/**
 * Division code of the implementing body, 6, 9 or 12 digits.
 */
division: string, 
/**
 * Whom it serves (服务对象).
 */
objects: Array<ServiceObject>, 
/**
 * Themes (主题), as words.
 */
themes: Array<string>, 
/**
 * In use, suspended or cancelled.
 */
state: MatterState, 
/**
 * First day in force, `YYYY-MM-DD`.
 */
effective_from: string | null, 
/**
 * Handled at once (即办件) or with a promised period (承诺件).
 */
handling_kind: HandlingKind | null, 
/**
 * Legal period (法定办结时限).
 */
legal_days: Period | null, 
/**
 * Promised period (承诺办结时限). Drives the clock.
 */
promised_days: Period | null, 
/**
 * Number of visits a citizen has to make (跑动次数).
 */
visits: number | null, 
/**
 * Ways to apply.
 */
apply_by: Array<ApplyBy>, 
/**
 * Acceptance conditions (受理条件), one per entry.
 */
conditions: Array<string>, 
/**
 * Situations (情形) that decide which materials are needed.
 */
situations: Array<Situation>, 
/**
 * Materials (申请材料).
 */
materials: Array<Material>, 
/**
 * Steps (办理环节).
 */
steps: Array<Step>, 
/**
 * Statutory fee. `None`: not stated.
 */
fee: Fee | null, 
/**
 * Legal basis (设定依据).
 */
legal_basis: Array<LegalBasis>, 
/**
 * Questions people ask, with answers.
 */
faq: Array<Faq>, 
/**
 * What the citizen holds at the end (办理结果).
 */
result: MatterResult | null, 
/**
 * Where, when, whom to call.
 */
place: Place, 
/**
 * Address of the public guide.
 */
source_url: string | null, };

export type MatterChange = { 
/**
 * The part.
 */
part: MatterPart, 
/**
 * What no longer stands there.
 */
before: Array<string>, 
/**
 * What stands there now.
 */
after: Array<string>, };

export type MatterHistory = { 
/**
 * The present version first.
 */
versions: Array<MatterVersion>, 
/**
 * Open cases that began with another version than the present one.
 */
cases: Array<AffectedCase>, };

export type MatterKind = "permit" | "benefit" | "confirmation" | "reward" | "ruling" | "other_power" | "public_service" | "other";

export type MatterPage = { 
/**
 * Rows, best first.
 */
rows: Array<MatterRow>, 
/**
 * Rows in all.
 */
total: number, 
/**
 * Rows skipped.
 */
offset: number, };

export type MatterPart = "state" | "name" | "department" | "level" | "effective_from" | "handling_kind" | "promised" | "legal" | "visits" | "apply_by" | "fee" | "conditions" | "situations" | "materials" | "steps" | "legal_basis" | "result" | "place" | "faq";

export type MatterQuery = { 
/**
 * Words, parts of words or a code.
 */
text: string, 
/**
 * Only this department, by name.
 */
department: string | null, 
/**
 * Only this level.
 */
level: Level | null, 
/**
 * Only this theme.
 */
theme: string | null, 
/**
 * Only for these people.
 */
object: ServiceObject | null, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows wanted, at most 200.
 */
limit: number, };

export type MatterRef = { 
/**
 * Key of the matter.
 */
id: string, 
/**
 * Version used by this ticket.
 */
version: number, 
/**
 * Name at that version.
 */
name: string, 
/**
 * Promised period (承诺办结时限) at that version; drives the clock.
 */
promised: Period | null, 
/**
 * Legal period (法定办结时限) at that version.
 */
legal: Period | null, 
/**
 * 即办件: finished while the citizen waits, so that no clock of days runs.
 */
on_the_spot: boolean, };

export type MatterResult = { 
/**
 * Name of the certificate or document.
 */
name: string, 
/**
 * How it reaches the citizen.
 */
delivery: Array<string>, };

export type MatterRow = { 
/**
 * Key.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Popular name that the words were found in, if any.
 */
found_as: string | null, 
/**
 * Kind of power.
 */
kind: MatterKind, 
/**
 * Department.
 */
department: string, 
/**
 * Level.
 */
level: Level, 
/**
 * State.
 */
state: MatterState, 
/**
 * On the spot or promised.
 */
handling_kind: HandlingKind | null, 
/**
 * Promised period.
 */
promised_days: Period | null, 
/**
 * Number of materials.
 */
materials: number, };

export type MatterState = "in_use" | "suspended" | "cancelled";

export type MatterVersion = { 
/**
 * Its number.
 */
version: number, 
/**
 * First day in force, as it states.
 */
effective_from: string | null, 
/**
 * What changed from the version before it; `None` when that one was never here.
 */
changes: Array<MatterChange> | null, };

export type MatterVersionRef = { 
/**
 * Key.
 */
id: string, 
/**
 * Which version.
 */
version: number, };

export type MatterView = { 
/**
 * The matter in its version in force.
 */
matter: Matter, 
/**
 * Knowledge entries that belong to it.
 */
knowledge: Array<KnowledgeRow>, 
/**
 * The data is as of this server time.
 */
data_as_of: Timestamp | null, };

export type MayStep = { 
/**
 * Kind.
 */
kind: QuestionStepKind, 
/**
 * What forbids it; `None`: it may be done.
 */
rule: KnowledgeRule | null, };

export type MaybeDraft = { 
/**
 * The draft.
 */
draft: Draft | null, };

export type Me = { 
/**
 * The person.
 */
staff: Staff, 
/**
 * Where they work.
 */
organisation: Organisation | null, 
/**
 * How the local key is protected.
 */
protection: Protection, 
/**
 * True once the first sync is complete.
 */
ready: boolean, };

export type Nature = "procedure" | "policy" | "attitude";

export type Necessity = "required" | "optional" | "deferrable";

export type NewQuestion = { 
/**
 * The question, without anybody's personal data.
 */
text: string, 
/**
 * An answer that helped a citizen.
 */
proposed: string | null, 
/**
 * How it came up.
 */
origin: QuestionOrigin, 
/**
 * Matter that it is about.
 */
matter: string | null, 
/**
 * Department that has to answer.
 */
department: string | null, };

export type NewTicket = { 
/**
 * Identity, made by the station.
 */
ticket: string, 
/**
 * Where it came from.
 */
channel: Channel, 
/**
 * What it is about.
 */
nature: Nature, 
/**
 * Short title.
 */
subject: string, 
/**
 * What the citizen said.
 */
request: string, 
/**
 * Who asks.
 */
requester: Requester, 
/**
 * The matter, in the version in force.
 */
matter: MatterRef | null, 
/**
 * Chosen situation of the matter.
 */
situation: string | null, 
/**
 * Reason for the green channel.
 */
priority: string | null, 
/**
 * Why the requester is served as an elderly person.
 */
elderly: string | null, 
/**
 * Organisation that answers for it.
 */
organisation: string, };

export type Nothing = Record<symbol, never>;

export type Notice = { 
/**
 * Identity.
 */
id: string, 
/**
 * What happened.
 */
kind: NoticeKind, 
/**
 * The ticket it is about.
 */
ticket: string | null, 
/**
 * Title of the ticket. No personal data.
 */
subject: string, 
/**
 * Name of the colleague who acted, if any.
 */
actor: string | null, 
/**
 * When.
 */
at: Timestamp, 
/**
 * When it was read.
 */
read_at: Timestamp | null, 
/**
 * The clock it is about.
 */
clock: ClockKind | null, };

export type NoticeKind = "new_ticket" | "handed_to_me" | "signed_for" | "returned" | "question_for_me" | "opinion_given" | "assist_asked" | "assist_answered" | "urged" | "urging_answered" | "taken_over" | "given_to_me" | "proposal_for_me" | "proposal_answered" | "correction_allowed" | "reopened" | "clock_warning" | "clock_breach" | "verdict_waiting" | "question_raised" | "entry_submitted" | "entry_sent_back" | "question_answered" | "question_declined" | "matter_changed";

export type OpenReviewInput = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Key of the matter.
 */
matter: string, 
/**
 * Chosen situation.
 */
situation: string | null, };

export type Opinion = { 
/**
 * The opinion.
 */
text: string, 
/**
 * When it was given.
 */
given_at: Timestamp, };

export type Organisation = { 
/**
 * Short stable key, e.g. `shiwan`.
 */
id: string, 
/**
 * Unified social credit code.
 */
credit_code: string, 
/**
 * Full name.
 */
name: string, 
/**
 * Name as people say it.
 */
short_name: string, 
/**
 * Township point, village station or department.
 */
kind: OrganisationKind, 
/**
 * Division code: 6 (county), 9 (township) or 12 (village) digits.
 */
division: string, 
/**
 * Organisation above it.
 */
parent: string | null, 
/**
 * Address of the counter.
 */
address: string, 
/**
 * Phone of the counter.
 */
phone: string, 
/**
 * Opening hours as text.
 */
hours: string, 
/**
 * Opening hours that clocks of seconds run by; `None`: the usual ones of the rule book.
 */
service_hours: ServiceHours | null, };

export type OrganisationKind = "township" | "village" | "department" | "administration";

export type OutboxRow = { 
/**
 * The command.
 */
id: string, 
/**
 * Order on this station.
 */
station_seq: number, 
/**
 * Its ticket.
 */
ticket: string, 
/**
 * Title of the ticket.
 */
subject: string, 
/**
 * What was done.
 */
action: Intent, 
/**
 * When it was written here.
 */
written_at: Timestamp, 
/**
 * Attempts so far.
 */
attempts: number, 
/**
 * Why the last attempt did not get through, as a code of `Link`.
 */
waiting_for: Link, 
/**
 * Why it was not decided though the line stood; others overtake it.
 */
held: HeldWhy | null, 
/**
 * It is tried again then, by the device's clock; only when `held`.
 */
not_before: Timestamp | null, 
/**
 * Number of the latest courier bundle it left in.
 */
bundle: number | null, };

export type Outcome = "answered" | "completed" | "told_where" | "withdrawn";

export type OwnReply = { 
/**
 * Identity.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Text, with `{variables}`.
 */
text: string, };

export type OwnReplyInput = { 
/**
 * Which; `None`: a new one.
 */
id: string | null, 
/**
 * Title, 1 to 40 characters.
 */
title: string, 
/**
 * Text, 1 to 2,000 characters. Variables that there are: `reply_variables`.
 */
text: string, };

export type OwnReplyRef = { 
/**
 * Which.
 */
id: string, };

export type PageOf = { 
/**
 * Number of this page.
 */
number: number, 
/**
 * Pages in all.
 */
of: number, };

export type PaperInput = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Which paper.
 */
paper: PaperRef, };

export type PaperKind = "one_time_notice" | "correction_notice" | "material_receipt" | "out_of_scope_notice" | "handoff_slip" | "application_form";

export type PaperLack = "no_matter" | "no_correction" | "nothing_received" | "not_out_of_scope" | "not_handed_off";

export type PaperOffer = { 
/**
 * Which paper.
 */
paper: PaperRef, 
/**
 * When what it says happened; `None`: it says how things are now.
 */
of: Timestamp | null, 
/**
 * 1 for the first correction notice of the case, and so on.
 */
ordinal: number | null, 
/**
 * Why there is nothing to print yet.
 */
lack: PaperLack | null, 
/**
 * When it was last printed or saved here.
 */
issued_at: Timestamp | null, };

export type PaperOutcome = "genuine" | "differs" | "case_not_here" | "not_a_code";

export type PaperPages = { 
/**
 * The pages as PNG, Base64. A4.
 */
pages: Array<string>, 
/**
 * The case has no official number yet, and the paper says so.
 */
provisional: boolean, 
/**
 * Hash of the content, as in its code.
 */
content_sha256: string, 
/**
 * Characters that no font here has; their code points are printed instead.
 */
missing: Array<string>, };

export type PaperReceived = { 
/**
 * Originals (原件).
 */
originals: number, 
/**
 * Copies (复印件).
 */
copies: number, };

export type PaperRef = { 
/**
 * Which paper.
 */
kind: PaperKind, 
/**
 * Which one, where a case may have several: id of the correction notice, of the event that
 * received materials or handed the case on, key of the material of a form.
 */
reference: string | null, };

export type PaperVerdict = { 
/**
 * The answer.
 */
outcome: PaperOutcome, 
/**
 * Which paper the code names.
 */
kind: PaperKind | null, 
/**
 * Number the code names.
 */
number: string | null, 
/**
 * The hash it names: its first 16 digits are printed beside the code.
 */
content_sha256: string | null, 
/**
 * The case, when it is here.
 */
ticket: string | null, 
/**
 * When it was printed or saved here.
 */
issued_at: Timestamp | null, 
/**
 * By whom.
 */
issued_by: string | null, };

export type PartHealth = { 
/**
 * Library, or tickets.
 */
what: SyncWhat, 
/**
 * Records here.
 */
records: number, 
/**
 * As of this server time.
 */
as_of: Timestamp, 
/**
 * When it was last compared with the platform, by the device's clock.
 */
checked_at: Timestamp | null, 
/**
 * Both sides held the same then.
 */
same: boolean, 
/**
 * Times that it was fetched anew because they did not.
 */
repairs: number, 
/**
 * Last of those times.
 */
repaired_at: Timestamp | null, };

export type PartScore = { 
/**
 * Which.
 */
part: ScorePart, 
/**
 * Points.
 */
points: number, 
/**
 * Most there were.
 */
most: number, };

export type PastPractice = { 
/**
 * Its identity.
 */
run: string, 
/**
 * Matter; `None`: the case no longer ships.
 */
matter: string | null, 
/**
 * When it was handed in.
 */
at: Timestamp, 
/**
 * What it was worth.
 */
points: number, 
/**
 * Whether it was passed.
 */
passed: boolean, };

export type Pause = { 
/**
 * What it waits for.
 */
kind: PauseKind, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Beginning.
 */
from: Timestamp, 
/**
 * End; `None`: it still stands.
 */
to: Timestamp | null, };

export type PauseFile = { 
/**
 * SHA-256 of the content.
 */
sha256: string, 
/**
 * Halt it, or let it go on.
 */
paused: boolean, };

export type PauseKind = "correction" | "special_procedure" | "applicant_asked" | "other";

export type Period = { 
/**
 * Number of days.
 */
days: number, 
/**
 * Working days unless the guide says natural days.
 */
unit: DayUnit, };

export type PersonName = { 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Short name of their organisation.
 */
organisation: string, };

export type PersonalKind = "id_number" | "phone" | "bank_card" | "name";

export type Place = { 
/**
 * Address of the counter.
 */
address: string | null, 
/**
 * Opening hours as text.
 */
hours: string | null, 
/**
 * Phone for questions (咨询电话).
 */
consult_phone: string | null, 
/**
 * Phone for complaints (监督投诉电话).
 */
complaint_phone: string | null, };

export type PracticeList = { 
/**
 * From easy to hard.
 */
cases: Array<PracticeRow>, 
/**
 * Runs that were handed in, the last first.
 */
past: Array<PastPractice>, };

export type PracticeRef = { 
/**
 * Key of the case.
 */
case: string, };

export type PracticeResult = { 
/**
 * Its identity.
 */
id: string, 
/**
 * The case.
 */
sample: SampleCase, 
/**
 * What the person did.
 */
run: TrialRun, 
/**
 * What it was worth.
 */
score: PracticeScore, 
/**
 * Points from which on a run is passed.
 */
passing: number, 
/**
 * What is right, and why.
 */
key: AnswerKey, 
/**
 * When it was handed in.
 */
at: Timestamp, };

export type PracticeRow = { 
/**
 * Key of the case.
 */
case: string, 
/**
 * Matter.
 */
matter: string, 
/**
 * What the citizen says.
 */
said: string, 
/**
 * Where it plays.
 */
place: string, 
/**
 * How hard it is.
 */
difficulty: Difficulty, 
/**
 * How many materials there are.
 */
materials: number, 
/**
 * Whether a run is unfinished.
 */
under_way: boolean, 
/**
 * Best points so far; `None`: never handed in.
 */
best: number | null, 
/**
 * Whether the best is enough.
 */
passed: boolean, };

export type PracticeRunRef = { 
/**
 * Its identity.
 */
run: string, };

export type PracticeScore = { 
/**
 * Of a hundred.
 */
points: number, 
/**
 * Whether it is passed.
 */
passed: boolean, 
/**
 * Part by part.
 */
parts: Array<PartScore>, 
/**
 * Devices that were not checked before the citizen was called.
 */
unchecked: Array<CounterDevice>, 
/**
 * Seconds until the first response; `None`: there was none.
 */
response_seconds: number | null, 
/**
 * Seconds there were for it.
 */
response_limit: number, 
/**
 * Material by material.
 */
materials: Array<MaterialScore>, 
/**
 * How the citizen was told what has to be mended.
 */
telling: Telling, 
/**
 * What was done before its turn.
 */
disorder: Array<Disorder>, };

export type PracticeStep = { 
/**
 * Key of the case.
 */
case: string, 
/**
 * What.
 */
step: RunStep, };

export type PracticeUnderWay = { 
/**
 * Its identity.
 */
id: string, 
/**
 * What the person did.
 */
run: TrialRun, };

export type PracticeView = { 
/**
 * The case.
 */
sample: SampleCase, 
/**
 * The unfinished run; `None`: none has begun.
 */
under_way: PracticeUnderWay | null, 
/**
 * Seconds there are for a first response.
 */
response_limit: number, 
/**
 * Where that limit comes from.
 */
response_source: string, };

export type Preferences = { 
/**
 * Language of the screen.
 */
language: Language, 
/**
 * Light, dark or as the system has it.
 */
theme: Theme, 
/**
 * Large-font mode.
 */
scale: Scale, 
/**
 * Height of rows.
 */
density: Density, 
/**
 * Show system notifications.
 */
notifications: boolean, 
/**
 * Widths of panes and the like; shape owned by the UI.
 */
layout: string, };

export type Proposal = { 
/**
 * The command that proposed it.
 */
id: string, 
/**
 * Who wrote it.
 */
by: string, 
/**
 * When it reached the platform.
 */
at: Timestamp, 
/**
 * When it was written, by the clock of the device.
 */
written_at: Timestamp, 
/**
 * What is proposed.
 */
action: Action, 
/**
 * A word with it; empty when a command was parked.
 */
note: string, 
/**
 * What became of it; `None`: the holder has not decided.
 */
end: ProposalEnd | null, };

export type ProposalEnd = { 
/**
 * Carried out rather than declined.
 */
taken: boolean, 
/**
 * Why, or a word with it.
 */
note: string, 
/**
 * Who decided.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

export type ProposalView = { 
/**
 * Key of the check.
 */
check: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The verdict.
 */
verdict: MaterialVerdict, };

export type Protection = "keyring_and_password" | "password_only";

export type QualityWarning = "too_small" | "blurred" | "too_dark" | "too_bright";

export type Question = { 
/**
 * Identity.
 */
id: string, 
/**
 * Grows by one with every step.
 */
version: number, 
/**
 * The question, without anybody's personal data.
 */
text: string, 
/**
 * An answer that helped a citizen, as the asker proposes it.
 */
proposed: string | null, 
/**
 * How it came up.
 */
origin: QuestionOrigin, 
/**
 * Matter that it is about.
 */
matter: string | null, 
/**
 * Department that has to answer; `None`: not known.
 */
department: string | null, 
/**
 * Who raised it.
 */
asked_by: string, 
/**
 * Their organisation.
 */
organisation: string, 
/**
 * When it was raised.
 */
asked_at: Timestamp, 
/**
 * Others who met the same question since.
 */
also_asked_by: Array<string>, 
/**
 * Where it stands.
 */
stage: QuestionStage, 
/**
 * The entry that is being written.
 */
draft: QuestionDraft | null, 
/**
 * How it ended.
 */
ending: QuestionEnding | null, 
/**
 * What was done, oldest first.
 */
steps: Array<QuestionStepLine>, };

export type QuestionClock = { 
/**
 * The last moment.
 */
due_at: Timestamp, 
/**
 * It rests on a year whose holidays are not announced yet.
 */
unpublished_year: boolean, };

export type QuestionDraft = { 
/**
 * What it will be.
 */
entry: EntryDraft, 
/**
 * Who wrote it.
 */
by: string, 
/**
 * When it was submitted.
 */
at: Timestamp, 
/**
 * Why a manager sent it back; `None`: it waits for the manager, or was published.
 */
sent_back: string | null, };

export type QuestionEnding = { "ended": "published", 
/**
 * The entry.
 */
entry: string, 
/**
 * Its version.
 */
version: number, } | { "ended": "answered", 
/**
 * The entry.
 */
entry: string, } | { "ended": "declined", 
/**
 * Why.
 */
reason: string, };

export type QuestionList = { 
/**
 * At most 1,000.
 */
rows: Array<QuestionView>, 
/**
 * Of all that are here, how many wait for a draft.
 */
open: number, 
/**
 * How many wait for a manager.
 */
submitted: number, 
/**
 * How many are over their time.
 */
overdue: number, };

export type QuestionOrigin = { "from": "case", 
/**
 * The ticket.
 */
ticket: string, } | { "from": "search", 
/**
 * What was searched for.
 */
words: string, } | { "from": "policy", 
/**
 * Name and number of the document.
 */
document: string, 
/**
 * First day it holds.
 */
effective_from: string, } | { "from": "entry", 
/**
 * The entry.
 */
entry: string, 
/**
 * Its version then.
 */
version: number, } | { "from": "direct" };

export type QuestionQuery = { 
/**
 * Only at this stage.
 */
stage: QuestionStage | null, 
/**
 * Only those that the person asked, met too or drafts.
 */
mine: boolean, };

export type QuestionRef = { 
/**
 * The question.
 */
question: string, };

export type QuestionStage = "open" | "submitted" | "ended";

export type QuestionStep = { "step": "ask" } & NewQuestion | { "step": "ask_too" } | { "step": "submit", 
/**
 * The entry.
 */
entry: EntryDraft, } | { "step": "send_back", 
/**
 * What has to be changed.
 */
reason: string, } | { "step": "publish", 
/**
 * First day it holds.
 */
effective_from: string, 
/**
 * Last day it holds.
 */
expires_on: string | null, 
/**
 * Day by which someone has to look whether it still holds.
 */
review_on: string | null, } | { "step": "point", 
/**
 * The entry.
 */
entry: string, } | { "step": "decline", 
/**
 * Why; told to the asker.
 */
reason: string, };

export type QuestionStepKind = "ask" | "ask_too" | "submit" | "send_back" | "publish" | "point" | "decline";

export type QuestionStepLine = { 
/**
 * The command.
 */
id: string, 
/**
 * What.
 */
kind: QuestionStepKind, 
/**
 * By whom.
 */
by: string, 
/**
 * When it was decided.
 */
at: Timestamp, 
/**
 * A reason, where one was given.
 */
note: string | null, };

export type QuestionView = { 
/**
 * As it looks here.
 */
question: Question, 
/**
 * Until when it has to be an entry.
 */
clock: QuestionClock | null, 
/**
 * Working days of its clock that are left; negative: that many over.
 */
days_left: number | null, 
/**
 * It is over its time.
 */
overdue: boolean, 
/**
 * Steps that the platform has not answered yet.
 */
pending: number, 
/**
 * Version that had come from the platform, to be named with a step that rests on what was read.
 */
seen: number, 
/**
 * How many people met it.
 */
askers: number, 
/**
 * So many that a standard reply should answer it.
 */
asked_often: boolean, 
/**
 * Everybody who is named in it.
 */
people: { [key in string]: PersonName }, 
/**
 * Name of the asker's organisation.
 */
organisation: string, 
/**
 * Name of the matter.
 */
matter: string | null, 
/**
 * Every kind of step, and what forbids it to the person now.
 */
may: Array<MayStep>, };

export type QuestionsAlike = { 
/**
 * The likest first, at most three.
 */
rows: Array<QuestionView>, };

export type QueueView = "mine" | "station" | "waiting" | "all";

export type ReachedDesk = { 
/**
 * Name of the desk.
 */
station: string, 
/**
 * Who used it last.
 */
person: PersonName, 
/**
 * When it said so, by the platform's clock.
 */
at: Timestamp, };

export type ReadFile = { 
/**
 * The ticket it is looked at for.
 */
ticket: string, 
/**
 * SHA-256 of the content.
 */
sha256: string, 
/**
 * Where to begin, bytes.
 */
offset: number, 
/**
 * Bytes wanted, at most 1 MiB.
 */
length: number, };

export type Received = { 
/**
 * Key of the material.
 */
material: string, 
/**
 * What was counted.
 */
paper: PaperReceived, };

export type RecordWay = { 
/**
 * The command.
 */
id: string, 
/**
 * Its ticket.
 */
ticket: string, 
/**
 * Official number of the ticket.
 */
number: string | null, 
/**
 * Title of the ticket.
 */
subject: string, 
/**
 * What was done.
 */
action: Intent, 
/**
 * Who did it.
 */
actor: PersonName, 
/**
 * When it was written, by the clock of the device it was written on.
 */
written_at: Timestamp, 
/**
 * How it left this station; `None`: it was written elsewhere.
 */
here: WayHere | null, 
/**
 * What the platform decided.
 */
decided: WayDecided | null, 
/**
 * Whether the timeline that the platform sent has it.
 */
confirmed: boolean, 
/**
 * The file it names, and how far that one is.
 */
file: FileView | null, };

export type Recovery = { 
/**
 * File name of the damaged store, kept beside the new one.
 */
moved_to: string, 
/**
 * Unsent actions that could be read and were taken over.
 */
recovered: number, 
/**
 * When.
 */
at: Timestamp, };

export type RegisterInput = { 
/**
 * Where it came from.
 */
channel: Channel, 
/**
 * What it is about.
 */
nature: Nature, 
/**
 * Title; taken from the matter or the request when empty.
 */
subject: string, 
/**
 * What the citizen said.
 */
request: string, 
/**
 * Who asks.
 */
requester: Requester, 
/**
 * Key of the matter.
 */
matter: string | null, 
/**
 * Chosen situation.
 */
situation: string | null, 
/**
 * Reason for the green channel.
 */
priority: string | null, 
/**
 * Why the requester is served as an elderly person.
 */
elderly: string | null, 
/**
 * Organisation that answers for it; `None`: my own.
 */
organisation: string | null, 
/**
 * Claim it at once: the person who registers becomes first responder.
 */
claim: boolean, };

export type RelatedTicket = { 
/**
 * Identity.
 */
id: string, 
/**
 * Official number, once given.
 */
number: string | null, 
/**
 * Title.
 */
subject: string, 
/**
 * Status.
 */
status: Status, 
/**
 * How they belong together.
 */
relation: RelationKind, };

export type RelationKind = "linked" | "merged_into" | "merged_from";

export type ReleaseInput = { 
/**
 * The bundle.
 */
bundle: string, 
/**
 * Why, for the platform's audit; 1 to 500 characters.
 */
reason: string, };

export type ReplyVariable = { 
/**
 * What.
 */
variable: Variable, 
/**
 * As it stands between braces.
 */
word: string, };

export type Requester = { 
/**
 * Natural or legal person.
 */
kind: RequesterKind, 
/**
 * Name of the person or body.
 */
name: string, 
/**
 * Kind of document that `id_number` is taken from.
 */
document: DocumentKind, 
/**
 * Number of that document.
 */
id_number: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * Unified social credit code (GB 32100) of a legal person.
 */
credit_code: string | null, 
/**
 * Agent with authority (代办人) or guardian (监护人).
 */
agent: Agent | null, };

export type RequesterCheck = { 
/**
 * The form's content.
 */
requester: Requester, };

export type RequesterChecked = { 
/**
 * What is unusual.
 */
warnings: Array<FieldWarning>, 
/**
 * Whole years of age, when the document tells.
 */
age: number | null, 
/**
 * Old enough to be served as an elderly person.
 */
elderly: boolean, };

export type RequesterKind = "natural_person" | "legal_person";

export type RevealField = "id_number" | "phone" | "agent_id_number" | "agent_phone";

export type RevealInput = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Which number.
 */
field: RevealField, 
/**
 * Why.
 */
reason: string, };

export type Revealed = { 
/**
 * The whole number.
 */
value: string, };

export type Review = { 
/**
 * Situation (情形) the list was built for.
 */
situation: string | null, 
/**
 * Version of the matter the list was built from.
 */
matter_version: number, 
/**
 * When it was opened.
 */
opened_at: Timestamp, 
/**
 * Day on which the first materials came in (收件日); begins the five days of the law.
 */
received_at: Timestamp | null, 
/**
 * Last time materials came in.
 */
last_received_at: Timestamp | null, 
/**
 * 1, and one more after each correction.
 */
round: number, 
/**
 * The checklist.
 */
items: Array<ReviewItem>, 
/**
 * Notices that were issued, oldest first.
 */
corrections: Array<Correction>, 
/**
 * A manager's leave for one more notice.
 */
leave: CorrectionLeave | null, 
/**
 * When it was passed on for examination (转审查).
 */
submitted_at: Timestamp | null, };

export type ReviewItem = { 
/**
 * Key of the material in the matter.
 */
material: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is needed.
 */
necessity: Necessity | null, 
/**
 * What was handed in, of every round.
 */
files: Array<FiledMaterial>, 
/**
 * Originals and copies received on paper, as counted.
 */
paper: PaperReceived | null, 
/**
 * The present verdict.
 */
judged: Judged | null, 
/**
 * Verdicts before it, oldest first.
 */
earlier: Array<Judged>, };

export type RevokeInput = { 
/**
 * The station.
 */
station: string, 
/**
 * Why, for the platform's audit; 1 to 500 characters.
 */
reason: string, };

export type RightOffice = { 
/**
 * Name of the office.
 */
office: string, 
/**
 * Its address.
 */
address: string, 
/**
 * Its phone.
 */
phone: string, 
/**
 * What the citizen was told about the way to go.
 */
told: string, 
/**
 * How.
 */
via: Via, };

export type Role = "service" | "consultant" | "management" | "village";

export type RouteInput = { 
/**
 * Key of the matter.
 */
matter: string | null, 
/**
 * What it is about.
 */
nature: Nature, 
/**
 * Division of the place it is about; `None`: my own station's.
 */
division: string | null, };

export type RouteView = { 
/**
 * Key of the organisation that answers for it; `None`: the table is silent.
 */
organisation: string | null, 
/**
 * Key of the organisation whose consultants to ask first.
 */
consultants: string | null, 
/**
 * The organisation cannot return what it gets.
 */
designated: boolean, };

export type Rule = "account_disabled" | "role_may_not" | "other_organisation" | "unknown_ticket" | "already_registered" | "already_claimed" | "not_holder" | "lease_runs" | "moved_on" | "cannot_be_proposed" | "no_open_proposal" | "awaiting_signature" | "awaiting_opinion" | "awaiting_applicant" | "suspended" | "under_examination" | "already_closed" | "already_merged" | "wrong_status" | "no_handoff" | "not_receiver" | "return_too_late" | "designated_cannot_return" | "no_open_question" | "stage_backwards" | "stage_too_early" | "already_triaged" | "office_not_named" | "not_lower_level" | "unsuitable_receiver" | "unknown_organisation" | "receiver_is_self" | "assist_is_self" | "already_assisting" | "no_open_assist" | "assist_open" | "no_open_urging" | "urging_open" | "other_ticket_unknown" | "same_ticket" | "other_ticket_ended" | "already_linked" | "text_missing" | "text_too_long" | "requester_name_missing" | "subject_missing" | "due_days_out_of_range" | "matter_missing" | "checklist_unusable" | "review_already_open" | "no_review" | "unknown_material" | "unknown_file" | "file_already_there" | "file_unusable" | "not_deferrable" | "verdicts_incomplete" | "nothing_to_correct" | "defects_remain" | "second_notice_needs_leave" | "no_notice_yet" | "late_needs_reason";

export type RunStep = { "step": "check", 
/**
 * Which.
 */
device: CounterDevice, 
/**
 * Whether.
 */
checked: boolean, } | { "step": "call" } | { "step": "respond", 
/**
 * What is said.
 */
text: string, } | { "step": "identify", 
/**
 * For whom the person acts.
 */
acts_as: ActsAs, 
/**
 * What is wrong.
 */
faults: Array<IdentityFault>, } | { "step": "judge", 
/**
 * Key of the material.
 */
material: string, 
/**
 * The verdict.
 */
verdict: MaterialVerdict, } | { "step": "tell", 
/**
 * Keys of the materials.
 */
materials: Array<string>, } | { "step": "conclude", 
/**
 * How.
 */
conclusion: Conclusion, } | { "step": "invite", 
/**
 * Key of the invitation.
 */
invitation: string, };

export type SampleCase = { 
/**
 * Short key, unique among the exercises.
 */
id: string, 
/**
 * How hard it is.
 */
difficulty: Difficulty, 
/**
 * Name of the matter.
 */
matter: string, 
/**
 * Who decides it.
 */
department: string, 
/**
 * Where the person sits.
 */
place: string, 
/**
 * Today, in the case.
 */
day: string, 
/**
 * Name of who asks, as they say it.
 */
requester: string, 
/**
 * What the citizen says.
 */
said: string, 
/**
 * Who is at the counter, and with what documents.
 */
counter: AtCounter, 
/**
 * The materials of the matter, with what was brought.
 */
materials: Array<SampleMaterial>, 
/**
 * Offices that could be the right one.
 */
offices: Array<SampleOffice>, 
/**
 * Ways to invite to the evaluation.
 */
invitations: Array<Invitation>, 
/**
 * What the matter rests on.
 */
basis: Array<LegalBasis>, };

export type SampleMaterial = { 
/**
 * The material as the guide describes it.
 */
guide: Material, 
/**
 * What was brought; empty: nothing.
 */
sheets: Array<Sheet>, 
/**
 * What the citizen or a shared source says about it.
 */
note: string | null, };

export type SampleOffice = { 
/**
 * Short key, unique in the case.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * What it does.
 */
duty: string, 
/**
 * Address.
 */
address: string, 
/**
 * Phone.
 */
phone: string, };

export type SaveDraft = { 
/**
 * Where it belongs.
 */
key: string, 
/**
 * The text, or the form as JSON.
 */
text: string, };

export type SavedPaper = { 
/**
 * Where it is.
 */
path: string, };

export type Scale = "1" | "1.25" | "1.5";

export type ScanFile = { 
/**
 * Name.
 */
name: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Last change.
 */
modified_at: Timestamp, };

export type ScanFolder = { 
/**
 * The folder; `None`: none is watched.
 */
path: string | null, 
/**
 * Why it cannot be read.
 */
problem: ScanProblem | null, 
/**
 * A file is deleted from the folder once it was taken in.
 */
remove_taken: boolean, 
/**
 * Files in it, the newest first, at most 200.
 */
files: Array<ScanFile>, };

export type ScanName = { 
/**
 * Name of the file in the folder.
 */
name: string, };

export type ScanProblem = "missing" | "not_a_folder" | "forbidden";

export type ScorePart = "devices" | "response" | "identity" | "review" | "conclusion" | "evaluation" | "order";

export type SearchFilters = { 
/**
 * Only of this department, by name.
 */
department: string | null, 
/**
 * Only for these people.
 */
object: ServiceObject | null, 
/**
 * Only of this theme.
 */
theme: string | null, 
/**
 * Only of this level.
 */
level: Level | null, };

export type SearchFound = { 
/**
 * Groups with at least one hit.
 */
groups: Array<FoundGroup>, 
/**
 * What was searched for instead, where nothing was found for what was typed.
 */
corrected: string | null, 
/**
 * Records that are here and cannot be found yet: the index is still being filled.
 */
behind: number, };

export type SearchInput = { 
/**
 * Words, parts of words, pinyin, initials or codes. What is over 64 characters is not read.
 */
text: string, 
/**
 * Only these groups; empty: all of them.
 */
kinds: Array<FoundKind>, 
/**
 * What results must be.
 */
filters: SearchFilters, 
/**
 * Hits of a group, at most 50.
 */
limit: number, };

export type SeenAt = { 
/**
 * Which of the material's sheets, from 0.
 */
sheet: number, 
/**
 * Where on it.
 */
spot: Spot, };

export type ServiceHours = { 
/**
 * Shifts of a working day, in order and not overlapping.
 */
shifts: Array<Shift>, };

export type ServiceObject = "natural_person" | "enterprise" | "institution" | "social_organisation" | "unincorporated_enterprise" | "agency" | "other_organisation";

export type SessionState = { 
/**
 * Who is signed in on this window.
 */
me: Me | null, 
/**
 * Accounts with a store on this machine, the last one used first.
 */
accounts: Array<KnownAccount>, 
/**
 * The platform's address.
 */
platform_url: string, 
/**
 * True when the platform serves sample data.
 */
sample: boolean, 
/**
 * What happened to the store when it was opened, if anything.
 */
recovery: Recovery | null, };

export type SetDeskName = { 
/**
 * The name; `None`: the usual one again.
 */
name: string | null, };

export type SetDrafter = { 
/**
 * Address of the endpoint: HTTPS, or this machine.
 */
address: string, 
/**
 * Name of the model there.
 */
model: string, 
/**
 * Its key; `None`: the one it has, as long as the address stays; empty: none.
 */
key: string | null, };

export type SetScanFolder = { 
/**
 * The folder; `None`: none is watched any more.
 */
path: string | null, 
/**
 * Delete a file from the folder once it was taken in.
 */
remove_taken: boolean, };

export type Sheet = { 
/**
 * What it looks like.
 */
kind: SheetKind, 
/**
 * Title as printed.
 */
title: string, 
/**
 * Printed number (编号).
 */
number: string | null, 
/**
 * Labelled lines.
 */
lines: Array<SheetLine>, 
/**
 * Paragraphs below them.
 */
text: Array<string>, 
/**
 * Places for signatures.
 */
signatures: Array<SignaturePlace>, 
/**
 * Words of the seal; `None`: it bears none.
 */
seal: string | null, 
/**
 * Date at its foot.
 */
date: string | null, 
/**
 * Which page of how many.
 */
page: PageOf | null, 
/**
 * How well it can be read.
 */
condition: SheetCondition, 
/**
 * The photo on it.
 */
face: Face | null, };

export type SheetCondition = "clear" | "blurred";

export type SheetKind = "form" | "card" | "certificate" | "register" | "letter" | "photo";

export type SheetLine = { 
/**
 * Label as printed.
 */
label: string, 
/**
 * What stands there; empty: nothing was filled in.
 */
value: string, 
/**
 * Written by hand.
 */
by_hand: boolean, 
/**
 * Changed after it was written (涂改): what stood there before.
 */
struck: string | null, };

export type Shift = { 
/**
 * First moment, `HH:MM:SS`.
 */
from: string, 
/**
 * The moment after the last one, `HH:MM:SS`.
 */
until: string, };

export type SignInInput = { 
/**
 * Sign-in name.
 */
account: string, 
/**
 * Password. Never logged.
 */
password: string, };

export type SignaturePlace = { 
/**
 * Label as printed.
 */
label: string, 
/**
 * The name written there; `None`: nobody signed.
 */
name: string | null, };

export type SimilarInput = { 
/**
 * Who asks.
 */
requester: Requester, 
/**
 * Key of the matter.
 */
matter: string | null, };

export type SimilarTicket = { 
/**
 * The ticket.
 */
row: TicketRow, 
/**
 * Why it may be the same.
 */
likeness: Likeness, };

export type Situation = { 
/**
 * Short key, unique in the matter.
 */
id: string, 
/**
 * Name as told to the citizen.
 */
name: string, 
/**
 * What to ask to find out.
 */
question: string, };

export type Spot = { "line": string } | { "signature": string } | "seal" | "date" | "page" | "whole";

export type Staff = { 
/**
 * Identity, never reused.
 */
id: string, 
/**
 * Sign-in name.
 */
account: string, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Organisation they work in.
 */
organisation: string, 
/**
 * Post, e.g. 综合窗口专员.
 */
post: string, 
/**
 * Number on the staff card.
 */
staff_no: string, 
/**
 * Whether the account may sign in and act.
 */
active: boolean, };

export type Stage = "consultation" | "guidance" | "assistance";

export type Standing = "authorised" | "guardian";

export type StationHealth = { 
/**
 * Identity of the station.
 */
station: string, 
/**
 * Name of the desk.
 */
name: string, 
/**
 * The link.
 */
link: Link, 
/**
 * Last answer from the platform, by the device's clock.
 */
last_contact: Timestamp | null, 
/**
 * Device clock minus server clock in milliseconds, when known.
 */
clock_skew_ms: number | null, 
/**
 * Actions that were not decided yet.
 */
pending: number, 
/**
 * When the oldest of them was written.
 */
oldest_pending: Timestamp | null, 
/**
 * Actions that do not get through though the line stands, the oldest first; at most 50.
 */
failing: Array<OutboxRow>, 
/**
 * Refused and parked actions that wait for a person.
 */
letters: number, 
/**
 * Files that wait to go up or come down.
 */
files_waiting: number, 
/**
 * Files whose last attempt failed.
 */
files_failing: number, 
/**
 * What is kept here, and when it was last compared with the platform.
 */
parts: Array<PartHealth>, 
/**
 * Version of this program.
 */
program: string, 
/**
 * Version of the platform's program, as it last said.
 */
platform_program: string | null, 
/**
 * Who has to be updated before they understand each other again.
 */
update: UpdateNeeded | null, 
/**
 * What the brake stopped, and a person has to decide.
 */
brake: Brake | null, };

export type StationRow = { 
/**
 * Identity.
 */
id: string, 
/**
 * Name of the desk.
 */
name: string, 
/**
 * When its delivery keys were revoked, the last time: it was lost or stolen.
 */
revoked_at: Timestamp | null, 
/**
 * Who used it last.
 */
person: PersonName, 
/**
 * When it was last heard of.
 */
last_contact: Timestamp, 
/**
 * When it last reported how it is; the fields below are as of then.
 */
reported_at: Timestamp | null, 
/**
 * Version of its program.
 */
program: string | null, 
/**
 * Device clock minus server clock in milliseconds.
 */
clock_skew_ms: number | null, 
/**
 * Actions that were not decided.
 */
pending: number, 
/**
 * When the oldest of them was written, by the platform's clock as far as it is known.
 */
oldest_pending: Timestamp | null, 
/**
 * Why actions do not get through, one entry each; at most 20.
 */
failing: Array<HeldWhy>, 
/**
 * Refused and parked actions that wait for a person.
 */
letters: number, 
/**
 * Files that wait to be sent.
 */
files_waiting: number, 
/**
 * Files that do not get through.
 */
files_failing: number, 
/**
 * Times that its data was fetched anew because it differed.
 */
repairs: number, 
/**
 * Changes that it has not applied yet.
 */
behind: number, };

export type StationsView = { 
/**
 * Stations, the longest silent first.
 */
stations: Array<StationRow>, 
/**
 * Version of the platform's program.
 */
program: string, 
/**
 * Platform time of the list.
 */
server_time: Timestamp, };

export type Status = "unclaimed" | "working" | "awaiting_signature" | "awaiting_opinion" | "awaiting_applicant" | "suspended" | "under_examination" | "closed" | "settled" | "merged";

export type Step = { 
/**
 * 收件, 受理, 审查, 决定, 制证, 送达 ...
 */
name: string, 
/**
 * Time limit as text, e.g. "1个工作日".
 */
limit: string, 
/**
 * What is done or checked.
 */
content: string, };

export type StepInput = { 
/**
 * The question; `None`: a new one.
 */
question: string | null, 
/**
 * The step.
 */
step: QuestionStep, 
/**
 * What the person had read when they began with it; `None`: all that has come.
 */
seen: number | null, };

export type SuggestedEntry = { 
/**
 * Its row.
 */
row: KnowledgeRow, 
/**
 * Its answer, with document number and article, as it may be sent.
 */
text: string, 
/**
 * Why.
 */
why: SuggestedFor, };

export type SuggestedFor = { "because": "matter" } | { "because": "words", 
/**
 * Where they were found.
 */
reason: FoundReason, 
/**
 * Words of the request that it holds.
 */
words: string, } | { "because": "own" } | { "because": "shared" };

export type SuggestedMatter = { 
/**
 * Its row.
 */
row: MatterRow, 
/**
 * Why.
 */
why: SuggestedFor, };

export type SuggestedReply = { 
/**
 * Key of the entry, or identity of the own reply.
 */
key: string, 
/**
 * Title.
 */
title: string, 
/**
 * Its text, filled in from the case. What the case does not say stands there as `{variable}`.
 */
text: string, 
/**
 * What the case does not say.
 */
missing: Array<Variable>, 
/**
 * Why.
 */
why: SuggestedFor, };

export type SuggestionInput = { 
/**
 * The case.
 */
ticket: string, };

export type Suggestions = { 
/**
 * Matters it may be about; none where it has one.
 */
matters: Array<SuggestedMatter>, 
/**
 * Entries that may answer it.
 */
entries: Array<SuggestedEntry>, 
/**
 * Replies that may fit, then all others, each filled in.
 */
replies: Array<SuggestedReply>, };

export type SyncPhase = "downloading" | "writing";

export type SyncProgress = { 
/**
 * What is being fetched.
 */
what: SyncWhat, 
/**
 * Phase.
 */
phase: SyncPhase, 
/**
 * Bytes or records done, by phase.
 */
done: number, 
/**
 * Bytes or records in all.
 */
total: number, 
/**
 * Estimated milliseconds left.
 */
remaining_ms: number | null, };

export type SyncState = { 
/**
 * The link.
 */
link: Link, 
/**
 * Last answer from the platform.
 */
last_contact: Timestamp | null, 
/**
 * The local data is as of this server time.
 */
data_as_of: Timestamp | null, 
/**
 * Actions that the platform has not decided yet.
 */
pending: number, 
/**
 * Refused or parked actions that wait for a person.
 */
attention: number, 
/**
 * Unread notices.
 */
unread: number, 
/**
 * True once the first sync is complete.
 */
ready: boolean, 
/**
 * A download that is under way.
 */
progress: SyncProgress | null, 
/**
 * Device clock minus server clock in milliseconds, when known.
 */
clock_skew_ms: number | null, 
/**
 * Next attempt, while offline.
 */
next_attempt: Timestamp | null, };

export type SyncWhat = "library" | "tickets";

export type Tag = "session" | "sync" | "tickets" | "outbox" | "library" | "search" | "directory" | "drafts" | "files" | "scans" | "notices" | "preferences" | "practice";

export type TakeScan = { 
/**
 * The ticket.
 */
ticket: string, 
/**
 * Key of the material.
 */
material: string, 
/**
 * Name of the file in the folder.
 */
name: string, 
/**
 * Takes it although it is hard to read.
 */
despite_warnings: boolean, };

export type TakenOutcome = "filed" | "warned" | "held";

export type Telling = "nothing_to_tell" | "at_once" | "repeated" | "incomplete" | "groundless" | "never";

export type Theme = "system" | "light" | "dark";

export type Ticket = { 
/**
 * Identity.
 */
id: string, 
/**
 * Official number; `None` until the platform has given one.
 */
number: string | null, 
/**
 * Grows by one with every action.
 */
version: number, 
/**
 * Where the request came from.
 */
channel: Channel, 
/**
 * What it is about.
 */
nature: Nature, 
/**
 * Short title.
 */
subject: string, 
/**
 * What the citizen said.
 */
request: string, 
/**
 * Who asks.
 */
requester: Requester, 
/**
 * The matter, in the version that was in force.
 */
matter: MatterRef | null, 
/**
 * Chosen situation (情形) of the matter.
 */
situation: string | null, 
/**
 * Reason for the green channel (绿色通道).
 */
priority: string | null, 
/**
 * Why the requester is served as an elderly person (适老服务): larger print, read aloud.
 */
elderly: string | null, 
/**
 * What triage decided; `None`: not yet.
 */
triage: Triaged | null, 
/**
 * Whether it was judged complex (15 working days) or simple (5); `None`: follows from what
 * is being done, see `Ticket::is_complex`.
 */
complex: boolean | null, 
/**
 * 咨询, 导办 or 帮办.
 */
stage: Stage, 
/**
 * Who has to move next.
 */
status: Status, 
/**
 * Organisation that answers for it now.
 */
organisation: string, 
/**
 * When it was registered.
 */
registered_at: Timestamp, 
/**
 * Who registered it.
 */
registered_by: string, 
/**
 * First responder (首问责任人). Set once, never changed.
 */
first_responder: string | null, 
/**
 * Who works on it now.
 */
holder: string | null, 
/**
 * Grows with every change of holder; a command with an older fence is parked.
 */
fence: number, 
/**
 * How long the holder may count on it; `None`: nobody holds it, or it ended.
 */
lease: Lease | null, 
/**
 * What others proposed to the holder, oldest first.
 */
proposals: Array<Proposal>, 
/**
 * Handoff that waits for the receiver to sign.
 */
handoff: Handoff | null, 
/**
 * The latest question to a consultant.
 */
consultation: Consultation | null, 
/**
 * Assisting units (协办), oldest first.
 */
assists: Array<Assist>, 
/**
 * Urgings (督办), oldest first.
 */
urgings: Array<Urging>, 
/**
 * Times during which the case stood still, oldest first.
 */
pauses: Array<Pause>, 
/**
 * Other tickets of the same affair.
 */
links: Array<string>, 
/**
 * The ticket that goes on in this one's place.
 */
merged_into: string | null, 
/**
 * Pre-review of the materials.
 */
review: Review | null, 
/**
 * Last moment for someone to answer a waiting citizen; `None`: nobody waits online.
 */
response_due_at: Timestamp | null, 
/**
 * When someone took the request up.
 */
responded_at: Timestamp | null, 
/**
 * First reply to the citizen.
 */
first_reply_at: Timestamp | null, 
/**
 * How it was closed.
 */
closing: Closing | null, 
/**
 * Follow-ups after closing, oldest first; the last one may have reopened the case.
 */
follow_ups: Array<LoopEnd>, 
/**
 * Clocks that had run out before they were served.
 */
breaches: Array<Breach>, 
/**
 * Last change.
 */
updated_at: Timestamp, };

export type TicketCounts = { 
/**
 * 我的.
 */
mine: number, 
/**
 * 本站.
 */
station: number, 
/**
 * 待我处理.
 */
waiting: number, 
/**
 * 全部.
 */
all: number, 
/**
 * Unclaimed in my station.
 */
unclaimed: number, 
/**
 * Over time among mine.
 */
overdue: number, };

export type TicketEvent = { 
/**
 * The command's id.
 */
id: string, 
/**
 * Its ticket.
 */
ticket: string, 
/**
 * Version of the ticket after it.
 */
version: number, 
/**
 * Who acted.
 */
actor: string, 
/**
 * Server time; the device's time until the platform has decided.
 */
at: Timestamp, 
/**
 * The device's clock when the person acted.
 */
device_at: Timestamp, 
/**
 * What was done. The requester's numbers are left out.
 */
action: Action, };

export type TicketPage = { 
/**
 * Rows.
 */
rows: Array<TicketRow>, 
/**
 * Rows in the whole queue.
 */
total: number, 
/**
 * Rows skipped.
 */
offset: number, };

export type TicketQuery = { 
/**
 * Which queue.
 */
view: QueueView, 
/**
 * Words in subject, request, requester name or number.
 */
text: string | null, 
/**
 * Only this stage.
 */
stage: Stage | null, 
/**
 * Only this status.
 */
status: Status | null, 
/**
 * Only this channel.
 */
channel: Channel | null, 
/**
 * Only this matter, by key.
 */
matter: string | null, 
/**
 * Only tickets whose nearest clock is due by then.
 */
due_before: Timestamp | null, 
/**
 * Order.
 */
sort: TicketSort, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows wanted, at most 200.
 */
limit: number, };

export type TicketRefInput = { 
/**
 * The ticket.
 */
ticket: string, };

export type TicketRow = { 
/**
 * Identity.
 */
id: string, 
/**
 * Official number, once given.
 */
number: string | null, 
/**
 * Title.
 */
subject: string, 
/**
 * Name of the requester.
 */
requester: string, 
/**
 * Name of the matter.
 */
matter: string | null, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * Status.
 */
status: Status, 
/**
 * Channel.
 */
channel: Channel, 
/**
 * Short name of the organisation.
 */
organisation: string, 
/**
 * Name of the holder.
 */
holder: string | null, 
/**
 * Name of the first responder.
 */
first_responder: string | null, 
/**
 * The nearest clock.
 */
clock: ClockView | null, 
/**
 * Green channel.
 */
priority: boolean, 
/**
 * Served as an elderly person.
 */
elderly: boolean, 
/**
 * Triage has not decided yet.
 */
untriaged: boolean, 
/**
 * Urged by a manager, and not answered.
 */
urged: boolean, 
/**
 * Changed since I last opened it.
 */
unread: boolean, 
/**
 * Actions on it that the platform has not decided yet.
 */
pending: number, 
/**
 * When it was registered.
 */
registered_at: Timestamp, 
/**
 * Last change.
 */
updated_at: Timestamp, };

export type TicketSort = "deadline" | "newest" | "updated";

export type TicketView = { 
/**
 * The ticket, with the requester's numbers masked.
 */
ticket: Ticket, 
/**
 * Running clocks, the nearest first.
 */
clocks: Array<ClockView>, 
/**
 * The timeline, oldest first.
 */
events: Array<EventView>, 
/**
 * What I may do, and the rule where I may not.
 */
actions: Array<ActionState>, 
/**
 * Names of the people it mentions, by id.
 */
people: { [key in string]: PersonName }, 
/**
 * Short names of the organisations it mentions, by id.
 */
organisations: { [key in string]: string }, 
/**
 * Tickets that belong together with it.
 */
related: Array<RelatedTicket>, 
/**
 * Actions that the platform has not decided yet.
 */
pending: number, };

export type Timestamp = number;

export type Told = { 
/**
 * Keys of the materials it names.
 */
materials: Array<string>, 
/**
 * When.
 */
at: Timestamp, };

export type Triage = { "outcome": "answered_now", 
/**
 * What the citizen was told.
 */
answer: string, 
/**
 * How.
 */
via: Via, } | { "outcome": "own_level", 
/**
 * Complex (15 working days) rather than simple (5).
 */
complex: boolean, 
/**
 * Why, or what comes next.
 */
note: string, } | { "outcome": "lower_level", 
/**
 * The organisation.
 */
to_organisation: string, 
/**
 * What it has to know.
 */
note: string, } | { "outcome": "out_of_scope" } & RightOffice;

export type TriageKind = "answered_now" | "own_level" | "lower_level" | "out_of_scope";

export type Triaged = { 
/**
 * The outcome.
 */
kind: TriageKind, 
/**
 * The office that was named, when it is out of scope.
 */
right_office: RightOffice | null, 
/**
 * Who decided.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

export type TrialRun = { 
/**
 * Devices that were checked.
 */
devices: Array<DeviceCheck>, 
/**
 * When the next citizen was called, and spoke.
 */
called_at: Timestamp | null, 
/**
 * The first response.
 */
response: FirstResponse | null, 
/**
 * The identity check.
 */
identified: Identified | null, 
/**
 * Verdicts on materials, the present one of each.
 */
judgements: Array<Judgement>, 
/**
 * What the citizen was told to mend, notice by notice.
 */
told: Array<Told>, 
/**
 * How the handling ended.
 */
concluded: Concluded | null, 
/**
 * How the citizen was invited to evaluate.
 */
invited: Invited | null, };

export type UpdateNeeded = { 
/**
 * Who is too old.
 */
who: WhoUpdates, 
/**
 * Version of the protocol that this station speaks.
 */
ours: number, 
/**
 * Oldest and newest version that the platform speaks.
 */
theirs: [number, number], };

export type Upload = { 
/**
 * Names it in the commands that follow.
 */
upload: string, 
/**
 * Largest piece, bytes.
 */
piece_bytes: number, };

export type UploadRef = { 
/**
 * The file.
 */
upload: string, };

export type Urgency = "calm" | "soon" | "over";

export type Urging = { 
/**
 * The command that urged.
 */
id: string, 
/**
 * Who urges.
 */
by: string, 
/**
 * What is asked.
 */
text: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Working days to answer in.
 */
due_days: number, 
/**
 * The answer.
 */
answer: UrgingAnswer | null, };

export type UrgingAnswer = { 
/**
 * The answer.
 */
text: string, 
/**
 * Who.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

export type Variable = "requester" | "matter" | "number" | "promised" | "materials" | "place" | "hours" | "phone" | "specialist" | "station" | "day";

export type VerdictLetter = { 
/**
 * The command.
 */
id: string, 
/**
 * Its ticket.
 */
ticket: string, 
/**
 * Title of the ticket.
 */
subject: string, 
/**
 * Refused, or parked as a proposal.
 */
parked: boolean, 
/**
 * The rule.
 */
rule: IntentRule, 
/**
 * What the person did, with their text.
 */
action: Intent, 
/**
 * When the person did it.
 */
written_at: Timestamp, 
/**
 * When the platform decided.
 */
decided_at: Timestamp, 
/**
 * What had happened meanwhile, newest first.
 */
meanwhile: Array<EventView>, 
/**
 * When a person put it away.
 */
cleared_at: Timestamp | null, 
/**
 * Why they let it go.
 */
let_go: string | null, 
/**
 * Whether it can be proposed to the present holder now.
 */
may_propose: boolean, 
/**
 * The proposal it was kept as, when it was parked, and what became of it.
 */
proposal: Proposal | null, 
/**
 * Name of the present holder.
 */
holder: PersonName | null, };

export type VerdictWord = "accepted" | "rebased" | "refused" | "parked";

export type VerifyPaper = { 
/**
 * The text of its code.
 */
code: string, };

export type Via = "counter" | "phone" | "message";

export type WayDecided = { 
/**
 * When, by the platform's clock.
 */
at: Timestamp, 
/**
 * The verdict.
 */
verdict: VerdictWord, 
/**
 * The rule, when it was not carried out.
 */
rule: IntentRule | null, };

export type WayHere = { 
/**
 * Order on this station.
 */
station_seq: number, 
/**
 * Device clock minus server clock when it was written, milliseconds.
 */
clock_skew_ms: number | null, 
/**
 * Actions before it that were not decided either.
 */
ahead: number, 
/**
 * Attempts to send it.
 */
attempts: number, 
/**
 * Last attempt, by the device's clock.
 */
attempted_at: Timestamp | null, 
/**
 * What it waits for, while it is not decided.
 */
waiting_for: Link | null, 
/**
 * Why it was not decided though the line stood.
 */
held: HeldWhy | null, 
/**
 * It is tried again then.
 */
not_before: Timestamp | null, };

export type WayReach = { 
/**
 * Desks that have it, first come first.
 */
desks: Array<ReachedDesk>, };

export type WhoUpdates = "station" | "platform";
