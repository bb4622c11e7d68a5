import { type FocusEvent, type RefObject, useEffect, useEffectEvent, useRef } from "react";

import { useAction } from "@/api";
import { goTo, insertAt, type Inserted, takeOut } from "@/forms";
import { useWords } from "@/i18n";
import { toast } from "@/ui";

import { type Insert, useCaseDesk } from "./CaseDesk";
import { afterUndo } from "./checking";

/** As much as a reply holds. */
export const MOST_REPLY = 4000;

/**
 * Lets the desk put texts into the reply box: where the cursor is, else at the end, without
 * replacing anything. Each is said, with a way to take it out again, and counted where it is an
 * entry's. `isUnchecked`: a model wrote into the reply.
 */
export function useInserting(
  area: RefObject<HTMLTextAreaElement | null>,
  isReady: boolean,
  isUnchecked: boolean,
  write: (text: string, isUnchecked: boolean) => void,
): {
  /** For the box: the person has put the cursor somewhere. */
  onFocus: (event: FocusEvent) => void;
  /** Takes the way back away; for a text that has been sent. */
  settle: () => void;
} {
  const words = useWords().replies;
  const { attach } = useCaseDesk();
  const used = useAction("search_used");
  const hasCursor = useRef(false);
  const putAway = useRef<(() => void) | null>(null);
  // Whoever undoes later writes beside what was chosen meanwhile.
  const latest = useRef({ write, isUnchecked });
  useEffect(() => {
    latest.current = { write, isUnchecked };
  });
  const drafts = useRef(0);

  function undo(put: Inserted, mark: Pick<Parameters<typeof afterUndo>[0], "before" | "by">, nth: number) {
    const box = area.current;
    const text = box && takeOut(box.value, put);
    if (!box || text === null) {
      toast("red", words.notUndone);
      return;
    }
    const isLatest = drafts.current === nth;
    latest.current.write(text, afterUndo({ ...mark, isLatest, now: latest.current.isUnchecked }));
    goTo(box, Math.min(put.from, text.length));
  }

  const onInsert = useEffectEvent<Insert>((piece, title, source) => {
    const box = area.current;
    if (!box || !isReady) return;
    // The box itself knows the latest text, however fast one insertion follows another.
    const { value } = box;
    const put = insertAt(value, hasCursor.current ? box.selectionEnd : value.length, piece, "lines");
    if (put.text.length > MOST_REPLY) {
      toast("red", words.tooLong(MOST_REPLY));
      return;
    }
    const by = source === "model" ? source : undefined;
    if (source === "model") drafts.current += 1;
    else if (source) used.mutate(source);
    const nth = drafts.current;
    write(put.text, isUnchecked || by === "model");
    hasCursor.current = true;
    goTo(box, put.caret);
    const run = () => undo(put, { before: isUnchecked, by }, nth);
    putAway.current = toast("jade", words.inserted(title), { label: words.own.undo, run });
  });
  useEffect(() => attach((text, title, source) => onInsert(text, title, source)), [attach]);

  // Taken out of a box that is no longer on screen, the text would come back with the next draft.
  useEffect(() => () => putAway.current?.(), []);

  return {
    onFocus: (event) => {
      if (event.target === area.current) hasCursor.current = true;
    },
    settle: () => {
      putAway.current?.();
      hasCursor.current = false;
    },
  };
}
