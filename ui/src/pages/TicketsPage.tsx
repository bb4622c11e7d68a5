import { useNavigate, useParams } from "@tanstack/react-router";
import { MousePointerClick } from "lucide-react";
import { useState } from "react";

import { useCommand } from "@/api";
import { Case, CaseDesk, Side } from "@/features/case";
import { Queue } from "@/features/queue";
import { useWords } from "@/i18n";
import { useLayoutValue } from "@/prefs";
import { Drawer, EmptyState, SplitPane, useWindowRem } from "@/ui";

import { usePapers } from "./PaperGate";
import { servesCitizens } from "./servesCitizens";

/** Below this width of the window the side panel folds. In rem, so that large fonts count. */
const SIDE_FROM_REM = 75;
/** Below this only one pane is in sight. */
const TWO_FROM_REM = 50;

/** The queue, the case, and what belongs beside it. */
export function TicketsPage() {
  const w = useWords();
  const width = useWindowRem();
  const { ticket = null } = useParams({ strict: false });
  const [queueRem, setQueueRem] = useLayoutValue("queueRem", 22);
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: "/tickets/$ticket", params: { ticket: id } });
  const me = useCommand("session_state", {}).data?.me ?? null;
  const counts = useCommand("ticket_counts", {});
  const queue = (
    <Queue
      canRegister={me !== null && servesCitizens(me.staff.role)}
      current={ticket}
      onOpen={open}
      onRegister={() => void navigate({ to: ".", search: (now) => ({ ...now, register: "new" }) })}
    />
  );
  if (width < TWO_FROM_REM) {
    const back = () => void navigate({ to: "/tickets" });
    return ticket === null ? queue : <CaseWithSide isWide={false} onBack={back} ticket={ticket} />;
  }
  return (
    <SplitPane
      label={w.common.resize}
      limits={{ min: 17, max: 34 }}
      onWidth={setQueueRem}
      pane={queue}
      side="left"
      width={queueRem}
    >
      {ticket === null ? (
        counts.data?.all !== 0 && <EmptyState icon={MousePointerClick} text={w.queue.pick} />
      ) : (
        <CaseWithSide isWide={width >= SIDE_FROM_REM} ticket={ticket} />
      )}
    </SplitPane>
  );
}

function CaseWithSide({ ticket, isWide, onBack }: {
  ticket: string;
  isWide: boolean;
  onBack?: () => void;
}) {
  const w = useWords();
  const [sideRem, setSideRem] = useLayoutValue("sideRem", 20);
  const [isOpen, setOpen] = useState(false);
  const openPapers = usePapers(ticket);
  if (isWide) {
    return (
      <CaseDesk>
        <SplitPane
          label={w.common.resize}
          limits={{ min: 15, max: 30 }}
          onWidth={setSideRem}
          pane={<Side ticket={ticket} />}
          side="right"
          width={sideRem}
        >
          <Case key={ticket} onBack={onBack} onPapers={openPapers} ticket={ticket} />
        </SplitPane>
      </CaseDesk>
    );
  }
  return (
    <CaseDesk>
      <Case
        key={ticket}
        onBack={onBack}
        onPapers={openPapers}
        onSide={() => setOpen(true)}
        ticket={ticket}
      />
      <Drawer
        closeLabel={w.common.close}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={w.ticket.side}
      >
        <Side onInserted={() => setOpen(false)} ticket={ticket} />
      </Drawer>
    </CaseDesk>
  );
}
