import type { PersonName } from "@/generated/types";

/** A person with their organisation in front, as one speaks of colleagues elsewhere. */
export function whoWords({ name, organisation }: Pick<PersonName, "name" | "organisation">): string {
  return organisation === "" ? name : `${organisation} ${name}`;
}
