/**
 * Proves one build of better-sqlite3 in one runtime: `node --expose-gc native-stress.mjs FILE`.
 *
 * A build against the wrong Node-API level loads and answers queries, then aborts the process when
 * the garbage collector finalises statements. So thousands of statements, rows, iterators and whole
 * databases are dropped here with the collector forced. Prints one JSON line; exit 0 is the proof.
 */
import { createRequire } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';

const require = createRequire(import.meta.url);
const Database = require('better-sqlite3');
const nativeBinding = process.argv[2];

// Electron run as Node takes no --expose-gc on its command line; the flag can still be set late.
v8.setFlagsFromString('--expose-gc');
const gc = globalThis.gc ?? vm.runInNewContext('gc');

/** Fills, reads and abandons one in-memory database; half of them are left for the collector. */
function round(n) {
  const db = new Database(':memory:', { nativeBinding });
  db.exec('create table t (id integer primary key, name text not null, body blob) strict');
  db.function('twice', (x) => x * 2);
  const insert = db.prepare('insert into t (name, body) values (?, ?)');
  db.transaction(() => {
    for (let i = 0; i < 100; i++) insert.run(`张三 ${i}`, Buffer.alloc(64, i));
  })();
  for (let i = 0; i < 200; i++) {
    db.prepare(`select *, twice(id) as d, ${i} as k from t where id = ?`).get(i % 100);
  }
  const rows = db.prepare('select id, name from t').iterate();
  rows.next();
  rows.return();
  try {
    db.prepare('select nothing from nowhere');
    throw new Error('a wrong statement was accepted');
  } catch (error) {
    if (error.code !== 'SQLITE_ERROR') throw error;
  }
  if (n % 2 === 0) db.close();
}

for (let n = 0; n < 40; n++) {
  round(n);
  gc();
}
// One turn of the event loop between collections lets deferred finalisers run as well.
for (let n = 0; n < 10; n++) {
  await new Promise((resolve) => setImmediate(resolve));
  gc();
}
const db = new Database(':memory:', { nativeBinding });
console.log(
  JSON.stringify({
    sqlite: db.prepare('select sqlite_version() as v').get().v,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
  }),
);
db.close();
