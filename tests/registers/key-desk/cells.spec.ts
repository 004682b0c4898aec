import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordingOf } from '../../../shared/print/words';
import { chaseText, overdueText, remark, verification } from '../../../shared/registers/key-loans.cells';
import {
  KEY_LOAN_COLUMNS,
  KEY_LOAN_SCREEN,
  KEY_OVERDUE_COLUMNS,
} from '../../../shared/registers/key-loans.columns';
import type { KeyLoanLine } from '../../../shared/registers/key-loans.row';
import { must, type TestOffice } from '../../support/office';
import { cabinet, deskOffice, engineer, issued, key, mandate, touch, unit, wall } from './support';

/** What a loan says on paper, on screen and in a chat, in both languages. */
let office: TestOffice;
let loan: KeyLoanLine;
beforeAll(async () => {
  office = await deskOffice();
  const home = await unit(office, '3-1-1502');
  const own = await key(office, await cabinet(office), 'entrusted', {
    keyNo: 'K-044',
    unitId: home,
    mandateId: await mandate(office, home),
  });
  const [done] = await issued(
    office,
    engineer(own.id, {
      borrowerClass: 'agent',
      borrowerName: '李代理',
      ownerAskedName: '陈业主',
      ownerAskedPhone: '13900000001',
      ownerAskedAt: wall('09:50'),
      ownerAskedHow: 'phone',
    }),
  );
  office.setNow(wall('18:30'));
  const desk = office.as('receptionist').keyLoans;
  must(
    await desk.chase({
      ...touch(done!),
      contactName: '工程部',
      how: 'phone',
      at: office.now(),
      said: '马上送来',
      promisedAt: wall('19:00'),
      escalatedTo: '王丽华',
    }),
  );
  loan = must(await desk.entry({ id: done!.id })).entry;
});
afterAll(() => office.close());

describe('cells of the key log', () => {
  it('say in words how the borrower was verified and who was called', () => {
    const zh = wordingOf('zh-CN');
    expect(verification(loan, zh)).toBe('电话核实业主陈业主 09:50');
    expect(chaseText(loan.chases[0]!, zh)).toBe(
      '2026-11-21 18:30 电话催还工程部：马上送来 承诺 2026-11-21 19:00 已报 王丽华',
    );
    expect(remark(loan, zh)).toContain('马上送来');
    const en = wordingOf('en');
    expect(verification(loan, en)).toBe('By phone: owner 陈业主, 09:50');
  });

  it('fill the page and nothing more: 262 mm, every heading in both languages', () => {
    for (const columns of [KEY_LOAN_COLUMNS, KEY_OVERDUE_COLUMNS]) {
      expect(columns.reduce((mm, column) => mm + column.paperMm, 0)).toBe(262);
      for (const lang of ['zh-CN', 'en'] as const)
        for (const { label } of columns) expect(wordingOf(lang).t(label)).not.toBe(label);
    }
    expect(KEY_LOAN_COLUMNS).toHaveLength(18);
    expect(KEY_LOAN_SCREEN[0]?.key).toBe('serialNo');
  });

  it('send neither rooms nor phones into a chat', () => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const text = overdueText([loan], office.now(), wordingOf(lang));
      expect(text).toContain('K-044');
      expect(text).toContain('李代理');
      expect(text).not.toMatch(/1502|139|138/);
    }
  });
});
