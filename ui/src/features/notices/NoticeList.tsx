import { CheckCheck, Inbox } from "lucide-react";
import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { Notice, Timestamp } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords } from "@/i18n";
import { Button, cx, EmptyState, ErrorState, State, useNow, useRowPx, VirtualList, Waiting } from "@/ui";

import { NOTICE_LOOK } from "./noticeLook";
import styles from "./notices.module.css";

/** What others did that concerns me, the newest first. Opening one marks it as read. */
export function NoticeList({ onOpen }: {
  /** Opens what the notice is about. */
  onOpen: (notice: Notice) => void;
}) {
  const w = useWords();
  const now = useNow();
  const rowPx = useRowPx();
  const [active, setActive] = useState(-1);
  const { data, error, refetch } = useCommand("notice_list", {});
  const mark = useAction("notice_mark_read");
  if (error) {
    return (
      <ErrorState
        action={<Button onPress={() => void refetch()}>{w.common.retry}</Button>}
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  if (data.length === 0) return <EmptyState icon={Inbox} text={w.notices.empty} />;
  const unread = data.filter(({ read_at }) => read_at === null).length;
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <span aria-live="polite" className="figures">
          {w.notices.unread(unread)}
        </span>
        {unread > 0 && (
          <Button
            busy={mark.isPending}
            icon={CheckCheck}
            onPress={() => mark.mutate({ id: null })}
            size="small"
          >
            {w.notices.markAll}
          </Button>
        )}
      </header>
      <VirtualList
        active={Math.min(active, data.length - 1)}
        className={styles.list ?? ""}
        items={data}
        keyOf={({ id }) => id}
        label={w.notices.list}
        onActive={setActive}
        onOpen={(notice) => {
          if (notice.read_at === null) mark.mutate({ id: notice.id });
          onOpen(notice);
        }}
        render={(notice, state) => (
          <NoticeRow isActive={state.active} notice={notice} now={now} />
        )}
        rowPx={rowPx}
      />
    </div>
  );
}

function NoticeRow({ notice, now, isActive }: {
  notice: Notice;
  now: Timestamp;
  isActive: boolean;
}) {
  const w = useWords();
  const unread = notice.read_at === null;
  return (
    <div
      className={cx(styles.row, unread && styles.unread)}
      data-active={isActive || undefined}
      data-linked={notice.ticket !== null || notice.kind === "verdict_waiting" || undefined}
    >
      <span className={styles.dot}>
        {unread && <span className="visually-hidden">{w.notices.unreadMark}</span>}
      </span>
      <span className={styles.kind}>
        <State {...NOTICE_LOOK[notice.kind]}>{w.enums.noticeKind[notice.kind]}</State>
      </span>
      <span className={styles.subject} title={notice.subject}>
        {notice.subject}
      </span>
      <span className={styles.actor}>{notice.actor ?? w.notices.system}</span>
      <time className={styles.when} title={fullWhenWords(w, notice.at)}>
        {whenWords(w, notice.at, now)}
      </time>
    </div>
  );
}
