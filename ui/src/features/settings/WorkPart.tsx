import { useWords } from "@/i18n";
import { useLayoutValue, usePreferences } from "@/prefs";
import { Checkbox } from "@/ui";

import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

/** What the desk does by itself. */
export function WorkPart() {
  const w = useWords();
  const words = w.settings.work;
  const { preferences, change } = usePreferences();
  const [letters, setLetters] = useLayoutValue<boolean>("letterShortcuts", true);
  return (
    <SettingsPart title={words.title}>
      <Checkbox
        isSelected={preferences.notifications}
        onChange={(notifications) => change({ notifications })}
      >
        {words.notifications}
        <span className={styles.note}>{words.notificationsNote}</span>
      </Checkbox>
      <Checkbox isSelected={letters} onChange={setLetters}>
        {words.letters}
        <span className={styles.note}>{words.lettersNote}</span>
      </Checkbox>
    </SettingsPart>
  );
}
