import { ArrowLeft, Ban, CirclePause } from "lucide-react";

import type { Matter, Timestamp } from "@/generated/types";
import { calendarDay, plainDayWords, useWords, whenWords } from "@/i18n";
import { MatterStateMark } from "@/marks";
import { Button, cx, Explained, Icon, Notice, useNow } from "@/ui";

import { codeGroups } from "./code";
import { CopyButton } from "./CopyButton";
import styles from "./guide.module.css";

/** Name, body, code and state; what is suspended or cancelled says so before anything else. */
export function GuideHead({ matter, asOf, onBack }: {
  matter: Matter;
  asOf: Timestamp | null;
  onBack: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.library;
  const now = useNow();
  const { effective_from: from } = matter;
  const body = [
    matter.department,
    w.enums.level[matter.level],
    w.enums.matterKind[matter.kind],
    matter.handling_kind ? w.enums.handlingKind[matter.handling_kind] : null,
  ];
  const facts = [
    words.version(matter.version),
    from ? words.effectiveFrom(plainDayWords(w, from)) : words.effectiveUnknown,
    asOf === null ? w.common.noData : w.common.dataAsOf(whenWords(w, asOf, now)),
  ];
  return (
    <header className={styles.head}>
      {onBack && (
        <div>
          <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
            {words.back}
          </Button>
        </div>
      )}
      <StopNotice matter={matter} />
      {from && from > calendarDay(now) && (
        <Notice tone="amber">{words.notYetEffective(plainDayWords(w, from))}</Notice>
      )}
      <div className={styles.titleLine}>
        <h1 className={cx(styles.title, matter.state === "cancelled" && styles.struck)}>
          {matter.name}
        </h1>
        <MatterStateMark state={matter.state} />
      </div>
      {matter.popular_names.length > 0 && (
        <p className="soft">
          {words.alsoCalled(matter.popular_names.join(w.punctuation.listComma))}
        </p>
      )}
      <p>{body.filter(Boolean).join(w.punctuation.dot)}</p>
      <div className={styles.small}>
        <Code code={matter.code} />
        <span className="figures">{facts.join(w.punctuation.dot)}</span>
      </div>
    </header>
  );
}

/** Not to be overlooked: it stands above the name, over the whole width. */
function StopNotice({ matter: { state } }: { matter: Matter }) {
  const w = useWords();
  if (state === "in_use") return null;
  return (
    <div className={styles.stop} data-state={state} role="alert">
      <Icon of={state === "cancelled" ? Ban : CirclePause} size={1.75} />
      <div>
        <p className={styles.stopWord}>{w.library.stopWord[state]}</p>
        <p>{state === "cancelled" ? w.library.cancelled : w.library.suspended}</p>
      </div>
    </div>
  );
}

/** The code in groups; what is selected or copied has no gaps in it. */
function Code({ code }: { code: string }) {
  const w = useWords();
  const groups = codeGroups(code);
  const shown = (
    <span className={styles.code}>
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
  return (
    <span className={styles.codeLine}>
      <span>{w.library.code}</span>
      {groups.length > 1 ? <Explained text={w.library.codeParts}>{shown}</Explained> : shown}
      <CopyButton label={w.library.copyCode} text={code} />
    </span>
  );
}
