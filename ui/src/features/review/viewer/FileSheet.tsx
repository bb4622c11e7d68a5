import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";

import type { FiledMaterial } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, EmptyState, ErrorState, Notice, Progress, Waiting } from "@/ui";

import { type ReadFile, useContent, viewerFor } from "./content";
import { ContentViewer } from "./ContentViewer";
import styles from "./viewer.module.css";

/** Something to lay beside a file: a sample, a blank form. */
export interface Beside {
  id: string;
  /** What it is. */
  label: string;
  /** Which one. */
  name: string;
  sheet: ReactNode;
}

/** One file under the glass, or why it is not. */
export function FileSheet({ filed, read, facts, note, actions, away, other }: {
  filed: FiledMaterial;
  read: ReadFile | undefined;
  /** What else is known of it: size, pages. */
  facts?: string | undefined;
  /** What has to be known of it. */
  note?: string | null | undefined;
  /** What can be done with it. */
  actions?: ReactNode;
  /** Why its content is not here; then it is not read. */
  away?: ReactNode;
  /** What stands there for a kind that is not shown here. */
  other?: ReactNode;
}) {
  const w = useWords();
  const { name, media } = filed.file;
  return (
    <div className={styles.sheet}>
      <SheetHead actions={actions} facts={facts} title={`${w.review.round(filed.round)} ${name}`} />
      {filed.removed !== null && (
        <div className={styles.sheetNote}>
          <Notice tone="amber">{w.review.viewer.removed(filed.removed)}</Notice>
        </div>
      )}
      {note && (
        <div className={styles.sheetNote}>
          <Notice tone="red">{note}</Notice>
        </div>
      )}
      {away ??
        (other && viewerFor(media) === null ? (
          other
        ) : (
          <Read filed={filed} read={read} />
        ))}
    </div>
  );
}

/** The line above a sheet. */
export function SheetHead({ title, facts, actions }: {
  title: string;
  facts?: string | undefined;
  actions?: ReactNode;
}) {
  return (
    <div className={styles.sheetHead}>
      <p className={styles.sheetTitle}>
        {title}
        {facts && <span className={styles.sheetFacts}>{facts}</span>}
      </p>
      {actions}
    </div>
  );
}

function Read({ filed, read }: { filed: FiledMaterial; read: ReadFile | undefined }) {
  const w = useWords();
  const words = w.review.viewer;
  const { name, media } = filed.file;
  const [reading, again] = useContent(filed.file, read);
  switch (reading.state) {
    case "reading":
      if (reading.share === 0) return <Waiting label={words.reading} />;
      return (
        <div className={styles.loading}>
          <Progress
            detail={words.percent(Math.round(reading.share * 100))}
            label={words.reading}
            value={reading.share}
          />
        </div>
      );
    case "away":
      return <EmptyState icon={CloudOff} text={words.contentAway} />;
    case "failed":
      return (
        <ErrorState
          action={<Button onPress={again}>{w.common.retry}</Button>}
          text={w.files.away.failed}
          title={w.errors.title}
        />
      );
    case "there":
      return <ContentViewer content={reading.content} media={media} name={name} />;
  }
}
