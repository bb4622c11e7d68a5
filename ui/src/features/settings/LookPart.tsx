import type { Density, Language, Scale, Theme } from "@/generated/types";
import { useWords } from "@/i18n";
import { usePreferences } from "@/prefs";
import { Choice } from "@/ui";

import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

const LANGUAGES: Language[] = ["zh-CN", "en"];
const THEMES: Theme[] = ["system", "light", "dark"];
const SCALES: Scale[] = ["1", "1.25", "1.5"];
const DENSITIES: Density[] = ["comfortable", "compact"];

/** How the desk looks; every change is seen at once. */
export function LookPart() {
  const w = useWords();
  const { preferences, change } = usePreferences();
  const words = w.settings.look;
  return (
    <SettingsPart title={words.title}>
      <Choice
        label={words.language}
        onChange={(language) => change({ language })}
        options={named(LANGUAGES, w.enums.language)}
        value={preferences.language}
      />
      <Choice
        label={words.theme}
        onChange={(theme) => change({ theme })}
        options={named(THEMES, w.enums.theme)}
        value={preferences.theme}
      />
      <div>
        <Choice
          label={words.scale}
          onChange={(scale) => change({ scale })}
          options={named(SCALES, w.enums.scale)}
          value={preferences.scale}
        />
        <p className={styles.sample}>{words.scaleSample}</p>
      </div>
      <Choice
        label={words.density}
        onChange={(density) => change({ density })}
        options={named(DENSITIES, w.enums.density)}
        value={preferences.density}
      />
    </SettingsPart>
  );
}

function named<K extends string>(keys: readonly K[], words: Record<K, string>) {
  return keys.map((id) => ({ id, label: words[id] }));
}
