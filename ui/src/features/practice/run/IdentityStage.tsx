import { UserRound } from "lucide-react";

import type { ActsAs, IdentityFault } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Checkbox, Choice, cx, DefinitionList, EmptyState } from "@/ui";

import shared from "../practice.module.css";
import { SheetView } from "../sheet/SheetView";
import type { StageProps } from "./stage";
import styles from "./run.module.css";

const ACTS: ActsAs[] = ["themselves", "authorised", "guardian"];
const FAULTS: IdentityFault[] = ["expired", "not_the_person", "reader_differs", "no_authority"];

/** Stage two: who is at the counter, and for whom they act. */
export function IdentityStage({ sample, run, take, onNext }: StageProps & { onNext: () => void }) {
  const w = useWords();
  const words = w.practice.identity;
  if (run.called_at === null) return <EmptyState icon={UserRound} text={words.notCalled} />;
  const said = run.identified;
  const faults = said?.faults ?? [];
  const ended = run.concluded !== null;
  const say = (acts_as: ActsAs, next: IdentityFault[]) =>
    take({ step: "identify", acts_as, faults: next });
  return (
    <section className={styles.twoPanes}>
      <div className={shared.papers}>
        <h2 className={styles.asideTitle}>{words.documents}</h2>
        <div className={shared.documents}>
          {sample.counter.documents.map((sheet, index) => (
            <SheetView key={index} sheet={sheet} />
          ))}
        </div>
      </div>
      <div className={shared.side}>
        <h2 className={cx(styles.asideTitle, styles.sideTitle)}>{words.reader}</h2>
        <div className={styles.reader}>
          <DefinitionList items={sample.counter.reader.map(({ label, value }) => [label, value])} />
        </div>
        <fieldset className={styles.fields} disabled={ended}>
          <Choice
            label={words.actsAs}
            onChange={(acts) => say(acts, faults)}
            options={ACTS.map((id) => ({ id, label: words.acts[id] }))}
            value={said?.acts_as ?? ("" as ActsAs)}
          />
          <div aria-label={words.faults} className={styles.checks} role="group">
            <span className={shared.fieldLabel}>{words.faults}</span>
            {FAULTS.map((fault) => (
              <Checkbox
                isDisabled={said === null || ended}
                isSelected={faults.includes(fault)}
                key={fault}
                onChange={(on) => {
                  if (said) say(said.acts_as, FAULTS.filter((one) => (one === fault ? on : faults.includes(one))));
                }}
              >
                {words.fault[fault]}
              </Checkbox>
            ))}
            <p className="soft">{said === null ? words.first : words.noFault}</p>
          </div>
        </fieldset>
        {said && (
          <footer className={styles.sideFoot}>
            <span className="soft">{words.kept}</span>
            <Button onPress={onNext} tone="primary">
              {words.next}
            </Button>
          </footer>
        )}
      </div>
    </section>
  );
}
