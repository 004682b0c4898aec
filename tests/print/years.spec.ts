import { describe, expect, it } from 'vitest';
import { register, umbrella } from '../registers/found-items/support';
import { must } from '../support/office';
import { book, MONTH, printed, scene, supervisor } from './scene';

/** Codes of forms, numbers of copies, pages that continue over the year (domain.md §6.1). */

describe('forms of an office', () => {
  it('carry its own codes and versions', async () => {
    const { office } = await scene(0);
    const settings = must(await supervisor(office).office.settings({}));
    must(
      await office.as('deptManager').office.change({
        key: 'forms',
        version: settings.versions.forms!,
        value: { F01: { code: '17', version: 'B/2' } },
      }),
    );
    expect((await book(office, 'F01')).head).toMatchObject({ formCode: 'KF-QR-17', formVersion: 'B/2' });
    expect((await book(office, 'F03')).head).toMatchObject({ formCode: 'KF-QR-03', formVersion: 'A/0' });
    office.close();
  });
});

describe('copies and pages of the year', () => {
  it('numbers reprints and keeps the pages that were signed', async () => {
    const { office } = await scene(14);
    const first = await book(office, 'F01');
    await printed(office, { form: 'F01', month: MONTH }, first);
    const again = await book(office, 'F01');
    expect(again.copy).toBe(2);
    expect(again.pages.map((page) => page.yearNo)).toEqual(first.pages.map((page) => page.yearNo));
    expect(again.chainMark).not.toBe(first.chainMark);
    expect((await book(office, 'F03')).copy).toBe(1);
    office.close();
  });

  it('goes on over the year: after printed pages, or after the lines of months never printed', async () => {
    const { office } = await scene(14);
    const november = await book(office, 'F01');
    office.setNow('2026-12-03T02:00:00.000Z');
    await register(office, umbrella(office));
    // 23 lines need two pages at least; nothing says yet that they took three.
    expect((await book(office, 'F01', '2026-12')).pages[0]?.yearNo).toBe(3);
    await printed(office, { form: 'F01', month: MONTH }, november);
    expect((await book(office, 'F01', '2026-12')).pages[0]?.yearNo).toBe(november.of + 1);
    office.setNow('2027-01-04T02:00:00.000Z');
    await register(office, umbrella(office));
    expect((await book(office, 'F01', '2027-01')).pages[0]?.yearNo).toBe(1);
    office.close();
  });

  it('puts in pages that come after the next month was printed', async () => {
    const { office } = await scene(14);
    office.setNow('2026-12-03T02:00:00.000Z');
    await register(office, umbrella(office));
    await printed(office, { form: 'F01', month: '2026-12' }, await book(office, 'F01', '2026-12'));
    const november = await book(office, 'F01');
    expect(november.pages.map((page) => [page.yearNo, page.insertNo])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
    office.close();
  });
});
