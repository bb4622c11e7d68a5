import { CircleCheck, CloudOff, Inbox, LoaderCircle, TriangleAlert, UploadCloud } from "lucide-react";

import type { SyncState, Timestamp } from "@/generated/types";
import { whenWords, type Words } from "@/i18n";
import type { LucideIcon, Tone } from "@/ui";

/** What the pill says. */
export interface SyncWords {
  icon: LucideIcon;
  tone: Tone;
  text: string;
  /** Where it leads; `/sync` where nothing is said. */
  to?: "/station";
}

/** The sync pill in words: always true, never alarming. What waits for a person comes first. */
export function syncWords(w: Words, state: SyncState, now: Timestamp): SyncWords {
  const s = w.frame.sync;
  const pending = state.pending > 0 ? s.pending(state.pending) : null;
  const also = (text: string) => (pending ? `${text}${w.punctuation.dot}${pending}` : text);
  // Until this is decided, no letter comes and none is answered.
  if (state.link === "braked") {
    return { icon: TriangleAlert, tone: "amber", text: also(s.braked), to: "/station" };
  }
  if (state.attention > 0) {
    return { icon: Inbox, tone: "violet", text: s.attention(state.attention) };
  }
  switch (state.link) {
    case "sign_in_needed":
      return { icon: TriangleAlert, tone: "amber", text: also(s.signInNeeded) };
    case "account_disabled":
      return { icon: TriangleAlert, tone: "amber", text: also(s.disabled) };
    case "update_needed":
      return { icon: TriangleAlert, tone: "amber", text: also(s.updateNeeded) };
    case "disk_full":
      return { icon: TriangleAlert, tone: "amber", text: also(s.diskFull) };
    case "offline": {
      const asOf = state.data_as_of;
      const text = asOf === null ? s.offlineNoData : s.offline(whenWords(w, asOf, now));
      return { icon: CloudOff, tone: "soft", text: also(text) };
    }
    case "connecting":
    case "online":
      break;
  }
  if (state.progress && state.progress.total > 0) {
    const percent = Math.floor((100 * state.progress.done) / state.progress.total);
    return { icon: LoaderCircle, tone: "soft", text: s.downloading(Math.min(100, percent)) };
  }
  if (pending) return { icon: UploadCloud, tone: "blue", text: pending };
  const last = state.last_contact ?? state.data_as_of;
  if (state.link === "connecting" || last === null) {
    return { icon: LoaderCircle, tone: "soft", text: s.connecting };
  }
  return { icon: CircleCheck, tone: "jade", text: s.synced(whenWords(w, last, now)) };
}
