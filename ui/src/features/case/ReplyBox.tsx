import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, type Ref, useMemo } from "react";

import { formDraft, useAction, useDraft } from "@/api";
import { DraftMark } from "@/forms";
import type { TicketView, Via } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Notice, Select, TextArea, toast } from "@/ui";

import styles from "./case.module.css";
import { ruleAgainst } from "./nextStep";
import { usualVia, VIAS } from "./via";

/** Where the citizen is answered. What is written is kept from the first pause on. */
export function ReplyBox({ view, areaRef }: {
  view: TicketView;
  areaRef: Ref<HTMLTextAreaElement>;
}) {
  const w = useWords();
  const { ticket } = view;
  const form = useMemo(
    () => formDraft({ text: "", via: usualVia(ticket.channel) }, "text"),
    [ticket.channel],
  );
  const draft = useDraft(`reply:${ticket.id}`, form);
  const act = useAction("ticket_act");
  const { text, via } = draft.value;
  const rule = ruleAgainst(view, "reply");

  function send() {
    if (text.trim() === "" || act.isPending || rule !== null) return;
    draft.flush();
    const action = { do: "reply", text: text.trim(), via } as const;
    act.mutate(
      { ticket: ticket.id, action },
      {
        onSuccess: () => {
          draft.clear();
          toast("jade", w.ticket.reply.done);
        },
      },
    );
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
  }

  return (
    <div className={styles.reply} onKeyDown={onKey} role="presentation">
      {act.error && (
        <Notice announce tone="red">
          {errorWords(w, act.error)}
        </Notice>
      )}
      <TextArea
        areaRef={areaRef}
        hideLabel
        isDisabled={draft.isPending}
        label={w.ticket.reply.label}
        maxLength={4000}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ text: next, via })}
        placeholder={w.ticket.reply.placeholder}
        rows={4}
        value={text}
      />
      <div className={styles.replyFoot}>
        <DraftMark state={text === "" ? "untouched" : draft.state} />
        <Select<Via>
          bare
          hideLabel
          label={w.ticket.reply.via}
          onChange={(next) => draft.set({ text, via: next })}
          options={VIAS.map((id) => ({ id, label: w.enums.via[id] }))}
          value={via}
        />
        <Button
          busy={act.isPending}
          icon={SendHorizontal}
          isDisabled={text.trim() === ""}
          onPress={send}
          reason={rule === null ? null : w.ticket.reply.notAllowed(w.errors.rule[rule])}
        >
          {w.ticket.reply.send}
        </Button>
      </div>
    </div>
  );
}
