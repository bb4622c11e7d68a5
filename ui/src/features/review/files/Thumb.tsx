import { useCommand } from "@/api";
import type { FileView } from "@/generated/types";
import { Icon, type LucideIcon } from "@/ui";

import styles from "./files.module.css";

/** A small picture of a file, or the icon of its kind. The name beside it says what it is. */
export function Thumb({ view, icon }: { view: FileView | undefined; icon: LucideIcon }) {
  const { data } = useCommand(
    "file_thumbnail",
    { sha256: view?.sha256 ?? "" },
    { enabled: view?.has_thumbnail ?? false },
  );
  return <Picture icon={icon} jpeg={view?.has_thumbnail ? (data?.jpeg ?? null) : null} />;
}

/** The same for a picture that is at hand already. */
export function Picture({ jpeg, icon }: { jpeg: string | null; icon: LucideIcon }) {
  return (
    <span className={styles.thumb}>
      {jpeg === null ? (
        <Icon of={icon} size={1.125} />
      ) : (
        <img alt="" draggable={false} src={`data:image/jpeg;base64,${jpeg}`} />
      )}
    </span>
  );
}
