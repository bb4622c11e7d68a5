import { Ellipsis, LogOut } from "lucide-react";
import { useState } from "react";

import { useWords } from "@/i18n";
import { Button, Dialog, Drawer, Explained, Menu, Panel, toast } from "@/ui";

import styles from "./gallery.module.css";

/** What floats above the page. */
export function FloatsSection() {
  const w = useWords();
  const [dialog, setDialog] = useState(false);
  const [drawer, setDrawer] = useState(false);
  return (
    <section className={styles.card}>
      <div className={styles.line}>
        <Button onPress={() => setDialog(true)}>{w.enums.action.close}</Button>
        <Button onPress={() => setDrawer(true)}>{w.ticket.side}</Button>
        <Button onPress={() => toast("jade", w.ticket.done.claim)}>{w.enums.action.claim}</Button>
        <Button onPress={() => toast("red", w.errors.rule.already_claimed)}>{w.enums.action.return}</Button>
        <Menu
          groups={[
            {
              id: "one",
              commands: [
                { id: "note", label: w.enums.action.note, run: () => undefined },
                {
                  id: "close",
                  label: w.enums.action.close,
                  note: w.errors.rule.not_holder,
                  isDisabled: true,
                  run: () => undefined,
                },
                { id: "out", icon: LogOut, keys: "?", label: w.frame.signOut, run: () => undefined },
              ],
            },
          ]}
          label={w.common.more}
        >
          <Button icon={Ellipsis} tone="plain">
            {w.common.more}
          </Button>
        </Menu>
        <Panel label={w.ticket.why.title} trigger={<Button tone="plain">{w.ticket.why.title}</Button>}>
          {w.ticket.why.holidays}
        </Panel>
        <Explained text={w.frame.sampleNote}>{w.frame.sample}</Explained>
      </div>
      <Dialog
        closeLabel={w.common.close}
        footer={
          <>
            <span className="soft">{w.common.draftSaved}</span>
            <Button onPress={() => setDialog(false)}>{w.common.cancel}</Button>
            <Button onPress={() => setDialog(false)} tone="primary">
              {w.enums.action.close}
            </Button>
          </>
        }
        isOpen={dialog}
        onClose={() => setDialog(false)}
        title={w.ticket.dialog.close.title}
      >
        <p>{w.ticket.dialog.close.hint}</p>
      </Dialog>
      <Drawer
        closeLabel={w.common.close}
        isOpen={drawer}
        onClose={() => setDrawer(false)}
        title={w.ticket.side}
      >
        <p className="soft">{w.queue.pick}</p>
      </Drawer>
    </section>
  );
}
