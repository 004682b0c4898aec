import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { addTool, announce, keep, lend, quickOffice, unitOf } from './support';

/** S17, S18, S20: the lists as files, with masked phones, filtered as on screen, only for those who may (trust.md C6). */
let dir: string;
let office: TestOffice;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-custody-exports-'));
  office = await quickOffice({ dataDir: join(dir, 'office') });
  const unitId = await unitOf(office);
  await keep(office);
  await keep(office, { itemName: '婴儿车', kind: 'other' });
  const trolley = await addTool(office, { toolNo: 'T-7', name: '平板推车' });
  await addTool(office, { toolNo: 'D-1', name: '对讲机', kind: 'radio' });
  await lend(office, trolley.id, unitId);
  await announce(office, unitId);
});
afterAll(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});

const LISTS = [
  { register: 'custodyItems', rows: 2, says: ['婴儿车', '纸箱', '139****5678'] },
  { register: 'tools', rows: 2, says: ['T-7', '平板推车', 'D-1'] },
  { register: 'toolLoans', rows: 1, says: ['孙建平', 'T-7', '139****5678'] },
  { register: 'moveNotices', rows: 1, says: ['1 号货梯', '顺达搬家'] },
] as const;

describe.each(LISTS)('$register', ({ register, rows, says }) => {
  const save = (format: 'csv' | 'xlsx', role: 'csSupervisor' | 'receptionist', filter = {}) => {
    const path = join(dir, `${register}.${format}`);
    const asked = { register, filter, format, path, job: 'x' };
    return { path, result: office.as(role).exports.save(asked) };
  };

  it('is saved as text, every line, phones masked', async () => {
    const { path, result } = save('csv', 'csSupervisor');
    expect(must(await result).rows).toBe(rows);
    const text = readFileSync(path, 'utf8');
    for (const said of says) expect(text).toContain(said);
    expect(text).not.toContain('13912345678');
    expect(text.trimEnd().split('\n')).toHaveLength(rows + 1);
  });

  it('is saved as a sheet with the same lines', async () => {
    const { path, result } = save('xlsx', 'csSupervisor');
    must(await result);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0]!;
    const said = JSON.stringify(sheet.getSheetValues());
    for (const one of says) expect(said).toContain(one);
    expect(said).not.toContain('13912345678');
  });

  it('is for those who may, and leaves out what the filter leaves out', async () => {
    expect(refusal(await save('csv', 'receptionist').result)).toBe('notAllowed');
    const { path, result } = save('csv', 'csSupervisor', { search: '没有这样的词' });
    expect(must(await result).rows).toBe(0);
    for (const one of says) expect(readFileSync(path, 'utf8')).not.toContain(one);
  });
});
