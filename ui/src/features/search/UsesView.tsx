import { ArrowLeft } from "lucide-react";

import { useCommand } from "@/api";
import type { FoundRef, FoundUses } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Citation, ErrorState, Waiting } from "@/ui";

import type { UsedKind } from "./uses";
import { EntryLinks, MatterLinks, UsesPart } from "./UsesPart";
import styles from "./uses.module.css";

/** A material with the matters that ask for it, or a law or document with what rests on it. */
export function UsesView({ of, onBack }: {
  of: FoundRef & { kind: UsedKind };
  /** Leads back to where one came from. */
  onBack: () => void;
}) {
  const w = useWords();
  const { data, error, refetch } = useCommand("search_uses", { kind: of.kind, key: of.key });
  if (error) {
    return (
      <ErrorState
        action={
          error.code === "not_found" ? (
            <Button onPress={onBack}>{w.search.uses.back}</Button>
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
    <div className={styles.scroll} key={of.key}>
      <article className={styles.uses}>
        <header className={styles.head}>
          <div>
            <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
              {w.search.uses.back}
            </Button>
          </div>
          <h1 className={styles.title}>{data.title}</h1>
          <p className={styles.facts}>
            {[w.search.scope[of.kind], data.number].filter(Boolean).join(w.punctuation.dot)}
          </p>
        </header>
        <Articles uses={data} />
        <Matters kind={of.kind} rows={data.matters} />
        <Entries kind={of.kind} rows={data.entries} />
      </article>
    </div>
  );
}

/** What the document says, as far as it is cited here. */
function Articles({ uses }: { uses: FoundUses }) {
  const words = useWords().search.uses;
  if (uses.articles.length === 0) return null;
  return (
    <UsesPart title={words.articles}>
      <div className={styles.articles}>
        {uses.articles.map(({ article, text }, index) => (
          <Citation article={article} key={index} number={null} text={text} title={null} />
        ))}
      </div>
    </UsesPart>
  );
}

function Matters({ kind, rows }: { kind: UsedKind; rows: FoundUses["matters"] }) {
  const words = useWords().search.uses;
  return (
    <UsesPart count={rows.length} title={words.matters[kind]}>
      {rows.length === 0 ? <p className="soft">{words.noMatters[kind]}</p> : <MatterLinks rows={rows} />}
    </UsesPart>
  );
}

function Entries({ kind, rows }: { kind: UsedKind; rows: FoundUses["entries"] }) {
  const words = useWords().search.uses;
  return (
    <UsesPart count={rows.length} title={words.entries[kind]}>
      {rows.length === 0 ? <p className="soft">{words.noEntries[kind]}</p> : <EntryLinks rows={rows} />}
    </UsesPart>
  );
}
