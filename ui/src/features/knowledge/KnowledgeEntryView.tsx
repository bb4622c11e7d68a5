import { Link } from "@tanstack/react-router";
import { ArrowLeft, ClipboardCopy, MessageSquareWarning } from "lucide-react";
import type { ReactNode } from "react";

import { useCommand } from "@/api";
import type { KnowledgeView, MatterRow } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Citation, copyText, cx, ErrorState, toast, Waiting } from "@/ui";

import { EntryHead } from "./EntryHead";
import styles from "./entry.module.css";

/** A knowledge entry: the question, the answer, and what it rests on. */
export function KnowledgeEntryView({ entry, onBack, onFeedback, isAlone }: {
  /** Key of the entry. */
  entry: string;
  /** Leads back to the list. */
  onBack: () => void;
  /** Says that the entry is wrong, out of date or not understood. */
  onFeedback: () => void;
  /** The window is too narrow to show the list beside it. */
  isAlone: boolean;
}) {
  const w = useWords();
  const { data, error, refetch } = useCommand("knowledge_get", { id: entry });
  if (error) {
    return (
      <ErrorState
        action={
          error.code === "not_found" ? (
            <Button onPress={onBack}>{w.knowledge.back}</Button>
          ) : (
            <Button onPress={() => void refetch()}>{w.common.retry}</Button>
          )
        }
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  return (
    <div className={styles.scroll} key={entry}>
      <article className={styles.entry}>
        {isAlone && (
          <div>
            <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
              {w.knowledge.back}
            </Button>
          </div>
        )}
        <EntryHead view={data} />
        <Answer view={data} />
        <Basis view={data} />
        <Matters rows={data.matters} />
        <div>
          <Button edge="start" icon={MessageSquareWarning} onPress={onFeedback} size="small" tone="plain">
            {w.questions.asking.fromEntry}
          </Button>
        </div>
      </article>
    </div>
  );
}

function Part({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2 className={styles.partTitle}>{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
}

function Answer({ view: { entry, text, standing } }: { view: KnowledgeView }) {
  const w = useWords();
  const unusable = { expired: w.knowledge.copyExpired, future: w.knowledge.copyNotYet };
  function copy() {
    void copyText(text).then((done) =>
      toast(done ? "jade" : "red", done ? w.knowledge.copied : w.knowledge.copyFailed),
    );
  }
  return (
    <Part
      end={
        <Button
          icon={ClipboardCopy}
          onPress={copy}
          reason={standing === "expired" || standing === "future" ? unusable[standing] : null}
          size="small"
        >
          {w.knowledge.copy}
        </Button>
      }
      title={w.knowledge.answer}
    >
      <div className={cx(styles.answer, standing === "expired" && styles.struck)}>
        {entry.answer.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </Part>
  );
}

function Basis({ view: { entry } }: { view: KnowledgeView }) {
  const w = useWords();
  return (
    <Part title={w.knowledge.basis}>
      {entry.basis.length === 0 && <p className="soft">{w.knowledge.noBasis}</p>}
      <div className={styles.basis}>
        {entry.basis.map((law, index) => (
          <Citation {...law} key={index} />
        ))}
      </div>
    </Part>
  );
}

function Matters({ rows }: { rows: readonly MatterRow[] }) {
  const w = useWords();
  return (
    <Part title={w.knowledge.matters}>
      {rows.length === 0 && <p className="soft">{w.knowledge.noMatters}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link className={styles.matter} params={{ matter: row.id }} to="/matters/$matter">
              <span className={row.state === "cancelled" ? styles.struck : undefined}>
                {row.name}
              </span>
              <span className={styles.department}>
                {row.state === "in_use" ? row.department : w.enums.matterState[row.state]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
