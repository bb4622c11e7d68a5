import { ExternalLink, File } from "lucide-react";

import { useAction } from "@/api";
import type { FileRef } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Icon, Notice, toast } from "@/ui";

import styles from "./files.module.css";
import { otherKindOf } from "./where";

/** A file of a kind that is not shown here: what it is, and the system's program for it. */
export function OutsideSheet({ ticket, file }: { ticket: string; file: FileRef }) {
  const w = useWords();
  const words = w.files.outside;
  const open = useAction("file_open_outside");
  const kind = words.kind[otherKindOf(file.media)];
  return (
    <div className={styles.coming}>
      <Icon of={File} size={2} />
      <p className={styles.comingName}>{file.name}</p>
      <p>
        {kind} <span className="figures">{w.review.viewer.size(file.bytes)}</span>
        {w.punctuation.dot}
        {words.cannot}
      </p>
      <Button
        busy={open.isPending}
        icon={ExternalLink}
        onPress={() =>
          open.mutate(
            { ticket, sha256: file.sha256 },
            { onSuccess: () => toast("jade", words.opened) },
          )
        }
      >
        {words.open}
      </Button>
      <p className="soft">{words.note}</p>
      {open.error && (
        <Notice announce tone="red">
          {errorWords(w, open.error)}
        </Notice>
      )}
    </div>
  );
}
