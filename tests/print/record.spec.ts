import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../electron/host';
import { NodeHost } from '../../electron/node-host';
import { bookId, type PrintJob } from '../../shared/print/forms';
import { must, refusal, type TestOffice } from '../support/office';
import { job, MONTH, printed, type Scene, scene, supervisor, touch } from './scene';

/** The journal knows every paper (domain.md §6.1; trust.md C3): no recorded print without its file, no file without its record. */

const lines = async (office: TestOffice) =>
  (
    await office.door.read
      .selectFrom('journal')
      .selectAll()
      .where('kind', '=', 'PRINT')
      .orderBy('seq')
      .execute()
  ).map((line) => ({
    ...line,
    facts: JSON.parse(line.change) as Record<string, unknown>,
  }));

let s: Scene;
beforeEach(async () => {
  s = await scene(0);
});
afterEach(() => s.office.close());

describe('record', () => {
  it('notes a book with copy and pages, a slip on its entry', async () => {
    const { office, items } = s;
    const request = { form: 'F01', month: MONTH } as const;
    await printed(office, request, await job(office, request));
    const slip = { form: 'F02', entryId: items[1]!.id } as const;
    await printed(office, slip, await job(office, slip));
    const [book, single] = await lines(office);
    expect(book).toMatchObject({
      register: 'foundItems',
      entryId: bookId('F01', MONTH),
      op: 'prints.record',
    });
    expect(book?.facts).toMatchObject({ form: 'F01', copy: 1, pageFrom: 1, to: 'pdf' });
    expect(single).toMatchObject({ entryId: items[1]!.id, serialNo: items[1]!.serialNo });
    expect(single?.facts).toMatchObject({ form: 'F02', copy: 1, pages: 2 });
    // A printed slip is a copy of its line, and the next one says so.
    const again = await job(office, slip);
    expect(again.family === 'slip' && again.slips[0]?.copy).toBe(2);
  });

  it('ends the free edits of what is on the paper', async () => {
    const { office, items } = s;
    const last = items.at(-1)!;
    office.pass(-36);
    const entry = async () => must(await office.as('receptionist').foundItems.entry({ id: last.id }));
    expect((await entry()).freeUntil).not.toBeNull();
    const request = { form: 'F01', month: MONTH } as const;
    await printed(office, request, await job(office, request));
    expect((await entry()).freeUntil).toBeNull();
  });

  it('notes a stack of slips on the stack and on every entry', async () => {
    const { office, items } = s;
    const single = { form: 'F02', entryId: items[0]!.id } as const;
    await printed(office, single, await job(office, single));
    const request = { form: 'F02', month: MONTH } as const;
    await printed(office, request, await job(office, request));
    const all = (await lines(office)).slice(1);
    expect(all.map((line) => line.entryId)).toEqual([bookId('F02', MONTH), ...items.map((item) => item.id)]);
    expect(all[1]?.facts).toMatchObject({ copy: 2, with: bookId('F02', MONTH) });
    expect(all[2]?.facts).toMatchObject({ copy: 1 });
  });

  it('refuses a copy that somebody else made meanwhile, also when it was in a stack', async () => {
    const { office, items } = s;
    const slip = { form: 'F02', entryId: items[0]!.id } as const;
    const mine = await job(office, slip);
    const stack = { form: 'F02', month: MONTH } as const;
    const stacked = await job(office, stack);
    await printed(office, slip, await job(office, slip));
    await expect(printed(office, slip, mine)).rejects.toThrow('prints.copyTaken');
    await expect(printed(office, stack, stacked)).rejects.toThrow('prints.copyTaken');
    expect(await lines(office)).toHaveLength(1);
  });

  it('notes paper that is out of the printer all the same', async () => {
    const { office, items } = s;
    const request = { form: 'F02', entryId: items[0]!.id } as const;
    const mine = await job(office, request);
    await printed(office, request, await job(office, request));
    must(
      await supervisor(office).prints.record({
        request,
        copy: 1,
        pages: 2,
        pageFrom: 1,
        pageTo: 2,
        chainMark: mine.chainMark,
        to: 'printer',
      }),
    );
    expect((await lines(office)).at(-1)?.facts).toMatchObject({ copy: 1, doubled: true });
  });

  it('refuses a mark that is not of this journal', async () => {
    const { office } = s;
    const record = (chainMark: string) =>
      supervisor(office).prints.record({
        request: { form: 'F01', month: MONTH },
        copy: 1,
        pages: 1,
        pageFrom: 1,
        pageTo: 1,
        chainMark,
        to: 'pdf',
      });
    const { chainMark } = await job(office, { form: 'F01', month: MONTH });
    for (const mark of [
      '',
      '#1·0123456789abcdef',
      '#999999·0123456789abcdef',
      chainMark.slice(0, -1),
      `${chainMark}0`,
    ])
      expect(refusal(await record(mark)), mark).toBe('prints.markUnknown');
    must(await record(chainMark));
  });

  it('is open to those who may print', async () => {
    const { chainMark } = await job(s.office, { form: 'F01', month: MONTH });
    const request = { form: 'F01', month: MONTH } as const;
    expect(
      refusal(
        await s.office
          .as('gateGuard')
          .prints.record({ request, copy: 1, pages: 1, pageFrom: 1, pageTo: 1, chainMark, to: 'pdf' }),
      ),
    ).toBe('notAllowed');
  });
});

