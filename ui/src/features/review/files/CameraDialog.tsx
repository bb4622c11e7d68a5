import { Camera, CameraOff, RotateCcw } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";

import { errorWords, useWords } from "@/i18n";
import { Button, Dialog, EmptyState, Notice, Select, Spinner, Waiting } from "@/ui";

import { showIn } from "../viewer/content";
import { shoot } from "@/forms";
import { giveUp, takeAnyway, takeIn } from "./engine";
import styles from "./files.module.css";
import { HeldWords } from "./HeldWords";
import type { Incoming, Place } from "./incoming";
import { pictureName } from "./names";
import { onOutcome, useIncoming } from "./store";
import { useCamera } from "./useCamera";
import { Warnings } from "./Warnings";

/** Takes pictures of a material, page after page. What is hard to read is said at once. */
export function CameraDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const w = useWords();
  const words = w.files.camera;
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const [taken, setTaken] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [filed, setFiled] = useState(0);
  const coming = useIncoming().find(({ id }) => id === sent) ?? null;
  const { stream, trouble, devices } = camera;

  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream, taken]);
  useEffect(
    () =>
      onOutcome(({ id, became }) => {
        if (id !== sent || became !== "filed") return;
        setFiled((count) => count + 1);
        setTaken(null);
        setSent(null);
      }),
    [sent],
  );

  function take() {
    if (!video.current) return;
    shoot(video.current, pictureName(place.materialName, Date.now(), "jpg")).then(setTaken, camera.retry);
  }
  function retake() {
    if (sent !== null) giveUp(sent);
    setSent(null);
    setTaken(null);
  }
  function use() {
    if (taken) setSent(takeIn(place, [{ file: taken }])[0] ?? null);
  }

  const isWarned = coming?.standing.is === "warned";
  const isOver = coming?.standing.is === "held" || coming?.standing.is === "failed";
  const retakeButton = (
    <Button icon={RotateCcw} onPress={retake} tone={isWarned || isOver ? "primary" : "quiet"}>
      {w.files.warned.retake}
    </Button>
  );
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <span aria-live="polite" className="soft">
            {filed > 0 ? words.filed(filed) : words.hint}
          </span>
          <Button onPress={onClose}>{filed > 0 ? words.done : w.common.close}</Button>
          {!taken && (
            <Button icon={Camera} isDisabled={!stream} key="shoot" onPress={take} tone="primary">
              {words.shoot}
            </Button>
          )}
          {taken && retakeButton}
          {taken && isWarned && (
            <Button onPress={() => sent !== null && void takeAnyway(sent)}>{w.files.warned.anyway}</Button>
          )}
          {taken && !isWarned && !isOver && (
            <Button autoFocus busy={sent !== null} key="use" onPress={use} tone="primary">
              {words.use}
            </Button>
          )}
        </>
      }
      isOpen
      onClose={onClose}
      title={words.title(place.materialName)}
      width={48}
    >
      {devices.length > 1 && (
        <Select
          label={words.device}
          onChange={camera.choose}
          options={devices.map(({ deviceId, label }, index) => ({
            id: deviceId,
            label: label || words.deviceNo(index + 1),
          }))}
          value={camera.device}
        />
      )}
      {taken && <Verdict coming={coming} />}
      <div className={styles.lens}>
        {trouble && (
          <EmptyState
            action={<Button onPress={camera.retry}>{w.common.retry}</Button>}
            icon={CameraOff}
            text={words[trouble]}
          />
        )}
        {!trouble && !stream && <Waiting label={words.starting} />}
        {taken ? (
          <Taken file={taken} />
        ) : (
          stream && <video aria-label={words.live} autoPlay muted playsInline ref={video} />
        )}
      </div>
    </Dialog>
  );
}

function Taken({ file }: { file: File }) {
  const w = useWords();
  const show = useCallback((image: HTMLImageElement | null) => showIn(image, file), [file]);
  return <img alt={w.files.camera.taken} ref={show} />;
}

/** What is said about the picture that was taken. */
function Verdict({ coming }: { coming: Incoming | null }) {
  const w = useWords();
  if (!coming) return null;
  const { standing, materialName } = coming;
  switch (standing.is) {
    case "warned":
      return (
        <Notice announce tone="amber">
          <p>{w.files.warned.title(materialName)}</p>
          <Warnings hasIcon warnings={standing.warnings} />
        </Notice>
      );
    case "held":
      return (
        <Notice announce tone="red">
          <HeldWords reason={standing.reason} />
        </Notice>
      );
    case "failed":
      return (
        <Notice announce tone="red">
          {errorWords(w, standing.error)}
        </Notice>
      );
    case "not_begun":
      return null;
    case "waiting":
    case "sending":
    case "checking":
    case "filed":
      return (
        <p className={styles.checking} role="status">
          <Spinner size={1} /> {w.files.camera.checking}
        </p>
      );
  }
}
