// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { OmniBox } from '../../../renderer/workspace/OmniBox';
import type { SearchHit } from '../../../shared/registers/search';
import { bridge, ok, show } from '../support';

const hit = (n: number): SearchHit => ({
  register: 'foundItems',
  entryId: `id${n}`,
  serialNo: `SW202611-000${n}`,
  title: '苹果手机',
  detail: 'B座电梯厅 赵铁柱',
  state: 'registered',
  at: '2026-11-21T09:20:00.000Z',
  next: 'foundItems.notifyPartyA',
  marks: ['手机', '赵'],
});

describe('the omni-box', () => {
  it('marks what was found, says the next act, and Enter opens with it', async () => {
    const desk = bridge({ 'search.find': () => ok({ hits: [hit(1), hit(2)], more: false }) });
    const onOpen = vi.fn();
    show(<OmniBox onOpen={onOpen} />);
    const box = screen.getByRole('combobox');
    await userEvent.type(box, '手机');
    const options = await screen.findAllByRole('option');
    expect([...(options[0]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
      '手机',
      '赵',
    ]);
    expect(options[0]?.textContent).toContain('Enter：通知甲方');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(hit(2));
    expect(box).toHaveProperty('value', '');
    expect(desk.inputs('search.find').at(-1)).toEqual({ typed: '手机', limit: 12 });
  });

  it('opens the first hit of the right answer when Enter is faster than the search', async () => {
    bridge({
      'search.find': ({ typed }) => ok({ hits: typed === '3' ? [hit(3)] : [hit(1)], more: false }),
    });
    const onOpen = vi.fn();
    show(<OmniBox onOpen={onOpen} />);
    await userEvent.type(screen.getByRole('combobox'), '3{Enter}');
    await waitFor(() => expect(onOpen).toHaveBeenCalledExactlyOnceWith(hit(3)));
  });

  it('says what to try when nothing fits', async () => {
    bridge({ 'search.find': () => ok({ hits: [], more: false }) });
    show(<OmniBox onOpen={() => undefined} />);
    await userEvent.type(screen.getByRole('combobox'), 'zzz');
    expect(await screen.findByText(/没有找到“zzz”/)).toBeTruthy();
  });
});
