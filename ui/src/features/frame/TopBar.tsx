import { FlaskConical, Search } from "lucide-react";
import { Button } from "react-aria-components";

import type { SessionState } from "@/generated/types";
import { useWords } from "@/i18n";
import { Explained, Icon, KeyHint, State, useShortcut } from "@/ui";

import styles from "./frame.module.css";
import { StaffCard } from "./StaffCard";
import { SyncPill } from "./SyncPill";

/** The bar on top: search in the middle, the sync pill and the staff card at the right. */
export function TopBar({ session, onSearch, onShortcuts, onVerifyPaper }: {
  session: SessionState;
  onSearch: () => void;
  onShortcuts: () => void;
  onVerifyPaper: () => void;
}) {
  const w = useWords();
  return (
    <header className={styles.top}>
      <span className={styles.product}>{w.common.product}</span>
      <SearchOpener onSearch={onSearch} />
      <div className={styles.right}>
        {session.sample && (
          <Explained text={w.frame.sampleNote}>
            <State filled icon={FlaskConical} tone="violet">
              {w.frame.sample}
            </State>
          </Explained>
        )}
        <SyncPill />
        {session.me && (
          <StaffCard me={session.me} onShortcuts={onShortcuts} onVerifyPaper={onVerifyPaper} />
        )}
      </div>
    </header>
  );
}

/** Looks like the field that it opens: the search over everything, one press or key away. */
function SearchOpener({ onSearch }: { onSearch: () => void }) {
  const w = useWords();
  useShortcut("ctrl+k", onSearch);
  useShortcut("/", onSearch);
  return (
    <Button aria-haspopup="dialog" aria-label={w.frame.search} className={styles.search ?? ""} onPress={onSearch}>
      <Icon of={Search} size={1} />
      <span aria-hidden className={styles.searchText}>
        {w.frame.search}
      </span>
      <span aria-hidden className={styles.searchKeys}>
        <KeyHint keys="Ctrl+K" />
      </span>
    </Button>
  );
}
