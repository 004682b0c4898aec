import { statSync } from 'node:fs';
import { isoOf, msOf } from '../../shared/dates';
import { type BenchOffice, makeOffice, must, openBench, UNTIL, withFolder } from './data';
import { DESK_CLASSES, drawDeskQueries } from './desk-queries';
import { atMost, type Measured, type Order, percentile, say, timed, timedAsync, timesOf } from './report';
import { DiskFile } from './rivals';

/**
 * The reception desk with a big visitor book and a big key log in one database: what is asked and written while somebody
 * waits, through the door, against one raw statement or one synced write of the same bytes in the same run.
 */

/** Keys are taken three times for every ten visitors. */
const LOANS_PER_VISIT = 0.3;
const QUERIES = 40;
const ROUNDS = 60;
const DRAFTS = 8;
const PAGE = 100;
/** How long a key is taken for. */
const DUE_MS = 10 * 60_000;
/** Depths of a list page, as shares of the book. */
const DEPTHS = [0, 0.5, 0.99] as const;

/** Makes the data, measures all sides in one run. */
export async function benchDesk({ entries, keptIn }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const each = { visits: entries, keyLoans: Math.max(1, Math.round(entries * LOANS_PER_VISIT)) };
    const { dataDir, seconds, megabytes } = await makeOffice(folder, 0, { keptIn, each });
    let now = msOf(UNTIL);
    const office = await openBench(dataDir, () => isoOf(now));
    const probe = new DiskFile(folder);
    try {
      say('searches, suggestions and scans');
      const asked = await measureAsking(office);
      say('pages of both books');
      const pages = {
        visits: await measurePage(office, 'visits'),
        keyLoans: await measurePage(office, 'keyLoans'),
      };
      say('counts on top');
      const counts = await measureCounts(office);
      say('keys back and visitors in');
      const written = await measureWriting(office, probe, () => {
        now += 60_000;
        return now;
      });
      say('the sheet of a shift');
      const drafts = await measureDrafts(office);
      const slowest = Math.max(...DESK_CLASSES.map((kind) => asked.search[kind].p95));
      return {
        goals: [
          atMost('search through the door, p95 of the slowest class', 10, slowest, 'ms'),
          atMost('returning visitor suggested, p95', 10, asked.suggest.p95, 'ms'),
          atMost('borrower suggested, p95', 10, asked.borrower.p95, 'ms'),
          atMost('scan resolved, p95', 5, asked.scan.p95, 'ms'),
          atMost(
            'visitor list operation / raw statement for the same rows, p50',
            4,
            pages.visits.ratio,
            'times',
          ),
          atMost(
            'key log operation / raw statement for the same rows, p50',
            4,
            pages.keyLoans.ratio,
            'times',
          ),
          atMost('counts of both books, p95: the desk never waits', 50, counts.p95, 'ms'),
          atMost('key issued through the door, p95: the desk never waits', 50, written.issue.p95, 'ms'),
          atMost('key return through the door, p95: the desk never waits', 50, written.back.p95, 'ms'),
          atMost('visitor in through the door, p95: the desk never waits', 50, written.arrive.p95, 'ms'),
          atMost('handover drafted from every register, p95', 3000, drafts.p95, 'ms'),
        ],
        details: { each, seedSeconds: seconds, megabytes, asked, pages, counts, written, drafts },
      };
    } finally {
      probe.close();
      office.close();
    }
  });
}

async function measureAsking({ client, file }: BenchOffice) {
  const { typed, codes } = drawDeskQueries(file.rawReader, QUERIES);
  const times = async (texts: readonly string[], ask: (text: string) => Promise<unknown>) => {
    for (const text of texts.slice(0, 5)) await ask(text);
    const samples: number[] = [];
    for (const text of texts) samples.push(await timedAsync(() => ask(text)));
    return timesOf(samples);
  };
  const search = {} as Record<(typeof DESK_CLASSES)[number], ReturnType<typeof timesOf>>;
  for (const kind of DESK_CLASSES)
    search[kind] = await times(typed[kind], (text) =>
      client.search.find({ typed: text, limit: 12 }).then(must),
    );
  return {
    search,
    suggest: await times([...typed.visitorInitials, ...typed.visitorName, ...typed.phoneTail], (text) =>
      client.visits.suggestVisitor({ typed: text }).then(must),
    ),
    borrower: await times([...typed.borrower, ...typed.borrowerTail], (text) =>
      client.keyLoans.suggestBorrower({ typed: text }).then(must),
    ),
    scan: await times(codes, (code) => client.search.scan({ code }).then(must)),
  };
}

const BOOKS = { visits: ['visits', 'visitAt'], keyLoans: ['key_loans', 'issuedAt'] } as const;

