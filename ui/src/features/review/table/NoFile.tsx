import { Files } from "lucide-react";
import type { ReactNode } from "react";

import type { ReviewItem, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { paperWords } from "@/marks";
import { Button, EmptyState } from "@/ui";

import { ruleAgainst } from "../rules/standing";
import type { Step } from "../step/NextStep";
import styles from "./table.module.css";

/** No file yet: how one comes here, and that paper can be received meanwhile, or has been. */
export function NoFile({ item, view, ways, onStep }: {
  item: ReviewItem;
  view: TicketView;
  /** The ways in; nothing while no file may be added. */
  ways: ReactNode;
  onStep: (step: Step) => void;
}) {
  const w = useWords();
  const { viewer, material, receive } = w.review;
  const received = item.paper ? material.received(paperWords(w, item.paper)) : null;
  const mayReceive = received === null && ruleAgainst(view, "receive_materials") === null;
  const text = ways
    ? received === null
      ? w.files.ways.empty
      : w.files.ways.emptyPaper(received)
    : received === null
      ? viewer.none
      : viewer.nonePaper(received);
  return (
    <EmptyState
      action={
        <div className={styles.noFile}>
          {ways}
          {mayReceive && (
            <Button
              onPress={() => onStep("receive_materials")}
              tone={ways ? "plain" : "quiet"}
            >
              {receive.button}
            </Button>
          )}
        </div>
      }
      icon={Files}
      text={text}
    />
  );
}
