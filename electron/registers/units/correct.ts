import type { z } from 'zod';
import { codeKeyOf, codeSortOf, unitCodeOf } from '../../../shared/registers/unit-code';
import { meters, registerUnit } from '../../../shared/registers/units';
import type { UnitCorrectable } from '../../../shared/registers/units.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { UnitsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertOwnUnit, assertUnit, unitOf } from './load';
import { assertAreaSizes, assertCodeFree, metersText } from './register';
import { indexUnit } from './words';

/** Fields of a unit: corrected when they were wrong, amended when life changed them. */

type Ops = HandlersFor<'units'>;
type Patch = Partial<Omit<UnitsTable, 'version' | 'sealed'>>;

/** Errors: `units.wrongState`, `entry.*`, `units.codeTaken`, `units.areaSizes`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await unitOf(ctx.db, id, version);
  assertUnit(row);
  const patch = await patchOf(ctx.db, row, field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'units', row, field, reason, limits);
  const next = ctx.journal.change('units', row, patch, correction);
  indexUnit(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'units', next, limits) };
};

/** Errors: as `correct`, and `units.otherArea`. */
export const amend: Ops['amend'] = async ({ id, version, field, value }, ctx) => {
  const row = await unitOf(ctx.db, id, version);
  assertUnit(row);
  await assertOwnUnit(ctx.db, ctx.actor, row);
  const patch = await patchOf(ctx.db, row, field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = ctx.journal.change('units', row, patch, { kind: 'CHANGE', facts: { field } });
  indexUnit(ctx, next);
  return done(next);
};

/** See `seen`. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await unitOf(ctx.db, id);
  await seen(ctx, 'units', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

const form = registerUnit.shape;
type Plain = Exclude<
  UnitCorrectable,
  'code' | 'builtAreaHundredthsM2' | 'usableAreaHundredthsM2' | 'meters' | 'use'
>;
const AS_FIRST_TYPED: Record<Plain, z.ZodType<string | null>> = {
  building: form.building,
  entrance: form.entrance,
  floor: form.floor,
  unitNo: form.unitNo,
  name: form.name,
  structure: form.structure,
  layout: form.layout,
  orientation: form.orientation,
  deskInstructions: form.deskInstructions,
  note: form.note,
};

async function patchOf(db: ReadDb, row: UnitsTable, field: UnitCorrectable, value: string): Promise<Patch> {
  switch (field) {
    case 'code': {
      const code = unitCodeOf(asTyped(form.code, value) ?? '');
      await assertCodeFree(db, code, row.id);
      return { code, codeKey: codeKeyOf(code), codeSort: codeSortOf(code) };
    }
    case 'builtAreaHundredthsM2': {
      const area = areaTyped(value);
      assertAreaSizes(area, row.usableAreaHundredthsM2);
      return { builtAreaHundredthsM2: area };
    }
    case 'usableAreaHundredthsM2': {
      const area = areaTyped(value);
      assertAreaSizes(row.builtAreaHundredthsM2, area);
      return { usableAreaHundredthsM2: area };
    }
    case 'meters':
      return { meters: metersText(asTyped(meters, value === '' ? {} : readJson(value))) };
    case 'use':
      return { use: asTyped(form.use.unwrap(), value) };
    default:
      return { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  }
}

function areaTyped(value: string): number | null {
  const digits = value.normalize('NFKC').trim();
  if (digits === '') return null;
  if (!/^\d{1,9}$/.test(digits)) throw new InvalidField('value', 'count.whole');
  return asTyped(form.builtAreaHundredthsM2, Number(digits)) ?? null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidField('value', 'text.broken');
  }
}
