import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import type { Intent } from "@/generated/types";
import { ticketAction } from "@/i18n";

/** Leads to what an action is about: its ticket, or the question of the knowledge base. */
export function AboutLink({ intent, about, children }: {
  intent: Intent;
  /** Identity of the ticket or the question. */
  about: string;
  children: ReactNode;
}) {
  if (ticketAction(intent)) {
    return (
      <Link params={{ ticket: about }} to="/tickets/$ticket">
        {children}
      </Link>
    );
  }
  return (
    <Link params={{ question: about }} to="/questions/$question">
      {children}
    </Link>
  );
}
