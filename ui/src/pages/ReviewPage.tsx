import { useNavigate, useParams } from "@tanstack/react-router";

import { Review } from "@/features/review";

import { usePapers } from "./PaperGate";

/** The pre-review of a ticket, on a page of its own: it needs the room. */
export function ReviewPage() {
  const { ticket = "" } = useParams({ strict: false });
  const navigate = useNavigate();
  const openPapers = usePapers(ticket);
  return (
    <Review
      key={ticket}
      onBack={() => void navigate({ to: "/tickets/$ticket", params: { ticket } })}
      onPapers={openPapers}
      ticket={ticket}
    />
  );
}
