import { expressionBuilder } from 'kysely';
import { dayOf, instantOf } from '../../../shared/dates';
import type { Thing } from '../../../shared/registers/obligations';
import type { Tables } from '../../db/tables';
import { type Look, matters, type Obligations } from '../../entries/obligation';

/** What earlier shifts leave open (K17: not reviewed, instructions whose day has come), and what stands at the desk whatever the books say. */

const instructions = expressionBuilder<Tables, 'instructions'>();

export const handoverObligations: Obligations = {
  open: [
    matters({
      register: 'handovers',
      table: 'handovers',
      label: 'handovers:need.handovers.toReview',
      since: 'startedAt',
      owner: 'outgoingName',
      late: ({ now }) => instantOf(dayOf(now)),
      branches: () => [[expressionBuilder<Tables, 'handovers'>()('state', '=', 'sealed')]],
    }),
    matters({
      register: 'instructions',
      table: 'instructions',
      label: 'handovers:need.instructions.renew',
      since: 'recordedAt',
      owner: 'fromName',
      due: 'renewOn',
      branches: ({ now }) => [
        [instructions('state', '=', 'active'), instructions('renewOn', '<=', dayOf(now))],
      ],
    }),
  ],
  things: ({ settings: { handover } }: Look) =>
    Promise.resolve([
      ...handover.items.map(({ name, quantity }) => own('item', name, 'pieces', quantity)),
      ...(handover.cashCents === null ? [] : [own('cash', '', 'cents', handover.cashCents)]),
      ...handover.blankBooks.map((name) => own('blanks', name, 'range', null)),
    ]),
};

const own = (
  kind: 'item' | 'cash' | 'blanks',
  name: string,
  measure: Thing['measure'],
  expected: number | null,
): Thing => ({
  code: `${kind}/${name}`,
  label: `handovers:thing.${kind}`,
  values: name ? { name } : {},
  expected,
  measure,
  out: 0,
  numbers: [],
});
