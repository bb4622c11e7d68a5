import { useCommand } from "@/api";
import type { FieldWarning, RequesterChecked, SimilarTicket } from "@/generated/types";
import { useWords } from "@/i18n";
import { useSettled } from "@/ui";

import { type Form, requesterOf } from "./form";
import { chosenElsewhere, type Elsewhere, elsewhereOf, similarInput } from "./intake";

/** How long typing has to rest before the store is asked, milliseconds. */
const REST_MS = 300;

/** What the rule book remarks about the requester. */
export interface Checked {
  /** The remark on a field of the requester. */
  warn: (field: string) => string | null;
  data: RequesterChecked | undefined;
}

/** Asks the rule book once the typing rests. */
export function useChecked(form: Form): Checked {
  const w = useWords();
  const requester = useRested(requesterOf(form));
  const { data } = useCommand("requester_check", { requester }, { keepPrevious: true });
  return {
    data,
    warn: (field) => {
      const found = data?.warnings.find((warning: FieldWarning) => warning.field === field);
      return found ? w.enums.warning[found.code] : null;
    },
  };
}

const NONE: SimilarTicket[] = [];

/** Tickets that may be the same request, once there is enough to go by. */
export function useSimilar(form: Form): SimilarTicket[] {
  const input = useRested(similarInput(form));
  const { data } = useCommand(
    "ticket_similar",
    input ?? { requester: requesterOf(form), matter: null },
    { enabled: input !== null, keepPrevious: true },
  );
  return input === null ? NONE : (data ?? NONE);
}

/** Where the request belongs. */
export interface Routing {
  /** Another organisation that the routing table names. */
  elsewhere: Elsewhere | null;
  /** The one it will be registered for; `null`: my own. */
  chosen: string | null;
  /** Key of my own organisation. */
  own: string | undefined;
  /** Name of the other organisation, as people say it. */
  place: string;
}

/** Asks the routing table and the directory. */
export function useRouting(form: Form): Routing {
  const own = useCommand("session_state", {}).data?.me?.staff.organisation;
  const directory = useCommand("directory", {}).data;
  const routed = useCommand(
    "ticket_route",
    { matter: form.matter?.id ?? null, nature: form.nature, division: null },
    { keepPrevious: true },
  );
  const find = (id: string) => directory?.organisations.find((one) => one.id === id);
  const elsewhere = elsewhereOf(routed.data, own, (id) => find(id) !== undefined);
  return {
    elsewhere,
    chosen: chosenElsewhere(form, own, elsewhere),
    own,
    place: (elsewhere && find(elsewhere.organisation)?.short_name) ?? "",
  };
}

/** A value of plain data that has not changed for a moment. */
function useRested<T>(value: T): T {
  return JSON.parse(useSettled(JSON.stringify(value), REST_MS)) as T;
}
