import { CloudUpload, Hourglass, PackageCheck, TriangleAlert } from "lucide-react";

import type { OutboxRow, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords, writtenText } from "@/i18n";
import { Explained, State } from "@/ui";

import { bundleNumber } from "./bundleNumber";
import { AboutLink } from "./AboutLink";
import { heldWords } from "./heldWords";
import { intentDid } from "./intentDid";
import styles from "./outbox.module.css";
import { WayLink } from "./WayLink";

/** What I did, on which ticket, when; and what it waits for. */
export function OutboxRowView({ row, now }: { row: OutboxRow; now: Timestamp }) {
  const w = useWords();
  const words = w.sync.outbox;
  const did = intentDid(w, row.action);
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        <span className={styles.did}>{did}</span>
        <span className={styles.subject} data-part="ticket">
          <AboutLink about={row.ticket} intent={row.action}>
            {row.subject || w.sync.noSubject}
          </AboutLink>
        </span>
        <time className={styles.when} title={fullWhenWords(w, row.written_at)}>
          {whenWords(w, row.written_at, now)}
        </time>
        <span data-part="way">
          <WayLink className={styles.way} did={did} id={row.id} />
        </span>
      </div>
      <div className={styles.line}>
        <span className={styles.text}>{writtenText(row.action)}</span>
        {row.bundle !== null && (
          <Explained text={words.bundleNote}>
            <State icon={PackageCheck} tone="soft">
              {words.bundle(bundleNumber(row.bundle))}
            </State>
          </Explained>
        )}
        <span className={styles.attempts}>{words.attempts(row.attempts)}</span>
        <Waits row={row} />
      </div>
      {row.held && <p className={styles.held}>{heldWords(w, row, now)}</p>}
    </div>
  );
}

function Waits({ row }: { row: OutboxRow }) {
  const words = useWords().sync.outbox;
  if (row.held) {
    return (
      <State icon={TriangleAlert} tone="amber">
        {words.heldMark}
      </State>
    );
  }
  const waits = row.waiting_for === "online" || row.waiting_for === "connecting";
  return (
    <State icon={waits ? CloudUpload : Hourglass} tone={waits ? "blue" : "amber"}>
      {words.waits[row.waiting_for]}
    </State>
  );
}
