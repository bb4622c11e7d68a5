import { Cloud, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";

import type { Link } from "@/generated/types";
import { useWords } from "@/i18n";
import { State } from "@/ui";

const LOOK = {
  online: { icon: Cloud, tone: "jade" },
  connecting: { icon: LoaderCircle, tone: "soft" },
  offline: { icon: CloudOff, tone: "soft" },
  sign_in_needed: { icon: TriangleAlert, tone: "amber" },
  account_disabled: { icon: TriangleAlert, tone: "amber" },
  update_needed: { icon: TriangleAlert, tone: "amber" },
  disk_full: { icon: TriangleAlert, tone: "amber" },
  braked: { icon: TriangleAlert, tone: "amber" },
} as const;

/** The link to the platform, as icon, word and colour. */
export function LinkMark({ link }: { link: Link }) {
  const w = useWords();
  return <State {...LOOK[link]}>{w.enums.link[link]}</State>;
}
