import { useCommand } from "@/api";
import type { PersonName, Timestamp, VerdictLetter } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";

import { whoWords } from "./whoWords";

/** What became of the proposal that a parked action was kept as. */
export function ProposalFate({ letter: { proposal, holder }, now }: {
  letter: VerdictLetter;
  now: Timestamp;
}) {
  const w = useWords();
  const words = w.sync.verdicts.proposal;
  const decider = useName(proposal?.end?.by ?? null);
  if (!proposal) return <p>{words.unknown}</p>;
  const { end } = proposal;
  if (!end) return <p>{holder ? words.waits(whoWords(holder)) : words.waitsNobody}</p>;
  const who = decider ? whoWords(decider) : words.holder;
  const told = (end.taken ? words.taken : words.declined)(who, whenWords(w, end.at, now));
  return (
    <>
      <p title={fullWhenWords(w, end.at)}>{told}</p>
      {end.note.trim() !== "" && <p>{words.said(end.note)}</p>}
    </>
  );
}

/** The name of a colleague by the directory; nothing when it does not have them. */
function useName(id: string | null): PersonName | null {
  const { data } = useCommand("directory", {}, { enabled: id !== null });
  const person = data?.staff.find((staff) => staff.id === id);
  if (!person) return null;
  const place = data?.organisations.find((organisation) => organisation.id === person.organisation);
  return { name: person.name, role: person.role, organisation: place?.short_name ?? "" };
}
