import type { z } from 'zod';
import { foundItems, registerFoundItem } from '../../../shared/registers/found-items';
import type { FoundItemCorrectable } from '../../../shared/registers/found-items.row';
import type { Settings } from '../../../shared/registers/office';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { FoundItemsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unlinkReport } from './link';
import { assertAlive, categoryOf, itemOf, moved } from './load';
import { cashText, pieces } from './register';
import { indexItem } from './words';

/** Corrections, voids and looks of found items (issue "Corrections, void, freeze"; trust.md C5). */

type Ops = HandlersFor<'foundItems'>;
type Patch = Partial<Omit<FoundItemsTable, 'version' | 'sealed'>>;

/**
 * One field corrected. Errors: `foundItems.wrongState` (filed or void lines), `.notRecorder`, `.reasonMissing`,
 * `.unchanged`, `.notYetWritten`, `.cashCategory`, `.quantityFromCash`, `.bagMissing`; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertAlive(row);
  const { categories, limits } = await settingsOf(ctx.db);
  const patch = patchOf(field, value, row, categories, ctx);
  if (patch[field] === row[field]) throw new Refusal('foundItems.unchanged');
  if (!limits.finderMayConfirm && field === 'finderName' && isConfirmer(row, patch.finderName))
    throw new Refusal('foundItems.finderConfirms');
  const correction = await correctionOf(ctx, 'foundItems', row, field, reason, limits);
  const next = ctx.journal.change('foundItems', row, patch, correction);
  indexItem(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'foundItems', next, limits) };
};

/** Number and line stay, printed 作废. Errors: `foundItems.managerOnly` once the item has left (domain.md §4.3). */
export const voidItem: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.outcome !== null && !isManager(ctx.actor)) throw new Refusal('foundItems.managerOnly');
  const linked = row.lostReportId !== null && row.outcome === null;
  const next = ctx.journal.change(
    'foundItems',
    row,
    {
      state,
      voidReason: reason,
      voidedAt: ctx.now,
      voidedByName: ctx.actor.name,
      ...(linked ? { lostReportId: null } : {}),
    },
    { kind: 'VOID' },
  );
  if (linked && row.lostReportId) await unlinkReport(ctx, row.lostReportId);
  return done(next);
};

/** See `seen`. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await itemOf(ctx.db, id);
  await seen(ctx, 'foundItems', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

const form = registerFoundItem.shape;
const inputs = {
  notify: foundItems.notifyPartyA.input.shape,
  claim: foundItems.claim.input.shape,
  police: foundItems.handToPolice.input.shape,
  dispose: foundItems.dispose.input.shape,
};
type Plain = Exclude<FoundItemCorrectable, 'category' | 'quantity' | 'cash' | 'foundAt'>;

/** The plain fields and the schema that took them the first time. */
const AS_FIRST_TYPED: Record<Plain, z.ZodType<string | null>> = {
  name: form.name,
  publicFeatures: form.publicFeatures,
  verifyFeatures: form.verifyFeatures,
  foundPlace: form.foundPlace,
  finderName: form.finderName,
  finderDepartment: form.finderDepartment,
  finderPhone: form.finderPhone,
  storagePlace: form.storagePlace,
  bagNo: form.bagNo,
  note: form.note,
  partyAContact: inputs.notify.contact,
  claimantUnit: inputs.claim.claimantUnit,
  policeStation: inputs.police.policeStation,
  policeReceiptNo: inputs.police.policeReceiptNo,
  disposalManner: inputs.dispose.manner,
};

/** Fields an act writes: nothing to correct before the act. */
const WRITTEN_BY: Partial<Record<FoundItemCorrectable, (row: FoundItemsTable) => boolean>> = {
  partyAContact: (row) => row.partyANotifiedAt !== null,
  claimantUnit: (row) => row.outcome === 'claimed',
  policeStation: (row) => row.outcome === 'toPolice',
  policeReceiptNo: (row) => row.outcome === 'toPolice',
  disposalManner: (row) => row.outcome === 'disposed',
};

function patchOf(
  field: FoundItemCorrectable,
  value: string,
  row: FoundItemsTable,
  categories: Settings['categories'],
  ctx: CommandContext,
): Patch {
  if (WRITTEN_BY[field]?.(row) === false) throw new Refusal('foundItems.notYetWritten');
  switch (field) {
    case 'category':
      return categoryPatch(asTyped(form.category, value), row, categories);
    case 'quantity': {
      if (row.cash !== null) throw new Refusal('foundItems.quantityFromCash');
      const digits = value.normalize('NFKC').trim();
      if (!/^\d{1,9}$/.test(digits)) throw new InvalidField('value', 'count.whole');
      const quantity = asTyped(form.quantity, Number(digits));
      return { quantity, ...(quantity === row.quantity ? {} : countedAnew(ctx)) };
    }
    case 'cash': {
      if (row.cash === null) throw new Refusal('foundItems.cashNotAllowed');
      const count = asTyped(form.cash, readJson(value));
      if (!count) throw new Refusal('foundItems.cashMissing');
      const cash = cashText(count);
      return { cash, ...(cash === row.cash ? {} : { quantity: pieces(count), ...countedAnew(ctx) }) };
    }
    case 'foundAt': {
      const foundAt = asTyped(form.foundAt, value);
      const before = row.partyANotifiedAt ?? row.closedAt;
      assertTime('value', foundAt, null, ctx.now);
      if (before !== null && foundAt > before) throw new InvalidField('value', 'time.late');
      return { foundAt };
    }
    case 'bagNo': {
      const bagNo = asTyped(AS_FIRST_TYPED.bagNo, value);
      if (row.valuable === 1 && bagNo === null) throw new Refusal('foundItems.bagMissing');
      return { bagNo };
    }
    default:
      return { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  }
}

/** A category brings its rules along: bag and countersign for valuables, no photos of papers; cash stays cash. */
function categoryPatch(code: string, row: FoundItemsTable, categories: Settings['categories']): Patch {
  const category = categoryOf(categories, code);
  if (category.cash !== (row.cash !== null)) throw new Refusal('foundItems.cashCategory');
  if (category.valuable && row.bagNo === null) throw new Refusal('foundItems.bagMissing');
  return {
    category: code,
    valuable: category.valuable ? 1 : 0,
    ...(category.photo ? {} : { photos: null }),
  };
}

/** L05 again: who corrects a number vouches for it, and a second person confirms it anew (待补签 until then). */
const countedAnew = ({ actor }: CommandContext): Patch => ({
  confirmer1Id: actor.staffId,
  confirmer1Name: actor.name,
  confirmer2Id: null,
  confirmer2Name: null,
  confirmer2How: 'pending',
  confirmedAt: null,
});

const isConfirmer = (row: FoundItemsTable, name: string | null | undefined): boolean =>
  name === row.confirmer1Name || name === row.confirmer2Name;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidField('value', 'cash.unreadable');
  }
}
