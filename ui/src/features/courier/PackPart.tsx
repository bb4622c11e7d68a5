import { Package, PackagePlus } from "lucide-react";
import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { CourierFiles, Link } from "@/generated/types";
import { errorWords, fullWhenWords, useWords, whenWords } from "@/i18n";
import { Button, Notice, useNow, Waiting } from "@/ui";

import styles from "./courier.module.css";
import { FilesChoice } from "./FilesChoice";
import { Packed } from "./Packed";
import { type Packing, packing } from "./packing";
import { Part } from "./Part";

/** Packs what waits for the platform into a file; says before what will be in it. */
export function PackPart() {
  const w = useWords();
  const words = w.courier.pack;
  const outbox = useCommand("outbox_list", {});
  const history = useCommand("courier_list", {});
  const link = useCommand("sync_state", {}).data?.link ?? "connecting";
  const pack = useAction("courier_export");
  const loads = useCommand("courier_loads", {}).data;
  const [files, setFiles] = useState<CourierFiles>("all");
  const hasFiles = loads !== undefined && loads.all.files + loads.all.left > 0;
  const notReady = history.data?.ready === false;
  const error = outbox.error ?? history.error;
  return (
    <Part icon={Package} title={words.title}>
      {!outbox.data && !error && <Waiting label={w.common.loading} />}
      {!outbox.data && error && (
        <Notice
          action={<Button onPress={() => void outbox.refetch()}>{w.common.retry}</Button>}
          announce
          tone="red"
        >
          {errorWords(w, error)}
        </Notice>
      )}
      {outbox.data && <Contents hasFiles={hasFiles} link={link} packed={packing(outbox.data)} />}
      {hasFiles && <FilesChoice loads={loads} onChange={setFiles} value={files} />}
      {notReady && <Notice tone="amber">{w.errors.code.courier_no_keys}</Notice>}
      <div className={styles.steps}>
        <Button
          busy={pack.isPending}
          icon={PackagePlus}
          isDisabled={!outbox.data}
          onPress={() => pack.mutate({ files: hasFiles ? files : "none" })}
          reason={notReady ? w.errors.code.courier_no_keys : null}
          tone={link === "online" ? "quiet" : "primary"}
        >
          {words.button}
        </Button>
        <span className="soft">{words.where}</span>
      </div>
      {pack.error && (
        <Notice announce tone="red">
          {errorWords(w, pack.error)}
        </Notice>
      )}
      {pack.data && <Packed packed={pack.data} />}
    </Part>
  );
}

/** What a bundle made now would hold, and what stays. */
function Contents({ packed, link, hasFiles }: { packed: Packing; link: Link; hasFiles: boolean }) {
  const w = useWords();
  const words = w.courier.pack;
  const now = useNow();
  const { count, since, already, latest } = packed;
  return (
    <>
      <p aria-live="polite" className={styles.sum}>
        {since === null ? (
          words.nothing
        ) : (
          <>
            <strong>{words.count(count)}</strong>
            <span className="soft" title={fullWhenWords(w, since)}>
              {words.since(whenWords(w, since, now))}
            </span>
          </>
        )}
      </p>
      {latest !== null && <p>{words.already(already, latest)}</p>}
      <ul className={styles.notes}>
        {link === "online" && <li>{words.online}</li>}
        {!hasFiles && <li>{words.noFiles}</li>}
        <li>{words.safe}</li>
      </ul>
    </>
  );
}
