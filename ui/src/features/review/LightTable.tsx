import { useEffect, useState } from "react";

import type { Matter, Review, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { useLayoutValue } from "@/prefs";
import { SplitPane, Tabs, useShortcut, useWindowRem } from "@/ui";

import { FilesTable } from "./files/FilesTable";
import { MaterialFiles } from "./files/MaterialFiles";
import { lookAt, useLookedAt } from "./files/store";
import { FormDialog } from "./form/FormDialog";
import { KeysHint } from "./KeysHint";
import { firstLine, neighbour, nextToJudge } from "./rules/lines";
import { useRecord } from "./useRecord";
import { ruleAgainst } from "./rules/standing";
import { NextStep, type Step } from "./step/NextStep";
import { Criteria } from "./table/Criteria";
import { LineList } from "./table/LineList";
import { MaterialHead } from "./table/MaterialHead";
import { NoFile } from "./table/NoFile";
import styles from "./table/table.module.css";
import { VerdictPanel } from "./verdict/VerdictPanel";

/** Below this width of the window, in rem, file and verdict take turns. */
const THREE_FROM_REM = 76;

/** The materials on a table with good light: the list, the page, the criteria and the verdict. */
export function LightTable({ view, review, matter, isRead, onStep }: {
  view: TicketView;
  review: Review;
  matter: Matter | null;
  /** Whether the guide has been asked for. */
  isRead: boolean;
  onStep: (step: Step) => void;
}) {
  const w = useWords();
  const isWide = useWindowRem() >= THREE_FROM_REM;
  const [listRem, setListRem] = useLayoutValue("reviewListRem", 19);
  const [sideRem, setSideRem] = useLayoutValue("reviewSideRem", 23);
  const [tab, setTab] = useState<"verdict" | "files">("verdict");
  const [picked, pick] = useState<{ line: string | null; round: number } | null>(null);
  const { items, round } = review;
  // A new round begins with what has to be looked at again.
  const kept = picked?.round === round ? picked.line : null;
  const current = items.some(({ material }) => material === kept) ? kept : firstLine(items);
  const item = items.find(({ material }) => material === current) ?? null;
  const material = matter?.materials.find(({ id }) => id === current) ?? null;

  // A message about a file elsewhere leads to its material.
  const asked = useLookedAt();
  const [answered, setAnswered] = useState<typeof asked>(null);
  if (asked !== answered) {
    setAnswered(asked);
    if (asked?.ticket === view.ticket.id) {
      pick({ line: asked.material, round });
      setTab("files");
    }
  }

  useEffect(() => {
    if (asked?.ticket === view.ticket.id) lookAt(null);
  }, [asked, view.ticket.id]);

  const setPicked = (line: string | null) => pick({ line, round });
  const step = (by: 1 | -1) => setPicked(neighbour(items, current, by));
  const goOn = () => setPicked(nextToJudge(items, current) ?? current);
  useShortcut("j", () => step(1));
  useShortcut("k", () => step(-1));

  const [form, setForm] = useState(false);
  const { isRecording, record } = useRecord(view, review, setPicked);

  const list = (
    <div className={styles.listPane}>
      <LineList
        current={current}
        items={items}
        onPick={setPicked}
        onStep={step}
        round={round}
        ticket={view.ticket.id}
      />
      <NextStep onGoOn={goOn} onStep={onStep} review={review} view={view} />
    </div>
  );
  if (!item) return list;
  const index = items.indexOf(item);
  const head = (
    <MaterialHead
      all={items.length}
      index={index}
      item={item}
      material={material}
      onForm={material?.form_schema ? () => setForm(true) : undefined}
      onStep={step}
    />
  );
  const viewer = (
    <MaterialFiles
      empty={(ways) => <NoFile item={item} onStep={onStep} view={view} ways={ways} />}
      item={item}
      key={item.material}
      material={material}
      view={view}
    />
  );
  const side = (
    <div className={styles.side}>
      <section aria-label={w.review.criteria.title} className={styles.sideCriteria}>
        <Criteria isRead={isRead} item={item} material={material} matter={matter} review={review} />
      </section>
      <VerdictPanel
        isBusy={isRecording(item.material)}
        item={item}
        key={item.material}
        material={material}
        onRecord={(verdict, onDone) => record(item.material, verdict, onDone)}
        round={round}
        view={view}
      />
      <KeysHint
        mayAdd={ruleAgainst(view, "add_file") === null}
        mayJudge={ruleAgainst(view, "judge_material") === null}
      />
    </div>
  );
  const page = isWide ? (
    <SplitPane
      label={w.common.resize}
      limits={{ min: 18, max: 34 }}
      onWidth={setSideRem}
      pane={side}
      side="right"
      width={sideRem}
    >
      <FilesTable className={styles.middle} item={item} view={view}>
        {head}
        {viewer}
      </FilesTable>
    </SplitPane>
  ) : (
    <FilesTable className={styles.middle} item={item} onTaken={() => setTab("files")} view={view}>
      {head}
      <Tabs
        className={styles.tabs}
        label={item.name}
        onChange={setTab}
        tabs={[
          { id: "verdict", label: w.review.viewer.review },
          { id: "files", label: w.review.viewer.files, count: item.files.length },
        ]}
        value={tab}
      >
        {tab === "verdict" ? side : viewer}
      </Tabs>
    </FilesTable>
  );
  return (
    <SplitPane
      label={w.common.resize}
      limits={{ min: 14, max: 30 }}
      onWidth={setListRem}
      pane={list}
      side="left"
      width={isWide ? listRem : Math.min(listRem, 18)}
    >
      {page}
      {form && (
        <FormDialog
          against={ruleAgainst(view, "add_file")}
          item={item}
          onClose={() => setForm(false)}
          ticket={view.ticket.id}
        />
      )}
    </SplitPane>
  );
}
