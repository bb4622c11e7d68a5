import { useState } from "react";

import { useAction } from "@/api";
import type { Brake } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, Notice, toast } from "@/ui";

import styles from "./station.module.css";

/** The platform has far fewer records: a person decides whether it is right. */
export function BrakeQuestion({ brake }: { brake: Brake }) {
  const w = useWords();
  const words = w.station.brake;
  const [asking, setAsking] = useState(false);
  const count = (records: number) => records.toLocaleString("en-US");
  return (
    <Notice tone="amber">
      <h2 className={styles.noticeTitle}>{words.title}</h2>
      <p className="figures">
        {words.count(w.enums.syncWhat[brake.what], count(brake.there), count(brake.here))}
      </p>
      <p>{words.maybe}</p>
      <p>{words.safe}</p>
      <div className={styles.answers}>
        <Button onPress={() => setAsking(true)}>{words.accept}</Button>
        <Button onPress={() => toast("blue", words.left)} tone="plain">
          {words.leave}
        </Button>
      </div>
      {asking && <Confirm gone={count(brake.here - brake.there)} onClose={() => setAsking(false)} />}
    </Notice>
  );
}

function Confirm({ gone, onClose }: { gone: string; onClose: () => void }) {
  const w = useWords();
  const words = w.station.brake;
  const release = useAction("brake_release");

  function run() {
    // The question is gone once it is answered: what follows must not hang on it.
    release.mutateAsync({}).then(
      () => {
        toast("jade", words.done);
        onClose();
      },
      () => undefined,
    );
  }

  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {w.common.cancel}
          </Button>
          <Button busy={release.isPending} onPress={run} tone="danger">
            {words.confirm}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title={words.confirmTitle}
    >
      <p>{words.confirmText(gone)}</p>
      <p>{words.confirmSafe}</p>
      {release.error && (
        <Notice announce tone="red">
          {errorWords(w, release.error)}
        </Notice>
      )}
    </Dialog>
  );
}
