import { GraduationCap } from "lucide-react";

import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "./practice.module.css";

/** Stands over every screen of practice: nobody takes it for real work. */
export function Band() {
  const words = useWords().practice;
  return (
    <div className={styles.band} role="note">
      <Icon of={GraduationCap} size={1.125} />
      <strong>{words.band}</strong>
      <span>{words.bandNote}</span>
    </div>
  );
}
