// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { ImportDialog } from '../../../renderer/registers/units/ImportDialog';
import { UnitPage } from '../../../renderer/registers/units/UnitPage';
import type { Output } from '../../../shared/api';
import { UNIT_IMPORT_FIELDS } from '../../../shared/registers/imports.fields';
import type { UnitLine } from '../../../shared/registers/units';
import { DESK } from '../found-items/desk-stub';
import { type Bridge, bridge, CLERK, ok, show } from '../support';

const ID = '01JDVNT0000000000000000000';
const UNIT = {
  id: ID,
  code: '3-1-1502',
  state: 'active',
  deskInstructions: '先联系管家',
  missing: ['fireSafety'],
} as unknown;
const PAGE: Output<'units.page'> = {
  people: [
    {
      id: 'stay',
      version: 1,
      state: 'current',
      unitId: ID,
      partyId: 'party',
      role: 'owner',
      fromOn: '2020-05-01',
      leaseUntilOn: null,
      toOn: null,
      people: null,
      note: null,
      name: '欧阳若兰',
      serialNo: 'ZH202611-0001',
      phone: '139****5678',
      kind: 'person',
      vip: null,
      members: [{ name: '欧阳父', kind: 'emergency', relation: '父亲', phone: '135****2222' }],
    },
  ],
  documents: [
    { code: 'convention', zh: '业主公约', en: 'Convention of owners', mandatory: true, filed: null },
    { code: 'fireSafety', zh: '消防安全责任书', en: 'Fire safety undertaking', mandatory: true, filed: null },
  ],
  vehicles: [],
  spaces: [],
  history: [
    { seq: 1, at: '2026-11-21T02:00:00.000Z', actorName: '李晓燕', op: 'units.register', about: null },
  ],
  sections: [
    {
      register: 'foundItems',
      total: 9,
      rows: [
        {
          entryId: 'item',
          serialNo: 'SW202611-0001',
          title: '黑色雨伞',
          detail: '3-1-1502 门口',
          state: 'registered',
          at: '2026-11-21T02:00:00.000Z',
          next: null,
        },
      ],
    },
  ],
};

let desk: Bridge;
beforeEach(() => {
  desk = bridge({
    'units.page': () => ok(PAGE),
    'imports.fields': () => ok(UNIT_IMPORT_FIELDS.map((field) => ({ field, required: field === 'code' }))),
    'imports.preview': ({ mapping }) =>
      ok({
        file: 'chosen',
        name: '房产.csv',
        sha256: 'a'.repeat(64),
        encoding: 'gb18030',
        format: 'csv',
        heads: ['房号', '备用'],
        mapping: mapping ?? { units: { code: 0 } },
        rows: 2,
        sample: [['3-1-1502', '住宅']],
        counts: { created: 1, updated: 0, unchanged: 1 },
        problems: [{ line: 3, field: 'use', found: '城堡', code: 'choice', params: {} }],
        problemTotal: 1,
      }),
  });
});

it('shows instructions, people with their contacts, missing documents and the other books', async () => {
  show(<UnitPage unit={UNIT as UnitLine} desk={DESK} onSaved={() => undefined} />);
  const people = await screen.findByRole('region', { name: '住户' });
  expect(within(people).getByText('欧阳若兰')).toBeTruthy();
  expect(within(people).getByText(/父亲 欧阳父 135\*\*\*\*2222/)).toBeTruthy();
  expect(screen.getByRole('note').textContent).toContain('先联系管家');
  expect(within(screen.getByRole('region', { name: '档案文件 0/2' })).getByText('待补')).toBeTruthy();
  expect(screen.getByText('黑色雨伞')).toBeTruthy();
  expect(screen.getByRole('button', { name: '全部' })).toBeTruthy();
});

it('an import names line, column and sentence of every problem, lets no broken file run, and remembers columns', async () => {
  show(<ImportDialog kind="units" staffId={CLERK.staffId} onClose={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: '选择文件' }));
  expect(await screen.findByText('第 3 行 用途：“城堡”不是可选的内容')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^导入（/ })).toHaveProperty('disabled', true);
  const use = await screen.findByRole('combobox', { name: '用途' });
  await userEvent.click(use);
  await userEvent.click(await screen.findByRole('option', { name: /备用/ }));
  expect(desk.inputs('imports.preview').at(-1)?.mapping).toEqual({ units: { code: 0, use: 1 } });
  expect(localStorage.getItem(`deskbook.import.units.${CLERK.staffId}`)).toContain('备用');
});
