import type { Desk } from "./desk.ts";
import { until } from "./programs.ts";

/** What the tests look at of a case. */
export interface Case {
  ticket: { holder: string | null; proposals: { id: string }[] };
  events: { event: { id: string; action: { do: string } }; provisional: boolean }[];
}

/** The case as a desk has it, once `look` finds what it waits for. */
export function caseOnce(desk: Desk, ticket: string, what: string, look: (view: Case) => boolean): Promise<Case> {
  return until(what, async () => {
    const view = await desk.ask<Case>("ticket_get", { ticket }).catch(() => null);
    return view && look(view) ? view : null;
  });
}

/** The case at a desk, once the platform has decided on everything that was done to it there. */
export function decided(desk: Desk, ticket: string, what: string): Promise<Case> {
  return caseOnce(desk, ticket, `${what} to be decided`, ({ events }) => events.every((line) => !line.provisional));
}

/** Who has an account, as the directory knows them. */
export async function staffOf(desk: Desk, account: string): Promise<string> {
  const { staff } = await desk.ask<{ staff: { id: string; account: string }[] }>("directory");
  return staff.find((person) => person.account === account)?.id ?? "";
}
