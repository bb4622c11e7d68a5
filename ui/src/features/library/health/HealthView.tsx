import { CircleCheck, ListChecks, Stamp } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";

import { useCommand } from "@/api";
import type { Inconsistency, LibraryHealth } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { useLayoutValue } from "@/prefs";
import { Button, EmptyState, ErrorState, Icon, SplitPane, useWindowRem, Waiting } from "@/ui";

import { FindingMatters } from "./FindingMatters";
import { cleanOf, mostFirst, ruleOf } from "./findings";
import styles from "./health.module.css";

/** Below this width, in rem, the rules and the matters take turns. */
const BOTH_REM = 62;
const LIMITS = { min: 22, max: 40 };

/** What the guides of the library lack or contradict, the most frequent first. */
export function HealthView({ rule, onRule }: {
  /** The rule of the address. */
  rule: string | null;
  onRule: (rule: Inconsistency | null) => void;
}) {
  const w = useWords();
  const words = w.health;
  const { data, error, refetch } = useCommand("library_health", {});
  const [width, setWidth] = useLayoutValue<number>("healthWidth", 30);
  const wide = useWindowRem() >= BOTH_REM;
  if (error && !data) {
    return (
      <ErrorState
        action={<Button onPress={() => void refetch()}>{w.common.retry}</Button>}
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  if (data.matters === 0) return <EmptyState icon={Stamp} text={words.empty} />;
  const open = ruleOf(data.findings, rule);
  const rules = <Rules health={data} onRule={onRule} open={open} />;
  const matters = open && (
    <FindingMatters key={open} onBack={wide ? undefined : () => onRule(null)} what={open} />
  );
  if (!wide) return matters ?? rules;
  return (
    <SplitPane label={w.common.resize} limits={LIMITS} onWidth={setWidth} pane={rules} side="left" width={width}>
      {matters ??
        (data.sound === data.matters ? (
          <EmptyState icon={CircleCheck} text={words.allClean} />
        ) : (
          <EmptyState icon={ListChecks} text={words.pick} />
        ))}
    </SplitPane>
  );
}

function Rules({ health, open, onRule }: {
  health: LibraryHealth;
  open: Inconsistency | null;
  onRule: (rule: Inconsistency) => void;
}) {
  const w = useWords();
  const words = w.health;
  const broken = mostFirst(health.findings);
  const clean = cleanOf(health.findings);
  const most = broken[0]?.matters ?? 1;
  return (
    <section aria-label={words.rules} className={styles.pane}>
      <header className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.facts}>{words.sound(health.matters, health.sound)}</p>
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll */}
      <div className={styles.scroll} role="group" tabIndex={0} aria-label={words.rules}>
        {broken.length > 0 && (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.rule}</th>
                <th className={styles.number} scope="col">
                  {words.matters}
                </th>
              </tr>
            </thead>
            <tbody>
              {broken.map(({ what, matters }) => (
                <tr data-open={what === open || undefined} key={what}>
                  <td>
                    <AriaButton
                      aria-current={what === open ? "true" : undefined}
                      className={styles.rule ?? ""}
                      onPress={() => onRule(what)}
                    >
                      <span className={styles.name}>{words.what[what]}</span>
                      <span className={styles.because}>{words.because[what]}</span>
                    </AriaButton>
                  </td>
                  <td className={styles.number}>
                    {matters}
                    <span aria-hidden className={styles.bar} style={{ width: `${(matters / most) * 3}rem` }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {clean.length > 0 && (
          <section className={styles.clean}>
            <h2 className={styles.cleanTitle}>
              <Icon of={CircleCheck} size={1} />
              {words.clean(clean.length)}
            </h2>
            <ul>
              {clean.map((what) => (
                <li key={what}>{words.what[what]}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}
