import { dayOf, instantOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import { done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { keyOf, moveKey } from './moves';
import { personOf } from './rights';

/** Bags: two people across the mouth (domain.md §4.4 rule 4), and two to open it again (F09 variants). */

type Ops = HandlersFor<'keys'>;

/** Errors: `keys.piecesOut`, `keys.needsSupervisor`, `keys.bagInUse`, `keys.wrongState`. */
export const seal: Ops['seal'] = async ({ id, version, bagNo, reason }, ctx) => {
  const key = await keyOf(ctx.db, id, version);
  if (key.piecesOut > 0) throw new Refusal('keys.piecesOut', { pieces: key.piecesOut });
  const second = proven(ctx.second);
  await assertSupervisorAmong(ctx, second.staffId);
  const patch = {
    sealBagNo: bagNo,
    sealedAt: ctx.now,
    sealer1Id: ctx.actor.staffId,
    sealer1Name: ctx.actor.name,
    sealer2Id: second.staffId,
    sealer2Name: second.name,
    sealReason: reason,
  };
  return done(await moveKey(ctx, key, 'sealed', patch));
};

/** Errors: `keys.notSealed`, `keys.storeroomClosed` (S06 out of office hours). */
export const unseal: Ops['unseal'] = async ({ id, version, reason, bagIntact }, ctx) => {
  const key = await keyOf(ctx.db, id, version);
  if (key.state !== 'sealed') throw new Refusal('keys.notSealed');
  if (key.category === 'storeroom' && !(await inOfficeHours(ctx))) throw new Refusal('keys.storeroomClosed');
  const facts = { reason, bagNo: key.sealBagNo, bagIntact, opener: proven(ctx.second).name };
  return done(await moveKey(ctx, key, 'inStock', {}, { kind: 'CHANGE', facts }));
};

async function assertSupervisorAmong({ db, actor }: CommandContext, secondId: string): Promise<void> {
  if (actor.roles.includes('csSupervisor')) return;
  const second = await personOf(db, secondId);
  if (!second.roles.includes('csSupervisor')) throw new Refusal('keys.needsSupervisor');
}

async function inOfficeHours({ db, now }: CommandContext): Promise<boolean> {
  const { from, to } = (await settingsOf(db)).keys.officeHours;
  const today = dayOf(now);
  return now >= instantOf(today, from) && now < instantOf(today, to);
}
