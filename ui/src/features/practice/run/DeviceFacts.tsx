import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";

import { useCommand } from "@/api";
import { cameras, hasCamera } from "@/forms";
import type { CounterDevice } from "@/generated/types";
import { useWords } from "@/i18n";
import { State, type Tone } from "@/ui";


import styles from "./run.module.css";

interface Fact {
  icon: LucideIcon;
  tone: Tone;
  text: string;
}

const fact = (good: boolean, text: string): Fact =>
  good ? { icon: CircleCheck, tone: "jade", text } : { icon: CircleX, tone: "amber", text };

/** What this machine itself can tell about a device: the real state, also in practice. */
export function DeviceFacts({ device }: { device: CounterDevice }) {
  const words = useWords().practice.devices;
  return (
    <div aria-label={words.here} className={styles.facts} role="group">
      {device === "document_camera" && <CameraFacts />}
      {device === "network" && <NetworkFact />}
      {device !== "document_camera" && device !== "network" && (
        <Shown fact={{ icon: CircleHelp, tone: "soft", text: words.bySight }} />
      )}
    </div>
  );
}

function Shown({ fact: { icon, tone, text } }: { fact: Fact }) {
  return (
    <State icon={icon} tone={tone}>
      {text}
    </State>
  );
}

function NetworkFact() {
  const w = useWords();
  const { data } = useCommand("sync_state", {});
  return data && <Shown fact={fact(data.link === "online", w.enums.link[data.link])} />;
}

function CameraFacts() {
  const words = useWords().practice.devices;
  const folder = useCommand("scan_folder", {}).data;
  const [found, setFound] = useState<number | null>(null);
  useEffect(() => {
    if (!hasCamera()) return undefined;
    let here = true;
    const count = () => {
      const tell = (number: number) => here && setFound(number);
      cameras().then(
        (list) => tell(list.length),
        () => tell(0),
      );
    };
    count();
    navigator.mediaDevices.addEventListener("devicechange", count);
    return () => {
      here = false;
      navigator.mediaDevices.removeEventListener("devicechange", count);
    };
  }, []);
  return (
    <>
      {!hasCamera() && <Shown fact={fact(false, words.noCamera)} />}
      {found !== null && <Shown fact={fact(found > 0, words.cameras(found))} />}
      {folder && (
        <Shown
          fact={fact(
            folder.path !== null && folder.problem === null,
            folder.path === null ? words.noFolder : folder.problem === null ? words.folder : words.badFolder,
          )}
        />
      )}
    </>
  );
}
