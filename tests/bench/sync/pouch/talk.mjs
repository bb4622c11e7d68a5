/** How a driver is spoken to: one JSON object per line on standard input, one back on standard output. */

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** The arguments: `--name value`, each at most once. */
export function argumentsOf(names) {
  const found = {};
  for (let at = 2; at < process.argv.length; at += 2) {
    const name = process.argv[at].replace(/^--/, "");
    if (!names.includes(name)) throw new Error(`there is no --${name}; known are: ${names.join(", ")}`);
    found[name] = process.argv[at + 1];
  }
  for (const name of names) if (!found[name]) throw new Error(`--${name} is missing`);
  return found;
}

/** The objects of a file of JSON lines. */
export function readLines(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
}

export function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/** Answers one request after another until the input ends. */
export async function serve(handlers) {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    try {
      const handler = handlers[request.do];
      if (!handler) throw new Error(`this driver cannot ${request.do}`);
      say(await handler(request));
    } catch (error) {
      say({ error: String(error?.stack ?? error) });
    }
  }
}

/** Milliseconds that something took. */
export async function timed(work) {
  const began = process.hrtime.bigint();
  const result = await work();
  return [Number(process.hrtime.bigint() - began) / 1e6, result];
}
