import { Link } from "@tanstack/react-router";
import { Signpost } from "lucide-react";

import { useWords } from "@/i18n";
import { EmptyState } from "@/ui";

/** An address that leads nowhere. */
export function Missing() {
  const w = useWords();
  return (
    <EmptyState
      action={<Link to="/tickets">{w.frame.missing.home}</Link>}
      icon={Signpost}
      text={w.frame.missing.text}
    />
  );
}
