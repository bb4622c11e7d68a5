import { useLocation } from "@tanstack/react-router";
import { useState } from "react";

import { useCommand } from "@/api";

import { Mailroom, type MailTab } from "./Mailroom";

/** What waits to be uploaded, and what the platform did not accept; the latter first, if any. */
export function SyncPage() {
  const asked = useLocation({ select: ({ state }) => state.mailTab });
  const { data } = useCommand("sync_state", {});
  // Chosen once: the tab must not change under the reader when the last letter is put away.
  const [first, setFirst] = useState<MailTab | null>(null);
  if (first === null && data) setFirst(data.attention > 0 ? "verdicts" : "outbox");
  return <Mailroom tab={asked ?? first ?? "outbox"} />;
}
