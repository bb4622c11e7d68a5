import type { CourierCarried } from "@/generated/types";
import { useWords } from "@/i18n";
import { Notice } from "@/ui";

import styles from "./courier.module.css";
import { FilePath } from "./Packed";

/** A bundle that was handed over: what the platform did, and where the answer is. */
export function Carried({ carried }: { carried: CourierCarried }) {
  const words = useWords().courier;
  const missing = carried.volumes_missing;
  const { outcome, number, station, path, beside, mine, volumes } = carried;
  const where = mine ? words.take.besideMine : words.take.beside;
  return (
    <Notice announce tone={outcome === "held" || missing > 0 ? "amber" : "jade"}>
      <div className={styles.result}>
        <p>
          <strong>{words.take.carried(station, number)}</strong>
        </p>
        <p>{words.outcomeMeans[outcome]}</p>
        {volumes > 0 && <p>{words.take.volumes(volumes)}</p>}
        {missing > 0 && <p>{words.take.volumesMissing(missing)}</p>}
        <FilePath label={words.take.answerFile} path={path} />
        <p>{beside ? where : words.take.notBeside}</p>
      </div>
    </Notice>
  );
}
