import { Keyboard, LogOut, ShieldCheck } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";

import { useAction } from "@/api";
import type { Language, Me } from "@/generated/types";
import { useWords } from "@/i18n";
import { usePreferences } from "@/prefs";
import { Menu } from "@/ui";

import styles from "./frame.module.css";

const LANGUAGES: Language[] = ["zh-CN", "en"];

/** Who is at this window: name, post and organisation, as on the card one wears. */
export function StaffCard({ me, onShortcuts, onVerifyPaper }: {
  me: Me;
  onShortcuts: () => void;
  onVerifyPaper: () => void;
}) {
  const w = useWords();
  const { preferences, change } = usePreferences();
  const signOut = useAction("sign_out");
  const languages = LANGUAGES.map((language) => ({
    id: language,
    label: w.enums.language[language],
    isChosen: preferences.language === language,
    run: () => change({ language }),
  }));
  return (
    <Menu
      groups={[
        {
          id: "card",
          title: `${w.frame.staffNo(me.staff.staff_no)}${w.punctuation.dot}${w.enums.role[me.staff.role]}`,
          commands: [
            {
              id: "verify",
              icon: ShieldCheck,
              label: w.papers.verify.menu,
              keys: "V",
              run: onVerifyPaper,
            },
            {
              id: "shortcuts",
              icon: Keyboard,
              label: w.frame.showShortcuts,
              keys: "?",
              run: onShortcuts,
            },
          ],
        },
        { id: "language", title: w.frame.language, commands: languages },
        {
          id: "leave",
          commands: [
            { id: "out", icon: LogOut, label: w.frame.signOut, run: () => signOut.mutate({}) },
          ],
        },
      ]}
      label={w.frame.card}
    >
      <AriaButton className={styles.card ?? ""}>
        <span className="visually-hidden">{`${w.frame.card}${w.punctuation.colon}`}</span>
        <span aria-hidden className={styles.face}>
          {me.staff.name.slice(-1)}
        </span>
        <span className={styles.cardText}>
          <span className={styles.cardName}>
            {me.staff.name}
            <span className={styles.cardPost}>{me.staff.post}</span>
          </span>
          <span className={styles.cardPlace}>{me.organisation?.short_name}</span>
        </span>
      </AriaButton>
    </Menu>
  );
}
