import { Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";

import { useCommand } from "@/api";
import type { FiledMaterial, FileView, Material, ReviewItem, TicketView } from "@/generated/types";
import { useWords, type Words } from "@/i18n";
import { IconButton, Waiting } from "@/ui";

import { FormSheet } from "../form/FormSheet";
import { fieldsOf } from "../form/schema";
import { ruleAgainst } from "../rules/standing";
import type { Beside } from "../viewer/FileSheet";
import { type DeskParts, FileViewer } from "../viewer/FileViewer";
import { viewerFor } from "../viewer/content";
import { AddFiles, FirstFile } from "./AddFiles";
import { AwaySheet } from "./AwaySheet";
import styles from "./files.module.css";
import { HeldFiles } from "./HeldFiles";
import { type Incoming, isSame, type Place } from "./incoming";
import { OutsideSheet } from "./OutsideSheet";
import { readerOf } from "./readFile";
import { RemoveDialog } from "./RemoveDialog";
import { setOnTable, useIncoming } from "./store";
import { isHere } from "./where";

const NONE: FileView[] = [];

/** The files of the material on the table: ways in, where each file is, and the page itself. */
export function MaterialFiles({ view, item, material, empty }: {
  view: TicketView;
  item: ReviewItem;
  material: Material | null;
  /** What stands there while there is no file; it is given the ways in. */
  empty: (ways: ReactNode) => ReactNode;
}) {
  const w = useWords();
  const ticket = view.ticket.id;
  const place = usePlace(ticket, item);
  const [removing, setRemoving] = useState<FiledMaterial | null>(null);
  const { data: list = NONE, isFetching } = useCommand("file_list", { ticket });
  const views = useMemo(() => new Map(list.map((one) => [one.sha256, one])), [list]);
  const read = useMemo(() => readerOf(ticket), [ticket]);
  const incoming = useIncoming().filter((one) => isSame(one, place) && !isThere(one, item.files));
  const extras = useExtras(material);
  const mayAdd = ruleAgainst(view, "add_file") === null;
  const mayRemove = ruleAgainst(view, "remove_file") === null;

  // What is held apart of this material is said in full already while its tile is there.
  const saidHeld = incoming.flatMap(({ standing }) => (standing.is === "held" ? [standing.sha256] : []));
  const held = list.filter(({ sha256 }) => !saidHeld.includes(sha256));
  const awayOf = (sha256: string, known: FileView | undefined) =>
    known || !isFetching ? (
      <AwaySheet sha256={sha256} view={known} />
    ) : (
      <Waiting label={w.common.loading} />
    );
  const parts = (filed: FiledMaterial): DeskParts => {
    const { file, removed } = filed;
    const known = views.get(file.sha256);
    const isAway = !known || !isHere(known);
    return {
      facts: factsOf(w, filed, known),
      note: known?.fault === "too_large" ? w.files.away.tooLarge : null,
      away: isAway ? awayOf(file.sha256, known) : null,
      other:
        viewerFor(file.media) === null ? <OutsideSheet file={file} ticket={ticket} /> : null,
      actions: mayRemove && removed === null && (
        <IconButton
          icon={Trash2}
          label={w.files.remove.button}
          onPress={() => setRemoving(filed)}
          size="small"
        />
      ),
    };
  };
  return (
    <>
      <FileViewer
        empty={empty(mayAdd && <FirstFile />)}
        extras={extras}
        files={item.files}
        incoming={incoming}
        name={item.name}
        notes={<HeldFiles ticket={ticket} views={held} />}
        parts={parts}
        read={read}
        tools={mayAdd && <AddFiles />}
        views={views}
        viewsAreComing={isFetching}
      />
      {removing && (
        <RemoveDialog
          file={removing.file}
          material={item.material}
          onClose={() => setRemoving(null)}
          ticket={ticket}
        />
      )}
    </>
  );
}

/** Whether a file that was handed in is among those of the material already. */
function isThere({ standing }: Incoming, files: readonly FiledMaterial[]): boolean {
  if (standing.is !== "filed") return false;
  return files.some(({ file, removed }) => file.sha256 === standing.sha256 && removed === null);
}

/** The material as a place to file at; while it is on the table, nothing about it is a message. */
function usePlace(ticket: string, { material, name }: ReviewItem): Place {
  const place = useMemo(() => ({ ticket, material, materialName: name }), [ticket, material, name]);
  useEffect(() => {
    setOnTable(place);
    return () => setOnTable(null);
  }, [place]);
  return place;
}

/** The sample and the blank form, where the library gives a standard form. */
function useExtras(material: Material | null): Beside[] {
  const w = useWords();
  const schema = material?.form_schema;
  const fields = useMemo(() => fieldsOf(schema), [schema]);
  if (fields.length === 0 || !material) return [];
  return (["sample", "blank"] as const).map((id) => ({
    id,
    label: w.files.form[id],
    name: material.name,
    sheet: (
      <div className={styles.paper}>
        <FormSheet fields={fields} isSample={id === "sample"} />
      </div>
    ),
  }));
}

/** What is known of a file besides its name. */
function factsOf(w: Words, { file }: FiledMaterial, view: FileView | undefined): string {
  const facts = [w.review.viewer.size(file.bytes)];
  if (view?.width && view.height) facts.push(w.files.strip.pixels(view.width, view.height));
  if (view?.pages) facts.push(w.files.strip.pages(view.pages));
  return facts.join(w.punctuation.dot);
}
