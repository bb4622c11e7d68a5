import { useNavigate, useSearch } from "@tanstack/react-router";

import { AskDialog, askFrom } from "@/features/questions";

/** Opens the form for asking above any page when the address asks for it. */
export function AskGate() {
  const { ask } = useSearch({ strict: false });
  const navigate = useNavigate();
  if (!ask) return null;
  const close = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, ask: undefined }), replace: true });
  const from = askFrom(ask);
  return (
    <AskDialog
      from={from}
      key={ask}
      onAsked={(question) =>
        // A case goes on; the question is a matter of its own.
        from.from === "case"
          ? close()
          : void navigate({ to: "/questions/$question", params: { question }, search: {} })
      }
      onClose={close}
    />
  );
}