async function measurePage({ client, file }: BenchOffice, book: keyof typeof BOOKS) {
  const [table, at] = BOOKS[book];
  const raw = file.rawReader;
  const { n } = raw.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
  const page = raw.prepare(
    `SELECT * FROM ${table} WHERE (${at}, id) < (?, ?) ORDER BY ${at} DESC, id DESC LIMIT ${PAGE}`,
  );
  const samples: Record<'list' | 'raw', number[]> = { list: [], raw: [] };
  for (const depth of DEPTHS) {
    const place = raw
      .prepare(`SELECT ${at} AS at, id FROM ${table} ORDER BY ${at} DESC, id DESC LIMIT 1 OFFSET ?`)
      .get(Math.floor(depth * n)) as { at: string; id: string };
    const after = `${place.at}|${place.id}|1000+`;
    const list = (): Promise<unknown> =>
      book === 'visits'
        ? client.visits.list({ filter: {}, after, limit: PAGE }).then(must)
        : client.keyLoans.list({ filter: {}, after, limit: PAGE }).then(must);
    await list();
    page.all(place.at, place.id);
    for (let i = 0; i < ROUNDS; i += 1) {
      samples.raw.push(timed(() => page.all(place.at, place.id)));
      samples.list.push(await timedAsync(list));
    }
  }
  return {
    ratio: percentile(samples.list, 0.5) / percentile(samples.raw, 0.5),
    list: timesOf(samples.list),
    raw: timesOf(samples.raw),
  };
}

async function measureCounts({ client }: BenchOffice) {
  const samples: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1)
    samples.push(
      await timedAsync(async () => {
        must(await client.visits.counts({}));
        must(await client.keyLoans.counts({}));
      }),
    );
  return timesOf(samples);
}

/** The sheet of the shift that is on, drawn anew: the whole command, journal line and all (desk-practice.md §4). */
async function measureDrafts({ client }: BenchOffice) {
  const post = must(await client.office.settings({})).posts[0] ?? '';
  const { id } = must(await client.handovers.current({ post }));
  let shift = id
    ? must(await client.handovers.entry({ id })).entry
    : must(await client.handovers.open({ post }));
  const samples: number[] = [];
  for (let i = 0; i < DRAFTS; i += 1)
    samples.push(
      await timedAsync(async () => {
        shift = { ...shift, ...must(await client.handovers.draft({ id: shift.id, version: shift.version })) };
      }),
    );
  return timesOf(samples);
}

/** Staff take keys and bring them back; visitors come again; and the disk alone with as many bytes as such a command writes. */
async function measureWriting({ client, file }: BenchOffice, probe: DiskFile, minute: () => number) {
  const raw = file.rawReader;
  const keys = raw
    .prepare(
      "SELECT id FROM keys WHERE category IN ('office', 'plant') AND state = 'inStock' AND risk = 'normal' LIMIT ?",
    )
    .all(ROUNDS) as { id: string }[];
  const taker = raw
    .prepare(
      `SELECT borrowerName, staffNo, purpose FROM key_loans
        WHERE borrowerClass = 'staff' AND state = 'returned' AND staffNo IS NOT NULL ORDER BY issuedAt DESC LIMIT 1`,
    )
    .get() as { borrowerName: string; staffNo: string; purpose: string };
  const again = raw
    .prepare(
      `SELECT id AS "from", visitorName, company, unitId, hostName, purpose FROM visits
        WHERE type = 'business' AND state = 'left' AND visitorPhone IS NOT NULL AND unitId IS NOT NULL
          AND hostName IS NOT NULL AND company IS NOT NULL ORDER BY visitAt DESC LIMIT ?`,
    )
    .all(ROUNDS) as {
    from: string;
    visitorName: string;
    company: string;
    unitId: string;
    hostName: string;
    purpose: string | null;
  }[];
  const bytes = await bytesOf(file.raw, file.path, async () => {
    minute();
    must(await client.visits.arrive({ ...again[0]!, type: 'business' }));
  });
  const samples = {
    issue: [] as number[],
    back: [] as number[],
    arrive: [] as number[],
    disk: [] as number[],
  };
  for (const { id } of keys) {
    const dueAt = isoOf(minute() + DUE_MS);
    let loanId = '';
    samples.issue.push(
      await timedAsync(async () => {
        const taken = await client.keyLoans.issue({
          keys: [{ keyId: id }],
          borrowerClass: 'staff',
          ...taker,
          checked: true,
          dueAt,
        });
        loanId = must(taken).loans[0]!.id;
      }),
    );
    minute();
    samples.back.push(await timedAsync(() => client.keyLoans.returnKey({ loanId }).then(must)));
  }
  for (const visit of again) {
    minute();
    samples.disk.push(probe.write(bytes));
    samples.arrive.push(
      await timedAsync(() => client.visits.arrive({ ...visit, type: 'business' }).then(must)),
    );
  }
  return {
    bytes,
    issue: timesOf(samples.issue),
    back: timesOf(samples.back),
    arrive: timesOf(samples.arrive),
    disk: timesOf(samples.disk),
    arriveOverDisk: percentile(samples.arrive, 0.5) / percentile(samples.disk, 0.5),
  };
}

/** Bytes that one command appends to the write-ahead log. */
async function bytesOf(
  raw: BenchOffice['file']['raw'],
  path: string,
  work: () => Promise<void>,
): Promise<number> {
  raw.pragma('wal_checkpoint(TRUNCATE)');
  await work();
  const { size } = statSync(`${path}-wal`);
  await work();
  return statSync(`${path}-wal`).size - size;
}
