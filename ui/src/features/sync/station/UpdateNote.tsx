import type { StationHealth, UpdateNeeded } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice } from "@/ui";

import styles from "./station.module.css";

/** Who has to be updated, from which version to which, and that nothing is lost until then. */
export function UpdateNote({ health, update }: { health: StationHealth; update: UpdateNeeded }) {
  const w = useWords();
  const words = w.station.update;
  const { program, platform_program: known } = health;
  const [oldest, newest] = update.theirs;
  const ours = words.format(update.ours);
  const theirs = oldest === newest ? words.format(newest) : words.formats(oldest, newest);
  const platform = known ?? (update.who === "station" ? words.matching : words.unknownVersion);
  const told = update.who === "station" ? words.stationDo : words.platformDo;
  return (
    <Notice tone="amber">
      <h2 className={styles.noticeTitle}>{words.title}</h2>
      <p>
        <strong>{words.who[update.who]}</strong>
      </p>
      <p>{told(ours, theirs, program, platform)}</p>
      <p>{words.safe}</p>
    </Notice>
  );
}
