import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { IconButton } from "./Button";
import styles from "./Dialog.module.css";

interface WindowProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** The name of the close button. */
  closeLabel: string;
  children: ReactNode;
  /** Buttons, the main one last. What stands first and is no button moves to the left. */
  footer?: ReactNode;
}

/** A dialog above everything. Escape and the cross close it; drafts are the caller's care. */
export function Dialog({ width = 32, ...props }: WindowProps & {
  /** In rem. */
  width?: number;
}) {
  return <Window {...props} side={false} width={width} />;
}

/** A pane that comes in from the right when the window is too narrow to keep it open. */
export function Drawer({ width = 22, ...props }: WindowProps & {
  /** In rem. */
  width?: number;
}) {
  return <Window {...props} side width={width} />;
}

function Window({ isOpen, onClose, title, closeLabel, children, footer, side, width }:
  WindowProps & { side: boolean; width: number }) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      data-side={side || undefined}
      isDismissable={side}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.window ?? ""} style={{ "--width": `${width}rem` } as never}>
        <AriaDialog className={styles.dialog ?? ""}>
          <header className={styles.head}>
            <Heading className={styles.title ?? ""} slot="title">
              {title}
            </Heading>
            <IconButton icon={X} label={closeLabel} onPress={onClose} size="small" />
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
