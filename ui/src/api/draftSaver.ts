/** How far the latest text of a draft has come. */
export type DraftState = "untouched" | "waiting" | "saved" | "failed";

/** A pause this long is taken for the end of a thought. */
export const PAUSE_MS = 300;

/**
 * Saves a text while it is being written: after each pause, at once on `flush`, one save at a
 * time, and always the latest text last, so that an older one can never overwrite it.
 */
export class DraftSaver {
  #latest: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running = false;
  readonly #save: (text: string) => Promise<void>;
  readonly #onState: (state: DraftState) => void;

  constructor(save: (text: string) => Promise<void>, onState: (state: DraftState) => void) {
    this.#save = save;
    this.#onState = onState;
  }

  /** Takes the latest text; it is saved after the next pause. */
  write(text: string): void {
    this.#latest = text;
    this.#onState("waiting");
    this.#stopTimer();
    this.#timer = setTimeout(() => void this.#run(), PAUSE_MS);
  }

  /** Saves at once what is still waiting. */
  flush(): void {
    this.#stopTimer();
    void this.#run();
  }

  /** Forgets what is waiting; for a text that has been sent. */
  drop(): void {
    this.#stopTimer();
    this.#latest = null;
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let text = this.#take();
    while (text !== null) {
      try {
        await this.#save(text);
        this.#onState(this.#latest === null ? "saved" : "waiting");
      } catch {
        // Kept for the next pause; the state tells the person meanwhile.
        this.#latest ??= text;
        this.#onState("failed");
        break;
      }
      text = this.#timer === null ? this.#take() : null;
    }
    this.#running = false;
  }

  #take(): string | null {
    const text = this.#latest;
    this.#latest = null;
    return text;
  }
}
