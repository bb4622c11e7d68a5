import { PenLine } from "lucide-react";
import type { RefObject } from "react";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Button, KeyHint, useShortcuts } from "@/ui";

import type { Insert } from "../reply/CaseDesk";
import styles from "./draft.module.css";
import { DraftDialog } from "./DraftDialog";
import { useDrafting } from "./useDrafting";

/** A button and a key that ask a model for a draft; nothing at all where no model is configured. */
export function DraftPart({ ticket, insert, within }: {
  ticket: string;
  insert: Insert;
  /** Where it stands, if that may be in a drawer. */
  within: RefObject<Element | null>;
}) {
  const words = useWords().model.draft;
  const drafting = useDrafting(ticket);
  const model = useCommand("drafter_get", {}).data?.model ?? null;
  const isOnline = useCommand("sync_state", {}).data?.link === "online";
  const isReady = model !== null && (isOnline || model.is_local);
  useShortcuts("alt+8", drafting.begin, isReady, within);
  if (model === null || !isReady) return null;
  return (
    <div className={styles.part}>
      <Button icon={PenLine} onPress={drafting.begin} size="small">
        {words.button}
        <KeyHint keys="Alt+8" />
      </Button>
      <span className={styles.note}>{words.note}</span>
      {drafting.isOpen && <DraftDialog drafting={drafting} insert={insert} model={model} ticket={ticket} />}
    </div>
  );
}
