/**
 * The PouchDB side of the station: a replica in LevelDB in a folder, in a process of its own.
 *
 * Arguments: --url ADDRESS --batch N. Answers:
 * `first` (dir, n): a new replica, timed until every record is in it;
 * `pull` (file): timed until the changes of the file are here; `push` (file): timed until the new
 * records of the file are there; `settle`: both ways, not timed.
 */

import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

import PouchDB from "pouchdb";

import { argumentsOf, readLines, say, serve, timed } from "./talk.mjs";

const { url, batch } = argumentsOf(["url", "batch"]);
const remote = new PouchDB(`${url}/records`, { skip_setup: true });
const options = { batch_size: Number(batch) };
let local;

const down = () => local.replicate.from(remote, options);
const up = () => local.replicate.to(remote, options);

async function settle() {
  await up();
  await down();
  return { done: true };
}

async function first({ dir, n }) {
  await local?.close();
  mkdirSync(dirname(dir), { recursive: true });
  local = new PouchDB(dir);
  await local.info();
  const [ms] = await timed(down);
  const { doc_count: held } = await local.info();
  if (held !== n) throw new Error(`${held} records of ${n}`);
  return { what: "first", n, ms };
}

async function pull({ file }) {
  const [ms] = await timed(down);
  const wanted = readLines(file);
  const here = await local.allDocs({ keys: wanted.map((record) => record.id), include_docs: true });
  wanted.forEach((record, at) => {
    if (here.rows[at].doc.name !== record.name) throw new Error(`${record.id} is not up to date`);
  });
  return { what: "pull", n: wanted.length, ms };
}

async function push({ file }) {
  const lines = readLines(file);
  await local.bulkDocs(lines.map((record) => ({ _id: record.id, ...record })));
  const [ms, done] = await timed(up);
  if (done.docs_written !== lines.length) throw new Error(`${done.docs_written} of ${lines.length}`);
  return { what: "push", n: lines.length, ms };
}

say({ ready: true });
await serve({ first, pull, push, settle });
await local?.close();
