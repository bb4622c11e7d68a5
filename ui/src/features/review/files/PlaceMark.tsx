import {
  CircleAlert,
  CloudCheck,
  CloudDownload,
  CloudOff,
  CloudUpload,
  Hourglass,
  Laptop,
  type LucideIcon,
  Pause,
  ShieldAlert,
} from "lucide-react";

import type { FileView } from "@/generated/types";
import { useWords } from "@/i18n";
import { State, type Tone } from "@/ui";

import { percentAcross, type Where, whereOf } from "./where";

const LOOK: Record<Where, { icon: LucideIcon; tone: Tone }> = {
  held: { icon: ShieldAlert, tone: "red" },
  paused: { icon: Pause, tone: "violet" },
  local: { icon: Laptop, tone: "soft" },
  uploading: { icon: CloudUpload, tone: "blue" },
  uploaded: { icon: CloudCheck, tone: "jade" },
  remote: { icon: CloudOff, tone: "soft" },
  downloading: { icon: CloudDownload, tone: "blue" },
  to_come: { icon: Hourglass, tone: "amber" },
  trouble: { icon: CircleAlert, tone: "red" },
};

/** Where a file is, as icon, word and colour. */
export function PlaceMark({ view }: { view: FileView | undefined }) {
  const w = useWords();
  const where = whereOf(view);
  return (
    <State {...LOOK[where]}>{w.files.where[where](view ? percentAcross(view) : 0)}</State>
  );
}
