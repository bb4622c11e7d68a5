import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useSyncExternalStore } from "react";

import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import styles from "./Toast.module.css";
import { putAway, shownToasts, type Toast, watchToasts } from "./toasts";

const ICONS = { jade: CircleCheck, red: CircleAlert, blue: Info } as const;

/**
 * Where messages appear; also the live region that reads them aloud. Once per window. An open
 * dialog leaves it in reach: what was said may be about the dialog.
 */
export function ToastRegion({ label, closeLabel }: { label: string; closeLabel: string }) {
  const toasts = useSyncExternalStore(watchToasts, shownToasts);
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className={styles.region}
      data-react-aria-top-layer="true"
    >
      {toasts.map((toast) => (
        <ToastCard closeLabel={closeLabel} key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const { action } = toast;
  return (
    <div className={styles.toast} data-tone={toast.tone}>
      <Icon className={styles.icon} of={ICONS[toast.tone]} size={1} />
      <div className={styles.text}>{toast.text}</div>
      {action && (
        <Button
          onPress={() => {
            putAway(toast.id);
            action.run();
          }}
          size="small"
          tone="plain"
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={closeLabel} onPress={() => putAway(toast.id)} size="small" />
    </div>
  );
}
