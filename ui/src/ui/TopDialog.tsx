import type { ReactNode } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";

import styles from "./TopDialog.module.css";

/**
 * A wide dialog near the top of the window, for what is opened for a moment. It has no head: the
 * first field is what it is about. Escape and a press beside it close it.
 */
export function TopDialog({ label, onClose, children, width = 44 }: {
  label: string;
  onClose: () => void;
  children: ReactNode;
  /** In rem. */
  width?: number;
}) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.window ?? ""} style={{ "--width": `${width}rem` } as never}>
        <AriaDialog aria-label={label} className={styles.dialog ?? ""}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
