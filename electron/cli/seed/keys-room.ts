import { dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { keyCheck, keyCheckKey } from '../../../shared/registers/key-checks.row';
import { keyMandate } from '../../../shared/registers/key-mandates.row';
import { keyTransfer, keyTransferKey } from '../../../shared/registers/key-transfers.row';
import { cabinet, key } from '../../../shared/registers/keys.row';
import { NO_SEAL } from '../../registers/keys/moves';
import { Checks } from './check-tale';
import { Errands } from './errands';
import { KeyStock } from './key-stock';
import { Mandates } from './mandate-tale';
import type { SeedOffice, SeedRoom } from './room';
import { Transfers } from './transfer-tale';
import { KEY_WORDS } from './words/key-words';
import { REASONS } from './words/sayings';

/** Cabinets, keys, mandates, weekly checks and transfers. Loans are the key desk's. No lines come in by themselves. */

/** Keys of an office with that many units. */
export const keysOf = (units: number): number => Math.min(1500, Math.max(40, Math.floor(units / 3)));

export const keysRoom: SeedRoom = {
  columns: {
    cabinets: cabinet.keyof().options.toSorted(),
    keys: key.keyof().options.toSorted(),
    keyMandates: keyMandate.keyof().options.toSorted(),
    keyChecks: keyCheck.keyof().options.toSorted(),
    keyCheckLines: keyCheckKey.keyof().options.toSorted(),
    keyTransfers: keyTransfer.keyof().options.toSorted(),
    keyTransferLines: keyTransferKey.keyof().options.toSorted(),
  },
  lines: [],
  begin(office) {
    const { world, span, book } = office;
    return {
      stock(at) {
        const stock = new KeyStock(world, book);
        const mandates = new Mandates(world, span);
        stock.found(keysOf(world.units.length), at, (unit, now) => mandates.sign(stock, unit, now));
        world.keyRing = stock;
        const errands = new Errands(world, () => {
          stock.settleAll();
          checks.settleAll();
          transfers.settleAll();
        });
        const checks = new Checks(world, stock, errands, book);
        const transfers = new Transfers(world, stock, errands, book);
        mandates.plan(stock, errands);
        checks.plan(span);
        transfers.plan(span);
        planKeys(office, stock, errands);
      },
      arrive: {},
    };
  },
};

/** What happens to keys themselves: moved, corrected, bags opened by day, written off, and one written twice. */
function planKeys({ world, span }: SeedOffice, stock: KeyStock, errands: Errands): void {
  const { chance, crew } = world;
  const free = (fits: (one: (typeof stock.keys)[number]) => boolean) =>
    stock.keys.filter((one) => !one.busy && fits(one));
  const rounds = Math.min(24, Math.max(1, Math.floor(stock.keys.length / 25)));
  for (let i = 0; i < rounds; i += 1) {
    const at = (share: number): number =>
      span.from + ((i + share) * (span.until - span.from)) / (rounds + 0.2);
    errands.byDay(at(0.15), (now) => {
      const [one] = free(({ told }) => told.row.state === 'inStock' && told.row.instructions === null);
      if (!one) return;
      const what = {
        kind: 'CORRECT' as const,
        facts: { field: 'instructions', reason: chance.pick(REASONS) },
      };
      const hand = world.hand(stock.custodian, 'keys.correct', now);
      stock.shelf.change(one.told, { instructions: chance.pick(KEY_WORDS) }, hand, what);
    });
    errands.byDay(at(0.4), (now) => {
      const sealed = free(({ told }) => told.row.state === 'sealed' && told.row.category !== 'storeroom');
      const one = sealed.length > 0 ? chance.pick(sealed) : null;
      if (one) unsealByDay(world, stock, one, now);
    });
    errands.byDay(at(0.55), (now) => {
      const worn = free(({ told }) => told.row.state === 'inStock' && told.row.category === 'locker');
      if (worn.length < 2) return;
      const one = chance.pick(worn);
      const reason = '更衣柜换锁，旧钥匙作废';
      const patch = { retiredReason: reason, retiredAt: isoOf(now), retiredByName: stock.custodian.name };
      stock.change(one, { state: 'retired', ...patch }, world.hand(stock.custodian, 'keys.retire', now), {
        reason,
        countersigner: stock.supervisor.name,
      });
    });
    errands.byDay(at(0.8), (now) => {
      const twice = stock.register(
        {
          keyNo: stock.nextNo(),
          label: '更衣柜（重复）',
          category: 'locker',
          kind: 'single',
          pieces: 1,
          risk: 'normal',
          source: '前期物业移交',
          receivedOn: dayOf(isoOf(now)),
        },
        now,
      );
      const who = chance.pick(crew.allowed('keys.void'));
      const patch = { voidReason: '重复登记', voidedAt: isoOf(now + 20 * MINUTE_MS), voidedByName: who.name };
      errands.later(now + 20 * MINUTE_MS, (later) =>
        stock.shelf.change(twice, { state: 'voided', ...patch }, world.hand(who, 'keys.void', later), {
          kind: 'VOID',
        }),
      );
    });
  }
}

/** A bag opened in office hours by two (F09 variants). */
function unsealByDay(
  world: SeedOffice['world'],
  stock: KeyStock,
  one: KeyStock['keys'][number],
  at: number,
): void {
  const bagNo = one.told.row.sealBagNo;
  const facts = { reason: '恢复日常使用', bagNo, bagIntact: 'yes', opener: stock.supervisor.name };
  stock.change(one, { state: 'inStock', ...NO_SEAL }, world.hand(stock.custodian, 'keys.unseal', at), facts);
}
