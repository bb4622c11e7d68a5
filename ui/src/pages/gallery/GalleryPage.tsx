import type { Density, Language, Scale, Theme } from "@/generated/types";
import { useWords } from "@/i18n";
import { usePreferences } from "@/prefs";
import { Choice, Seal } from "@/ui";

import { FieldsSection } from "./FieldsSection";
import { FloatsSection } from "./FloatsSection";
import styles from "./gallery.module.css";
import { ListsSection } from "./ListsSection";
import { StatesSection } from "./StatesSection";
import { ViewerSection } from "./ViewerSection";

const THEMES: Theme[] = ["light", "dark"];
const SCALES: Scale[] = ["1", "1.25", "1.5"];
const DENSITIES: Density[] = ["compact", "comfortable"];
const LANGUAGES: Language[] = ["zh-CN", "en"];

/** Every primitive in one place, in every look. For those who build the desk. */
export function GalleryPage() {
  const w = useWords();
  const { preferences, change } = usePreferences();
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Seal size={2.5} />
        <h1 className={styles.title}>{w.common.product}</h1>
        <Choice<Theme>
          hideLabel
          label="theme"
          onChange={(theme) => change({ theme })}
          options={THEMES.map((id) => ({ id, label: w.enums.theme[id] }))}
          value={preferences.theme}
        />
        <Choice<Scale>
          hideLabel
          label="scale"
          onChange={(scale) => change({ scale })}
          options={SCALES.map((id) => ({ id, label: w.enums.scale[id] }))}
          value={preferences.scale}
        />
        <Choice<Density>
          hideLabel
          label="density"
          onChange={(density) => change({ density })}
          options={DENSITIES.map((id) => ({ id, label: w.enums.density[id] }))}
          value={preferences.density}
        />
        <Choice<Language>
          hideLabel
          label="language"
          onChange={(language) => change({ language })}
          options={LANGUAGES.map((id) => ({ id, label: w.enums.language[id] }))}
          value={preferences.language}
        />
      </header>
      <div className={styles.grid}>
        <StatesSection />
        <FieldsSection />
        <ListsSection />
        <FloatsSection />
      </div>
      <ViewerSection />
    </main>
  );
}
