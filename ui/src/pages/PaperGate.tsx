import { useNavigate, useSearch } from "@tanstack/react-router";

import { askedFrom, paperAddress, PapersDialog, VerifyDialog } from "@/features/papers";
import type { PaperKind, PaperRef } from "@/generated/types";

/** Opens the papers of a ticket, or the verification, above any page when the address asks for it. */
export function PaperGate() {
  const { paper, verify } = useSearch({ strict: false });
  const navigate = useNavigate();
  const ask = (next: { paper?: string | undefined; verify?: string | undefined }) =>
    void navigate({ to: ".", search: (now) => ({ ...now, ...next }), replace: true });
  if (verify) {
    return (
      <VerifyDialog
        onClose={() => ask({ verify: undefined })}
        onTicket={(ticket) => void navigate({ to: "/tickets/$ticket", params: { ticket }, search: {} })}
      />
    );
  }
  if (!paper) return null;
  const asked = askedFrom(paper);
  return (
    <PapersDialog
      asked={asked}
      onAsk={(chosen) => ask({ paper: paperAddress(asked.ticket, chosen) })}
      onClose={() => ask({ paper: undefined })}
    />
  );
}

/** Opens the papers of a ticket: the list, the latest of a kind, or one of them. */
export function usePapers(ticket: string): (paper: PaperKind | PaperRef | null) => void {
  const navigate = useNavigate();
  return (paper) =>
    void navigate({ to: ".", search: (now) => ({ ...now, paper: paperAddress(ticket, paper) }) });
}
