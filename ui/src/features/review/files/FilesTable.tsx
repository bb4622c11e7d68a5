import { type ReactNode, useRef, useState } from "react";

import type { ReviewItem, TicketView } from "@/generated/types";
import { useWords } from "@/i18n";
import { useShortcut } from "@/ui";

import { ruleAgainst } from "../rules/standing";
import { CameraDialog } from "./CameraDialog";
import { DropArea } from "./DropArea";
import { takeIn } from "./engine";
import type { Place } from "./incoming";
import { ScanDialog } from "./ScanDialog";
import { usePaste } from "./usePaste";
import { type Way, WaysContext } from "./ways";

/** The middle of the table: files that are dropped, pasted or chosen go to the material on it. */
export function FilesTable({ view, item, className, onTaken, children }: {
  view: TicketView;
  item: ReviewItem;
  className: string | undefined;
  /** Called once files are on their way in. */
  onTaken?: () => void;
  children: ReactNode;
}) {
  const w = useWords();
  const [way, setWay] = useState<Way | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const rule = ruleAgainst(view, "add_file");
  const place: Place = { ticket: view.ticket.id, material: item.material, materialName: item.name };
  function take(files: readonly { file: File; isFolder?: boolean }[]) {
    if (rule !== null || files.length === 0) return;
    takeIn(place, files);
    onTaken?.();
  }
  usePaste(item.name, (files) => take(files.map((file) => ({ file }))), rule === null);
  const open = (next: Way) => (next === "choose" ? input.current?.click() : setWay(next));
  useShortcut("f", () => open("choose"), rule === null);
  useShortcut("s", () => open("scan"), rule === null);
  const close = () => {
    setWay(null);
    onTaken?.();
  };
  return (
    <WaysContext value={open}>
      <DropArea
        against={rule === null ? null : w.errors.rule[rule]}
        className={className}
        name={item.name}
        onDrop={take}
      >
        {children}
        <input
          aria-label={w.files.ways.choose}
          hidden
          multiple
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])].map((file) => ({ file })));
            // The same file can be chosen once more.
            currentTarget.value = "";
          }}
          ref={input}
          type="file"
        />
        {way === "camera" && <CameraDialog onClose={close} place={place} />}
        {way === "scan" && <ScanDialog onClose={close} place={place} />}
      </DropArea>
    </WaysContext>
  );
}
