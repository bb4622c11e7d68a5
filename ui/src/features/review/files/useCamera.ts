import { useCallback, useEffect, useState } from "react";

import { cameras, type CameraTrouble, closeCamera, openCamera, troubleOf } from "@/forms";

/** A camera while its dialog is open. */
export interface CameraOnScreen {
  stream: MediaStream | null;
  trouble: CameraTrouble | null;
  devices: readonly MediaDeviceInfo[];
  device: string | null;
  choose: (device: string) => void;
  retry: () => void;
}

/** Opens the camera for as long as the component is there. */
export function useCamera(): CameraOnScreen {
  const [asked, setAsked] = useState<{ device: string | null; attempt: number }>({ device: null, attempt: 0 });
  const [found, setFound] = useState<
    { of: typeof asked; stream: MediaStream | null; trouble: CameraTrouble | null } | null
  >(null);
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);

  useEffect(() => {
    let gone = false;
    let open: MediaStream | null = null;
    openCamera(asked.device).then(
      (stream) => {
        if (gone) {
          closeCamera(stream);
          return;
        }
        open = stream;
        setFound({ of: asked, stream, trouble: null });
        cameras().then(
          (list) => !gone && setDevices(list),
          () => undefined,
        );
      },
      async (thrown: unknown) => {
        const trouble = await troubleOf(thrown);
        if (!gone) setFound({ of: asked, stream: null, trouble });
      },
    );
    return () => {
      gone = true;
      if (open) closeCamera(open);
    };
  }, [asked]);

  const choose = useCallback((device: string) => setAsked({ device, attempt: 0 }), []);
  const retry = useCallback(
    () => setAsked(({ device, attempt }) => ({ device, attempt: attempt + 1 })),
    [],
  );
  const now = found?.of === asked ? found : null;
  const stream = now?.stream ?? null;
  const device = asked.device ?? stream?.getVideoTracks()[0]?.getSettings().deviceId ?? null;
  return { stream, trouble: now?.trouble ?? null, devices, device, choose, retry };
}
