import { ArrowRight } from "lucide-react";
import { useEffect, useRef } from "react";

import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import { HitView } from "./HitView";
import styles from "./hit.module.css";
import type { RowGroup, SearchRow } from "./rows";

/** Id of a row in the document; keys may hold anything, ids may not. */
export function rowId(listId: string, groups: readonly RowGroup[], row: SearchRow | null): string | undefined {
  const at = groups.flatMap(({ rows }) => rows).findIndex(({ id }) => id === row?.id);
  return at < 0 ? undefined : `${listId}-${at}`;
}

/** What was found, group by group. The field above has the focus and the keys. */
export function Results({ id, groups, active, onChoose }: {
  id: string;
  groups: readonly RowGroup[];
  active: SearchRow | null;
  onChoose: (row: SearchRow) => void;
}) {
  const words = useWords().search;
  const list = useRef<HTMLDivElement>(null);
  const activeId = rowId(id, groups, active);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <div aria-label={words.results} className={styles.list} id={id} ref={list} role="listbox">
      {groups.map(({ kind, total, rows }) => (
        <div aria-labelledby={`${id}-${kind}`} key={kind} role="group">
          <div className={styles.heading} id={`${id}-${kind}`} role="presentation">
            {words.scope[kind]}
            <span className={styles.count}>{words.count(total)}</span>
          </div>
          {rows.map((row) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field takes the keys
            <div
              aria-selected={row.id === active?.id}
              className={styles.row}
              id={rowId(id, groups, row)}
              key={row.id}
              onClick={() => onChoose(row)}
              // A press leaves the focus in the field.
              onMouseDown={(event) => event.preventDefault()}
              role="option"
            >
              {row.row === "hit" ? (
                <HitView hit={row.hit} />
              ) : (
                <span className={styles.rest}>
                  {words.rest(words.scope[row.kind])}
                  <Icon of={ArrowRight} size={0.875} />
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
