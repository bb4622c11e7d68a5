import type { ApiEvent } from "@/generated/types";

/** What runs the commands: the desktop shell, or the same program behind a loopback address. */
export interface Host {
  readonly kind: "desktop" | "web";
  /** Runs a command of the table. Rejects with an `ApiError`. */
  call(name: string, argument: unknown): Promise<unknown>;
  /** Calls back for every event; the returned function stops it. */
  listen(callback: (event: ApiEvent) => void): () => void;
  /** Lets the person choose a folder with the system's dialog; `null` when they close it. */
  readonly pickFolder: ((title: string) => Promise<string | null>) | null;
  /** Lets the person choose a file of these kinds (without dots) with the system's dialog. */
  readonly pickFile: ((title: string, kinds: readonly string[]) => Promise<string | null>) | null;
  /** Calls back when events may have been missed, so that everything on screen is asked again. */
  onGap(callback: () => void): () => void;
}
