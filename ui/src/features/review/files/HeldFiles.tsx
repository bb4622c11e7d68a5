import { ShieldAlert, Trash2 } from "lucide-react";

import { useAction } from "@/api";
import type { FileView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Icon, toast } from "@/ui";

import styles from "./files.module.css";
import { HeldWords } from "./HeldWords";

/** Files of this ticket that are held apart: folded up, because they are no materials. */
export function HeldFiles({ ticket, views }: { ticket: string; views: readonly FileView[] }) {
  const w = useWords();
  const words = w.files.held;
  const discard = useAction("file_discard");
  const held = views.filter((view) => view.held !== null);
  if (held.length === 0) return null;
  return (
    <details className={styles.held}>
      <summary>
        <Icon of={ShieldAlert} size={0.875} />
        {words.count(held.length)}
      </summary>
      <p className="soft">{words.apart}</p>
      <ul aria-label={words.list}>
        {held.map(({ sha256, name, bytes, held: reason }) => (
          <li className={styles.heldRow} key={sha256}>
            <div>
              <p className={styles.heldName}>
                {name} <span className="soft figures">{w.review.viewer.size(bytes)}</span>
              </p>
              {reason && <HeldWords reason={reason} />}
            </div>
            <Button
              aria-label={words.discardOne(name)}
              icon={Trash2}
              onPress={() =>
                discard.mutate(
                  { ticket, sha256 },
                  {
                    onSuccess: () => toast("jade", words.discarded(name)),
                    onError: (error) => toast("red", errorWords(w, error)),
                  },
                )
              }
              size="small"
            >
              {words.discard}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
