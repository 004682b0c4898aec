// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { PartyField } from '../../../renderer/registers/units/PartyField';
import { UnitField } from '../../../renderer/registers/units/UnitField';
import type { PartySuggestion } from '../../../shared/registers/parties';
import type { UnitSuggestion } from '../../../shared/registers/units';
import { type Bridge, bridge, ok, show } from '../support';

const UNITS: UnitSuggestion[] = ['3-1-1502', '3-2-1502'].map((code, i) => ({
  id: `01JDVNT${i}000000000000000000`,
  code,
  label: code,
  hint: i === 0 ? '欧阳若兰' : null,
  occupancyState: 'occupied',
  deskInstructions: '先联系管家',
}));
const PEOPLE: PartySuggestion[] = [
  { id: '01JDPRT0000000000000000000', name: '王芳', hint: '3-1-1502 · 139****1111', unitIds: [UNITS[0]!.id] },
];

let desk: Bridge;
beforeEach(() => {
  desk = bridge({
    'units.suggest': ({ typed, id }) =>
      ok(
        UNITS.filter((unit) =>
          id ? unit.id === id : unit.code.replaceAll('-', '').includes(typed.replaceAll('-', '')),
        ),
      ),
    'parties.suggest': ({ typed, id, unitId }) =>
      ok(
        PEOPLE.filter((one) =>
          id ? one.id === id : typed !== '' ? one.name.includes(typed) : Boolean(unitId),
        ),
      ),
  });
});

function Unit({ onPick }: { onPick?: (unit: UnitSuggestion | null) => void }) {
  const [value, setValue] = useState('');
  return (
    <>
      <UnitField name="unitId" value={value} onChange={setValue} required {...(onPick ? { onPick } : {})} />
      <output data-testid="held">{value}</output>
    </>
  );
}

it('a unit is taken by any writing and Enter; its people and occupancy stand below', async () => {
  const picked: (UnitSuggestion | null)[] = [];
  show(<Unit onPick={(unit) => picked.push(unit)} />);
  const field = screen.getByRole('combobox');
  await userEvent.type(field, '311502');
  await screen.findByRole('option', { name: /3-1-1502/ });
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByTestId('held').textContent).toBe(UNITS[0]!.id));
  expect(field).toHaveProperty('value', '3-1-1502');
  expect(picked).toEqual([UNITS[0]]);
  expect(await screen.findByText('欧阳若兰 · 入住', { selector: 'p' })).toBeTruthy();
});

it.each([
  ['the unit asked for, not the one that answered to less', '32', UNITS[1]!.id, '3-2-1502'],
  ['nothing where nothing answers', '39', '', ''],
])('Enter before the answer takes %s', async (_, more, held, shown) => {
  const late = Promise.withResolvers<void>();
  bridge({
    'units.suggest': async ({ typed, id }) => {
      if (!id && typed.length > 1) await late.promise;
      const answering = (code: string) => code.replaceAll('-', '').startsWith(typed);
      return ok(UNITS.filter((unit) => (id ? unit.id === id : answering(unit.code))));
    },
  });
  show(<Unit />);
  const field = screen.getByRole('combobox');
  await userEvent.type(field, '3');
  await screen.findByRole('option', { name: /3-1-1502/ });
  await userEvent.type(field, `${more.slice(1)}{Enter}`);
  // The desk goes on: outside a form the focus leaves by Tab.
  await userEvent.tab();
  expect(screen.getByTestId('held').textContent).toBe('');
  expect(field).toHaveProperty('value', more);
  late.resolve();
  await waitFor(() => expect(field).toHaveProperty('value', shown));
  expect(screen.getByTestId('held').textContent).toBe(held);
});

it('says when nothing is on file, and leaves no half-typed unit behind', async () => {
  show(<Unit />);
  const field = screen.getByRole('combobox');
  await userEvent.type(field, '9999');
  expect(await screen.findByText('档案里没有，请先登记')).toBeTruthy();
  await userEvent.tab();
  await waitFor(() => expect(field).toHaveProperty('value', ''));
  expect(screen.getByTestId('held').textContent).toBe('');
});

it('a person of the unit is offered before anything is typed', async () => {
  function Party() {
    const [value, setValue] = useState('');
    return (
      <>
        <PartyField value={value} onChange={setValue} unitId={UNITS[0]!.id} />
        <output data-testid="held">{value}</output>
      </>
    );
  }
  show(<Party />);
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByRole('option', { name: /王芳/ }));
  await waitFor(() => expect(screen.getByTestId('held').textContent).toBe(PEOPLE[0]!.id));
  expect(await screen.findByText('3-1-1502 · 139****1111', { selector: 'p' })).toBeTruthy();
  expect(desk.inputs('parties.suggest').some((input) => input.id === PEOPLE[0]!.id)).toBe(true);
});
