import {
  CircleAlert,
  CircleCheck,
  File as FileIcon,
  Hourglass,
  type LucideIcon,
  ScanSearch,
  ShieldAlert,
  TriangleAlert,
  Upload,
  X,
} from "lucide-react";
import { Button } from "react-aria-components";

import { useWords } from "@/i18n";
import { Icon, IconButton, State, type Tone, Tooltip } from "@/ui";

import viewer from "../viewer/viewer.module.css";
import { giveUp } from "./engine";
import styles from "./files.module.css";
import { canStop, type Incoming, isMoving, shareOf, type Standing } from "./incoming";

const LOOK: Record<Standing["is"], { icon: LucideIcon; tone: Tone }> = {
  waiting: { icon: Hourglass, tone: "soft" },
  sending: { icon: Upload, tone: "blue" },
  checking: { icon: ScanSearch, tone: "blue" },
  filed: { icon: CircleCheck, tone: "jade" },
  warned: { icon: TriangleAlert, tone: "amber" },
  held: { icon: ShieldAlert, tone: "red" },
  not_begun: { icon: CircleAlert, tone: "red" },
  failed: { icon: CircleAlert, tone: "red" },
};

/** How a file that is being handed in stands, as icon, word and colour. */
export function IncomingMark({ incoming }: { incoming: Incoming }) {
  const w = useWords();
  const { is } = incoming.standing;
  const percent = Math.floor(shareOf(incoming) * 100);
  return (
    <State {...LOOK[is]}>
      {is === "sending" ? w.files.incoming.sending(percent) : w.files.incoming[is]}
    </State>
  );
}

/** A file on its way in, among those that are filed. */
export function IncomingTile({ incoming, isCurrent, onPick }: {
  incoming: Incoming;
  isCurrent: boolean;
  onPick: () => void;
}) {
  const w = useWords();
  const { id, file } = incoming;
  return (
    <div className={styles.tile}>
      <Tooltip text={file.name}>
        <Button
          aria-pressed={isCurrent}
          className={viewer.file ?? ""}
          data-tile
          onPress={onPick}
        >
          <span className={styles.thumb} data-coming>
            <Icon of={FileIcon} size={1.125} />
          </span>
          <span className={viewer.fileWords}>
            <span className={viewer.fileName}>{file.name}</span>
            <IncomingMark incoming={incoming} />
          </span>
        </Button>
      </Tooltip>
      {isMoving(incoming) && (
        <span className={styles.bar} style={{ width: `${shareOf(incoming) * 100}%` }} />
      )}
      {canStop(incoming) && (
        <IconButton
          className={styles.tileCancel}
          excludeFromTabOrder
          icon={X}
          label={w.files.incoming.cancelOne(file.name)}
          onPress={() => giveUp(id)}
          size="small"
        />
      )}
    </div>
  );
}
