import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { type ReactNode, type RefObject, useId, useRef } from "react";

import { useCommand } from "@/api";
import type { TicketView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { useLayoutValue } from "@/prefs";
import { Button, Icon, Waiting } from "@/ui";

import { DraftPart } from "../draft/DraftPart";
import { ruleAgainst } from "../nextStep";
import { type Insert, useCaseDesk } from "../reply/CaseDesk";
import { likely } from "../reply/numbered";
import { useInsertKeys } from "../reply/useInsertKeys";
import { SuggestionLists } from "./SuggestionLists";
import styles from "./suggestions.module.css";

/** What may help with the case, each with its reason; a press or a key puts it into the reply. */
export function Suggestions({ view, onInserted }: {
  view: TicketView;
  /** Where this stands above the case: called so that the case comes into sight again. */
  onInserted?: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.replies.suggestions;
  const block = useRef<HTMLElement>(null);
  const bodyId = useId();
  const [isOpen, setOpen] = useLayoutValue("suggestionsOpen", true);
  const { insert: intoBox } = useCaseDesk();
  const rule = ruleAgainst(view, "reply");
  const ticket = view.ticket.id;
  const insert: Insert = (text, title, source) => {
    onInserted?.();
    intoBox(text, title, source);
  };
  // Beside the case the reply box itself listens; behind a drawer it cannot.
  useInsertKeys(ticket, insert, onInserted !== undefined && rule === null, block);
  return (
    <section className={styles.block} ref={block}>
      <h3>
        <button
          aria-controls={bodyId}
          aria-expanded={isOpen}
          className={styles.head}
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          <Icon className={styles.fold} of={ChevronRight} size={0.875} />
          {words.title}
        </button>
      </h3>
      <div className={styles.body} hidden={!isOpen} id={bodyId}>
        {isOpen && rule !== null && <p className={styles.small}>{words.onlyRead(w.errors.rule[rule])}</p>}
        {isOpen && <Body block={block} insert={rule === null ? insert : null} ticket={ticket} />}
      </div>
    </section>
  );
}

function Body({ ticket, insert, block }: {
  ticket: string;
  insert: Insert | null;
  block: RefObject<HTMLElement | null>;
}): ReactNode {
  const w = useWords();
  const words = w.replies.suggestions;
  const { data, error, refetch } = useCommand("suggestions", { ticket });
  if (data) {
    const { matters, entries, replies } = data;
    // What nobody has looked at for too long is for a person to judge, not for a model.
    const hasBasis = entries.some(({ row }) => row.standing === "in_force");
    const draft = insert && hasBasis && <DraftPart insert={insert} ticket={ticket} within={block} />;
    if (matters.length + entries.length + likely(replies).length > 0) {
      return <SuggestionLists draft={draft} insert={insert} suggestions={data} />;
    }
    return (
      <p className={styles.small}>
        {words.none} <Link to="/knowledge">{words.find}</Link>
      </p>
    );
  }
  if (!error) return <Waiting label={w.common.loading} />;
  return (
    <p className={styles.small}>
      {errorWords(w, error)}
      <Button onPress={() => void refetch()} size="small" tone="plain">
        {w.common.retry}
      </Button>
    </p>
  );
}
