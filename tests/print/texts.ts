import fc from 'fast-check';
import type { PrintCell } from '../../shared/print/forms';
import { paperText, runsOf } from '../../shared/print/measure';

/** Text as people and attackers type it, up to the largest field (300 characters). */
export const typed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'黑色长柄雨伞木柄,A4 2026-11-21（）、。'),
      maxLength: 30,
    }),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('𠮷', '👨‍👩‍👧‍👦', '\ue000', 'W', 'ﷺ', 'x̶̶̶'),
      maxLength: 300,
    }),
  },
);
export const cell: fc.Arbitrary<PrintCell> = fc.record(
  {
    text: typed.map(paperText),
    strikes: fc.array(
      fc.record({ old: typed.map(paperText), by: fc.constant('王丽华'), at: fc.constant('11-21 10:37') }),
      {
        maxLength: 3,
      },
    ),
  },
  { requiredKeys: ['text'] },
);

/** Everything a cell shows, in reading order. */
export const shown = (target: PrintCell): string =>
  runsOf(target)
    .map((run) => run.text)
    .join('');
