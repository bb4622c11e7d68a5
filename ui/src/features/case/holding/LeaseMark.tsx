import { Hourglass, Timer, TimerOff } from "lucide-react";
import type { ReactNode } from "react";

import type { TicketView } from "@/generated/types";
import { useWords, whenWords } from "@/i18n";
import { Explained, State } from "@/ui";

import { personWords } from "../eventWords";
import { leaseState } from "./lease";
import { useMyId } from "./useMyId";
import { usePlatformNow } from "./usePlatformNow";

const LOOK = {
  calm: { icon: Timer, tone: "soft" },
  soon: { icon: Hourglass, tone: "amber" },
  over: { icon: TimerOff, tone: "amber" },
} as const;

/** Until when the holder may count on the case; explained on hover and focus. */
export function LeaseMark({ view, now: deviceNow }: { view: TicketView; now: number }) {
  const w = useWords();
  const now = usePlatformNow(deviceNow);
  const me = useMyId();
  const { lease, holder } = view.ticket;
  if (!lease || holder === null) return null;
  const { lease: words } = w.holding;
  const state = leaseState(lease.expires_at, now);
  const when = whenWords(w, lease.expires_at, now);
  const said = { calm: words.until, soon: words.soon, over: words.over }[state](when);
  return (
    <Explained text={meaning()}>
      <State {...LOOK[state]} filled={state !== "calm"}>
        {said}
      </State>
    </Explained>
  );

  function meaning(): ReactNode {
    const yours = holder === me;
    if (state === "over") return yours ? words.yoursOver : words.theirsOver;
    const isVillage = holder !== null && view.people[holder]?.role === "village";
    return (
      <>
        <p>{yours ? words.yours : words.theirs(personWords(view, holder))}</p>
        {isVillage && <p>{words.village}</p>}
      </>
    );
  }
}
