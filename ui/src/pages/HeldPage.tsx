import { MonitorOff } from "lucide-react";

import { useCommand } from "@/api";
import { HeldView } from "@/features/courier";
import { useWords } from "@/i18n";
import { EmptyState } from "@/ui";

/** Bundles that are kept for disabled accounts, for management specialists. */
export function HeldPage() {
  const w = useWords();
  const me = useCommand("session_state", {}).data?.me;
  if (!me) return null;
  if (me.staff.role !== "management") return <EmptyState icon={MonitorOff} text={w.stations.notForYou} />;
  return <HeldView />;
}
