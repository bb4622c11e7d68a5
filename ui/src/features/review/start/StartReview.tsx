import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { Situation, TicketView } from "@/generated/types";
import { calendarDay, errorWords, plainDayWords, useWords } from "@/i18n";
import { Button, Notice, useNow } from "@/ui";

import { ruleAgainst } from "../rules/standing";
import { AdvancePart } from "./AdvancePart";
import { Checklist } from "./Checklist";
import { MatterChoice } from "./MatterChoice";
import { checklistFor, standsAgainst } from "./checklist";
import { SituationChoice } from "./SituationChoice";
import styles from "./start.module.css";

/** Before there is a review: the matter, its situation, and the list that will come of it. */
export function StartReview({ view }: { view: TicketView }) {
  const w = useWords();
  const words = w.review.start;
  const today = calendarDay(useNow());
  const { ticket } = view;
  const pinned = ticket.matter;
  const [matterId, setMatter] = useState<string | null>(pinned?.id ?? null);
  const [situation, setSituation] = useState<string | null>(ticket.situation);
  const open = useAction("review_open");
  const answer = useCommand("matter_get", { id: matterId ?? "" }, { enabled: matterId !== null });
  const matter = matterId === null ? undefined : answer.data?.matter;
  const situations: readonly Situation[] = matter?.situations ?? [];
  const chosen = situations.some(({ id }) => id === situation) ? situation : null;
  const list = matter ? checklistFor(matter, chosen) : [];
  const rule = ruleAgainst(view, "open_review");
  const against = matter ? standsAgainst(matter, today) : null;
  const [asked, setAsked] = useState(ticket.situation !== null);
  const needsSituation = situations.length > 0 && chosen === null && !asked;
  const ready = matter !== undefined && list.length > 0 && !needsSituation;
  const stopped = against === "suspended" || against === "cancelled";

  function start() {
    if (!matter || !ready) return;
    open.mutate({ ticket: ticket.id, matter: matter.id, situation: chosen });
  }

  return (
    <div className={styles.start}>
      <section aria-labelledby="start-title" className={styles.choose}>
        <h2 className={styles.title} id="start-title">
          {words.title}
        </h2>
        <p className="soft">{words.lead}</p>
        {rule !== null && <Notice tone="amber">{words.refused(w.errors.rule[rule])}</Notice>}
        {rule === "stage_too_early" && <AdvancePart view={view} />}
        <MatterChoice
          matter={matter ?? null}
          name={pinned !== null && pinned.id === matterId ? pinned.name : ""}
          onMatter={(id) => {
            setMatter(id);
            setSituation(null);
            setAsked(false);
          }}
        />
        {(against === "suspended" || against === "cancelled") && (
          <Notice tone="red">{words[against]}</Notice>
        )}
        {against === "not_yet" && (
          <Notice tone="amber">{words.notYet(plainDayWords(w, matter?.effective_from ?? ""))}</Notice>
        )}
        {matter && situations.length > 0 && (
          <SituationChoice
            chosen={chosen}
            isAsked={asked}
            onChoose={(id) => {
              setSituation(id);
              setAsked(true);
            }}
            situations={situations}
          />
        )}
        {answer.isError && matterId !== null && (
          <Notice tone="red">{errorWords(w, answer.error)}</Notice>
        )}
      </section>
      <section aria-label={w.review.material.list} className={styles.preview}>
        <Checklist isWaiting={matter === undefined} materials={list} />
        <footer className={styles.foot}>
          <p className="soft">{w.review.notAcceptance}</p>
          {open.error && <p className={styles.failed}>{errorWords(w, open.error)}</p>}
          <Button
            busy={open.isPending}
            isDisabled={!needsSituation && (!ready || stopped)}
            onPress={start}
            reason={rule === null ? (needsSituation ? words.whichSituation : null) : w.errors.rule[rule]}
            size="large"
            tone="primary"
          >
            {words.open}
          </Button>
        </footer>
      </section>
    </div>
  );
}
