import { useEffect, useEffectEvent, useRef, useState } from "react";

import { useAction, useCommand, useDraft } from "@/api";
import { errorWords, useWords, whenWords } from "@/i18n";
import { Button, Dialog, Notice, toast, useNow } from "@/ui";

import { type Form, inputOf, missingIn, REGISTER_DRAFT, REGISTER_KEY } from "./form";
import styles from "./register.module.css";
import { RegisterFoot } from "./RegisterFoot";
import { RequesterPart } from "./RequesterPart";
import { RequestPart } from "./RequestPart";
import { SimilarPanel } from "./SimilarPanel";
import { useChecked, useRouting, useSimilar } from "./useIntake";

/** Registers what someone at the counter or on the phone asks for. Kept from the first word on. */
export function Register({ matter, onClose, onOpen, onRegistered }: {
  /** Key of the matter to begin with. */
  matter: string | null;
  onClose: () => void;
  /** Shows a ticket that may be the same request; the form stays a draft. */
  onOpen: (ticket: string) => void;
  onRegistered: (ticket: string) => void;
}) {
  const w = useWords();
  const now = useNow();
  const draft = useDraft(REGISTER_KEY, REGISTER_DRAFT);
  const [restoredAt, setRestoredAt] = useState<number | null | undefined>(undefined);
  const [tries, setTries] = useState(0);
  const parts = useRef<HTMLDivElement>(null);
  const similarPanel = useRef<HTMLElement>(null);
  const register = useAction("ticket_register");
  const form = draft.value;
  const change = (patch: Partial<Form>) => draft.set({ ...form, ...patch });
  const missing = missingIn(form);
  const checked = useChecked(form);
  const similar = useSimilar(form);
  const routing = useRouting(form);
  if (restoredAt === undefined && !draft.isPending) setRestoredAt(draft.keptAt);
  useFirstMatter(matter, draft.isPending, change);
  useEffect(() => {
    if (tries > 0) parts.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);

  function submit(claim: boolean) {
    setTries(tries + 1);
    if (Object.values(missing).includes(true) || register.isPending) return;
    draft.flush();
    const { chosen, place } = routing;
    register.mutate(inputOf(form, claim, chosen), {
      onSuccess: ({ ticket }) => {
        draft.clear();
        toast("jade", chosen === null ? w.register.done : w.register.doneFor(place));
        onRegistered(ticket.id);
      },
    });
  }

  const shownMissing = tries > 0 ? missing : null;
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <RegisterFoot
          busy={register.isPending}
          draft={draft.state}
          onShowSimilar={() => similarPanel.current?.scrollIntoView({ block: "nearest" })}
          onSubmit={submit}
          place={routing.chosen === null ? null : routing.place}
          similar={similar.length}
        />
      }
      isOpen
      onClose={() => {
        draft.flush();
        onClose();
      }}
      title={w.register.title}
      width={60}
    >
      {restoredAt && (
        <Notice
          action={
            <Button
              onPress={() => {
                draft.clear();
                setRestoredAt(null);
                setTries(0);
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
        ref={parts}
        role="presentation"
      >
        <div className={styles.column}>
          <RequesterPart change={change} checked={checked} form={form} missing={shownMissing} />
          <SimilarPanel
            found={similar}
            onOpen={(ticket) => {
              draft.flush();
              onOpen(ticket);
            }}
            panelRef={similarPanel}
          />
        </div>
        <RequestPart change={change} form={form} missing={shownMissing} routing={routing} />
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
