import { Link, useLocation } from "@tanstack/react-router";
import {
  BookOpenText,
  GraduationCap,
  Inbox,
  type LucideIcon,
  MonitorCheck,
  Settings,
  Stamp,
  Ticket,
} from "lucide-react";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Badge, Icon, Seal } from "@/ui";

import styles from "./frame.module.css";

/** The places of the desk, always in sight. */
export function Rail() {
  const w = useWords();
  const { data } = useCommand("sync_state", {});
  const unread = data?.unread ?? 0;
  const role = useCommand("session_state", {}).data?.me?.staff.role;
  return (
    <nav aria-label={w.frame.navigation} className={styles.rail}>
      <span className={styles.mark}>
        <Seal label={w.common.product} size={2.125} />
      </span>
      <Place icon={Ticket} label={w.frame.tickets} to="/tickets" />
      <Place alsoAt={["/library-health", "/uses"]} icon={Stamp} label={w.frame.matters} to="/matters" />
      <Place alsoAt={["/questions"]} icon={BookOpenText} label={w.frame.knowledge} to="/knowledge" />
      <Place
        alsoAt={["/sync", "/files", "/courier", "/station"]}
        count={unread}
        countLabel={w.frame.unread(unread)}
        icon={Inbox}
        label={w.frame.inbox}
        to="/inbox"
      />
      {role === "management" && (
        <Place icon={MonitorCheck} label={w.frame.stations} to="/stations" />
      )}
      <span className={styles.spacer} />
      <Place icon={GraduationCap} label={w.frame.practice} to="/practice" />
      <Place icon={Settings} label={w.frame.settings} to="/settings" />
    </nav>
  );
}

function Place({ to, alsoAt = [], icon, label, count = 0, countLabel = "" }: {
  to: "/tickets" | "/matters" | "/knowledge" | "/inbox" | "/stations" | "/practice" | "/settings";
  /** Other addresses of the same place. */
  alsoAt?: readonly string[];
  icon: LucideIcon;
  label: string;
  count?: number;
  countLabel?: string;
}) {
  const isHere = useLocation({ 
    select: ({ pathname }) => alsoAt.some((place) => pathname === place || pathname.startsWith(`${place}/`)),
  });
  return (
    <Link
      activeProps={{ "data-current": true, "aria-current": "page" }}
      aria-current={isHere ? "page" : undefined}
      className={styles.place}
      data-current={isHere || undefined}
      to={to}
    >
      <span className={styles.placeIcon}>
        <Icon of={icon} size={1.25} />
        <span className={styles.placeBadge}>
          <Badge count={count} label={countLabel} />
        </span>
      </span>
      <span>{label}</span>
    </Link>
  );
}
