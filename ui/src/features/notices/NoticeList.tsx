import { CheckCheck, Inbox } from "lucide-react";
import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { Notice, Timestamp } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords } from "@/i18n";
import { useRemembered } from "@/prefs";
import { Button, Choice, cx, EmptyState, ErrorState, State, useNow, useRowPx, VirtualList, Waiting } from "@/ui";

import { NOTICE_LOOK } from "./noticeLook";
import { inSection, type NoticeSection, SECTIONS, unreadIn } from "./sections";
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
  const [section, setSection] = useRemembered<NoticeSection>("noticeSection", "all");
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
  const unread = unreadIn(data, "all");
  const shown = inSection(data, section);
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <Choice<NoticeSection>
          hideLabel
          label={w.notices.sections}
          onChange={(next) => {
            setSection(next);
            setActive(-1);
          }}
          options={SECTIONS.map((id) => ({
            id,
            label: w.notices.sectionCount(w.notices.section[id], unreadIn(data, id)),
          }))}
          value={section}
        />
        <span aria-live="polite" className={styles.unreadCount}>
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
      {section !== "all" && shown.length === 0 && (
        <EmptyState icon={Inbox} text={w.notices.noneHere[section]} />
      )}
      <VirtualList
        active={Math.min(active, shown.length - 1)}
        className={styles.list ?? ""}
        items={shown}
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
        {notice.clock && (
          <span className={styles.clock}>
            {w.enums.clock[notice.clock]}
            {w.punctuation.dot}
          </span>
        )}
        {notice.subject}
      </span>
      <span className={styles.actor}>{notice.actor ?? w.notices.system}</span>
      <time className={styles.when} title={fullWhenWords(w, notice.at)}>
        {whenWords(w, notice.at, now)}
      </time>
    </div>
  );
}
