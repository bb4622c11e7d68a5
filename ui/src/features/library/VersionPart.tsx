import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import type { AffectedCase, Matter, MatterVersion } from "@/generated/types";
import { plainDayWords, useWords } from "@/i18n";
import { MatterChanges } from "@/marks";

import { GuidePart } from "./GuidePart";
import styles from "./versions.module.css";

/** What changed from version to version, and the open cases that keep an earlier one. */
export function VersionPart({ matter }: { matter: Matter }) {
  const w = useWords();
  const { data } = useCommand("matter_history", { id: matter.id });
  if (!data || (data.versions.length < 2 && data.cases.length === 0)) return null;
  return (
    <GuidePart part="versions" title={w.library.versions.title}>
      {data.cases.length > 0 && <Cases cases={data.cases} />}
      <ol className={styles.versions}>
        {data.versions.map((version) => (
          <Version key={version.version} version={version} />
        ))}
      </ol>
    </GuidePart>
  );
}

function Version({ version: { version, effective_from: from, changes } }: { version: MatterVersion }) {
  const w = useWords();
  const words = w.library.versions;
  return (
    <li className={styles.version}>
      <p>
        <strong>{w.library.version(version)}</strong>
        {from && <span className="soft"> {w.library.effectiveFrom(plainDayWords(w, from))}</span>}
      </p>
      {changes === null && <p className="soft">{words.firstKnown}</p>}
      {changes?.length === 0 && <p className="soft">{words.nothing}</p>}
      {changes && changes.length > 0 && <MatterChanges changes={changes} />}
    </li>
  );
}

function Cases({ cases }: { cases: readonly AffectedCase[] }) {
  const w = useWords();
  const words = w.library.versions;
  return (
    <section className={styles.cases}>
      <h3 className={styles.casesTitle}>{words.cases(cases.length)}</h3>
      <ul>
        {cases.map(({ row, version, changes }) => (
          <li key={row.id}>
            <Link params={{ ticket: row.id }} to="/tickets/$ticket">
              {row.subject}
            </Link>
            <span className="soft">
              {[
                row.number,
                row.requester,
                row.holder,
                words.keeps(version),
                changes && words.parts(changes.map(({ part }) => w.enums.matterPart[part]).join(w.punctuation.listComma)),
              ]
                .filter(Boolean)
                .join(w.punctuation.dot)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
