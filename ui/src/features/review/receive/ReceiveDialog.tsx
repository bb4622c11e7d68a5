import { useMemo } from "react";

import { type DraftForm, useDraft } from "@/api";
import type { Material, Review, TicketView } from "@/generated/types";
import { dateWords, useWords } from "@/i18n";
import { neededWords } from "@/marks";
import { Button, Notice, useNow } from "@/ui";

import styles from "../review.module.css";
import { asNeeded, type Counts, countsOf, receivedOf } from "../rules/counts";
import { StepDialog } from "../step/StepDialog";
import { Counter } from "./Counter";

/** A draft of counts, taken over what is counted already. */
function countsDraft(empty: Counts): DraftForm<Counts> {
  const untouched = JSON.stringify(empty);
  return {
    empty,
    write: (counts) => {
      const text = JSON.stringify(counts);
      return text === untouched ? "" : text;
    },
    read: (text) => {
      try {
        return { ...empty, ...(JSON.parse(text) as Counts) };
      } catch {
        return empty;
      }
    },
  };
}

/** Counts originals and copies of several materials at once. */
export function ReceiveDialog({ view, review, materials, onClose }: {
  view: TicketView;
  review: Review;
  /** The materials as the guide describes them, by key. */
  materials: ReadonlyMap<string, Material>;
  onClose: () => void;
}) {
  const w = useWords();
  const now = useNow();
  const words = w.review.receive;
  const { items, received_at } = review;
  const form = useMemo(() => countsDraft(countsOf(items)), [items]);
  const draft = useDraft(`receive_materials:${view.ticket.id}`, form);
  const counts = draft.value;
  const received = receivedOf(items, counts);
  return (
    <StepDialog
      action={received && received.length > 0 ? { do: "receive_materials", received } : null}
      draft={draft.state}
      onClose={onClose}
      onDone={draft.clear}
      submit={words.submit}
      ticket={view.ticket.id}
      title={words.title}
      width={44}
    >
      <div className={styles.receiveLead}>
        <p className="soft">{words.lead}</p>
        <Button onPress={() => draft.set(asNeeded(counts, [...materials.values()]))} size="small">
          {words.asNeeded}
        </Button>
      </div>
      <table className={styles.counting}>
        <thead>
          <tr>
            <th scope="col">{words.column.material}</th>
            <th scope="col">{words.column.originals}</th>
            <th scope="col">{words.column.copies}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ material, name }) => {
            const line = counts[material] ?? { originals: "", copies: "" };
            return (
              <tr key={material}>
                <th scope="row">
                  {name}
                  <span className={styles.needed}>
                    {words.column.needed} {neededWords(w, materials.get(material) ?? null)}
                  </span>
                </th>
                <td>
                  <Counter
                    label={words.originalsOf(name)}
                    onBlur={draft.flush}
                    onChange={(originals) => draft.set({ ...counts, [material]: { ...line, originals } })}
                    value={line.originals}
                  />
                </td>
                <td>
                  <Counter
                    label={words.copiesOf(name)}
                    onBlur={draft.flush}
                    onChange={(copies) => draft.set({ ...counts, [material]: { ...line, copies } })}
                    value={line.copies}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Notice tone="blue">
        {received_at === null
          ? words.firstDay(dateWords(w, now))
          : words.kept(dateWords(w, received_at))}
        {received_at === null && ` ${w.review.receipt.consequence}`}
      </Notice>
    </StepDialog>
  );
}
