import { useState } from "react";

import { useCommand } from "@/api";
import type { Material, PaperKind, PaperRef, TicketView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, Notice, Waiting } from "@/ui";

import { Head } from "./Head";
import { Letters } from "./Letters";
import { LightTable } from "./LightTable";
import { NoticeHistory } from "./notice/NoticeHistory";
import { NoticeSheet } from "./notice/NoticeSheet";
import { ReceiveDialog } from "./receive/ReceiveDialog";
import styles from "./review.module.css";
import { OpenPaper } from "./papers";
import { openCorrection } from "./rules/standing";
import { StartReview } from "./start/StartReview";
import type { Step } from "./step/NextStep";
import { ReasonDialog } from "./step/ReasonDialog";
import { ResubmitDialog } from "./step/ResubmitDialog";
import { SubmitDialog } from "./step/SubmitDialog";

/** The pre-review of one ticket: from the choice of the matter to the department. */
export function Review({ ticket, onBack, onPapers }: {
  ticket: string;
  onBack: () => void;
  /** Opens the papers of the ticket: one of them, the latest of a kind, or the list. */
  onPapers: (paper: PaperKind | PaperRef | null) => void;
}) {
  const w = useWords();
  const answer = useCommand("ticket_get", { ticket }, { everyMs: 60_000 });
  if (answer.isPending) return <Waiting label={w.common.loading} />;
  const retry = <Button onPress={() => void answer.refetch()}>{w.common.retry}</Button>;
  // Once read, the table stays as it is, even if reading it again fails.
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
  return (
    <article aria-label={w.review.title} className={styles.review}>
      {answer.isError && <Notice action={retry} tone="amber">{w.ticket.notFresh}</Notice>}
      <OpenPaper value={onPapers}>
        <Table onBack={onBack} view={answer.data} />
      </OpenPaper>
    </article>
  );
}

function Table({ view, onBack }: { view: TicketView; onBack: () => void }) {
  const [step, setStep] = useState<Step | "history" | null>(null);
  const { review, matter: pinned } = view.ticket;
  const id = pinned?.id ?? "";
  const guide = useCommand("matter_get", { id }, { enabled: review !== null && id !== "" });
  const matter = guide.data?.matter ?? null;
  const head = (
    <Head
      matter={matter}
      onBack={onBack}
      onHistory={() => setStep("history")}
      onStep={setStep}
      review={review}
      view={view}
    />
  );
  if (!review) {
    return (
      <>
        {head}
        <StartReview key={view.ticket.id} view={view} />
      </>
    );
  }
  const materials = new Map<string, Material>(matter?.materials.map((one) => [one.id, one]));
  const notice = openCorrection(review);
  const close = () => setStep(null);
  return (
    <>
      {head}
      <Letters ticket={view.ticket.id} />
      <LightTable
        isRead={!guide.isPending}
        matter={matter}
        onStep={setStep}
        review={review}
        view={view}
      />
      {step === "receive_materials" && (
        <ReceiveDialog materials={materials} onClose={close} review={review} view={view} />
      )}
      {step === "issue_correction" && <NoticeSheet onClose={close} review={review} view={view} />}
      {step === "resubmit" && notice && (
        <ResubmitDialog notice={notice} onClose={close} view={view} />
      )}
      {step === "submit" && <SubmitDialog onClose={close} review={review} view={view} />}
      {(step === "allow_correction" || step === "take_back") && (
        <ReasonDialog kind={step} onClose={close} view={view} />
      )}
      {step === "history" && <NoticeHistory onClose={close} review={review} view={view} />}
    </>
  );
}
