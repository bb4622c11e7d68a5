import type { RequesterChecked, RouteView, SimilarInput } from "@/generated/types";

import { type Form, requesterOf, standingOf } from "./form";

/** Where the routing table sends the request, while that is not the organisation of the desk. */
export interface Elsewhere {
  /** Key of the organisation. */
  organisation: string;
  /** It cannot return what it gets. */
  designated: boolean;
}

/** Another organisation than `own` that the table names; `null`: own, silent, or not known here. */
export function elsewhereOf(
  routed: RouteView | undefined,
  own: string | undefined,
  known: (organisation: string) => boolean,
): Elsewhere | null {
  const organisation = routed?.organisation ?? null;
  if (!routed || organisation === null || own === undefined || organisation === own) return null;
  return known(organisation) ? { organisation, designated: routed.designated } : null;
}

/**
 * The other organisation it will be registered for; `null`: my own. The table decides until
 * somebody chooses, and a choice that the table no longer offers does not count.
 */
export function chosenElsewhere(
  form: Form,
  own: string | undefined,
  elsewhere: Elsewhere | null,
): string | null {
  if (!elsewhere || form.organisation === own) return null;
  return elsewhere.organisation;
}

/** What similar tickets are looked for by; `null`: too little has been typed. */
export function similarInput(form: Form): SimilarInput | null {
  const requester = requesterOf(form);
  const matter = form.matter?.id ?? null;
  const { id_number, phone, credit_code } = requester;
  const enough = id_number ?? phone ?? credit_code ?? matter;
  return requester.name === "" || enough === null ? null : { requester, matter };
}

/** What is still to be said about a guardian. */
export type GuardianGap =
  /** Nobody has come with the minor. */
  | "missing"
  /** Somebody has, but not as the guardian. */
  | "not_guardian"
  /** The guardian has no name yet. */
  | "unnamed";

/** What is missing about a minor's guardian; `null`: nothing, or it is no minor. */
export function guardianGap(form: Form, checked: RequesterChecked | undefined): GuardianGap | null {
  const minor = checked?.warnings.some(({ code }) => code === "minor_without_guardian") ?? false;
  if (!minor || form.kind !== "natural_person") return null;
  if (!form.hasAgent) return "missing";
  if (standingOf(form) !== "guardian") return "not_guardian";
  return form.agentName.trim() === "" ? "unnamed" : null;
}

/** The age to propose the elderly flag with; `null`: nothing to propose. */
export function elderlyAge(form: Form, checked: RequesterChecked | undefined): number | null {
  const offered = checked?.elderly === true && form.kind === "natural_person" && !form.isElderly;
  return offered ? checked.age : null;
}
