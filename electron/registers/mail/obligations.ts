import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { Thing } from '../../../shared/registers/obligations';
import { type Look, type MatterSource, matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './filter';

/** What the mail book leaves open (S16): to sort, to notify, waiting long, to be sent; and the parcels on the shelves. */

const item = { register: 'mailItems', table: 'mail_items', since: 'receivedAt' } as const;
const since = (days: number, now: string): string => instantOf(addDays(dayOf(now), 1 - days));

const open = (need: 'toSort' | 'toNotify' | 'toSend', owner: 'recorderName' | 'sortedByName'): MatterSource =>
  matters({
    ...item,
    label: `mail:need.mailItems.${need}`,
    owner,
    late: ({ now, settings }) => since(settings.mail.longDays, now),
    branches: ({ now, settings }) => needBranches(need, settings.mail, now),
  });

export const mailObligations: Obligations = {
  open: [
    open('toSort', 'recorderName'),
    open('toNotify', 'sortedByName'),
    matters({
      ...item,
      label: 'mail:need.mailItems.waitingLong',
      owner: 'notifiedByName',
      late: ({ now, settings }) => since(settings.mail.holdDays, now),
      // Those nobody was told of stand above already.
      branches: ({ now, settings }) => needBranches('waitingLong', settings.mail, now).slice(-1),
    }),
    open('toSend', 'recorderName'),
  ],
  things,
};

/** What lies on the shelves and what waits for a carrier, by its label; an item of several pieces counts as all of them. */
async function things({ db }: Look): Promise<Thing[]> {
  const rows = await db
    .selectFrom('mail_items')
    .select(['serialNo', 'scanCode', 'pieces'])
    .where('state', 'in', ['arrived', 'shelved', 'notified', 'toSend'])
    .orderBy('serialNo')
    .execute();
  if (rows.length === 0) return [];
  return [
    {
      code: 'mailItems',
      label: 'mail:thing.items',
      values: {},
      expected: rows.reduce((sum, { pieces }) => sum + pieces, 0),
      measure: 'pieces',
      out: 0,
      numbers: rows.map(({ serialNo, scanCode }) => ({ no: serialNo, scanCode })),
    },
  ];
}
