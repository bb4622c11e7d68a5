import { Pencil, Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";

import { useCommand } from "@/api";
import { OwnReplyDialog, useRemoveReply } from "@/forms";
import type { OwnReply } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, IconButton, Waiting } from "@/ui";

import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

/** The standard replies that the person keeps for themselves. */
export function RepliesPart({ open, onClosed }: {
  /** The one that an address opens. */
  open: string | null;
  /** Called once that one is closed. */
  onClosed: () => void;
}) {
  const w = useWords();
  const words = w.replies.own;
  const own = useCommand("reply_list", {});
  const remove = useRemoveReply();
  const [writing, setWriting] = useState<{ reply: OwnReply | null } | null>(null);
  const opened = own.data?.find(({ id }) => id === open);
  const adding = useRef<HTMLDivElement>(null);
  return (
    <SettingsPart title={words.title}>
      <p className="soft">{words.note}</p>
      {own.isPending && <Waiting label={w.common.loading} />}
      {own.isError && !own.data && (
        <ErrorState
          action={<Button onPress={() => void own.refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, own.error)}
          title={w.errors.title}
        />
      )}
      {own.data?.length === 0 && <p>{words.none}</p>}
      {own.data && own.data.length > 0 && (
        <ul aria-label={words.title} className={styles.replies}>
          {own.data.map((reply) => (
            <li className={styles.reply} key={reply.id}>
              <div className={styles.replyWords}>
                <p>{reply.title}</p>
                <p className={styles.replyText}>{reply.text}</p>
              </div>
              <IconButton
                icon={Pencil}
                label={words.change(reply.title)}
                onPress={() => setWriting({ reply })}
                size="small"
              />
              <IconButton
                icon={Trash2}
                label={words.remove(reply.title)}
                onPress={() => {
                  // Its row goes; the focus must not go with it.
                  adding.current?.querySelector("button")?.focus();
                  remove(reply);
                }}
                size="small"
              />
            </li>
          ))}
        </ul>
      )}
      <div ref={adding}>
        <Button icon={Plus} onPress={() => setWriting({ reply: null })}>
          {words.add}
        </Button>
      </div>
      {writing && <OwnReplyDialog {...writing} onClose={() => setWriting(null)} />}
      {!writing && opened && <OwnReplyDialog key={opened.id} onClose={onClosed} reply={opened} />}
    </SettingsPart>
  );
}
