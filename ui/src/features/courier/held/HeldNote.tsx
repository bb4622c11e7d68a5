import { Link } from "@tanstack/react-router";
import { Lock } from "lucide-react";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Badge, Icon } from "@/ui";

import styles from "./held.module.css";

/** The way to the bundles that wait for a manager, with how many do. */
export function HeldNote() {
  const words = useWords().courier.held;
  const isOnline = useCommand("sync_state", {}).data?.link === "online";
  const rows = useCommand("held_list", {}, { enabled: isOnline }).data?.rows ?? [];
  const waiting = rows.filter(({ released }) => released === null).length;
  return (
    <Link className={styles.note} to="/stations/held">
      <Icon of={Lock} size={0.875} />
      {words.title}
      <Badge count={waiting} label={words.waitingCount(waiting)} />
    </Link>
  );
}
