import { expect, test } from 'vitest';
import { OneAtATime, type Progress } from '../../electron/one-at-a-time';

/** Work held open by the test: run n answers n once it is let go. */
function held() {
  const runs: { tell: Progress; end: () => void; fail: () => void }[] = [];
  const queue = new OneAtATime<number>((tell) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const number = runs.length + 1;
    runs.push({ tell, end: () => resolve(number), fail: () => reject(new Error(`run ${number}`)) });
    return promise;
  });
  return { queue, runs };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a hundred who ask at once share two runs, each begun after it was asked for', async () => {
  const { queue, runs } = held();
  const first = queue.ask(() => undefined);
  await turn();
  const told: string[] = [];
  const others = Array.from({ length: 99 }, (_, i) =>
    queue.ask((done, total) => told.push(`${i} ${done}/${total}`)),
  );
  await turn();
  expect(runs).toHaveLength(1);
  runs[0]!.end();
  expect(await first).toBe(1);
  await turn();
  runs[1]!.tell(5, 9);
  runs[1]!.end();
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  expect(told).toEqual(Array.from({ length: 99 }, (_, i) => `${i} 5/9`));
  expect(runs).toHaveLength(2);
});

test('a run that fails fails for those who asked, and the next one starts', async () => {
  const { queue, runs } = held();
  const first = queue.ask(() => undefined);
  await turn();
  const second = queue.ask(() => undefined);
  runs[0]!.fail();
  await expect(first).rejects.toThrow('run 1');
  await turn();
  runs[1]!.end();
  expect(await second).toBe(2);
});
