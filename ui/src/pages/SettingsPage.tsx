import { SettingsView } from "@/features/settings";

/** How the desk looks and behaves, and what it is. */
export function SettingsPage() {
  return <SettingsView />;
}
