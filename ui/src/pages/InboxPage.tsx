import { Mailroom } from "./Mailroom";

/** What others did that concerns me. */
export function InboxPage() {
  return <Mailroom tab="notices" />;
}
