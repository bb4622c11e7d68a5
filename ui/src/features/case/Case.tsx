import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";

import { useAction, useCommand } from "@/api";
import type { Action, ActionKind, PaperKind, TicketView } from "@/generated/types";
import { errorWords, intentName, useWords } from "@/i18n";
import { Button, ErrorState, Notice, toast, useNow, useShortcut, Waiting } from "@/ui";

import { CaseHead } from "./CaseHead";
import styles from "./case.module.css";
import { Clocks } from "./Clocks";
import { ActDialog } from "./dialogs/ActDialog";
import { OpenPaper } from "./papers";
import { Facts } from "./facts/Facts";
import { Proposals } from "./holding/Proposals";
import { ruleAgainst, type Step } from "./nextStep";
import { ReplyBox } from "./reply/ReplyBox";
import { Standing } from "./Standing";
import { StepBar } from "./StepBar";
import { Timeline } from "./Timeline";

/** One case, read from top to bottom like a file. */
export function Case({ ticket, onBack, onSide, onPapers }: {
  ticket: string;
  /** Opens the papers of the ticket: the latest of a kind, or the list. */
  onPapers: (kind: PaperKind | null) => void;
  /** Back to the list, where the list is not in sight. */
  onBack?: (() => void) | undefined;
  /** Opens the side panel, where it is folded away. */
  onSide?: (() => void) | undefined;
}) {
  const w = useWords();
  const answer = useCommand("ticket_get", { ticket }, { everyMs: 60_000 });
  const { mutate: markSeen } = useAction("ticket_seen");
  const version = answer.data?.ticket.version;
  useEffect(() => {
    if (version !== undefined) markSeen({ ticket });
  }, [ticket, version, markSeen]);

  if (answer.isPending) return <Waiting label={w.common.loading} />;
  const retry = <Button onPress={() => void answer.refetch()}>{w.common.retry}</Button>;
  // Once read, the file stays open with its dialogs and lists, even if reading it again fails.
  if (answer.isError && (!answer.data || answer.error.code === "not_found")) {
    return (
      <ErrorState
        action={retry}
        text={errorWords(w, answer.error)}
        title={w.errors.title}
        trace={answer.error.trace_id ? w.errors.trace(answer.error.trace_id) : undefined}
      />
    );
  }
  const doubt = answer.isError && <Notice action={retry} tone="amber">{w.ticket.notFresh}</Notice>;
  return (
    <OpenPaper value={onPapers}>
      <CaseFile
        doubt={doubt}
        onBack={onBack}
        onPapers={() => onPapers(null)}
        onSide={onSide}
        view={answer.data}
      />
    </OpenPaper>
  );
}

function CaseFile({ view, doubt, onBack, onSide, onPapers }: {
  view: TicketView;
  /** Says that this may not be the latest. */
  doubt: ReactNode;
  onBack: (() => void) | undefined;
  onSide: (() => void) | undefined;
  onPapers: () => void;
}) {
  const w = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const [open, setOpen] = useState<ActionKind | null>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const act = useAction("ticket_act");
  const { ticket } = view;
  const may = (kind: ActionKind) => ruleAgainst(view, kind) === null;

  function actNow(action: Action) {
    act.mutate(
      { ticket: ticket.id, action },
      {
        onSuccess: () => toast("jade", w.ticket.done[action.do]),
        onError: (error) => toast("red", errorWords(w, error)),
      },
    );
  }

  function run(step: Step) {
    if (step === "claim" || step === "sign_for") actNow({ do: step });
    else if (step === "reply") reply.current?.focus();
    else if (step === "review") void navigate({ to: "/tickets/$ticket/review", params: { ticket: ticket.id } });
    else setOpen(step);
  }

  const ask = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, ask: `case:${ticket.id}` }) });

  useShortcut("c", () => run("claim"), may("claim"));
  useShortcut("r", () => reply.current?.focus(), may("reply"));
  useShortcut("p", onPapers);

  return (
    <article aria-labelledby="case-title" className={styles.case}>
      <div className={styles.file}>
        {doubt}
        <CaseHead now={now} onBack={onBack} onPapers={onPapers} onSide={onSide} view={view} />
        <Clocks view={view} />
        <Verdicts ticket={ticket.id} />
        <Proposals now={now} view={view} />
        <Standing now={now} view={view} />
        <StepBar busy={act.isPending} onAsk={ask} onRun={run} view={view} />
        {ticket.request && (
          <section className={styles.request}>
            <h3 className={styles.heading}>
              {w.ticket.request}
              <span className={styles.nature}>{w.enums.nature[ticket.nature]}</span>
            </h3>
            <p className={styles.prose}>{ticket.request}</p>
          </section>
        )}
        <Facts now={now} view={view} />
        <Timeline now={now} view={view} />
      </div>
      {may("reply") && <ReplyBox areaRef={reply} view={view} />}
      {open && <ActDialog kind={open} onClose={() => setOpen(null)} view={view} />}
    </article>
  );
}

/** Actions on this ticket that the platform did not accept wait in the inbox; the case says so. */
function Verdicts({ ticket }: { ticket: string }) {
  const w = useWords();
  const { data } = useCommand("verdict_list", {});
  const waiting = (data ?? []).filter((letter) => letter.ticket === ticket && letter.cleared_at === null);
  const [first] = waiting;
  if (!first) return null;
  return (
    <Notice action={<Link to="/sync">{w.common.open}</Link>} tone={first.parked ? "violet" : "red"}>
      {w.enums.noticeKind.verdict_waiting}
      {w.punctuation.colon}
      {intentName(w, first.action)}
      {w.punctuation.dot}
      {w.errors.rule[first.rule]}
    </Notice>
  );
}
