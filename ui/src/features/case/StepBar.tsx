import { Ellipsis, Lock, MessageCirclePlus } from "lucide-react";

import type { TicketView } from "@/generated/types";
import { useWords, type Words } from "@/i18n";
import { Button, type Command, Menu } from "@/ui";

import { ACTION_ICONS } from "./actionIcons";
import styles from "./case.module.css";
import { personWords } from "./eventWords";
import { useMyId } from "./holding/useMyId";
import { nextSteps, reviewStep, ruleAgainst, stagesAhead, type Step } from "./nextStep";

/** The next step as one primary button, others beside it, the rest in a menu with its rules. */
export function StepBar({ view, busy, onRun, onAsk }: {
  view: TicketView;
  busy: boolean;
  onRun: (step: Step) => void;
  /** Raises a question of the knowledge base that came up here. */
  onAsk: () => void;
}) {
  const w = useWords();
  const { primary, beside, rest } = nextSteps(view, useMyId());
  const command = (step: Step): Command => ({
    id: step,
    label: stepWords(w, view, step),
    icon: ACTION_ICONS[step === "review" ? "open_review" : step],
    run: () => onRun(step),
  });
  const groups = rest.map(({ group, can, barred }) => ({
    id: group,
    title: w.ticket.next.group[group],
    commands: [
      ...can.map(command),
      ...barred.map(({ rule, steps }) => ({
        id: `${group} ${rule}`,
        label: steps.map((step) => stepWords(w, view, step)).join(w.punctuation.listComma),
        icon: Lock,
        note: w.errors.rule[rule],
        isDisabled: true,
        run: () => undefined,
      })),
    ],
  }));
  const knowledge = {
    id: "knowledge",
    title: w.knowledge.title,
    commands: [
      { id: "ask", label: w.questions.asking.fromCaseMenu, icon: MessageCirclePlus, run: onAsk },
    ],
  };
  const waits = primary === null ? waitsWords(w, view) : "";
  return (
    <div aria-label={w.ticket.actions} className={styles.steps} role="group">
      {primary && (
        <Button busy={busy} onPress={() => onRun(primary)} size="large" tone="primary">
          {primary === "reply" ? w.ticket.next.reply : stepWords(w, view, primary)}
        </Button>
      )}
      {waits && <span className={styles.waits}>{waits}</span>}
      {beside.map((step) => (
        <Button isDisabled={busy} key={step} onPress={() => onRun(step)}>
          {stepWords(w, view, step)}
        </Button>
      ))}
      <Menu groups={[...groups, knowledge]} label={w.ticket.moreActions}>
        <Button className={styles.more} icon={Ellipsis} tone="plain">
          {w.common.more}
        </Button>
      </Menu>
    </div>
  );
}

function stepWords(w: Words, view: TicketView, step: Step): string {
  if (step === "review") return w.ticket.next.review[reviewStep(view)];
  if (step !== "advance") return w.enums.action[step];
  const { stage } = view.ticket;
  return w.ticket.next.advance(w.enums.stage[stagesAhead(stage)[0] ?? stage]);
}

/** Whom it waits for, where there is nothing for this person to do. */
function waitsWords(w: Words, view: TicketView): string {
  const { ticket } = view;
  switch (ticket.status) {
    case "awaiting_signature": {
      const to = ticket.handoff?.to_staff ?? null;
      const place = ticket.handoff ? view.organisations[ticket.handoff.to_organisation] : undefined;
      return w.ticket.next.waitingSignature(personWords(view, to) || (place ?? ""));
    }
    case "awaiting_opinion":
      return w.ticket.next.waitingOpinion(personWords(view, ticket.consultation?.consultant ?? null));
    case "working":
    case "suspended":
      return w.ticket.next.heldBy(personWords(view, ticket.holder));
    case "awaiting_applicant":
      return w.ticket.standing.awaitingApplicantShort;
    case "under_examination":
      return w.ticket.standing.underExaminationShort;
    case "unclaimed": {
      const rule = ruleAgainst(view, "claim");
      const why = rule === null ? "" : `${w.punctuation.dot}${w.errors.rule[rule]}`;
      return `${w.enums.status.unclaimed}${why}`;
    }
    case "closed":
    case "settled":
    case "merged":
      return "";
  }
}
