import { type ReactNode, useState } from "react";

import { asApiError, keptDraft, putDraft } from "@/api";
import type { NewTicket } from "@/generated/types";
import { errorWords, useWords, whenWords } from "@/i18n";
import { Button, Dialog, toast, useNow } from "@/ui";

import { type Form, formOf, REGISTER_DRAFT, REGISTER_KEY } from "./form";

/** A form that waits for a word, because another one would be lost. */
interface InTheWay {
  form: Form;
  name: string;
  savedAt: number;
  onKept: () => void;
}

/**
 * Puts a refused registration back into the form's draft. What is half written there already is
 * never replaced without asking. Draw `dialog` where it is used.
 */
export function useRegisterAgain(): {
  begin: (registration: NewTicket, onKept: () => void) => Promise<void>;
  dialog: ReactNode;
} {
  const w = useWords();
  const [asked, setAsked] = useState<InTheWay | null>(null);

  async function put(form: Form, onKept: () => void) {
    try {
      await putDraft(REGISTER_KEY, REGISTER_DRAFT, form);
    } catch (thrown) {
      toast("red", errorWords(w, asApiError(thrown)));
      return;
    }
    setAsked(null);
    onKept();
  }

  async function begin(registration: NewTicket, onKept: () => void) {
    const form = formOf(registration);
    try {
      const kept = await keptDraft(REGISTER_KEY, REGISTER_DRAFT);
      if (kept) {
        const name = kept.value.name.trim();
        setAsked({ form, name, savedAt: kept.savedAt, onKept });
        return;
      }
    } catch (thrown) {
      toast("red", errorWords(w, asApiError(thrown)));
      return;
    }
    await put(form, onKept);
  }

  const dialog = asked && (
    <Ask asked={asked} onClose={() => setAsked(null)} onReplace={() => void put(asked.form, asked.onKept)} />
  );
  return { begin, dialog };
}

function Ask({ asked, onClose, onReplace }: {
  asked: InTheWay;
  onClose: () => void;
  onReplace: () => void;
}) {
  const w = useWords();
  const now = useNow();
  const words = w.register.again;
  const when = whenWords(w, asked.savedAt, now);
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <Button onPress={onClose}>{words.keep}</Button>
          <Button onPress={onReplace} tone="danger">
            {words.replace}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={words.title}
      width={28}
    >
      <p>{asked.name === "" ? words.unnamed(when) : words.named(asked.name, when)}</p>
      <p>{words.lost}</p>
    </Dialog>
  );
}
