import { useCommand } from "@/api";
import type { KnowledgeRow } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, useSettled } from "@/ui";

import styles from "../form.module.css";

const REST_MS = 300;
const MOST = 3;

/** Entries with the words of the title: perhaps nothing has to be written. */
export function LikeEntries({ title, except, onPoint }: {
  title: string;
  /** The entry that is being replaced. */
  except: string | null;
  onPoint: (entry: KnowledgeRow) => void;
}) {
  const words = useWords().drafting;
  const text = useSettled(title.trim(), REST_MS);
  const query = { text, kind: null, offset: 0, limit: MOST + 1 };
  const { data } = useCommand("knowledge_search", query, { enabled: text.length > 1, keepPrevious: true });
  const rows = text.length > 1 ? (data?.rows ?? []).filter(({ id }) => id !== except).slice(0, MOST) : [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={words.like} className={styles.like}>
      <h3 className={styles.likeTitle}>{words.like}</h3>
      <ul>
        {rows.map((row) => (
          <li className={styles.likeRow} key={row.id}>
            <span className={row.standing === "expired" ? styles.expired : undefined} title={row.excerpt}>
              {row.title}
            </span>
            <Button aria-label={`${words.pointHere}：${row.title}`} onPress={() => onPoint(row)} size="small" tone="plain">
              {words.pointHere}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
