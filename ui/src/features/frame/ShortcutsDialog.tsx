import { useCommand } from "@/api";
import { useWords, type Words } from "@/i18n";
import { Dialog, KeyHint } from "@/ui";

import styles from "./frame.module.css";

/** Keys that do one thing: any of them, side by side. */
type Row = readonly [keys: readonly string[], what: string];

/** The keys of the desk, in one place. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords();
  const s = w.frame.shortcuts;
  const hasModel = useCommand("drafter_get", {}, { enabled: isOpen }).data?.model != null;
  return (
    <Dialog closeLabel={w.common.close} isOpen={isOpen} onClose={onClose} title={s.title} width={46}>
      <div className={styles.keyGroups}>
        {keyGroups(w, hasModel).map(([title, rows]) => (
          <section className={styles.keyGroup} key={title}>
            <h3 className={styles.keyTitle}>{title}</h3>
            <dl>
              {rows.map(([keys, what]) => (
                <div className={styles.keyRow} key={what}>
                  <dt>{what}</dt>
                  <dd className={styles.keyNames}>
                    {keys.map((key) => (
                      <KeyHint key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="soft">{s.note}</p>
    </Dialog>
  );
}

function keyGroups(w: Words, hasModel: boolean): [title: string, rows: Row[]][] {
  const s = w.frame.shortcuts;
  const { short } = w.review.verdict;
  return [
    [
      s.group.desk,
      [
        [["Ctrl+K", "/"], s.search],
        [["N"], s.register],
        [["V"], s.verify],
        [["?"], s.help],
      ],
    ],
    [
      s.group.search,
      [
        [["Ctrl+1–8"], s.scopeFound],
        [["Alt+Enter"], s.askFound],
      ],
    ],
    [
      s.group.queue,
      [
        [["J"], s.next],
        [["K"], s.previous],
        [["Enter"], s.open],
        [["C"], s.claim],
        [["R"], s.reply],
        [["Ctrl+Enter"], s.send],
        [["Alt+1…7"], s.suggestions],
        ...(hasModel ? [[["Alt+8"], w.model.draft.button] as const] : []),
        [["Alt+0"], s.replies],
      ],
    ],
    [
      s.group.papers,
      [
        [["P"], s.print],
        [["Ctrl+P"], s.printNow],
      ],
    ],
    [
      s.group.review,
      [
        [["J"], s.nextMaterial],
        [["K"], s.previousMaterial],
        [["1"], s.judge(short.meets)],
        [["2"], s.judge(short.needs_fixing)],
        [["3"], s.judge(short.missing)],
        [["4"], s.judge(short.waived)],
        [["5"], s.judge(short.exempt)],
        [["Ctrl+Enter"], s.record],
        [["F"], s.addFile],
        [["S"], s.scans],
      ],
    ],
    [
      s.group.viewer,
      [
        [["+", "-"], s.zoom],
        [["9"], s.fitWidth],
        [["0"], s.fit],
        [["R"], s.rotate],
        [["←", "↑", "↓", "→"], s.pan],
        [["PageUp", "PageDown"], s.turn],
      ],
    ],
  ];
}
