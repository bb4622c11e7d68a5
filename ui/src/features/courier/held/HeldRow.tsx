import { Lock, LockOpen, UserCheck } from "lucide-react";

import type { HeldBundle, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords, type Words } from "@/i18n";
import { Button, State } from "@/ui";

import styles from "./held.module.css";

/** A bundle that waits: whose, from where, how much, since when, and the one thing to decide. */
export function HeldRow({ bundle, now, isOnline, onRelease }: {
  bundle: HeldBundle;
  now: Timestamp;
  isOnline: boolean;
  onRelease: () => void;
}) {
  const w = useWords();
  const words = w.courier.held;
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.head}>
          <strong>{ofWhom(bundle)}</strong>
          <span className="figures">{words.actions(bundle.actions)}</span>
          {bundle.active ? (
            <State icon={UserCheck} tone="jade">
              {words.active}
            </State>
          ) : (
            <State icon={Lock} tone="amber">
              {words.kept}
            </State>
          )}
        </p>
        <p className={styles.second}>{fromWhere(w, bundle)}</p>
        <p className={styles.second}>
          <span title={fullWhenWords(w, bundle.written_at)}>{words.packed(whenWords(w, bundle.written_at, now))}</span>
          {w.punctuation.dot}
          <span title={fullWhenWords(w, bundle.taken_at)}>{came(w, bundle, now)}</span>
        </p>
        {bundle.active && <p>{words.activeMeans}</p>}
      </div>
      <Button icon={LockOpen} onPress={onRelease} reason={isOnline ? null : words.needsLine}>
        {words.release}
      </Button>
    </li>
  );
}

/** Whose account it is, the unit in front. */
export function ofWhom({ person: { name, organisation } }: Pick<HeldBundle, "person">): string {
  return organisation === "" ? name : `${organisation} ${name}`;
}

/** The desk it was packed at. */
export function deskOf(w: Words, { desk, station }: HeldBundle): string {
  return desk === "" ? w.courier.station(station) : `${desk}${w.courier.held.short(station)}`;
}

/** The desk it was packed at, and its number there. */
export function fromWhere(w: Words, bundle: HeldBundle): string {
  return `${deskOf(w, bundle)}${w.punctuation.dot}${w.courier.number(bundle.number)}`;
}

/** When it came, and who brought it. */
export function came(w: Words, { taken_at: at, carrier }: HeldBundle, now: Timestamp): string {
  const words = w.courier.held;
  const when = whenWords(w, at, now);
  return carrier === null ? words.cameThere(when) : words.came(when, ofWhom({ person: carrier }));
}
