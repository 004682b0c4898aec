// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CloseDay } from '../../../renderer/registers/visits/CloseDay';
import { EvacuationButton } from '../../../renderer/registers/visits/EvacuationButton';
import { GroupMates } from '../../../renderer/registers/visits/GroupMates';
import type { VisitLine } from '../../../shared/registers/visits.row';
import { ok, show } from '../found-items/desk-stub';
import { CLERK } from '../support';

/** Closing, evacuation and groups: what leaves the screen, and that nobody's time is made up by it. */

const line = (id: string, part: Partial<VisitLine> = {}): VisitLine => ({
  id,
  serialNo: `LF202611-000${id.at(-1)}`,
  scanCode: '112611000018',
  state: 'in',
  version: 2,
  type: 'relative',
  visitorName: `访客${id.at(-1)}`,
  partySize: 1,
  companions: null,
  company: null,
  visitorPhone: '139****5678',
  documentKind: null,
  visitorDocument: null,
  unitId: null,
  hostPartyId: null,
  hostName: '李晓燕',
  hostPlace: '工程部',
  appointment: 0,
  purpose: null,
  belongings: null,
  plate: null,
  permitNo: null,
  carrier: null,
  department: null,
  passChecked: null,
  informedName: null,
  informedAt: null,
  consentName: null,
  consentHow: null,
  consentAt: null,
  passId: null,
  passNo: null,
  passBackAt: null,
  groupId: null,
  watchNote: null,
  refusedReason: null,
  supplement: null,
  expectedAt: null,
  arrivedAt: '2026-11-21T02:00:00.000Z',
  visitAt: '2026-11-21T02:00:00.000Z',
  leftAt: null,
  closedAt: null,
  closedById: null,
  closedByName: null,
  post: '前台',
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
  note: null,
  recordedAt: '2026-11-21T02:00:00.000Z',
  recorderId: CLERK.staffId,
  recorderName: CLERK.name,
  late: false,
  copies: 0,
  strikes: [],
  unitCode: null,
  passages: [],
  consentMissing: false,
  overstay: false,
  passMissing: false,
  ...part,
});
const A = '01JDA0000000000000000000A1';
const B = '01JDA0000000000000000000A2';
const C = '01JDA0000000000000000000A3';
const page = (rows: VisitLine[]) => ok({ rows, next: null, total: rows.length, more: false });

describe('closing the day', { timeout: 30_000 }, () => {
  const answers = {
    'visits.list': ({ filter }: { filter: { need?: string | null | undefined } }) =>
      page(filter.need === 'in' ? [line(A), line(B)] : [line(C, { state: 'expected', arrivedAt: null })]),
    'visits.leaveMany': () => ok({ visits: [] }),
    'visits.closeDay': () => ok({ closed: 1, noShows: 1 }),
  };

  it('writes 不详 for those nobody saw, a leave for those who go now, a no-show for who did not come', async () => {
    const onClose = vi.fn();
    const { user, sent } = show(<CloseDay onClose={onClose} />, answers);
    await screen.findByText(/访客1/);
    await user.click(screen.getAllByText('刚离开')[0]!);
    await user.click(screen.getByRole('button', { name: '关门清场' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent('visits.leaveMany')).toEqual([{ visits: [{ id: A, version: 2 }] }]);
    expect(sent('visits.closeDay')).toEqual([
      { visits: [{ id: B, version: 2 }], noShows: [{ id: C, version: 2 }] },
    ]);
  });

  it('says so when nobody is in', async () => {
    show(<CloseDay onClose={vi.fn()} />, { 'visits.list': () => page([]) });
    expect(await screen.findByText(/没有在访的访客/)).toBeDefined();
  });
});

describe('the evacuation list', () => {
  it('goes to the printer by F9, without a preview', async () => {
    const { user, sent } = show(<EvacuationButton hot />, {
      'prints.run': () => ok({ pages: 1, path: null, cancelled: false }),
    });
    await user.keyboard('{F9}');
    await waitFor(() =>
      expect(sent('prints.run')).toMatchObject([{ request: { form: 'evacuation' }, to: 'printer' }]),
    );
    expect(await screen.findByText(/已送打印机/)).toBeDefined();
  });
});

describe('a group', () => {
  it('leaves together, the open one with its mates', async () => {
    const onDone = vi.fn();
    const mates = [{ id: B, version: 3, serialNo: 'LF202611-0002' }];
    const { user, sent } = show(<GroupMates visit={line(A)} mates={mates} may onDone={onDone} />, {
      'visits.leaveMany': () => ok({ visits: [] }),
    });
    await user.click(screen.getByRole('button', { name: '同行一起离开' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent('visits.leaveMany')).toEqual([
      {
        visits: [
          { id: A, version: 2 },
          { id: B, version: 3 },
        ],
      },
    ]);
  });
});
