import { Link } from "@tanstack/react-router";

import { useWords } from "@/i18n";
import { cx } from "@/ui";

import styles from "./way.module.css";

/** A quiet link to the way of an action; `did` is for those who hear the screen. */
export function WayLink({ id, did, className }: {
  id: string;
  did: string;
  className?: string | undefined;
}) {
  const w = useWords();
  return (
    <Link aria-label={w.way.openOf(did)} className={cx(styles.link, className)} params={{ id }} to="/way/$id">
      {w.way.open}
    </Link>
  );
}
