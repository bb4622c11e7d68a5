import { type ReactNode, useEffect } from "react";

import { invalidate, useCommand } from "@/api";
import type { Me, Recovery } from "@/generated/types";
import { useWords } from "@/i18n";
import { useLayoutValue } from "@/prefs";
import { Button, Dialog } from "@/ui";

/** Lets the desk in once the first download is complete, and says once what has to be known. */
export function Session({ me, waiting, children }: {
  me: Me;
  /** Shown until the first download is complete. */
  waiting: ReactNode;
  children: ReactNode;
}) {
  const sync = useCommand("sync_state", {});
  const session = useCommand("session_state", {});
  const ready = me.ready || sync.data?.ready === true;
  useEffect(() => {
    // The organisation's name came with the download.
    if (ready && !me.ready) void invalidate(["session"]);
  }, [ready, me.ready]);
  if (!ready) return waiting;
  return (
    <>
      {children}
      <OnceToKnow me={me} recovery={session.data?.recovery ?? null} />
    </>
  );
}

/** One after the other: of two open dialogs, only the first could be put away. */
function OnceToKnow({ me, recovery }: { me: Me; recovery: Recovery | null }) {
  const [seenAt] = useLayoutValue<number>("recoverySeenAt", 0);
  if (recovery && seenAt < recovery.at) return <Recovered recovery={recovery} />;
  return me.protection === "password_only" ? <WeakerProtection /> : null;
}

function WeakerProtection() {
  const w = useWords();
  const [seen, setSeen] = useLayoutValue("weakerProtectionSeen", false);
  const close = () => setSeen(true);
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <Button onPress={close} tone="primary">
          {w.session.weaker.ok}
        </Button>
      }
      isOpen={!seen}
      onClose={close}
      title={w.session.weaker.title}
      width={28}
    >
      <p>{w.session.weaker.text}</p>
    </Dialog>
  );
}

function Recovered({ recovery }: { recovery: Recovery }) {
  const w = useWords();
  const [seenAt, setSeenAt] = useLayoutValue("recoverySeenAt", 0);
  const close = () => setSeenAt(recovery.at);
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <Button onPress={close} tone="primary">
          {w.session.weaker.ok}
        </Button>
      }
      isOpen={seenAt < recovery.at}
      onClose={close}
      title={w.session.recovery.title}
      width={28}
    >
      <p>{w.session.recovery.text(recovery.recovered)}</p>
      <p className="soft">{w.session.recovery.kept(recovery.moved_to)}</p>
    </Dialog>
  );
}
