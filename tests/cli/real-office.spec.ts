import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newOffice, PIN } from '../support/office';
import { desk, scratch } from './support';

/** A real office asks who gives the command and lets people do what their role may (issue "CLI"; trust.md D1, D3, D6). */
const root = scratch();
const dataDir = join(root, 'office');
const RECEPTIONIST = 'S009';
const SUPERVISOR = 'S003';

beforeAll(async () => {
  const office = await newOffice({ dataDir });
  expect(office.actor('receptionist').staffNo).toBe(RECEPTIONIST);
  expect(office.actor('csSupervisor').staffNo).toBe(SUPERVISOR);
  office.close();
});

const exporting = (staffNo: string): string[] => [
  'export',
  'foundItems',
  '--data',
  dataDir,
  '--month',
  '2026-11',
  '--out',
  join(root, 'x.csv'),
  '--as',
  staffNo,
];

describe('a real office', () => {
  it('does nothing for nobody', async () => {
    for (const words of [
      ['verify'],
      ['info'],
      ['export', 'foundItems', '--month', '2026-11', '--out', join(root, 'x.csv')],
    ])
      expect(await desk([...words, '--data', dataDir], PIN)).toMatchObject({
        code: 1,
        last: { ok: false, error: 'session.asMissing' },
      });
  });

  it('works for a proven person and writes their name', async () => {
    expect(await desk(exporting(SUPERVISOR), PIN)).toMatchObject({ code: 0, last: { ok: true, rows: 0 } });
    expect(await desk(['verify', '--data', dataDir, '--as', SUPERVISOR], PIN)).toMatchObject({
      code: 0,
      last: { ok: true, problems: [] },
    });
    const { last } = await desk(['info', '--data', dataDir, '--as', RECEPTIONIST], PIN);
    expect(last).toMatchObject({ ok: true, demo: false });
  });

  it('refuses a wrong PIN and an unknown number with the same words', async () => {
    const wrong = await desk(exporting(SUPERVISOR), '000000');
    const unknown = await desk(exporting('S999'), PIN);
    expect(wrong).toMatchObject({ code: 1, last: { ok: false, error: 'refused.session.wrong' } });
    expect(unknown).toMatchObject({ code: 1, last: wrong.last });
  });

  it('refuses what the role may not do', async () => {
    expect(await desk(exporting(RECEPTIONIST), PIN)).toMatchObject({
      code: 1,
      last: { ok: false, error: 'refused.notAllowed' },
    });
    expect(await desk(['verify', '--data', dataDir, '--as', RECEPTIONIST], PIN)).toMatchObject({ code: 1 });
  });
});
