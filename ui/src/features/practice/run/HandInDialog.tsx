import { useWords, type Words } from "@/i18n";
import { Button, Dialog } from "@/ui";

import shared from "../practice.module.css";
import type { Undone } from "../stages";

/** Before a run is handed in with something left out: what it is. */
export function HandInDialog({ open, busy, onHandIn, onClose }: {
  open: readonly Undone[];
  busy: boolean;
  onHandIn: () => void;
  onClose: () => void;
}) {
  const w = useWords();
  const words = w.practice.handIn;
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <Button onPress={onClose}>{words.stay}</Button>
          <Button busy={busy} onPress={onHandIn} tone="primary">
            {words.button}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={words.title}
      width={26}
    >
      <ul className={shared.bullets}>
        {open.map((one) => (
          <li key={one.what}>{undoneWords(w, one)}</li>
        ))}
      </ul>
      <p>{words.text}</p>
    </Dialog>
  );
}

function undoneWords(w: Words, one: Undone): string {
  const words = w.practice.handIn.undone;
  return one.what === "review" ? words.review(one.count) : words[one.what];
}
