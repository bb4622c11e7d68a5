import { ArrowLeft, FileDown, Printer } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";

import { asApiError, useAction, useCommand } from "@/api";
import type { PaperRef } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, copyText, Explained, KeyHint, toast } from "@/ui";

import { checkDigits } from "./choose";
import styles from "./papers.module.css";
import { printPages } from "./print";

/** What can be done with the paper in sight: print it, or keep it as a PDF. */
export function PreviewFoot({ ticket, paper, onBack }: {
  ticket: string;
  paper: PaperRef;
  /** Back to the list, where it is not in sight. */
  onBack: (() => void) | undefined;
}) {
  const w = useWords();
  const words = w.papers;
  const [isPrinting, setPrinting] = useState(false);
  const { data } = useCommand("paper_preview", { ticket, paper });
  const printing = useAction("paper_print");
  const saving = useAction("paper_save");

  async function print() {
    if (isPrinting || !data) return;
    setPrinting(true);
    try {
      const { pages } = await printing.mutateAsync({ ticket, paper });
      await printPages(pages).catch(() => toast("red", words.printFailed));
    } catch (thrown) {
      toast("red", errorWords(w, asApiError(thrown)));
    } finally {
      setPrinting(false);
    }
  }

  function save() {
    saving.mutate(
      { ticket, paper },
      {
        onSuccess: ({ path }) =>
          toast("blue", words.saved(path), { label: words.copyPath, run: () => void copy(path) }),
        onError: (error) => toast("red", errorWords(w, error)),
      },
    );
  }

  async function copy(path: string) {
    const done = await copyText(path);
    toast(done ? "jade" : "red", done ? words.copied : words.copyFailed);
  }

  usePrintKey(() => void print());
  return (
    <>
      <span className={styles.facts}>
        {onBack && (
          <Button edge="start" icon={ArrowLeft} onPress={onBack} size="small" tone="plain">
            {words.backToList}
          </Button>
        )}
        {data && <span className="figures">{words.pages(data.pages.length)}</span>}
        {data && (
          <Explained text={words.checkWhy}>
            <span className={styles.digits}>
              {words.check} <b>{checkDigits(data.content_sha256)}</b>
            </span>
          </Explained>
        )}
      </span>
      <Button busy={saving.isPending} icon={FileDown} isDisabled={!data} onPress={save}>
        {words.save}
      </Button>
      <Button
        busy={isPrinting}
        icon={Printer}
        isDisabled={!data}
        onPress={() => void print()}
        tone="primary"
      >
        {isPrinting ? words.printing : words.print}
        <KeyHint keys="Ctrl+P" />
      </Button>
    </>
  );
}

/** Ctrl+P prints the paper in sight and not the screen. */
function usePrintKey(print: () => void): void {
  const onPress = useEffectEvent(print);
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "p") return;
      event.preventDefault();
      if (!event.repeat) onPress();
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
