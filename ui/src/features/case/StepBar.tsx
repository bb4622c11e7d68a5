import { Ellipsis } from "lucide-react";

import type { ActionKind, TicketView } from "@/generated/types";
import { useWords, type Words } from "@/i18n";
import { Button, type Command, Menu } from "@/ui";

import styles from "./case.module.css";
import { personWords } from "./eventWords";
import { nextSteps, ruleAgainst, stagesAhead } from "./nextStep";

/** The next step as one primary button, others beside it, the rest in a menu with its rules. */
export function StepBar({ view, busy, onRun }: {
  view: TicketView;
  busy: boolean;
  onRun: (kind: ActionKind) => void;
}) {
  const w = useWords();
  const { primary, beside, rest } = nextSteps(view);
  const { ticket } = view;
  const commands = rest.map((kind): Command => {
    const rule = ruleAgainst(view, kind);
    return {
      id: kind,
      label: w.enums.action[kind],
      note: rule === null ? null : w.errors.rule[rule],
      isDisabled: rule !== null,
      run: () => onRun(kind),
    };
  });
  const groups = [
    { id: "can", commands: commands.filter((command) => !command.isDisabled) },
    { id: "cannot", commands: commands.filter((command) => command.isDisabled) },
  ];
  return (
    <div aria-label={w.ticket.actions} className={styles.steps} role="group">
      {primary ? (
        <Button busy={busy} onPress={() => onRun(primary)} size="large" tone="primary">
          {primaryWords(w, primary)}
        </Button>
      ) : (
        ticket.status !== "closed" && <span className={styles.waits}>{waitsWords(w, view)}</span>
      )}
      {beside.map((kind) => (
        <Button isDisabled={busy} key={kind} onPress={() => onRun(kind)}>
          {kind === "advance" ? w.ticket.next.advance(w.enums.stage[stagesAhead(ticket.stage)[0] ?? ticket.stage]) : w.enums.action[kind]}
        </Button>
      ))}
      <Menu groups={groups.filter((group) => group.commands.length > 0)} label={w.ticket.moreActions}>
        <Button icon={Ellipsis} tone="plain">
          {w.common.more}
        </Button>
      </Menu>
    </div>
  );
}

function primaryWords(w: Words, kind: ActionKind): string {
  return kind === "reply" ? w.ticket.next.reply : w.enums.action[kind];
}

/** Whom it waits for, where there is nothing for this person to do. */
function waitsWords(w: Words, view: TicketView): string {
  const { ticket } = view;
  switch (ticket.status) {
    case "closed":
      return w.ticket.next.closed;
    case "awaiting_signature": {
      const to = ticket.handoff?.to_staff ?? null;
      const place = ticket.handoff ? view.organisations[ticket.handoff.to_organisation] : undefined;
      return w.ticket.next.waitingSignature(personWords(view, to) || (place ?? ""));
    }
    case "awaiting_opinion":
      return w.ticket.next.waitingOpinion(personWords(view, ticket.consultation?.consultant ?? null));
    case "working":
      return w.ticket.next.heldBy(personWords(view, ticket.holder));
    case "unclaimed": {
      const rule = ruleAgainst(view, "claim");
      const why = rule === null ? "" : `${w.punctuation.dot}${w.errors.rule[rule]}`;
      return `${w.enums.status.unclaimed}${why}`;
    }
  }
}
