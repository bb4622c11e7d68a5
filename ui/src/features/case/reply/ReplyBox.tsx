import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, type RefObject, useMemo } from "react";

import { formDraft, useAction, useCommand, useDraft } from "@/api";
import { DraftMark, goTo } from "@/forms";
import type { TicketView, Via } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Notice, Select, TextArea, toast } from "@/ui";

import { ruleAgainst } from "../nextStep";
import { usualVia, VIAS } from "../via";
import { useCaseDesk } from "./CaseDesk";
import { gapNames, unfilled } from "./gaps";
import styles from "./reply.module.css";
import { ReplyPicker } from "./ReplyPicker";
import { Unchecked } from "./Unchecked";
import { Unfilled } from "./Unfilled";
import { useInsertKeys } from "./useInsertKeys";
import { MOST_REPLY, useInserting } from "./useInserting";

/** Where the citizen is answered. What is written is kept from the first pause on. */
export function ReplyBox({ view, areaRef }: {
  view: TicketView;
  areaRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const w = useWords();
  const { ticket } = view;
  const form = useMemo(
    () => formDraft({ text: "", via: usualVia(ticket.channel), unchecked: false }, "text"),
    [ticket.channel],
  );
  const draft = useDraft(`reply:${ticket.id}`, form);
  const act = useAction("ticket_act");
  const variables = useCommand("reply_variables", {});
  const { insert } = useCaseDesk();
  const { text, via, unchecked } = draft.value;
  const placeholders = useCommand("drafter_get", {}, { enabled: unchecked }).data?.placeholders ?? [];
  const rule = ruleAgainst(view, "reply");
  const gaps = unfilled(text, (variables.data ?? []).map(({ word }) => word));
  const lacking = gaps.length === 0 ? null : w.replies.unfilled(gapNames(gaps).join(w.punctuation.listComma));
  const { onFocus, settle } = useInserting(areaRef, !draft.isPending, unchecked, (next, isUnchecked) => {
    draft.set({ text: next, via, unchecked: isUnchecked });
    draft.flush();
  });
  useInsertKeys(ticket.id, insert, rule === null);

  function goToGap() {
    const [first] = gaps;
    if (first && areaRef.current) goTo(areaRef.current, first.from, first.to);
  }

  function send() {
    if (text.trim() === "" || act.isPending || rule !== null) return;
    if (lacking !== null) {
      goToGap();
      return;
    }
    if (unchecked) {
      toast("red", w.model.mark.notYet);
      return;
    }
    draft.flush();
    const action = { do: "reply", text: text.trim(), via } as const;
    act.mutate(
      { ticket: ticket.id, action },
      {
        onSuccess: () => {
          settle();
          draft.clear();
          toast("jade", w.ticket.reply.done);
        },
      },
    );
  }

  function lift() {
    draft.set({ ...draft.value, unchecked: false });
    draft.flush();
    areaRef.current?.focus();
  }

  function onKey(event: KeyboardEvent) {
    // What a panel or dialog of this box takes arrives here too.
    if (event.nativeEvent.isComposing || !isInside(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
  }

  return (
    <div className={styles.reply} onFocus={onFocus} onKeyDown={onKey} role="presentation">
      {act.error && (
        <Notice announce tone="red">
          {errorWords(w, act.error)}
        </Notice>
      )}
      {unchecked && <Unchecked onChecked={lift} placeholders={placeholders} text={text} />}
      <TextArea
        areaRef={areaRef}
        hideLabel
        isDisabled={draft.isPending}
        label={w.ticket.reply.label}
        maxLength={MOST_REPLY}
        onBlur={draft.flush}
        onChange={(next) => draft.set({ ...draft.value, text: next })}
        placeholder={w.ticket.reply.placeholder}
        rows={4}
        value={text}
      />
      <Unfilled onGo={goToGap} words={lacking} />
      <div className={styles.replyFoot}>
        <DraftMark state={text === "" ? "untouched" : draft.state} />
        <ReplyPicker text={text} ticket={ticket.id} />
        <Select<Via>
          bare
          hideLabel
          label={w.ticket.reply.via}
          onChange={(next) => draft.set({ ...draft.value, via: next })}
          options={VIAS.map((id) => ({ id, label: w.enums.via[id] }))}
          value={via}
        />
        <Button
          busy={act.isPending}
          icon={SendHorizontal}
          isDisabled={text.trim() === ""}
          onPress={send}
          reason={rule === null ? (lacking ?? (unchecked ? w.model.mark.notYet : null)) : w.ticket.reply.notAllowed(w.errors.rule[rule])}
        >
          {w.ticket.reply.send}
        </Button>
      </div>
    </div>
  );
}

function isInside({ currentTarget, target }: KeyboardEvent): boolean {
  return target instanceof Node && currentTarget.contains(target);
}
