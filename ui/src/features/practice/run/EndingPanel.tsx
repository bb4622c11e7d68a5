import { Ban, FileCheck2, FilePenLine, MapPin, Send } from "lucide-react";
import { useState } from "react";

import type { Conclusion } from "@/generated/types";
import { fullWhenWords, useWords } from "@/i18n";
import { Button, type Card, Checkbox, ChoiceCards, Select, State } from "@/ui";

import shared from "../practice.module.css";
import { objections, reasonsOf, verdictOn } from "../stages";
import type { StageProps } from "./stage";
import ending from "./ending.module.css";
import styles from "./run.module.css";

type End = Conclusion["conclusion"];

/** What the citizen is told, all of it in one notice, and how the handling ends. */
export function EndingPanel({ onNext, ...stage }: StageProps & { onNext: () => void }) {
  const w = useWords();
  const words = w.practice.ending;
  const { run } = stage;
  return (
    <div className={ending.ending}>
      <Notices {...stage} />
      {run.concluded ? (
        <section className={ending.endingPart}>
          <State filled icon={FileCheck2} tone="jade">
            {words.done}
            {w.punctuation.colon}
            {words[run.concluded.conclusion.conclusion]}
          </State>
          <div>
            <Button onPress={onNext} tone="primary">
              {words.next}
            </Button>
          </div>
        </section>
      ) : (
        <HowItEnds {...stage} onNext={onNext} />
      )}
    </div>
  );
}

function Notices({ sample, run, take, isBusy }: StageProps) {
  const w = useWords();
  const words = w.practice.ending;
  const found = objections(run, sample);
  const told = run.told.flatMap(({ materials }) => materials);
  const [left, setLeft] = useState<readonly string[]>([]);
  const open = found.filter((id) => !told.includes(id));
  const chosen = open.filter((id) => !left.includes(id));
  const nameOf = (id: string) => sample.materials.find(({ guide }) => guide.id === id)?.guide.name ?? id;
  return (
    <section aria-label={words.tell} className={ending.endingPart}>
      <h2 className={shared.paperTitle}>{words.tell}</h2>
      <p className="soft">{words.tellLead}</p>
      {run.told.map(({ materials, at }, index) => (
        <div className={ending.notice} key={at}>
          <p className={ending.noticeHead}>{words.told(index + 1, fullWhenWords(w, at))}</p>
          <ul className={shared.bullets}>
            {materials.map((id) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ul>
        </div>
      ))}
      {found.length === 0 && run.told.length === 0 && (
        <State icon={Ban} tone="soft">
          {words.nothing}
        </State>
      )}
      {run.concluded === null && open.length > 0 && (
        <>
          <div className={styles.checks}>
            {open.map((id) => (
              <Checkbox
                isSelected={chosen.includes(id)}
                key={id}
                onChange={(on) => setLeft(on ? left.filter((one) => one !== id) : [...left, id])}
              >
                {nameOf(id)}
                <span className={styles.deviceHow}>{reasonsOf(verdictOn(run, id)).join(w.punctuation.listComma)}</span>
              </Checkbox>
            ))}
          </div>
          <div>
            <Button
              busy={isBusy}
              icon={Send}
              isDisabled={chosen.length === 0}
              onPress={() => take({ step: "tell", materials: chosen })}
            >
              {words.tellButton(chosen.length)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function HowItEnds({ sample, take, isBusy, onNext }: StageProps & { onNext: () => void }) {
  const words = useWords().practice.ending;
  const [end, setEnd] = useState<End | null>(null);
  const [office, setOffice] = useState<string | null>(null);
  const cards: Card<End>[] = [
    { id: "pass_on", icon: FileCheck2, label: words.pass_on, note: words.passOnNote },
    { id: "correct", icon: FilePenLine, label: words.correct, note: words.correctNote },
    { id: "elsewhere", icon: MapPin, label: words.elsewhere, note: words.elsewhereNote },
  ];
  const conclusion = conclusionOf(end, office);
  return (
    <section aria-label={words.conclude} className={ending.endingPart}>
      <ChoiceCards cards={cards} label={words.conclude} onChange={setEnd} value={end} />
      {end === "elsewhere" && (
        <Select
          label={words.office}
          onChange={setOffice}
          options={sample.offices.map(({ id, name, duty, address, phone }) => ({
            id,
            label: name,
            note: [duty, address, phone].join("　"),
          }))}
          value={office}
        />
      )}
      <div>
        <Button
          busy={isBusy}
          isDisabled={conclusion === null}
          onPress={() => conclusion && take({ step: "conclude", conclusion }, onNext)}
          tone="primary"
        >
          {words.button}
        </Button>
      </div>
    </section>
  );
}

function conclusionOf(end: End | null, office: string | null): Conclusion | null {
  if (end === null) return null;
  if (end !== "elsewhere") return { conclusion: end };
  return office === null ? null : { conclusion: end, office };
}
