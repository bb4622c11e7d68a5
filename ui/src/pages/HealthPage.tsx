import { useNavigate, useParams } from "@tanstack/react-router";
import { Stethoscope } from "lucide-react";

import { useCommand } from "@/api";
import { HealthView } from "@/features/library";
import { useWords } from "@/i18n";
import { EmptyState } from "@/ui";

/** How consistent and complete the library is, for management specialists. */
export function HealthPage() {
  const w = useWords();
  const navigate = useNavigate();
  const { rule } = useParams({ strict: false });
  const me = useCommand("session_state", {}).data?.me;
  if (!me) return null;
  if (me.staff.role !== "management") return <EmptyState icon={Stethoscope} text={w.health.notForYou} />;
  return (
    <HealthView
      onRule={(next) =>
        void navigate(
          next === null ? { to: "/library-health" } : { to: "/library-health/$rule", params: { rule: next } },
        )
      }
      rule={rule ?? null}
    />
  );
}
