import type { ApiError, ApiEvent } from "@/generated/types";

import type { Host } from "./host";

const listeners = new Set<(event: ApiEvent) => void>();
const gapListeners = new Set<() => void>();
let stream: EventSource | null = null;
let openedBefore = false;

/** A stream that was refused stays closed; it is opened anew after this. */
const REOPEN_MS = 3_000;

/** Opens the event stream once. The browser reconnects it by itself unless it was refused. */
function openStream(): void {
  if (stream) return;
  stream = new EventSource("/events");
  stream.onerror = () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    window.setTimeout(openStream, REOPEN_MS);
  };
  stream.onopen = () => {
    if (openedBefore) gapListeners.forEach((callback) => callback());
    openedBefore = true;
  };
  stream.onmessage = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as ApiEvent;
    listeners.forEach((callback) => callback(event));
  };
}

/** The body of a failed answer, or `internal` when it is not one of ours (a proxy's page). */
async function errorOf(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as Partial<ApiError>;
    if (typeof body.code === "string") return body as ApiError;
  } catch {
    // Not JSON: falls through to the general error below.
  }
  return { code: "internal", params: { status: String(response.status) }, trace_id: "" };
}

/** The same program behind a loopback address, for a browser. */
export const webHost: Host = {
  kind: "web",
  async call(name, argument) {
    let response: Response;
    try {
      response = await fetch(`/rpc/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        credentials: "same-origin",
        body: JSON.stringify(argument),
      });
    } catch {
      const error: ApiError = { code: "internal", params: { host: "unreachable" }, trace_id: "" };
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors are codes here
      throw error;
    }
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors are codes here
    if (!response.ok) throw await errorOf(response);
    return (await response.json()) as unknown;
  },
  pickFolder: null,
  pickFile: null,
  listen(callback) {
    openStream();
    listeners.add(callback);
    return () => void listeners.delete(callback);
  },
  onGap(callback) {
    gapListeners.add(callback);
    return () => void gapListeners.delete(callback);
  },
};