/** A host with paper: writes the plan where a window would write pages. `before` runs when the file is whole. */
class PaperHost extends NodeHost {
  override readonly paper: Paper;
  readonly drawn: PrintJob[] = [];
  readonly steps: string[] = [];
  constructor(before: () => Promise<void> | void = () => {}, answer = true) {
    super(':memory:');
    const draw = async (print: PrintJob): Promise<boolean> => {
      this.drawn.push(print);
      await before();
      return answer;
    };
    this.paper = {
      pdf: async (print, path, onProgress) => {
        writeFileSync(path, JSON.stringify(print));
        onProgress(1, 2);
        return draw(print);
      },
      print: draw,
    };
  }
  override progress(_job: string, done: number, total: number, label: string): void {
    this.steps.push(`${done}/${total} ${label}`);
  }
}

describe('run', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'deskbook-print-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const run = (host: PaperHost, to: 'pdf' | 'printer' = 'pdf', name = 'book.pdf') => {
    s.office.door.deps.host = host;
    return supervisor(s.office).prints.run({
      request: { form: 'F01', month: MONTH },
      to,
      path: join(dir, name),
      job: 'print-1',
    });
  };

  it('draws, journals, then gives the file its name', async () => {
    const host = new PaperHost(async () => {
      // Nothing is handed out and nothing recorded while the pages are drawn.
      expect(existsSync(join(dir, 'book.pdf'))).toBe(false);
      expect(await lines(s.office)).toEqual([]);
    });
    const done = must(await run(host));
    expect(done).toEqual({ pages: host.drawn[0]!.of, path: join(dir, 'book.pdf'), cancelled: false });
    expect(readdirSync(dir)).toEqual(['book.pdf']);
    expect(await lines(s.office)).toHaveLength(1);
    expect(host.steps.at(0)).toBe('0/1 正在分页');
  });

  it('leaves neither file nor record when somebody stops it', async () => {
    const host = new PaperHost(() => host.cancel('print-1'));
    expect(must(await run(host))).toEqual({ pages: 0, path: null, cancelled: true });
    expect(readdirSync(dir)).toEqual([]);
    expect(await lines(s.office)).toEqual([]);
  });

  it('keeps an older file until its successor is whole, and hands out nothing that is not recorded', async () => {
    writeFileSync(join(dir, 'book.pdf'), 'older');
    const host = new PaperHost(async () => {
      const request = { form: 'F01', month: MONTH } as const;
      await printed(s.office, request, await job(s.office, request));
    });
    expect(refusal(await run(host))).toBe('prints.copyTaken');
    expect(readdirSync(dir)).toEqual(['book.pdf']);
    expect(readFileSync(join(dir, 'book.pdf'), 'utf8')).toBe('older');
  });

  it('finds out before it records that the file cannot have its name', async () => {
    expect(refusal(await run(new PaperHost(), 'pdf', 'no/such/folder.pdf'))).toBe('prints.notWritable');
    expect(await lines(s.office)).toEqual([]);
  });

  it('records what came out of the printer, and nothing when the dialog was closed', async () => {
    expect(must(await run(new PaperHost(() => {}, false), 'printer')).cancelled).toBe(true);
    expect(await lines(s.office)).toEqual([]);
    expect(must(await run(new PaperHost(), 'printer'))).toMatchObject({ path: null, cancelled: false });
    expect((await lines(s.office)).map((line) => line.facts.to)).toEqual(['printer']);
  });

  it('says so where there is no window to draw in', async () => {
    expect(
      refusal(
        await supervisor(s.office).prints.run({
          request: { form: 'F01', month: MONTH },
          to: 'pdf',
          path: null,
          job: 'print-2',
        }),
      ),
    ).toBe('prints.noPaper');
    must(await supervisor(s.office).prints.cancel({ job: 'print-2' }));
  });

  it('answers its own window only', async () => {
    const { office } = s;
    expect(refusal(await supervisor(office).prints.page({}))).toBe('notAllowed');
    expect(refusal(await supervisor(office).prints.ready({ pages: 1, overflows: [] }))).toBe('notAllowed');
    const print = await job(office, { form: 'F02', entryId: s.items[0]!.id });
    const reports: unknown[] = [];
    const window = office.caller({
      actor: null,
      locked: false,
      printWindow: { job: print, ready: (report) => reports.push(report) },
    });
    expect(must(await window.prints.page({}))).toEqual(print);
    must(await window.prints.ready({ pages: 2, overflows: [] }));
    expect(reports).toEqual([{ pages: 2, overflows: [] }]);
    expect(
      refusal(
        await window.foundItems.correct({
          ...touch(s.items[0]!),
          field: 'name',
          value: '甲',
          reason: '甲乙',
        }),
      ),
    ).toBe('signedOut');
  });
});
