import { useNavigate } from "@tanstack/react-router";

import { useAction } from "@/api";
import { SearchPalette, USES_PATH } from "@/features/search";
import type { FoundHit } from "@/generated/types";

import { useAsk } from "./useAsk";

/**
 * The search over everything, above any page. It is no part of the address: going back leads to
 * the page before, not to a search.
 */
export function SearchGate({ onClose }: { onClose: () => void }) {
  const open = useOpenFound();
  const ask = useAsk();
  return (
    <SearchPalette
      onAsk={(words) => {
        onClose();
        ask({ from: "search", words });
      }}
      onClose={onClose}
      onOpen={(hit) => {
        onClose();
        open(hit);
      }}
    />
  );
}

/** Goes where a hit leads, and lets it come first the next time. */
function useOpenFound(): (hit: FoundHit) => void {
  const navigate = useNavigate();
  const used = useAction("search_used");
  return ({ key, what }) => {
    used.mutate({ kind: what.kind === "own_reply" ? "reply" : what.kind, key });
    switch (what.kind) {
      case "matter":
        return void navigate({ to: "/matters/$matter", params: { matter: what.row.id } });
      case "situation":
        return void navigate({
          to: "/matters/$matter",
          params: { matter: what.row.id },
          search: { situation: what.situation },
        });
      case "material":
      case "statute":
        return void navigate({ to: USES_PATH, params: { kind: what.kind, key } });
      case "knowledge":
      case "reply":
        return void navigate({ to: "/knowledge/$entry", params: { entry: what.row.id } });
      case "own_reply":
        return void navigate({ to: "/settings", search: { reply: key } });
      case "case":
        return void navigate({ to: "/tickets/$ticket", params: { ticket: what.row.id } });
    }
  };
}
