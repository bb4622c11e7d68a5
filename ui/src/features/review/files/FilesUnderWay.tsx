import { Link, useNavigate } from "@tanstack/react-router";
import { Upload } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";

import { useWords } from "@/i18n";
import { Icon, toast } from "@/ui";

import { giveUpAll, isAtWork } from "./engine";
import styles from "./files.module.css";
import { isSame, together } from "./incoming";
import { lookAt, onOutcome, onTable, type Outcome, useIncoming, useOnTable } from "./store";

function holdWindow(event: BeforeUnloadEvent): void {
  if (isAtWork()) event.preventDefault();
}

/** A file that misses its place must not take the desk's place in the window. */
function missed(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes("Files") || event.defaultPrevented) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}

/**
 * Files on their way in, wherever the person is meanwhile: what becomes of them is said here
 * unless their material lies on the table. Once per desk; leaving it gives up what is unfinished.
 */
export function FilesUnderWay() {
  const w = useWords();
  const navigate = useNavigate();
  const [said, setSaid] = useState("");
  const tell = useEffectEvent((outcome: Outcome) => {
    const { became, name, ticket, material, materialName } = outcome;
    const words =
      became === "filed" ? w.files.done.filed(name, materialName) : w.files.done[became](name);
    if (isSame(outcome, onTable())) {
      setSaid(words);
      return;
    }
    const look = () => {
      lookAt({ ticket, material, materialName });
      void navigate({ to: "/tickets/$ticket/review", params: { ticket } });
    };
    toast(became === "filed" ? "jade" : "red", words, { label: w.files.done.look, run: look });
  });
  useEffect(() => onOutcome((outcome) => tell(outcome)), []);
  useEffect(() => {
    window.addEventListener("beforeunload", holdWindow);
    window.addEventListener("dragover", missed);
    window.addEventListener("drop", missed);
    return () => {
      window.removeEventListener("beforeunload", holdWindow);
      window.removeEventListener("dragover", missed);
      window.removeEventListener("drop", missed);
      giveUpAll();
    };
  }, []);
  return (
    <>
      <p aria-live="polite" className="visually-hidden">
        {said}
      </p>
      <Elsewhere />
    </>
  );
}

/** That files are still being taken in, while their material is not on the table. */
function Elsewhere() {
  const w = useWords();
  const table = useOnTable();
  const elsewhere = useIncoming().filter((one) => !isSame(one, table));
  const { count, share } = together(elsewhere);
  const [first] = elsewhere;
  if (count === 0 || !first || table?.ticket === first.ticket) return null;
  const { ticket, material, materialName } = first;
  return (
    <Link
      className={styles.elsewhere}
      onClick={() => lookAt({ ticket, material, materialName })}
      params={{ ticket }}
      to="/tickets/$ticket/review"
    >
      <Icon of={Upload} size={1} />
      {w.files.incoming.elsewhere(count, Math.floor(share * 100))}
    </Link>
  );
}
