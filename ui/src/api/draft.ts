import { useEffect, useMemo, useState } from "react";

import { cache } from "./cache";
import { call } from "./client";
import { DraftSaver, type DraftState } from "./draftSaver";
import { useCommand } from "./hooks";

/** How a draft becomes text and back. An empty text is no draft. */
export interface DraftForm<T> {
  empty: T;
  write: (value: T) => string;
  read: (text: string) => T;
}

/** A draft that is a plain text. */
export const TEXT_DRAFT: DraftForm<string> = {
  empty: "",
  write: (text) => text,
  read: (text) => text,
};

/**
 * A draft that is a form with one main text. A kept text that is no JSON is the main text alone:
 * that is how a refused action comes back.
 */
export function formDraft<T extends object>(empty: T, mainText: keyof T): DraftForm<T> {
  const untouched = JSON.stringify(empty);
  return {
    empty,
    write: (value) => {
      const text = JSON.stringify(value);
      return text === untouched ? "" : text;
    },
    read: (text) => {
      try {
        const value: unknown = JSON.parse(text);
        if (typeof value === "object" && value !== null) return { ...empty, ...value };
      } catch {
        // Falls through: a plain text.
      }
      return { ...empty, [mainText]: text };
    },
  };
}

/** A draft on screen. */
export interface DraftOnScreen<T> {
  value: T;
  set: (value: T) => void;
  state: DraftState;
  /** When the kept draft was written, if there was one when the screen opened. */
  keptAt: number | null;
  /** True until the kept draft is known. */
  isPending: boolean;
  /** Saves at once; for leaving the field. */
  flush: () => void;
  /** Removes it; for what has been sent. */
  clear: () => void;
}

/** A text or form that survives closing, signing out and a power cut. */
export function useDraft<T>(key: string, form: DraftForm<T>): DraftOnScreen<T> {
  const kept = useCommand("draft_get", { key });
  const [typed, setTyped] = useState<{ value: T } | null>(null);
  const [state, setState] = useState<DraftState>("untouched");
  const saver = useMemo(() => new DraftSaver((text) => keep(key, text), setState), [key]);
  useEffect(() => () => saver.flush(), [saver]);

  const draft = kept.data?.draft ?? null;
  const read = useMemo(() => (draft ? form.read(draft.text) : form.empty), [draft, form]);
  return {
    value: typed ? typed.value : read,
    state: typed === null && draft ? "saved" : state,
    keptAt: draft?.saved_at ?? null,
    isPending: kept.isPending,
    set: (value) => {
      setTyped({ value });
      saver.write(form.write(value));
    },
    flush: () => saver.flush(),
    clear: () => {
      saver.drop();
      cache.setQueryData(["draft_get", { key }], { draft: null });
      setTyped(null);
      setState("untouched");
      void keep(key, "").catch(() => setState("failed"));
    },
  };
}

async function keep(key: string, text: string): Promise<void> {
  const answer = await call("draft_save", { key, text });
  cache.setQueryData(["draft_get", { key }], answer);
}

/** Puts a draft in place from outside its form; the form finds it when it opens. */
export function putDraft<T>(key: string, form: DraftForm<T>, value: T): Promise<void> {
  return keep(key, form.write(value));
}

/** What is kept under a key now; `null` where nothing is. Rejects with an `ApiError`. */
export async function keptDraft<T>(
  key: string,
  form: DraftForm<T>,
): Promise<{ value: T; savedAt: number } | null> {
  const { draft } = await call("draft_get", { key });
  if (!draft) return null;
  const value = form.read(draft.text);
  return form.write(value) === "" ? null : { value, savedAt: draft.saved_at };
}
