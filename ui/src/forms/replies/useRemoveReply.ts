import { asApiError, useAction } from "@/api";
import type { OwnReply } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { toast } from "@/ui";

/** Removes an own reply; one press brings it back. What came of it is said even after the list is gone. */
export function useRemoveReply(): (reply: OwnReply) => void {
  const w = useWords();
  const words = w.replies.own;
  const { mutateAsync: remove } = useAction("reply_remove");
  const { mutateAsync: save } = useAction("reply_save");
  const failed = (thrown: unknown) => void toast("red", errorWords(w, asApiError(thrown)));

  // Its identity is gone: it comes back as a new one.
  const bringBack = ({ title, text }: OwnReply) =>
    void save({ id: null, title, text }).then(() => toast("jade", words.back(title)), failed);

  return (reply) => {
    const undo = { label: words.undo, run: () => bringBack(reply) };
    void remove({ id: reply.id }).then(() => toast("jade", words.removed(reply.title), undo), failed);
  };
}
