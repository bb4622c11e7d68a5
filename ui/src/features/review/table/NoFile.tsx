import { Files } from "lucide-react";

import type { ReviewItem, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { Button, EmptyState } from "@/ui";

import { ruleAgainst } from "../rules/standing";
import type { Step } from "../step/NextStep";
import { paperWords } from "./materialWords";

/** No file yet: paper can be received meanwhile, or has been. */
export function NoFile({ item, view, onStep }: {
  item: ReviewItem;
  view: TicketView;
  onStep: (step: Step) => void;
}) {
  const w = useWords();
  const { viewer, material, receive } = w.review;
  if (item.paper) {
    const received = material.received(paperWords(w, item.paper));
    return <EmptyState icon={Files} text={viewer.nonePaper(received)} />;
  }
  return (
    <EmptyState
      action={
        ruleAgainst(view, "receive_materials") === null && (
          <Button onPress={() => onStep("receive_materials")}>{receive.button}</Button>
        )
      }
      icon={Files}
      text={viewer.none}
    />
  );
}
