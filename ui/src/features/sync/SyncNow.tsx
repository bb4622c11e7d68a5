import { RefreshCw } from "lucide-react";

import { useAction, useCommand } from "@/api";
import type { Link } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, toast } from "@/ui";

/** What another attempt cannot mend. */
const IN_VAIN: Link[] = ["sign_in_needed", "account_disabled", "update_needed", "braked"];

/** Asks for a sync now instead of at the next attempt. */
export function SyncNow({ tone }: { tone: "primary" | "quiet" }) {
  const w = useWords();
  const words = w.sync.outbox;
  const link = useCommand("sync_state", {}).data?.link;
  const sync = useAction("sync_now");
  return (
    <Button
      busy={sync.isPending}
      icon={RefreshCw}
      onPress={() =>
        sync.mutate(
          {},
          {
            onSuccess: () => toast("blue", words.asked),
            onError: (error) => toast("red", errorWords(w, error)),
          },
        )
      }
      reason={link && IN_VAIN.includes(link) ? words.waits[link] : null}
      tone={tone}
    >
      {words.now}
    </Button>
  );
}
