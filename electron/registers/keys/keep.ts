import { Refusal } from '../../../shared/result';
import { done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { keyOf, moveKey } from './moves';
import { assertFreeHook } from './register';
import { assertCustodian, keeperOf } from './rights';

/** The custodian's acts on a key, each countersigned by the supervisor (domain.md §4.3). */

type Ops = HandlersFor<'keys'>;

/** Errors: `keys.custodianOnly`, `keys.over`, `keys.sameHook`, and those of a hook (register.ts). */
export const move: Ops['move'] = async ({ id, version, cabinetId, hookNo }, ctx) => {
  assertCustodian(ctx.actor);
  const key = await keyOf(ctx.db, id, version);
  assertKept(key);
  if (key.cabinetId === cabinetId && key.hookNo === hookNo) throw new Refusal('keys.sameHook');
  await assertFreeHook(ctx.db, cabinetId, hookNo, key.id);
  const facts = { countersigner: proven(ctx.second).name };
  return done(await moveKey(ctx, key, key.state, { cabinetId, hookNo }, { kind: 'CHANGE', facts }));
};

/** Errors: `keys.custodianOnly`, `keys.over`, `keys.sameKeeper`, `keys.notCustodian`, `keys.unknownPerson`. */
export const changeKeeper: Ops['changeKeeper'] = async ({ id, version, keeperId, reason }, ctx) => {
  assertCustodian(ctx.actor);
  const key = await keyOf(ctx.db, id, version);
  assertKept(key);
  if (key.keeperId === keeperId) throw new Refusal('keys.sameKeeper', { name: key.keeperName });
  const facts = { reason, countersigner: proven(ctx.second).name };
  const keeper = await keeperOf(ctx.db, keeperId);
  return done(await moveKey(ctx, key, key.state, keeper, { kind: 'CHANGE', facts }));
};

/** 注销, for good. Errors: `keys.custodianOnly`, `keys.unsealFirst`, `keys.wrongState`. */
export const retire: Ops['retire'] = async ({ id, version, reason }, ctx) => {
  assertCustodian(ctx.actor);
  const key = await keyOf(ctx.db, id, version);
  if (key.state === 'sealed') throw new Refusal('keys.unsealFirst', { bagNo: key.sealBagNo ?? '' });
  const facts = { reason, countersigner: proven(ctx.second).name };
  const retired = { retiredReason: reason, retiredAt: ctx.now, retiredByName: ctx.actor.name };
  return done(await moveKey(ctx, key, 'retired', retired, { kind: 'CHANGE', facts }));
};

/** Neither retired nor void. Errors: Refusal `keys.wrongState`. */
export function assertKept(key: { state: string }): void {
  if (key.state === 'retired' || key.state === 'voided')
    throw new Refusal('keys.wrongState', { state: key.state });
}
