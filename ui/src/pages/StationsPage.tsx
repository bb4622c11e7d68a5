import { MonitorOff } from "lucide-react";

import { useCommand } from "@/api";
import { HeldNote } from "@/features/courier";
import { StationsView } from "@/features/sync";
import { useWords } from "@/i18n";
import { EmptyState } from "@/ui";

/** The desks of the county, for management specialists. */
export function StationsPage() {
  const w = useWords();
  const me = useCommand("session_state", {}).data?.me;
  if (!me) return null;
  if (me.staff.role !== "management") return <EmptyState icon={MonitorOff} text={w.stations.notForYou} />;
  return <StationsView beside={<HeldNote />} />;
}
