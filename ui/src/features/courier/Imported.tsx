import { Link } from "@tanstack/react-router";

import type { CourierImported } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Notice, useNow } from "@/ui";

import styles from "./courier.module.css";
import { answersWords } from "./imported";

/** What reading an answer did, and what it leaves to do. */
export function Imported({ imported }: { imported: CourierImported }) {
  const w = useWords();
  const words = w.courier.take;
  const now = useNow();
  const { number, outcome, before, refused, parked, changes, files_arrived: arrived, files_missing: missing, left_out: leftOut, data_as_of: asOf } = imported;
  return (
    <Notice announce tone={outcome === "held" ? "amber" : "jade"}>
      <div className={styles.result}>
        <p>
          <strong>{words.imported(number)}</strong>
        </p>
        <p>{w.courier.outcomeMeans[outcome]}</p>
        {before === null ? (
          <>
            <p className="figures">
              {[...answersWords(w, imported), words.changes(changes)].join(w.punctuation.dot)}
            </p>
            {arrived > 0 && <p>{words.filesArrived(arrived)}</p>}
            {missing > 0 && <p>{words.filesMissing(missing)}</p>}
            {asOf !== null && (
              <p>
                {words.dataAsOf} {whenWords(w, asOf, now)}
              </p>
            )}
            {leftOut.map((what) => (
              <p key={what}>{words.leftOut(w.enums.syncWhat[what])}</p>
            ))}
            {refused + parked > 0 && (
              <p>
                <Link state={{ mailTab: "verdicts" }} to="/sync">
                  {words.letters}
                </Link>
              </p>
            )}
          </>
        ) : (
          <p>{words.importedAgain(whenWords(w, before, now))}</p>
        )}
      </div>
    </Notice>
  );
}
