/** Why there is no picture of the camera. */
export type CameraTrouble = "refused" | "none" | "busy";

/** A picture for a counter: as sharp as the camera can, and the side that looks at the table. */
const WANTED: MediaTrackConstraints = {
  width: { ideal: 3840 },
  height: { ideal: 2160 },
  facingMode: { ideal: "environment" },
};
const JPEG_QUALITY = 0.92;

/** Whether the system offers cameras at all. */
export function hasCamera(): boolean {
  // Only where the page came over a safe way; the type says it is always there.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return typeof devices?.getUserMedia === "function";
}

/** Opens a camera: the chosen one, else the best. */
export function openCamera(deviceId: string | null): Promise<MediaStream> {
  const video = deviceId === null ? WANTED : { ...WANTED, deviceId: { exact: deviceId } };
  return navigator.mediaDevices.getUserMedia({ video, audio: false });
}

/** Switches it off: its light goes out. */
export function closeCamera(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

/** What went wrong, by what was thrown. Not every web view throws a `DOMException` here. */
export async function troubleOf(thrown: unknown): Promise<CameraTrouble> {
  const name = String((thrown as { name?: unknown } | null)?.name);
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  const found = await cameras().catch(() => []);
  return found.length === 0 ? "none" : "busy";
}

/** The cameras there are. Their names are known once one was opened. */
export async function cameras(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === "videoinput");
}

/** The picture on the screen as a JPEG, in the camera's own size. */
export async function shoot(video: HTMLVideoElement, name: string): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY),
  );
  if (!blob) throw new Error("the picture could not be kept");
  return new File([blob], name, { type: "image/jpeg" });
}
