import { useNavigate } from "@tanstack/react-router";

import { askAddress, type AskFrom } from "@/features/questions";

/** Opens the form for asking above the page one is at. */
export function useAsk(): (from: AskFrom) => void {
  const navigate = useNavigate();
  return (from) => void navigate({ to: ".", search: (now) => ({ ...now, ask: askAddress(from) }) });
}
