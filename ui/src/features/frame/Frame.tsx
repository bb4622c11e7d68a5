import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";

import { isAboutQuestion, useHostEvents } from "@/api";
import type { Notice, SessionState } from "@/generated/types";
import { useWords } from "@/i18n";
import { toast, useShortcut } from "@/ui";

import styles from "./frame.module.css";
import { Rail } from "./Rail";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { TopBar } from "./TopBar";

/** The desk around every page. */
export function Frame({ session, onSearch, children }: {
  session: SessionState;
  /** Opens the search over everything. */
  onSearch: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  const navigate = useNavigate();
  const [keysOpen, setKeysOpen] = useState(false);
  useShortcut("?", () => setKeysOpen(true));
  useShortcut("n", () => void navigate({ to: ".", search: (now) => ({ ...now, register: "new" }) }));

  const verifyPaper = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, verify: "paper" }) });
  useShortcut("v", verifyPaper);

  const openAbout = ({ kind, ticket }: Notice) => {
    if (!ticket) return;
    void navigate(
      isAboutQuestion(kind)
        ? { to: "/questions/$question", params: { question: ticket } }
        : { to: "/tickets/$ticket", params: { ticket } },
    );
  };
  useHostEvents((event) => {
    if (event.event === "open_notice") openAbout(event.notice);
    if (event.event === "noticed") {
      const { kind, subject, ticket } = event.notice;
      const action = ticket ? { label: w.common.open, run: () => openAbout(event.notice) } : undefined;
      toast("blue", `${w.enums.noticeKind[kind]}${w.punctuation.colon}${subject}`, action);
    }
  });

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>
        {w.frame.skip}
      </a>
      <Rail />
      <TopBar
        onSearch={onSearch}
        onShortcuts={() => setKeysOpen(true)}
        onVerifyPaper={verifyPaper}
        session={session}
      />
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <ShortcutsDialog isOpen={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}
