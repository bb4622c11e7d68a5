import { type KeyboardEvent, useRef, useState } from "react";

import { useCommand } from "@/api";
import type { OwnReply } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, TextField, useSettled, Waiting } from "@/ui";

import type { Insert } from "./CaseDesk";
import { type Choice, choices } from "./choices";
import { ChoiceRow } from "./ChoiceRow";
import styles from "./picker.module.css";

const STILL_MS = 200;
const MOST_FOUND = 20;

/** Standard replies: a filter, then the own ones and the shared ones. Enter inserts. */
export function PickerList({ ticket, onInsert, onChange, onRemove }: {
  ticket: string;
  onInsert: Insert;
  onChange: (reply: OwnReply) => void;
  onRemove: (reply: OwnReply) => void;
}) {
  const w = useWords();
  const words = w.replies.picker;
  const box = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState("");
  const wanted = filter.trim();
  const settled = useSettled(wanted, STILL_MS);
  const own = useCommand("reply_list", {});
  const suggestions = useCommand("suggestions", { ticket });
  const found = useCommand(
    "knowledge_search",
    { text: settled, kind: "reply", offset: 0, limit: MOST_FOUND },
    { enabled: settled !== "" },
  );
  const replies = {
    own: own.data ?? [],
    suggested: suggestions.data?.replies ?? [],
    found: settled === wanted ? (found.data?.rows ?? []) : [],
  };
  // Until the suggestions are here an own reply would go in without being filled in.
  const list = suggestions.isPending ? [] : choices(replies, filter);
  const isPending = own.isPending || suggestions.isPending || (wanted !== "" && (settled !== wanted || found.isPending));

  const insert = ({ title, text, source }: Choice) => onInsert(text, title, source);

  function onKey(event: KeyboardEvent) {
    const { target } = event;
    if (event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>("[data-choice]") ?? [])];
    const field = box.current?.querySelector("input");
    const [first] = list;
    if (event.key === "Enter" && target === field && first) {
      event.preventDefault();
      insert(first);
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const row = target.closest("li")?.querySelector<HTMLElement>("[data-choice]");
    const to = (row ? rows.indexOf(row) : -1) + by;
    // Above the first row stands the field.
    (to < 0 ? field : rows[Math.min(to, rows.length - 1)])?.focus();
  }

  function retry() {
    for (const asked of [own, suggestions, found]) if (asked.isError) void asked.refetch();
  }

  const rows = (some: Choice[], title: string) =>
    some.length > 0 && (
      <section aria-label={title}>
        <h3 className={styles.heading}>{title}</h3>
        <ul>
          {some.map((choice) => (
            <ChoiceRow
              choice={choice}
              isFirst={choice === list[0]}
              key={choice.id}
              onChange={onChange}
              onInsert={() => insert(choice)}
              onRemove={(reply) => {
                // Its row goes; the focus must not go with it.
                box.current?.querySelector("input")?.focus();
                onRemove(reply);
              }}
            />
          ))}
        </ul>
      </section>
    );

  const error = own.error ?? suggestions.error ?? (wanted === "" ? null : found.error);
  return (
    <div className={styles.picker} onKeyDown={onKey} ref={box} role="presentation">
      <TextField
        autoFocus
        hideLabel
        label={words.filter}
        onChange={setFilter}
        placeholder={words.filter}
        type="search"
        value={filter}
      />
      <div className={styles.list}>
        {rows(list.filter((choice) => choice.own !== null), words.own)}
        {rows(list.filter((choice) => choice.own === null), words.shared)}
        {list.length === 0 && isPending && !error && <Waiting label={w.common.loading} />}
        <div aria-live="polite">
          {list.length === 0 && !isPending && !error && (
            <p className={styles.empty}>{wanted === "" ? words.empty : words.noneFound(wanted)}</p>
          )}
          {error && (
            <p className={styles.empty}>
              {errorWords(w, error)}
              <Button onPress={retry} size="small" tone="plain">
                {w.common.retry}
              </Button>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
