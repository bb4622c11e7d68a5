import type { Host } from "./host";

export type { Host } from "./host";

/** The host this window runs in. The shell's bridge is loaded only inside the shell. */
export async function findHost(): Promise<Host> {
  if ("__TAURI_INTERNALS__" in window) {
    const { tauriHost } = await import("./tauri");
    return tauriHost;
  }
  const { webHost } = await import("./web");
  return webHost;
}
