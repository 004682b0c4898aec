// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { expect, it, vi } from 'vitest';
import { Intake } from '../../../renderer/registers/mail/Intake';
import { offerScan } from '../../../renderer/ui/scan-target';
import { DESK, ok, show } from '../found-items/desk-stub';

/** S16: the parcel in the clerk's hand is the one scanned first. */

const FIRST = 'YT1000000000002';
const SECOND = 'JT1000000000003';

it('takes scans in the order of the scanner, also when the second is answered first', async () => {
  const nothing = ok({ known: null, shelf: '', waiting: 0 });
  let answerFirst: () => void = () => undefined;
  const held = new Promise<typeof nothing>((resolve) => {
    answerFirst = () => resolve(nothing);
  });
  show(<Intake desk={DESK} place={createRef()} onBack={vi.fn()} />, {
    'mailItems.prepare': ({ trackingNo }) => (trackingNo === FIRST ? held : nothing),
  });
  const number = () => document.querySelector<HTMLInputElement>('[data-name="trackingNo"]')?.value;
  await waitFor(() => expect(number()).toBe(''));
  const scans = [offerScan(FIRST), offerScan(SECOND)];
  // Time enough for a scan that does not wait for its turn.
  await act(() => Promise.resolve());
  await act(async () => {
    answerFirst();
    await Promise.all(scans);
  });
  expect(number()).toBe(FIRST);
  expect(screen.getByText(new RegExp(SECOND))).toBeTruthy();
});
