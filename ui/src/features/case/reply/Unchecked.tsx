import { PenLine } from "lucide-react";

import { useWords } from "@/i18n";
import { Button, Notice } from "@/ui";

import { left } from "./checking";

/** Says that a model wrote into the reply, until a person has checked it and says so. */
export function Unchecked({ text, placeholders, onChecked }: {
  text: string;
  /** Words that may stand in place of personal data. */
  placeholders: readonly string[];
  onChecked: () => void;
}) {
  const w = useWords();
  const words = w.model.mark;
  const still = left(text, placeholders);
  const lacking = still.length === 0 ? null : words.placeholders(still.join(w.punctuation.listComma));
  return (
    <Notice
      action={
        <Button onPress={onChecked} reason={lacking} size="small">
          {words.confirm}
        </Button>
      }
      icon={PenLine}
      tone="violet"
    >
      <b>{words.title}</b>
      <p>{lacking ?? words.text}</p>
    </Notice>
  );
}
