import { useMemo, useRef, useState } from "react";

import { formDraft, useDraft } from "@/api";
import { DraftMark, VerdictKeys } from "@/forms";
import type { Material, MaterialVerdict, ReviewItem, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { type VerdictKind, VERDICTS } from "@/marks";
import { Button, KeyHint, Notice, useShortcut } from "@/ui";

import { isKept, markOf } from "../rules/lines";
import { ruleAgainst } from "../rules/standing";
import { formFrom, formOf, isRecorded, verdictOf, withKind } from "../rules/verdictForm";
import { EarlierVerdicts } from "./EarlierVerdicts";
import { Proposals } from "./Proposals";
import { VerdictFields } from "./VerdictFields";
import { VerdictSaid } from "./VerdictSaid";
import styles from "./verdict.module.css";

/** The verdict on one material: a key, a few words where they are needed, and on to the next. */
export function VerdictPanel({ view, item, round, material, isBusy, onRecord }: {
  view: TicketView;
  item: ReviewItem;
  round: number;
  material: Material | null;
  /** A verdict on this line is being recorded. */
  isBusy: boolean;
  /** Records a verdict; `onDone` removes its draft once it is kept. */
  onRecord: (verdict: MaterialVerdict, onDone: () => void) => void;
}) {
  const w = useWords();
  const words = w.review.verdict;
  const draftForm = useMemo(() => formDraft(formOf(item), "defect"), [item]);
  const draft = useDraft(`review:${view.ticket.id}:${item.material}`, draftForm);
  const [refused, setRefused] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const form = draft.value;
  const rule = ruleAgainst(view, "judge_material");
  const may = rule === null;
  const verdict = verdictOf(form);
  const recorded = isRecorded(form, item, round);

  const record = (said: MaterialVerdict) => onRecord(said, draft.clear);

  function choose(kind: VerdictKind) {
    if (!may) return;
    const forbidden = kind === "waived" && item.necessity !== "deferrable";
    setRefused(forbidden);
    if (forbidden) return;
    if (kind === "meets") {
      record({ verdict: "meets" });
      return;
    }
    draft.set(withKind(w, form, kind, item, material));
    // The fields of the kind are there after this press has been drawn.
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>("input, textarea")?.focus());
  }

  useShortcut("1", () => choose("meets"), may);
  useShortcut("2", () => choose("needs_fixing"), may);
  useShortcut("3", () => choose("missing"), may);
  useShortcut("4", () => choose("waived"), may);
  useShortcut("5", () => choose("exempt"), may);

  const mark = markOf(item);
  return (
    <section aria-label={words.title} className={styles.panel}>
      <h3 className={styles.title}>
        {words.title}
        <EarlierVerdicts earlier={item.earlier} view={view} />
      </h3>
      {mark === "again" && <p className={styles.hint}>{words.again}</p>}
      {isKept(item, round) && <p className={styles.hint}>{words.kept}</p>}
      {rule !== null && <p className={styles.hint}>{w.review.readOnly(w.errors.rule[rule])}</p>}
      {may && (
        <Proposals
          item={item}
          material={material}
          onTake={(proposed) => draft.set(formFrom(proposed))}
          view={view}
        />
      )}
      {may && (
        <VerdictKeys
          chosen={form.kind}
          isBusy={isBusy}
          mayWaive={item.necessity === "deferrable"}
          onChoose={choose}
          verdicts={VERDICTS}
        />
      )}
      {refused && (
        <Notice announce tone="red">
          {words.notDeferrable}
        </Notice>
      )}
      {item.judged && (recorded || !may) && <VerdictSaid judged={item.judged} view={view} />}
      {may && form.kind !== "" && form.kind !== "meets" && (
        <div
          className={styles.fields}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const sends =
              event.key === "Enter" &&
              (event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement);
            if (sends && verdict && !recorded) {
              event.preventDefault();
              record(verdict);
            }
            if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
          }}
          ref={fields}
          role="presentation"
        >
          <VerdictFields draft={draft} item={item} material={material} />
          <footer className={styles.foot}>
            <DraftMark state={draft.state} />
            <KeyHint keys="Ctrl+Enter" />
            <Button
              busy={isBusy}
              isDisabled={verdict === null || recorded}
              onPress={() => verdict && record(verdict)}
            >
              {words.record}
            </Button>
          </footer>
        </div>
      )}
    </section>
  );
}
