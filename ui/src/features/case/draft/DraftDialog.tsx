import { SendHorizontal } from "lucide-react";

import type { DrafterModel } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice, Spinner, Waiting } from "@/ui";

import type { Insert } from "../reply/CaseDesk";
import styles from "./draft.module.css";
import { Leaving } from "./Leaving";
import { Outcome } from "./Outcome";
import type { Drafting } from "./useDrafting";

/** What leaves the desk, then what comes back. Nothing of it is in the reply until it is inserted. */
export function DraftDialog({ drafting, model, ticket, insert }: {
  drafting: Drafting;
  model: DrafterModel;
  ticket: string;
  insert: Insert;
}) {
  const w = useWords();
  const words = w.model.draft;
  const { preview, isWorking, outcome, error, question } = drafting;
  const text = outcome?.came === "draft" ? outcome.text : null;
  const isLooking = preview !== null && !isWorking && outcome === null;
  const isEmpty = preview?.entries.length === 0;
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          {isLooking && (
            <>
              <Button onPress={drafting.close}>{w.common.cancel}</Button>
              <Button
                icon={SendHorizontal}
                onPress={drafting.ask}
                reason={isEmpty ? words.noEntries : question.trim() === "" ? words.questionMissing : null}
                tone="primary"
              >
                {words.send}
              </Button>
            </>
          )}
          {isWorking && <Button onPress={drafting.stop}>{words.stop}</Button>}
          {outcome && (
            <>
              <Button onPress={drafting.change}>{words.change}</Button>
              <Button onPress={drafting.ask} tone={text === null ? "primary" : "quiet"}>
                {words.again}
              </Button>
            </>
          )}
          {text !== null && (
            <Button
              onPress={() => {
                drafting.close();
                insert(text, words.insertedAs, "model");
              }}
              tone="primary"
            >
              {words.insert}
            </Button>
          )}
        </>
      }
      isOpen
      onClose={drafting.close}
      title={words.title}
      width={40}
    >
      {error && (
        <Notice announce tone="red">
          {errorWords(w, error)}
        </Notice>
      )}
      {preview === null && !error && <Waiting label={w.common.loading} />}
      {isLooking && <Leaving drafting={drafting} model={model} preview={preview} />}
      {isWorking && (
        <p className={styles.working} role="status">
          <Spinner /> {words.working}
        </p>
      )}
      {outcome && <Outcome onLeave={drafting.close} outcome={outcome} ticket={ticket} />}
      {preview && !isLooking && (
        <details className={styles.sent}>
          <summary>{words.seeSent}</summary>
          <Leaving drafting={drafting} isRead model={model} preview={preview} />
        </details>
      )}
    </Dialog>
  );
}
