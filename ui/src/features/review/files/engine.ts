import { asApiError, call, invalidate } from "@/api";
import { effects } from "@/generated/commands";
import type { FileTaken } from "@/generated/types";

import { toBase64 } from "./base64";
import { type Incoming, isMoving, type NotBegun, notBegun, type Place, type Standing } from "./incoming";
import { incoming, type Outcome, replace, say } from "./store";

/** The file itself could not be read: it was moved, or is a folder after all. */
class Unreadable extends Error {}

let lastId = 0;
let isRunning = false;
/** Names at the host, of files that are begun there. */
const begun = new Map<number, string>();

function find(id: number): Incoming | undefined {
  return incoming().find((one) => one.id === id);
}

function drop(id: number): void {
  replace(incoming().filter((one) => one.id !== id));
}

function stand(id: number, standing: Standing): void {
  replace(incoming().map((one) => (one.id === id ? { ...one, standing } : one)));
}

function tell({ id, file, ticket, material, materialName }: Incoming, became: Outcome["became"]): void {
  say({ id, name: file.name, ticket, material, materialName, became });
}

/** Takes files in for a material, one after the other. Returns their names in this window. */
export function takeIn(place: Place, files: readonly { file: File; isFolder?: boolean }[]): number[] {
  const added = files.map(({ file, isFolder = false }): Incoming => {
    lastId += 1;
    const why: NotBegun | null = notBegun(file, isFolder);
    const standing: Standing = why === null ? { is: "waiting" } : { is: "not_begun", why };
    return { ...place, id: lastId, file, standing };
  });
  replace([...incoming(), ...added]);
  added.filter(({ standing }) => standing.is === "not_begun").forEach((one) => tell(one, "not_begun"));
  void run();
  return added.map(({ id }) => id);
}

/** Tries a file again that did not come through. */
export function tryAgain(id: number): void {
  stand(id, { is: "waiting" });
  void run();
}

/** Takes it although it is hard to read. */
export async function takeAnyway(id: number): Promise<void> {
  const upload = begun.get(id);
  if (upload !== undefined) await finish(id, upload, true);
}

/** Gives a file up, at whatever point it is, and puts it away. */
export function giveUp(id: number): void {
  drop(id);
  forget(id);
}

/**
 * Gives everything up: the next person at this window knows nothing of it. At the host it has
 * ended with the session.
 */
export function giveUpAll(): void {
  begun.clear();
  replace([]);
}

/** Ends it at the host, where it was begun. */
function forget(id: number): void {
  const upload = begun.get(id);
  begun.delete(id);
  if (upload !== undefined) call("file_cancel", { upload }).catch(() => undefined);
}

async function run(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  let next = incoming().find(({ standing }) => standing.is === "waiting");
  while (next) {
    await carry(next);
    next = incoming().find(({ standing }) => standing.is === "waiting");
  }
  isRunning = false;
}

async function carry(one: Incoming): Promise<void> {
  const { id } = one;
  try {
    stand(id, { is: "sending", sent: 0 });
    const upload = await readIn(one);
    if (upload !== null) await finish(id, upload, false);
  } catch (thrown) {
    fail(id, thrown);
  }
}

/** Reads the file in, piece by piece. `null`: it was given up meanwhile. */
async function readIn({ id, file, ticket, material }: Incoming): Promise<string | null> {
  const argument = { ticket, material, name: file.name, bytes: file.size };
  const { upload, piece_bytes } = await call("file_begin", argument);
  begun.set(id, upload);
  for (let offset = 0; offset < file.size; ) {
    const end = Math.min(file.size, offset + piece_bytes);
    const data = await pieceOf(file, offset, end);
    if (find(id)) await call("file_piece", { upload, offset, data });
    if (!find(id)) {
      forget(id);
      return null;
    }
    offset = end;
    stand(id, { is: "sending", sent: offset });
  }
  return upload;
}

async function pieceOf(file: File, from: number, to: number): Promise<string> {
  const bytes = await file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => {
      throw new Unreadable();
    });
  return toBase64(new Uint8Array(bytes));
}

async function finish(id: number, upload: string, despite_warnings: boolean): Promise<void> {
  stand(id, { is: "checking" });
  try {
    settle(id, upload, await call("file_finish", { upload, despite_warnings }));
  } catch (thrown) {
    fail(id, thrown);
  }
}

function settle(id: number, upload: string, { outcome, held, sha256, warnings }: FileTaken): void {
  const one = find(id);
  if (outcome !== "warned") begun.delete(id);
  // Nobody is left to answer.
  else if (!one) call("file_cancel", { upload }).catch(() => undefined);
  switch (outcome) {
    case "warned":
      stand(id, { is: "warned", warnings });
      break;
    case "held":
      stand(id, { is: "held", reason: held ?? "unreadable", sha256 });
      break;
    case "filed":
      stand(id, { is: "filed", sha256 });
      break;
  }
  if (one) tell(one, outcome);
  if (outcome === "warned") return;
  // The material shows the file before its place among those on their way goes.
  void invalidate(effects.file_finish.writes ?? []).finally(() => {
    if (outcome === "filed") drop(id);
  });
}

function fail(id: number, thrown: unknown): void {
  forget(id);
  const one = find(id);
  if (!one) return;
  if (thrown instanceof Unreadable) {
    stand(id, { is: "not_begun", why: "unreadable" });
    tell(one, "not_begun");
    return;
  }
  stand(id, { is: "failed", error: asApiError(thrown) });
  tell(one, "failed");
}

/** Whether anything would be lost by closing the window now. */
export function isAtWork(): boolean {
  return incoming().some(isMoving);
}
