/**
 * The PouchDB side of the centre: express-pouchdb over LevelDB in a folder, in a process of its own.
 *
 * Arguments: --dir FOLDER. Says `{"port": N}` once it listens, then answers:
 * `load` and `change`, each with a `file` of JSON lines, whose records it writes.
 */

import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import expressPouchDB from "express-pouchdb";
import PouchDB from "pouchdb";

import { argumentsOf, readLines, say, serve } from "./talk.mjs";

const BATCH = 1000;

const { dir } = argumentsOf(["dir"]);
mkdirSync(dir, { recursive: true });
const Stored = PouchDB.defaults({ prefix: `${dir}/` });
// The smallest set of routes with which PouchDB replicates; settings in memory, log beside the data.
const app = expressPouchDB(Stored, {
  mode: "minimumForPouchDB",
  inMemoryConfig: true,
  logPath: join(dir, "log.txt"),
});
const records = new Stored("records");

/** Writes records in their newest revision. */
async function write({ file }) {
  const lines = readLines(file);
  for (let at = 0; at < lines.length; at += BATCH) {
    const piece = lines.slice(at, at + BATCH);
    const known = await records.allDocs({ keys: piece.map((record) => record.id) });
    const documents = piece.map((record, index) => {
      const revision = known.rows[index].value?.rev;
      return { _id: record.id, ...(revision && { _rev: revision }), ...record };
    });
    const failed = (await records.bulkDocs(documents)).find((answer) => answer.error);
    if (failed) throw new Error(JSON.stringify(failed));
  }
  return { done: lines.length };
}

const server = createServer(app);
// Node would close a connection that rests for 5 seconds, and a replication that is just about to
// use it again then waits for ever.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => say({ port: server.address().port }));
await serve({ load: write, change: write });
server.closeAllConnections();
server.close();
await records.close();
