import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import { intentName, useWords } from "@/i18n";
import { Notice } from "@/ui";

/** What the platform did not accept of this ticket waits in the inbox; the table says so. */
export function Letters({ ticket }: { ticket: string }) {
  const w = useWords();
  const { data } = useCommand("verdict_list", {});
  const first = data?.find((letter) => letter.ticket === ticket && letter.cleared_at === null);
  if (!first) return null;
  return (
    <Notice action={<Link to="/sync">{w.common.open}</Link>} tone={first.parked ? "violet" : "red"}>
      {w.enums.noticeKind.verdict_waiting}
      {w.punctuation.colon}
      {intentName(w, first.action)}
      {w.punctuation.dot}
      {w.errors.rule[first.rule]}
    </Notice>
  );
}
