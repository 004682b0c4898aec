import type { OpName } from '../../../shared/api';
import type { Handover } from '../../../shared/registers/handovers.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';

/** What may follow: read from the state chart, offered by the page, the omni-box and the scanner's card. */

/** The act a shift waits for most. */
export function mainAct({ state }: Pick<Handover, 'state'>): OpName | null {
  switch (state) {
    case 'open':
      return 'handovers.draft';
    case 'drafted':
      return 'handovers.count';
    case 'counted':
      return 'handovers.signOut';
    case 'outSigned':
      return 'handovers.signIn';
    case 'refused':
      return 'handovers.decide';
    case 'sealed':
      return 'handovers.review';
    default:
      return null;
  }
}

/** Every operation this reader may do on the shift now, the awaited one first. */
export function actsOn(
  row: Pick<Handover, 'state' | 'outgoingId' | 'incomingId' | 'refusedById'>,
  actor: Actor | null,
): OpName[] {
  const { state } = row;
  const is = (...states: Handover['state'][]): boolean => states.includes(state);
  const party = [row.outgoingId, row.incomingId, row.refusedById].includes(actor?.staffId ?? '');
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['handovers.draft', 'handovers.work', is('open', 'drafted', 'counted')],
    ['handovers.count', 'handovers.work', is('drafted', 'counted')],
    ['handovers.signOut', 'handovers.work', is('counted')],
    ['handovers.signIn', 'handovers.work', is('outSigned')],
    ['handovers.refuse', 'handovers.work', is('outSigned')],
    ['handovers.decide', 'handovers.review', is('refused') && !party],
    ['handovers.review', 'handovers.review', is('sealed') && !party],
    ['handovers.writeEvent', 'handovers.work', is('open', 'drafted', 'counted')],
    ['handovers.ask', 'handovers.work', is('counted', 'outSigned')],
    ['handovers.supplement', 'handovers.work', is('sealed', 'reviewed')],
    ['handovers.void', 'handovers.void', is('open', 'drafted', 'counted')],
  ];
  const main = mainAct(row);
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}
