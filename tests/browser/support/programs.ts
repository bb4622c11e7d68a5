import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Time a program has to be ready, milliseconds. */
const START_MS = 60_000;
const LOOK_MS = 40;
/** Where the interface is built to. */
const BUILT_UI = fileURLToPath(new URL("../../../ui/dist", import.meta.url));

/** Looks until there is something. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null> | T | null,
  limitMs = START_MS,
): Promise<T> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`waited in vain for: ${what}`);
}

/** A program of ours with a folder of its own; both are gone after `stop`. */
export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), "bangban-browser-"));
  private child: ChildProcess | null = null;

  constructor(
    private readonly name: string,
    private readonly path: string,
  ) {}

  start(args: string[], environment: Record<string, string> = {}): void {
    const log = openSync(this.log, "a");
    this.child = spawn(this.path, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", log, log],
    });
  }

  /** Text of a file that the program writes once it is ready. */
  async says(file: string): Promise<string> {
    return until(`${this.name} to write ${file}`, () => {
      const ended = this.child?.exitCode ?? null;
      if (ended !== null) throw new Error(`${this.name} ended (${ended}): ${this.lastWords()}`);
      const path = join(this.folder, file);
      const text = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
      return text === "" ? null : text;
    });
  }

  /** Ends it as the system does; the folder stays. */
  async end(): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    // A program that does not listen must not hold up the others.
    const deadline = setTimeout(() => child.kill("SIGKILL"), 15_000);
    const code = await ended;
    clearTimeout(deadline);
    return code;
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  lastWords(): string {
    return existsSync(this.log) ? readFileSync(this.log, "utf8").slice(-2_000) : "";
  }

  private get log(): string {
    return join(this.folder, `${this.name}.log`);
  }
}

function programPath(variable: string): string {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set: run cargo xtask test --only browser`);
  return path;
}

/** A platform with the sample data. */
export class Platform {
  private readonly program = new Program("platform", programPath("BANGBAN_PLATFORM_BIN"));
  /** `host:port` it listens on. */
  address = "";

  async start(): Promise<void> {
    const { folder } = this.program;
    const file = join(folder, "port");
    const data = join(folder, "data");
    const place = ["--bind", "127.0.0.1:0", "--data-dir", data, "--port-file", file];
    // What is used is told at once: no test waits for the next day.
    this.program.start(["serve", "--sample", ...place], { BANGBAN_PLATFORM_USAGE_HOURS: "0" });
    this.address = await this.program.says("port");
    await until("the platform's health", async () => {
      const answer = await fetch(`http://${this.address}/health`).catch(() => null);
      return answer?.ok ? true : null;
    });
  }

  /** Lets an account act or no longer, as its administrator does. */
  staff(change: "disable" | "enable", account: string): void {
    const place = ["--data-dir", join(this.program.folder, "data")];
    execFileSync(programPath("BANGBAN_PLATFORM_BIN"), ["staff", change, account, ...place], { stdio: "pipe" });
  }

  stop(): Promise<void> {
    return this.program.stop();
  }
}

/** A workstation for a browser. */
export class WebHost {
  private readonly program = new Program("web", programPath("BANGBAN_WEB_BIN"));
  /** The link it has given out; it works once. */
  link = "";

  constructor(private readonly platformUrl: string) {}

  async start(): Promise<void> {
    const { folder } = this.program;
    rmSync(join(folder, "link"), { force: true });
    this.program.start([], {
      BANGBAN_PLATFORM_URL: this.platformUrl,
      BANGBAN_DATA_DIR: this.data,
      BANGBAN_UI_DIR: process.env.BANGBAN_UI_DIR ?? BUILT_UI,
      BANGBAN_WEB_LINK_FILE: join(folder, "link"),
      BANGBAN_DOWNLOADS: this.downloads,
      BANGBAN_STICKS: this.sticks,
    });
    this.link = await this.program.says("link");
  }

  /** Where everything of the desk lies. */
  get data(): string {
    return join(this.program.folder, "desk");
  }

  /** Where it saves papers to. */
  get downloads(): string {
    return join(this.program.folder, "downloads");
  }

  /** Where sticks show when they are plugged in: one folder each. */
  get sticks(): string {
    return join(this.program.folder, "sticks");
  }

  /** Where its pages are. */
  get origin(): string {
    return new URL(this.link).origin;
  }

  /** Ends and starts it on the same data. */
  async restart(): Promise<void> {
    await this.program.end();
    await this.start();
  }

  stop(): Promise<void> {
    return this.program.stop();
  }
}
