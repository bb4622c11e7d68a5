import { Printer } from "lucide-react";

import type { Review, TicketView } from "@/generated/types";
import { fullWhenWords, useWords } from "@/i18n";
import { Button, Dialog } from "@/ui";

import { useOpenPaper } from "../papers";
import styles from "../review.module.css";
import { DefectTable } from "./DefectTable";

/** The notices that were issued, the latest first, as they were issued. */
export function NoticeHistory({ review, view, onClose }: {
  review: Review;
  view: TicketView;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.review.notice;
  const openPaper = useOpenPaper();
  const numbered = review.corrections.map((notice, index) => ({ notice, ordinal: index + 1 }));
  return (
    <Dialog
      closeLabel={w.common.close}
      isOpen
      onClose={onClose}
      title={words.historyTitle}
      width={52}
    >
      {numbered.toReversed().map(({ notice, ordinal }) => (
        <section className={styles.past} key={notice.id}>
          <h3>{words.title(ordinal)}</h3>
          <p className="soft">
            {words.issued(view.people[notice.issued_by]?.name ?? "", fullWhenWords(w, notice.issued_at))}
            {w.punctuation.dot}
            {words.due(notice.due_days)}
            {w.punctuation.dot}
            {notice.answered_at === null
              ? words.unanswered
              : words.answered(fullWhenWords(w, notice.answered_at))}
          </p>
          {notice.reason && <p>{words.leave(notice.reason)}</p>}
          {notice.late && <p>{words.late(notice.late)}</p>}
          <DefectTable caption={words.caption(notice.defects.length)} defects={notice.defects} />
          <p className="soft">{notice.basis}</p>
          <div>
            <Button
              icon={Printer}
              onPress={() => {
                onClose();
                openPaper({ kind: "correction_notice", reference: notice.id });
              }}
              size="small"
            >
              {w.papers.printNow(words.title(ordinal))}
            </Button>
          </div>
        </section>
      ))}
    </Dialog>
  );
}
