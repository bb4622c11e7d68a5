import { Link } from "@tanstack/react-router";

import { useCommand } from "@/api";
import type { QuestionOrigin } from "@/generated/types";
import { plainDayWords, useWords } from "@/i18n";

import { EntryLink } from "./Ending";

/** How a question came up, with the way there. */
export function Origin({ origin }: { origin: QuestionOrigin }) {
  const w = useWords();
  const words = w.questions.origin;
  switch (origin.from) {
    case "case":
      return <OfCase ticket={origin.ticket} />;
    case "search":
      return <p>{words.search(origin.words)}</p>;
    case "policy":
      return (
        <>
          <p>{words.policy(origin.document)}</p>
          <p className="soft">{words.policyFrom(plainDayWords(w, origin.effective_from))}</p>
        </>
      );
    case "entry":
      return (
        <>
          <p>
            {words.entry} <EntryLink entry={origin.entry} />
          </p>
          <p className="soft">{words.entryVersion(origin.version)}</p>
        </>
      );
    case "direct":
      return <p>{words.direct}</p>;
  }
}

/** The ticket, if it is here: not everybody may read every one. */
function OfCase({ ticket }: { ticket: string }) {
  const w = useWords();
  const words = w.questions.origin;
  const { data, isPending } = useCommand("ticket_get", { ticket });
  return (
    <p>
      {words.case}
      {w.punctuation.dot}
      {data ? (
        <Link params={{ ticket }} to="/tickets/$ticket">
          {words.caseLink} {data.ticket.number ?? ""}
        </Link>
      ) : (
        !isPending && <span className="soft">{words.caseAway}</span>
      )}
    </p>
  );
}
