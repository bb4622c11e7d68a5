import type { HeldReason } from "@/generated/types";
import { useWords } from "@/i18n";

/** Why a file is held apart, and what to do about it. */
export function HeldWords({ reason }: { reason: HeldReason }) {
  const w = useWords();
  const [what, todo] = w.files.held.why[reason];
  return (
    <p>
      <strong>{what}</strong> {todo}
    </p>
  );
}
