import { proposeDays, proposeFix, proposeWay } from "@/forms";
import type { Material, MaterialVerdict } from "@/generated/types";
import type { Words } from "@/i18n";
import type { VerdictKind } from "@/marks";

import { reasonsOf } from "./stages";

/** A verdict in the words that the guide proposes; practice is about seeing, not about typing. */
export function verdictFor(w: Words, kind: VerdictKind, guide: Material, defect: string): MaterialVerdict {
  switch (kind) {
    case "meets":
      return { verdict: "meets" };
    case "needs_fixing": {
      const reasons = reasonsOf({ verdict: "needs_fixing", defect, fix: "" });
      return { verdict: "needs_fixing", defect, fix: [...new Set(reasons.map((one) => proposeFix(w, guide, one)))].join("") };
    }
    case "missing":
      return { verdict: "missing", fix: proposeWay(w, guide) };
    case "waived": {
      const days = proposeDays(guide);
      return { verdict: "waived", promise: w.review.propose.promise(guide.name, days), due_days: days };
    }
    case "exempt":
      return { verdict: "exempt", certificate: guide.exempt_by ?? "" };
  }
}
