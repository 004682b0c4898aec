import type { Arriving } from './room';

/** One thing that will happen to a line, at `at` (ms). */
export interface Step {
  at: number;
  act: (at: number) => void;
}

/** A tale whose steps are known when it begins; `end` writes down how far it came. */
export function planned(steps: readonly Step[], end: () => void): Arriving {
  let next = 0;
  return {
    due: 0,
    firstDue: steps[0]?.at ?? null,
    go(at) {
      const step = steps[next];
      next += 1;
      step?.act(Math.max(step.at, at));
      const after = steps[next];
      if (!after) end();
      return after ? Math.max(after.at, at) : null;
    },
    end,
  };
}
