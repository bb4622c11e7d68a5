import { useNavigate } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";

import { isAboutQuestion, useCommand } from "@/api";
import { CourierNote } from "@/features/courier";
import { NoticeList } from "@/features/notices";
import { useRegisterAgain } from "@/features/register";
import { OutboxList, SyncDetails, VerdictInbox } from "@/features/sync";
import { TransfersNote, TransfersView } from "@/features/transfers";
import type { Notice } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, Drawer, Tabs, useWindowRem } from "@/ui";

import styles from "./mailroom.module.css";
import { servesCitizens } from "./servesCitizens";

/** What comes in and goes out: notices, actions to upload, verdicts, and files. */
export type MailTab = "notices" | "outbox" | "verdicts" | "files";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The tab of the mailroom that was asked for. */
    mailTab?: MailTab;
  }
}

/** Below this width, in rem, the sync state folds behind a button. */
const DETAILS_FROM_REM = 70;
/** Below this width, in rem, list and letter take turns. */
const LETTER_FROM_REM = 62;

/** The three tabs and the sync state beside them; each tab has its own address. */
export function Mailroom({ tab }: { tab: MailTab }) {
  const w = useWords();
  const navigate = useNavigate();
  const width = useWindowRem();
  const wide = width >= DETAILS_FROM_REM;
  const { data: state } = useCommand("sync_state", {});
  const openTab = (next: MailTab) =>
    void navigate(
      next === "notices" || next === "files"
        ? { to: next === "files" ? "/files" : "/inbox" }
        : { to: "/sync", state: { mailTab: next } },
    );
  const me = useCommand("session_state", {}).data?.me ?? null;
  const again = useRegisterAgain();
  const openForm = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, register: "new" }), state: true });
  const onRegister =
    me !== null && servesCitizens(me.staff.role)
      ? { keep: (...what: Parameters<typeof again.begin>) => void again.begin(...what), open: openForm }
      : undefined;
  const openTicket = (ticket: string) =>
    void navigate({ to: "/tickets/$ticket", params: { ticket } });

  function openNotice({ kind, ticket }: Notice) {
    if (kind === "verdict_waiting") openTab("verdicts");
    else if (ticket === null) return;
    else if (isAboutQuestion(kind)) void navigate({ to: "/questions/$question", params: { question: ticket } });
    else openTicket(ticket);
  }

  const panels: Record<MailTab, ReactNode> = {
    notices: <NoticeList onOpen={openNotice} />,
    outbox: <OutboxList />,
    verdicts: (
      <VerdictInbox isWide={width >= LETTER_FROM_REM} onRegister={onRegister} onTicket={openTicket} />
    ),
    files: <TransfersView />,
  };
  const files = useCommand("files_on_the_way", {}).data?.files.length;
  // On the page of files it would lead where one is.
  const filesNote = tab === "files" ? null : <TransfersNote />;
  const notes = (
    <>
      {filesNote}
      <CourierNote />
    </>
  );
  const count = (value: number | undefined) => (value ? value : undefined);
  return (
    <div className={styles.mailroom}>
      <h1 className="visually-hidden">{w.sync.tabs}</h1>
      <Tabs
        className={styles.tabs ?? ""}
        label={w.sync.tabs}
        onChange={openTab}
        tabs={[
          { id: "notices", label: w.notices.tab, count: count(state?.unread) },
          { id: "outbox", label: w.sync.outbox.tab, count: count(state?.pending) },
          { id: "verdicts", label: w.sync.verdicts.tab, count: count(state?.attention) },
          { id: "files", label: w.transfers.tab, count: count(files) },
        ]}
        value={tab}
      >
        {panels[tab]}
      </Tabs>
      {wide ? (
        <aside className={styles.side}>
          <SyncDetails files={notes} />
        </aside>
      ) : (
        <DetailsDrawer files={notes} />
      )}
      {again.dialog}
    </div>
  );
}

/** The sync state where the window is too narrow to keep it in sight. */
function DetailsDrawer({ files }: { files: ReactNode }) {
  const w = useWords();
  const [isOpen, setOpen] = useState(false);
  const { title } = w.sync.details;
  return (
    <>
      <div className={styles.unfold}>
        <Button icon={RefreshCw} onPress={() => setOpen(true)} size="small">
          {title}
        </Button>
      </div>
      <Drawer
        closeLabel={w.common.close}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={title}
      >
        <SyncDetails files={files} hideTitle />
      </Drawer>
    </>
  );
}
