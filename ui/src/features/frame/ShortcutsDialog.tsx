import { useWords } from "@/i18n";
import { Dialog, KeyHint } from "@/ui";

import styles from "./frame.module.css";

/** The keys of the desk, in one place. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords();
  const s = w.frame.shortcuts;
  const rows: [keys: string, what: string][] = [
    ["Ctrl+K", s.search],
    ["/", s.search],
    ["J", s.next],
    ["K", s.previous],
    ["Enter", s.open],
    ["N", s.register],
    ["C", s.claim],
    ["R", s.reply],
    ["Ctrl+Enter", s.send],
    ["?", s.help],
  ];
  return (
    <Dialog closeLabel={w.common.close} isOpen={isOpen} onClose={onClose} title={s.title} width={24}>
      <dl className={styles.keys}>
        {rows.map(([keys, what]) => (
          <div className={styles.keyRow} key={keys}>
            <dt>{what}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{s.note}</p>
    </Dialog>
  );
}
