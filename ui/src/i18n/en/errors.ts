import type { Words } from "../words";

export const errors: Words["errors"] = {
  title: "Not done",
  trace: (id) => `When asking for help, quote ${id}`,
  code: {
    not_signed_in: "You are no longer signed in. What you wrote is on this machine; sign in again.",
    wrong_password: "Account or password is wrong. Please try again.",
    account_disabled:
      "The account is disabled. What is not uploaded yet stays on this machine; ask your manager.",
    too_many_attempts: "Too many failed attempts. Please wait.",
    first_sign_in_offline:
      "The first sign-in on this machine needs the platform, and it does not answer. Check the network and try again.",
    update_needed:
      "This version and the platform's do not fit. Update first; what you wrote stays on this machine.",
    refused: "This cannot be done now.",
    not_found: "There is no such record on this machine. Go back to the list and open it again.",
    bad_input: "One of the fields cannot be used as it is. Please check it.",
    disk_full: "The disk is full and nothing was changed. Free some space and try again.",
    profile_in_use: "The desk is already open in another window. Close that one first.",
    store_damaged: "The data file on this machine is damaged. Sign in again: it is moved aside and kept, the data is fetched anew, and unsent work is recovered as far as it can be read.",
    keyring_secret_missing:
      "The key in the system's keyring is gone, and the password alone does not open the data. The file is still there; ask your manager.",
    internal: "Something unexpected happened. What was saved is safe; please try again.",
  },
  wait: (seconds) =>
    seconds >= 60
      ? `Try again in ${Math.ceil(seconds / 60)} min.`
      : `Try again in ${seconds} s.`,
  hostGone: "The desk does not answer. Make sure that it is running; what was saved is safe.",
  rule: {
    account_disabled: "The account is disabled",
    role_may_not: "Your role does not do this",
    other_organisation: "The ticket belongs to another organisation",
    unknown_ticket: "There is no such ticket",
    already_registered: "This ticket is registered already",
    already_claimed: "Someone has claimed it",
    not_holder: "Only the person who works on it may do this",
    awaiting_signature: "It waits for the receiver to sign",
    awaiting_opinion: "It waits for the consultant",
    already_closed: "The ticket is closed",
    no_handoff: "No handover waits",
    not_receiver: "This handover is not for you",
    return_too_late: "More than 24 hours have passed; it cannot be returned",
    no_open_question: "No question waits for you",
    stage_backwards: "A stage only goes forward",
    unsuitable_receiver: "The receiver cannot take tickets",
    unknown_organisation: "There is no such organisation",
    receiver_is_self: "You cannot hand over to yourself",
    text_missing: "Please write something",
    text_too_long: "Too long: at most 4000 characters",
    requester_name_missing: "The requester's name is missing",
    subject_missing: "A title or the request is missing",
    due_days_out_of_range: "The time must be 1 to 15 working days",
  },
};
