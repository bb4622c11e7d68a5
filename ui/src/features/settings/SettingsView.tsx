import { useWords } from "@/i18n";

import { AboutPart, AccountPart, DataPart } from "./FactParts";
import { DeskPart } from "./DeskPart";
import { DrafterPart } from "./DrafterPart";
import { FilesPart } from "./FilesPart";
import { LookPart } from "./LookPart";
import { RepliesPart } from "./RepliesPart";
import styles from "./settings.module.css";
import { WorkPart } from "./WorkPart";

/** Everything a person may set, and what they should know about this machine. */
export function SettingsView({ reply, onReplyClosed }: {
  /** The own reply that is open, by its identity. */
  reply: string | null;
  onReplyClosed: () => void;
}) {
  const w = useWords();
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <header>
          <h1 className={styles.title}>{w.settings.title}</h1>
          <p className="soft">{w.settings.saved}</p>
        </header>
        <LookPart />
        <WorkPart />
        <RepliesPart onClosed={onReplyClosed} open={reply} />
        <FilesPart />
        <DrafterPart />
        <DeskPart />
        <AccountPart />
        <DataPart />
        <AboutPart />
      </div>
    </div>
  );
}
