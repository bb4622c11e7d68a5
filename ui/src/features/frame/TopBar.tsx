import { useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import { useRef } from "react";

import type { SessionState } from "@/generated/types";
import { useWords } from "@/i18n";
import { Explained, SearchField, State, useShortcut } from "@/ui";

import styles from "./frame.module.css";
import { StaffCard } from "./StaffCard";
import { SyncPill } from "./SyncPill";

/** The bar on top: search in the middle, the sync pill and the staff card at the right. */
export function TopBar({ session, onShortcuts, onVerifyPaper }: {
  session: SessionState;
  onShortcuts: () => void;
  onVerifyPaper: () => void;
}) {
  const w = useWords();
  return (
    <header className={styles.top}>
      <span className={styles.product}>{w.common.product}</span>
      <MatterSearch />
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

/** Searches the matter library from anywhere: Enter goes there, and there it searches as one types. */
function MatterSearch() {
  const w = useWords();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const input = useRef<HTMLInputElement>(null);
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useShortcut("ctrl+k", focus);
  useShortcut("/", focus);
  const there = useLocation({ select: (place) => place.pathname.startsWith("/matters") });
  const go = (q: string) =>
    void navigate({ to: "/matters", search: q ? { q } : {}, replace: there });
  return (
    <SearchField
      className={styles.search}
      clearLabel={w.common.clear}
      inputRef={input}
      keys="Ctrl+K"
      label={w.frame.search}
      onSearch={(text) => {
        if (there) go(text);
      }}
      onSubmit={go}
      value={there ? (search.q ?? "") : ""}
    />
  );
}
