import { useNavigate, useSearch } from "@tanstack/react-router";

import { SettingsView } from "@/features/settings";

/** How the desk looks and behaves, and what it is. */
export function SettingsPage() {
  const { reply = null } = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <SettingsView
      onReplyClosed={() => void navigate({ to: "/settings", search: (old) => ({ ...old, reply: undefined }) })}
      reply={reply}
    />
  );
}
