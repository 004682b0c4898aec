// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { NO_SECOND, PinConfirm, type SecondTyped, secondTyped } from '../../../renderer/ui/PinConfirm';
import { bridge, CLERK, ok, show } from '../support';

const WANG = { staffId: '01JDWANG00000000000000000B', staffNo: '102', name: '王海明', initials: 'whm' };

function Second(props: { witness?: boolean; pending?: boolean }) {
  const [value, setValue] = useState<SecondTyped>(NO_SECOND);
  return (
    <>
      <PinConfirm
        label="清点确认人②"
        permit="signedIn"
        value={value}
        onChange={setValue}
        allowWitness={props.witness ?? false}
        allowPending={props.pending ?? false}
      />
      <output>{JSON.stringify(secondTyped(value))}</output>
    </>
  );
}
const typed = (): unknown => JSON.parse(document.querySelector('output')?.textContent ?? '');

describe('the second person in the same dialog', () => {
  it('offers colleagues who hold the permit, never the person who is on', async () => {
    const desk = bridge({
      'staff.seconds': () =>
        ok([WANG, { ...WANG, staffId: CLERK.staffId, name: CLERK.name, staffNo: '101' }]),
    });
    show(<Second />);
    await userEvent.click(await screen.findByRole('combobox'));
    expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual(['王海明102']);
    expect(desk.inputs('staff.seconds')).toEqual([{ permit: 'signedIn' }]);
    // No other way of signing where the rule leaves none.
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('is complete with a person and a PIN, chosen by initials', async () => {
    bridge({ 'staff.seconds': () => ok([WANG]) });
    show(<Second />);
    expect(typed()).toBeNull();
    const person = await screen.findByRole('combobox');
    await userEvent.type(person, 'whm');
    await userEvent.keyboard('{Enter}');
    expect(typed()).toBeNull();
    await userEvent.type(screen.getByLabelText(/确认人 PIN/), '739154');
    expect(typed()).toEqual({ how: 'pin', staffId: WANG.staffId, pin: '739154' });
  });

  it('takes a named witness or leaves it pending where that is allowed, and forgets the PIN then', async () => {
    bridge({ 'staff.seconds': () => ok([WANG]) });
    show(<Second witness pending />);
    await userEvent.type(await screen.findByLabelText(/确认人 PIN/), '7391');
    await userEvent.click(screen.getByLabelText('见证人纸上签名'));
    expect(typed()).toBeNull();
    await userEvent.type(screen.getByLabelText(/见证人姓名/), '何师傅');
    expect(typed()).toEqual({ how: 'witness', name: '何师傅' });
    await userEvent.click(screen.getByLabelText('单人值班，稍后补签'));
    expect(typed()).toEqual({ how: 'pending' });
    await userEvent.click(screen.getByLabelText('同事输入 PIN'));
    expect(screen.getByLabelText(/确认人 PIN/)).toHaveProperty('value', '');
  });
});
