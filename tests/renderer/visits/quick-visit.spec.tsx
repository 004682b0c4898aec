// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { QuickVisit } from '../../../renderer/registers/visits/QuickVisit';
import type { KnownVisitor } from '../../../shared/registers/visits.forms';
import { type Answers, DESK, ok, show } from '../found-items/desk-stub';

/** The strip of the visitor book: a returning visitor is three keys away, a new one is never mistaken for an old one. */

const UNIT = '01JDVN1T000000000000000000';
const known = (part: Partial<KnownVisitor> = {}): KnownVisitor => ({
  visitorName: '赵薇薇',
  phoneTail: '0003',
  company: null,
  type: 'relative',
  partySize: 1,
  unitId: UNIT,
  unitCode: '3-1-1502',
  hostName: '李晓燕',
  hostPlace: null,
  purpose: '探亲',
  plate: null,
  permitNo: null,
  carrier: null,
  lastAt: '2026-11-20T02:00:00.000Z',
  times: 4,
  from: '01JDFR0M000000000000000000',
  expected: null,
  openId: null,
  watched: false,
  ...part,
});
const saved = { id: UNIT, serialNo: 'LF202611-0042', version: 1, scanCode: '112611000420' };
const unit = {
  id: UNIT,
  code: '3-1-1502',
  label: '3-1-1502',
  hint: '李晓燕',
  occupancyState: 'occupied' as const,
  deskInstructions: null,
};

const strip = (answers: Answers = {}, people: KnownVisitor[] = [known()]) =>
  show(<QuickVisit desk={DESK} place={createRef()} onBack={vi.fn()} onOpen={vi.fn()} />, {
    'visits.suggestVisitor': ({ typed }) =>
      ok(typed === 'zww' || typed === '赵' || typed === '赵薇' ? people : []),
    'visits.suggest': () => ok([]),
    'visits.atUnit': () =>
      ok({
        code: '3-1-1502',
        name: null,
        deskInstructions: '老人独居，先电话',
        inNow: 1,
        expectedToday: 0,
        watch: [],
      }),
    'visitorPasses.free': () => ok([]),
    'units.suggest': () => ok([unit]),
    'parties.suggest': () => ok([]),
    'visits.arrive': () => ok(saved),
    'visits.admit': () => ok(saved),
    ...answers,
  });
const field = (name: string) => {
  const found = document.querySelector<HTMLInputElement>(`[data-name="${name}"]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

describe('the quick strip of visitors', { timeout: 30_000 }, () => {
  it('letters, Enter, Ctrl+Enter: name, host, purpose of the last visit; the phone stays where it is', async () => {
    const { user, sent } = strip();
    await user.type(field('visitorName'), 'zww');
    await screen.findByText('尾号 0003');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('visitorName').value).toBe('赵薇薇'));
    expect(field('hostName').value).toBe('李晓燕');
    expect(await screen.findByText(/老人独居，先电话/)).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/LF202611-0042/);
    expect(sent('visits.arrive')).toMatchObject([
      {
        visitorName: '赵薇薇',
        visitorPhone: '',
        from: known().from,
        unitId: UNIT,
        purpose: '探亲',
        type: 'relative',
      },
    ]);
    expect(field('visitorName').value).toBe('');
  });

  it('Enter before the answer takes the first of it when it comes', async () => {
    let answer: () => void = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { user } = strip({
      'visits.suggestVisitor': async ({ typed }) => {
        if (typed === 'zww') await waiting;
        return ok(typed === 'zww' ? [known()] : []);
      },
    });
    await user.type(field('visitorName'), 'zww{Enter}');
    answer();
    await waitFor(() => expect(field('hostName').value).toBe('李晓燕'));
  });

  it('a name written out is somebody new unless chosen', async () => {
    const { user, sent } = strip();
    await user.type(field('visitorName'), '赵薇');
    await screen.findByText('尾号 0003');
    await user.keyboard('{Enter}');
    expect(field('visitorName').value).toBe('赵薇');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent('visits.arrive')).toHaveLength(1));
    expect(sent('visits.arrive')[0]).toMatchObject({ visitorName: '赵薇', from: null });
  });

  it('an announced visitor is admitted, not written anew', async () => {
    const expected = { id: UNIT, version: 3, at: '2026-11-21T06:00:00.000Z' };
    const { user, sent } = strip({}, [known({ expected })]);
    await user.type(field('visitorName'), '赵');
    expect(await screen.findByText(/今日预约 14:00/)).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('hostName').value).toBe('李晓燕'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent('visits.admit')).toMatchObject([{ id: UNIT, version: 3 }]));
    expect(sent('visits.arrive')).toEqual([]);
  });

  it('changing the name forgets whose phone it was', async () => {
    const { user, sent } = strip();
    await user.type(field('visitorName'), 'zww');
    await screen.findByText('尾号 0003');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('visitorName').value).toBe('赵薇薇'));
    await user.type(field('visitorName'), '妹');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(sent('visits.arrive')).toMatchObject([{ visitorName: '赵薇薇妹', from: null }]),
    );
  });

  it('asks an official for the authority, the pass and the leader; says the door’s refusal', async () => {
    const { user } = strip({
      'visits.arrive': () => ({ ok: false, error: { kind: 'refused', reason: 'visits.notAdmitted' } }),
    });
    expect(document.querySelector('[data-name="department"]')).toBeNull();
    await user.clear(field('type'));
    await user.type(field('type'), '公务{Enter}');
    await waitFor(() => expect(document.querySelector('[data-name="department"]')).not.toBeNull());
    for (const name of ['passChecked', 'informedName', 'company']) expect(field(name)).toBeDefined();
    expect(document.querySelector('[data-name="consentHow"]')).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/推销人员不放行/)).toBeDefined();
  });
});
