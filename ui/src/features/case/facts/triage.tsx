import { Link } from "@tanstack/react-router";
import { ListChecks, Split } from "lucide-react";

import type { Review, TicketView, Triaged } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { DefinitionList } from "@/ui";

import { personWords } from "../eventWords";
import { Fact } from "./Fact";

/** What triage decided, with the office that was named. */
export function TriageFact({ triaged, view, now }: {
  triaged: Triaged;
  view: TicketView;
  now: number;
}) {
  const w = useWords();
  const { block } = w.ticket;
  const { kind, right_office: office, by, at } = triaged;
  const summary = [w.enums.triage[kind], office?.office, personWords(view, by), whenWords(w, at, now)];
  return (
    <Fact icon={Split} name={block.triage} summary={summary.filter(Boolean).join(w.punctuation.dot)}>
      {office ? (
        <DefinitionList
          items={[
            [block.office, office.office],
            [block.address, office.address],
            [block.phone, office.phone],
            [block.told, office.told],
          ]}
        />
      ) : undefined}
    </Fact>
  );
}

/** How far the pre-review is. Its page has the rest. */
export function ReviewFact({ review, ticket }: { review: Review; ticket: string }) {
  const w = useWords();
  const { block } = w.ticket;
  const { items, round } = review;
  const judged = items.filter((item) => item.judged !== null);
  const defects = judged.filter(
    ({ judged: given }) => given?.verdict.verdict === "needs_fixing" || given?.verdict.verdict === "missing",
  );
  const parts = [
    block.reviewed(judged.length, items.length),
    judged.length > 0 ? block.defects(defects.length) : "",
    round > 1 ? block.round(round) : "",
  ];
  return (
    <Fact
      icon={ListChecks}
      name={block.review}
      side={
        <Link params={{ ticket }} to="/tickets/$ticket/review">
          {w.common.open}
        </Link>
      }
      summary={parts.filter(Boolean).join(w.punctuation.dot)}
    />
  );
}
