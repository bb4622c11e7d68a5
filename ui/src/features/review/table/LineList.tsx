import { FileText, Paperclip, TriangleAlert, Upload } from "lucide-react";
import { useEffect, useRef } from "react";

import type { ReviewItem } from "@/generated/types";
import { useWords } from "@/i18n";
import { MARKS, necessityWords, paperWords, VerdictMark } from "@/marks";
import { Icon, State } from "@/ui";

import { type Incoming, isMoving } from "../files/incoming";
import { useIncoming } from "../files/store";
import { hasPassed, isKept, markOf, standingFiles } from "../rules/lines";
import styles from "./table.module.css";

/** The materials with their marks: what is done and what is not, at a glance. */
export function LineList({ ticket, items, round, current, onPick, onStep }: {
  ticket: string;
  items: readonly ReviewItem[];
  round: number;
  current: string | null;
  onPick: (material: string) => void;
  /** Up or down with the arrow keys. */
  onStep: (step: 1 | -1) => void;
}) {
  const w = useWords();
  const row = useRef<HTMLButtonElement>(null);
  const incoming = useIncoming().filter((one) => one.ticket === ticket);
  useEffect(() => {
    row.current?.scrollIntoView({ block: "nearest" });
    // The focus goes along while it is in the list, and only then.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.dataset.line) row.current?.focus();
  }, [current]);
  return (
    <ol aria-label={w.review.material.list} className={styles.lines}>
      {items.map((item) => {
        const isCurrent = item.material === current;
        return (
          <li key={item.material}>
            <button
              aria-current={isCurrent ? "true" : undefined}
              className={styles.line}
              data-line={item.material}
              onClick={() => onPick(item.material)}
              onKeyDown={(event) => {
                const step = { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key];
                if (!step) return;
                event.preventDefault();
                onStep(step);
              }}
              ref={isCurrent ? row : undefined}
              tabIndex={isCurrent ? 0 : -1}
              type="button"
            >
              <Line
                incoming={incoming.filter(({ material }) => material === item.material)}
                item={item}
                round={round}
              />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Line({ item, round, incoming }: {
  item: ReviewItem;
  round: number;
  /** What is being handed in for it. */
  incoming: readonly Incoming[];
}) {
  const w = useWords();
  const words = w.review.material;
  const mark = markOf(item);
  const files = standingFiles(item);
  const kept = isKept(item, round);
  const moving = incoming.filter(isMoving).length;
  const waiting = incoming.length - moving;
  return (
    <>
      <span className={styles.lineMark} data-tone={MARKS[mark].tone}>
        <Icon of={MARKS[mark].icon} size={1.125} />
      </span>
      <span className={styles.lineName}>{item.name}</span>
      <span className={styles.lineState}>
        {kept ? (
          <State icon={MARKS[mark].icon} tone={MARKS[mark].tone}>
            {hasPassed(item) ? w.review.mark.passed : w.review.mark.kept}
          </State>
        ) : (
          <VerdictMark mark={mark} />
        )}
      </span>
      <span className={styles.lineFacts}>
        <span data-deferrable={item.necessity === "deferrable" || undefined}>
          {necessityWords(w, item.necessity)}
        </span>
        <span className={styles.lineFact}>
          <Icon of={FileText} size={0.875} />
          {item.paper ? paperWords(w, item.paper) : words.notReceived}
        </span>
        {files > 0 && (
          <span className={styles.lineFact}>
            <Icon of={Paperclip} size={0.875} />
            {words.files(files)}
          </span>
        )}
        {moving > 0 && (
          <span className={styles.lineFact} data-tone="blue">
            <Icon of={Upload} size={0.875} />
            {w.files.incoming.line(moving)}
          </span>
        )}
        {waiting > 0 && (
          <span className={styles.lineFact} data-tone="amber">
            <Icon of={TriangleAlert} size={0.875} />
            {w.files.incoming.lineLook(waiting)}
          </span>
        )}
      </span>
    </>
  );
}
