import { Stamp } from "lucide-react";
import { type ReactNode, useCallback } from "react";

import { useCommand } from "@/api";
import type { PaperPages, PaperRef } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { useRemembered } from "@/prefs";
import { Button, Choice, ErrorState, Notice, State, Waiting } from "@/ui";

import { showPage } from "./pictures";
import styles from "./papers.module.css";

type Zoom = "fit" | "actual";

/** A paper as it will be printed: its real pages on a grey ground. */
export function Preview({ ticket, paper, name, hideName }: {
  ticket: string;
  paper: PaperRef;
  name: string;
  /** The name stands above already. */
  hideName: boolean;
}) {
  const w = useWords();
  const words = w.papers;
  const [zoom, setZoom] = useRemembered<Zoom>("paperZoom", "fit");
  const answer = useCommand("paper_preview", { ticket, paper });
  if (answer.isError && !answer.data) {
    return (
      <ErrorState
        action={<Button onPress={() => void answer.refetch()}>{w.common.retry}</Button>}
        text={errorWords(w, answer.error)}
        title={words.failed}
        trace={answer.error.trace_id ? w.errors.trace(answer.error.trace_id) : undefined}
      />
    );
  }
  return (
    <section aria-label={words.preview(name)} className={styles.preview}>
      <div className={styles.tools}>
        {!hideName && <strong className={styles.previewName}>{name}</strong>}
        {answer.data?.provisional && (
          <State filled icon={Stamp} tone="amber">
            {words.provisional}
          </State>
        )}
        <span className={styles.gap} />
        <Choice<Zoom>
          hideLabel
          label={words.zoom}
          onChange={setZoom}
          options={[
            { id: "fit", label: words.fit },
            { id: "actual", label: words.actual },
          ]}
          value={zoom}
        />
      </div>
      {answer.data && <Remarks pages={answer.data} />}
      <Ground name={words.preview(name)} zoom={zoom}>
        {answer.data ? (
          answer.data.pages.map((page, index, { length }) => (
            <Page alt={words.page(name, index + 1, length)} key={index} page={page} />
          ))
        ) : (
          <Waiting label={words.setting} />
        )}
      </Ground>
    </section>
  );
}

/** What is not as it should be on a paper that is handed out. */
function Remarks({ pages: { provisional, missing } }: { pages: PaperPages }) {
  const w = useWords();
  const words = w.papers;
  return (
    <>
      {provisional && <Notice tone="amber">{words.provisionalWhy}</Notice>}
      {missing.length > 0 && (
        <Notice announce tone="red">
          {words.missing(missing.join(w.punctuation.listComma))}
        </Notice>
      )}
    </>
  );
}

/** The grey ground that pages lie on; it scrolls. */
function Ground({ name, zoom, children }: { name: string; zoom: Zoom; children: ReactNode }) {
  return (
    <div
      aria-label={name}
      className={styles.ground}
      data-zoom={zoom}
      role="group"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keys
      tabIndex={0}
    >
      {children}
    </div>
  );
}

function Page({ page, alt }: { page: string; alt: string }) {
  const show = useCallback((image: HTMLImageElement | null) => showPage(image, page), [page]);
  return <img alt={alt} className={styles.page} draggable={false} ref={show} />;
}
