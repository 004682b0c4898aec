import { expect, it } from 'vitest';
import { type Alarm, Attention } from '../../electron/attention';

/** Notifications of what cannot wait (domain.md §6.5): nothing twice, nothing new missed, again while it stands. */

function desk() {
  let now = 0;
  const said: Alarm[] = [];
  const badges: number[] = [];
  const attention = new Attention({
    show: (alarm) => said.push(alarm),
    badge: (total) => badges.push(total),
    clock: () => now,
  });
  return { attention, said, badges, pass: (minutes: number) => (now += minutes * 60_000) };
}
const OPEN = { key: 'keyUnseals.unsealed', count: 1 };

it('says a thing once, again when there is more of it, and again after half an hour', () => {
  const { attention, said, pass } = desk();
  attention.look([OPEN]);
  pass(1);
  attention.look([OPEN]);
  expect(said).toHaveLength(1);
  attention.look([{ ...OPEN, count: 2 }]);
  expect(said).toHaveLength(2);
  // Fewer is good news.
  attention.look([OPEN]);
  expect(said).toHaveLength(2);
  pass(30);
  attention.look([OPEN]);
  expect(said).toHaveLength(3);
});

it('forgets what was done, so that it is said when it comes again', () => {
  const { attention, said, badges } = desk();
  attention.look([OPEN]);
  attention.look([]);
  attention.look([OPEN]);
  expect(said).toHaveLength(2);
  expect(badges).toEqual([1, 0, 1]);
});
