import { useEffect, useEffectEvent, useState } from "react";

import { useAction, useCommand, useDraft } from "@/api";
import { errorWords, useWords, whenWords } from "@/i18n";
import { Button, Dialog, Notice, toast, useNow } from "@/ui";

import { type Form, inputOf, missingIn, REGISTER_DRAFT } from "./form";
import styles from "./register.module.css";
import { RequesterPart } from "./RequesterPart";
import { RequestPart } from "./RequestPart";

/** Registers what someone at the counter or on the phone asks for. Kept from the first word on. */
export function Register({ matter, onClose, onRegistered }: {
  /** Key of the matter to begin with. */
  matter: string | null;
  onClose: () => void;
  onRegistered: (ticket: string) => void;
}) {
  const w = useWords();
  const now = useNow();
  const draft = useDraft("register", REGISTER_DRAFT);
  const [restoredAt, setRestoredAt] = useState<number | null | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const register = useAction("ticket_register");
  const form = draft.value;
  const change = (patch: Partial<Form>) => draft.set({ ...form, ...patch });
  const missing = missingIn(form);
  if (restoredAt === undefined && !draft.isPending) setRestoredAt(draft.keptAt);
  useFirstMatter(matter, draft.isPending, change);

  function submit(claim: boolean) {
    setTried(true);
    if (missing.name || missing.request || register.isPending) return;
    draft.flush();
    register.mutate(inputOf(form, claim), {
      onSuccess: ({ ticket }) => {
        draft.clear();
        toast("jade", w.register.done);
        onRegistered(ticket.id);
      },
    });
  }

  const saved = { untouched: "", waiting: w.common.draftSaving, saved: w.common.draftSaved, failed: w.common.draftFailed };
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <span aria-live="polite" className={styles.draft}>
            {saved[draft.state]}
          </span>
          <Button busy={register.isPending} onPress={() => submit(false)}>
            {w.register.submit}
          </Button>
          <Button busy={register.isPending} onPress={() => submit(true)} tone="primary">
            {w.register.submitAndClaim}
          </Button>
        </>
      }
      isOpen
      onClose={() => {
        draft.flush();
        onClose();
      }}
      title={w.register.title}
      width={56}
    >
      {restoredAt && (
        <Notice
          action={
            <Button
              onPress={() => {
                draft.clear();
                setRestoredAt(null);
              }}
              size="small"
            >
              {w.register.discard}
            </Button>
          }
          tone="blue"
        >
          {w.register.draftFrom(whenWords(w, restoredAt, now))}
        </Notice>
      )}
      <div
        className={styles.parts}
        onBlur={draft.flush}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== "Enter") return;
          if (event.ctrlKey || event.metaKey) submit(true);
        }}
        role="presentation"
      >
        <RequesterPart change={change} form={form} showMissing={tried && missing.name} />
        <RequestPart change={change} form={form} showMissing={tried && missing.request} />
      </div>
      {register.error && (
        <Notice announce tone="red">
          {errorWords(w, register.error)}
        </Notice>
      )}
    </Dialog>
  );
}

/** Begins with the matter the person came from. */
function useFirstMatter(
  id: string | null,
  isPending: boolean,
  change: (patch: Partial<Form>) => void,
): void {
  const answer = useCommand("matter_get", { id: id ?? "" }, { enabled: id !== null });
  const found = isPending ? undefined : answer.data?.matter;
  const begin = useEffectEvent((matter: { id: string; name: string }) =>
    change({ matter: { id: matter.id, name: matter.name }, situation: null }),
  );
  useEffect(() => {
    if (found) begin(found);
  }, [found]);
}
