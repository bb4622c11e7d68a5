import { StationView } from "@/features/sync";

/** How this desk is. */
export function StationPage() {
  return <StationView />;
}
