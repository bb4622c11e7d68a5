import { BookCheck, BookMarked, CircleSlash, type LucideIcon, MessageCirclePlus, PenLine, Undo2, UserRoundPlus } from "lucide-react";

import type { QuestionStepKind, QuestionView, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "../detail.module.css";
import { whoOf } from "../people";

const ICONS: Record<QuestionStepKind, LucideIcon> = {
  ask: MessageCirclePlus,
  ask_too: UserRoundPlus,
  submit: PenLine,
  send_back: Undo2,
  publish: BookCheck,
  point: BookMarked,
  decline: CircleSlash,
};

/** What was done, oldest first: who, what, when, and why where a reason was given. */
export function Steps({ view, now }: { view: QuestionView; now: Timestamp }) {
  const w = useWords();
  return (
    <ol className={styles.steps}>
      {view.question.steps.map((step) => (
        <li className={styles.step} key={step.id}>
          <Icon of={ICONS[step.kind]} size={1} />
          <div>
            <p>
              {whoOf(view, step.by)} {w.sync.stepDid[step.kind]}
            </p>
            {step.note && <p className={styles.note}>{step.note}</p>}
          </div>
          <time className={styles.when} title={fullWhenWords(w, step.at)}>
            {whenWords(w, step.at, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
