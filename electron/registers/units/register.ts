import { dayOf, monthOf } from '../../../shared/dates';
import { codeKeyOf, codeSortOf, defaultCode, unitCodeOf } from '../../../shared/registers/unit-code';
import { HANDED_OVER, type OccupancyState } from '../../../shared/registers/units.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertArea, stewardById } from './load';
import { indexUnit } from './words';

type Ops = HandlersFor<'units'>;

/** Takes a unit on the books (S33). Errors: see the declaration. */
export const register: Ops['register'] = async (input, ctx) => {
  const { db, now, actor, journal, numbers, newId } = ctx;
  const code = input.code
    ? unitCodeOf(input.code)
    : defaultCode(input.building, input.entrance, input.unitNo);
  await assertCodeFree(db, code);
  await assertArea(db, input.areaId);
  const { builtAreaHundredthsM2 = null, usableAreaHundredthsM2 = null, handedOverOn = null } = input;
  assertAreaSizes(builtAreaHundredthsM2, usableAreaHundredthsM2);
  assertHandedOver(input.occupancyState, handedOverOn, dayOf(now));
  const steward = await stewardById(db, input.stewardId);
  const { serialNo, scanCode } = numbers.next('units', monthOf(now));
  const row = journal.create('units', {
    id: newId(),
    serialNo,
    scanCode,
    state: 'active',
    code,
    codeKey: codeKeyOf(code),
    codeSort: codeSortOf(code),
    areaId: input.areaId ?? null,
    building: input.building,
    entrance: input.entrance,
    floor: input.floor,
    unitNo: input.unitNo,
    name: input.name,
    use: input.use,
    occupancyState: input.occupancyState,
    occupancySince: dayOf(now),
    deskInstructions: input.deskInstructions,
    structure: input.structure,
    layout: input.layout,
    orientation: input.orientation,
    builtAreaHundredthsM2,
    usableAreaHundredthsM2,
    handedOverOn,
    ...steward,
    meters: metersText(input.meters),
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexUnit(ctx, row);
  return { ...done(row), scanCode, code };
};

/** No other living unit is called so. Errors: InvalidField `code`; Refusal `units.codeTaken` with the code. */
export async function assertCodeFree(db: ReadDb, code: string, but?: string): Promise<void> {
  if (code === '') throw new InvalidField('code', 'text.empty');
  const other = await db
    .selectFrom('units')
    .select('id')
    .where('code', '=', code)
    .where('state', '!=', 'voided')
    .executeTakeFirst();
  if (other && other.id !== but) throw new Refusal('units.codeTaken', { code });
}

/** What one can use is never more than what was built. Errors: Refusal `units.areaSizes`. */
export function assertAreaSizes(built: number | null, usable: number | null): void {
  if (built !== null && usable !== null && usable > built) throw new Refusal('units.areaSizes');
}

/** A unit that nobody was given yet has no day of hand-over, and hand-overs lie in the past. Errors: Refusal `units.notHandedOver`; InvalidField. */
export function assertHandedOver(state: OccupancyState, handedOverOn: string | null, today: string): void {
  if (handedOverOn === null) return;
  if (handedOverOn > today) throw new InvalidField('handedOverOn', 'time.future');
  if (!HANDED_OVER.includes(state)) throw new Refusal('units.notHandedOver');
}

/** Meter numbers as they stand in the row; null when there are none. */
export const metersText = (meters: Partial<Record<string, string>> | null | undefined): string | null =>
  meters && Object.keys(meters).length > 0 ? JSON.stringify(meters) : null;
