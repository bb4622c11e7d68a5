import {
  CircleAlert,
  CircleCheckBig,
  Clock3,
  Inbox,
  PenTool,
  Plus,
  Split,
  Trash2,
  UploadCloud,
} from "lucide-react";

import { useWords } from "@/i18n";
import {
  Badge,
  Button,
  ClockRing,
  EmptyState,
  ErrorState,
  IconButton,
  KeyHint,
  Notice,
  Progress,
  Spinner,
  State,
} from "@/ui";

import styles from "./gallery.module.css";

/** Buttons, states, clocks, sentences. */
export function StatesSection() {
  const w = useWords();
  return (
    <>
      <section className={styles.card}>
        <div className={styles.line}>
          <Button tone="primary">{w.ticket.next.claim}</Button>
          <Button>{w.enums.action.hand_off}</Button>
          <Button tone="plain">{w.common.more}</Button>
          <Button icon={Trash2} tone="danger">
            {w.queue.clearFilters}
          </Button>
        </div>
        <div className={styles.line}>
          <Button busy tone="primary">
            {w.session.signingIn}
          </Button>
          <Button isDisabled>{w.common.save}</Button>
          <Button reason={w.errors.rule.not_holder}>{w.enums.action.close}</Button>
          <IconButton icon={Plus} label={w.queue.registerLong} />
          <Button size="small">{w.common.retry}</Button>
          <Button size="large" tone="primary">
            {w.session.signIn}
          </Button>
        </div>
        <div className={styles.line}>
          <State icon={UploadCloud} tone="blue">
            {w.common.pendingUpload}
          </State>
          <State icon={CircleAlert} tone="red">
            {w.errors.rule.already_claimed}
          </State>
          <State icon={Clock3} tone="amber">
            {w.time.dueToday}
          </State>
          <State icon={CircleCheckBig} tone="jade">
            {w.enums.status.closed}
          </State>
          <State icon={Split} tone="violet">
            {w.enums.status.awaiting_opinion}
          </State>
          <State icon={PenTool} tone="soft">
            {w.enums.status.working}
          </State>
        </div>
        <div className={styles.line}>
          <State filled icon={UploadCloud} tone="blue">
            {w.common.pendingUpload}
          </State>
          <State filled icon={CircleAlert} tone="red">
            {w.queue.due.over}
          </State>
          <State filled icon={Clock3} tone="amber">
            {w.time.dueToday}
          </State>
          <State filled icon={CircleCheckBig} tone="jade">
            {w.enums.status.closed}
          </State>
          <State filled icon={Split} tone="violet">
            {w.enums.status.awaiting_opinion}
          </State>
          <Badge count={7} label={w.frame.unread(7)} />
          <Badge count={120} label={w.frame.unread(120)} />
        </div>
        <div className={styles.line}>
          <ClockRing share={0.8} urgency="calm">
            {w.time.workingDaysLeft(4)}
          </ClockRing>
          <ClockRing share={0.15} urgency="soon">
            {w.time.dueToday}
          </ClockRing>
          <ClockRing share={0} urgency="over">
            {w.time.overHours(3)}
          </ClockRing>
          <KeyHint keys="Ctrl+K" />
          <Spinner />
        </div>
        <Progress
          detail={w.session.first.download("4.2 MB", "12.4 MB")}
          label={w.enums.syncWhat.library}
          value={0.34}
        />
        <Notice tone="blue">{w.session.offlineKnown}</Notice>
        <Notice tone="amber">{w.ticket.why.unpublished}</Notice>
        <Notice tone="red">{w.errors.code.wrong_password}</Notice>
        <Notice tone="violet">{w.ticket.consultation.asked("王敏", 2)}</Notice>
        <Notice tone="jade">{w.ticket.done.close}</Notice>
      </section>
      <section className={styles.card}>
        <EmptyState
          action={<Button icon={Plus}>{w.queue.registerLong}</Button>}
          icon={Inbox}
          text={w.queue.empty.all}
        />
        <ErrorState
          action={<Button>{w.common.retry}</Button>}
          text={w.errors.code.internal}
          title={w.errors.title}
          trace={w.errors.trace("7f3a-90c2")}
        />
      </section>
    </>
  );
}
