import { Check, X } from "lucide-react";
import type { ReactNode } from "react";

import type { ActsAs, Conclusion, IdentityFault, PracticeResult, SampleCase, ScorePart } from "@/generated/types";
import { useWords, type Words } from "@/i18n";
import { Icon, State } from "@/ui";

import shared from "../practice.module.css";
import { SheetView } from "../sheet/SheetView";
import { Part } from "./MaterialCompared";
import styles from "./result.module.css";

/** A part of the score: what was done, what is right, and why. */
export function PartExplained({ part, result }: { part: ScorePart; result: PracticeResult }) {
  const words = useWords().practiceResult;
  const score = result.score.parts.find((one) => one.part === part);
  return (
    <div className={styles.partPane}>
      <h2 className={shared.paperTitle}>
        {words.part[part]}
        {score && <span className={styles.partScore}>{words.ofMost(score.points, score.most)}</span>}
      </h2>
      <Explained part={part} result={result} />
    </div>
  );
}

function Explained({ part, result }: { part: ScorePart; result: PracticeResult }): ReactNode {
  const w = useWords();
  const words = w.practiceResult;
  const { run, score } = result;
  switch (part) {
    case "devices": {
      const names = score.unchecked.map((device) => w.practice.devices.name[device]);
      return (
        <>
          <p>{names.length === 0 ? words.allChecked : words.unchecked(names.join(w.punctuation.listComma))}</p>
          <Part title={words.why}>{words.devicesWhy}</Part>
        </>
      );
    }
    case "response": {
      const seconds = score.response_seconds;
      if (seconds === null) return <p>{words.noResponse}</p>;
      const say = seconds <= score.response_limit ? words.inTime : words.late;
      return (
        <>
          <p>{say(seconds, score.response_limit)}</p>
          {run.response && <Part title={words.said}>{run.response.text}</Part>}
        </>
      );
    }
    case "identity":
      return <IdentityExplained result={result} />;
    case "review":
      return (
        <ul className={shared.bullets}>
          {score.materials.map(({ material, finding }) => (
            <li key={material}>
              {result.sample.materials.find(({ guide }) => guide.id === material)?.guide.name}
              {w.punctuation.colon}
              {words.finding[finding]}
              {w.punctuation.stop}
            </li>
          ))}
        </ul>
      );
    case "conclusion":
      return <ConclusionExplained result={result} />;
    case "evaluation":
      return <InvitationsExplained result={result} />;
    case "order":
      return (
        <>
          {score.disorder.length === 0 ? (
            <p>{words.inOrder}</p>
          ) : (
            <ul className={shared.bullets}>
              {score.disorder.map((one) => (
                <li key={one}>{words.disorder[one]}</li>
              ))}
            </ul>
          )}
          <Part title={words.rule}>{words.orderRule}</Part>
        </>
      );
  }
}

function identityWords(w: Words, actsAs: ActsAs, faults: readonly IdentityFault[]): string {
  const found = faults.map((fault) => w.practice.identity.fault[fault]);
  return [
    w.practice.identity.acts[actsAs],
    found.length === 0 ? w.practiceResult.noFaults : found.join(w.punctuation.listComma),
  ].join(w.punctuation.dot);
}

function IdentityExplained({ result: { key, run, sample } }: { result: PracticeResult }) {
  const w = useWords();
  const words = w.practiceResult;
  return (
    <>
      <Part title={words.yours}>
        {run.identified ? identityWords(w, run.identified.acts_as, run.identified.faults) : words.nobodySaid}
      </Part>
      <Part title={words.right}>{identityWords(w, key.identity.acts_as, key.identity.faults)}</Part>
      <Part title={words.why}>{key.identity.why}</Part>
      <div className={shared.documents}>
        {sample.counter.documents.map((sheet, index) => (
          <SheetView key={index} sheet={sheet} />
        ))}
      </div>
    </>
  );
}

function conclusionWords(w: Words, sample: SampleCase, conclusion: Conclusion): string {
  const words = w.practice.ending[conclusion.conclusion];
  if (conclusion.conclusion !== "elsewhere") return words;
  const office = sample.offices.find(({ id }) => id === conclusion.office);
  return office
    ? `${words}${w.punctuation.colon}${[office.name, office.address, office.phone].join("　")}`
    : words;
}

function ConclusionExplained({ result: { key, run, sample, score } }: { result: PracticeResult }) {
  const w = useWords();
  const words = w.practiceResult;
  return (
    <>
      <p>{words.telling[score.telling]}</p>
      <Part title={words.yours}>
        {run.concluded ? conclusionWords(w, sample, run.concluded.conclusion) : words.nobodySaid}
      </Part>
      <Part title={words.right}>{conclusionWords(w, sample, key.conclusion.right)}</Part>
      <Part title={words.why}>{key.conclusion.why}</Part>
      <Part title={words.rule}>{key.conclusion.rule}</Part>
    </>
  );
}

function InvitationsExplained({ result: { key, run, sample } }: { result: PracticeResult }) {
  const words = useWords().practiceResult;
  return (
    <ul aria-label={words.invitations} className={styles.waysExplained}>
      {key.invitations.map(({ id, right, why }) => (
        <li className={styles.wayExplained} key={id}>
          <span className={shared.lineMark} data-tone={right ? "jade" : "red"}>
            <Icon of={right ? Check : X} size={1.125} />
            <span className="visually-hidden">{right ? words.invitationRight : words.invitationWrong}</span>
          </span>
          <div>
            <p>{sample.invitations.find((way) => way.id === id)?.text}</p>
            <p className="soft">{why}</p>
            {run.invited?.invitation === id && (
              <State filled icon={right ? Check : X} tone={right ? "jade" : "red"}>
                {words.chosen}
              </State>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
