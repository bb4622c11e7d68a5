import { MessageSquareQuote } from "lucide-react";
import { useState } from "react";

import { asApiError, putDraft } from "@/api";
import { OwnReplyDialog, REPLY_DRAFT, useRemoveReply } from "@/forms";
import type { OwnReply } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, KeyHint, Panel, toast, useShortcut } from "@/ui";

import { useCaseDesk } from "./CaseDesk";
import { PickerList } from "./PickerList";
import styles from "./picker.module.css";

/** The draft of a reply that is kept from what stands in the box. */
const FROM_BOX = "box";

/** A button and a key that open the standard replies. */
export function ReplyPicker({ ticket, text }: {
  ticket: string;
  /** What stands in the box. */
  text: string;
}) {
  const w = useWords();
  const words = w.replies.picker;
  const [isOpen, setOpen] = useState(false);
  const [writing, setWriting] = useState<{ reply: OwnReply | null; draftKey?: string } | null>(null);
  const { insert } = useCaseDesk();
  const remove = useRemoveReply();
  useShortcut("alt+0", () => setOpen(true));

  function write(reply: OwnReply | null) {
    setOpen(false);
    setWriting({ reply });
  }

  async function keep() {
    setOpen(false);
    try {
      await putDraft(`own_reply:${FROM_BOX}`, REPLY_DRAFT, { title: "", text: text.trim() });
      setWriting({ reply: null, draftKey: FROM_BOX });
    } catch (thrown) {
      toast("red", errorWords(w, asApiError(thrown)));
    }
  }

  return (
    <>
      <Panel
        isOpen={isOpen}
        label={words.title}
        onOpen={setOpen}
        placement="top start"
        trigger={
          <Button icon={MessageSquareQuote} size="small">
            {words.title}
            <KeyHint keys="Alt+0" />
          </Button>
        }
        width={28}
      >
        <PickerList
          onChange={write}
          onInsert={(piece, title, source) => {
            setOpen(false);
            insert(piece, title, source);
          }}
          onRemove={remove}
          ticket={ticket}
        />
        <div className={styles.foot}>
          <Button
            edge="start"
            onPress={() => void keep()}
            reason={text.trim() === "" ? words.nothingToKeep : null}
            size="small"
            tone="plain"
          >
            {words.keep}
          </Button>
          <Button edge="end" onPress={() => write(null)} size="small" tone="plain">
            {words.add}
          </Button>
        </div>
      </Panel>
      {writing && <OwnReplyDialog {...writing} onClose={() => setWriting(null)} />}
    </>
  );
}
