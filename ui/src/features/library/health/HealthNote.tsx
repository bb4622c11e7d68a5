import { Link } from "@tanstack/react-router";
import { Stethoscope } from "lucide-react";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "../start.module.css";

/** The way to the health of the library, with how many guides have findings. */
export function HealthNote() {
  const words = useWords().health;
  const { data } = useCommand("library_health", {});
  const unsound = data ? data.matters - data.sound : 0;
  return (
    <Link className={styles.note} to="/library-health">
      <Icon of={Stethoscope} size={1} />
      {words.open}
      {unsound > 0 && <span className={styles.count}>{words.openNote(unsound)}</span>}
    </Link>
  );
}
