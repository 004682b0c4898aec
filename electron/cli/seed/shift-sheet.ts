import { isoOf } from '../../../shared/dates';
import { DESK_CHECK } from '../../../shared/registers/handovers.cells';
import type { CarriedGroup, Handover, ShiftSheet } from '../../../shared/registers/handovers.row';
import { DEFAULT_HANDOVER } from '../../../shared/registers/handovers.setting';
import type { Thing } from '../../../shared/registers/obligations';
import type { Instructions } from './instruction-tale';
import { DIFFERENCE } from './words/shift-words';
import type { World } from './world';

/** What stands on the demo desk's sheets: keys that were out, what was counted. The books themselves are not written yet. */

type Row = Pick<Handover, 'startedAt' | 'snapshot'>;

export const seedSheet = (
  world: World,
  row: Row,
  instructions: Pick<Instructions, 'standing'>,
  at: number,
): ShiftSheet => ({
  at: isoOf(at),
  from: row.startedAt,
  work: [],
  open: keysOut(world),
  due: [],
  things: thingsAt(world),
  instructions: instructions.standing.map(({ id, serialNo, text, fromName, givenOn, renewOn }) => ({
    id,
    serialNo,
    text: text ?? '',
    fromName,
    givenOn,
    renewOn,
  })),
});

/** Keys that are out, as the desk's own loans say. */
function keysOut({ keyRing }: World): CarriedGroup[] {
  const out = (keyRing?.keys ?? []).filter(({ loanNo }) => loanNo !== null).slice(0, 20);
  const matters = out.map(({ told: { row }, loanNo }) => ({
    entryId: row.id,
    serialNo: loanNo,
    title: `${row.keyNo} ${row.label}`,
    detail: '',
    state: 'out',
    since: row.recordedAt,
    dueAt: null,
    owner: null,
    late: false,
    shifts: 0,
    passedBy: [],
  }));
  if (matters.length === 0) return [];
  const label = 'key-desk:need.keyLoans.out';
  return [{ register: 'keys', label, total: matters.length, more: false, matters }];
}

function thingsAt({ keyRing }: World): Thing[] {
  const bags = (keyRing?.keys ?? []).filter(({ told }) => told.row.state === 'sealed').length;
  const thing = (code: string, label: string, name: string | null, expected: number | null): Thing => ({
    code,
    label,
    values: name ? { name } : {},
    expected,
    measure: expected === null ? 'range' : 'pieces',
    out: 0,
    numbers: [],
  });
  return [
    thing('sealBags', 'keys:thing.sealBags', null, bags),
    ...DEFAULT_HANDOVER.items.map(({ name, quantity }) =>
      thing(`item/${name}`, 'handovers:thing.item', name, quantity),
    ),
    ...DEFAULT_HANDOVER.blankBooks.map((name) =>
      thing(`blanks/${name}`, 'handovers:thing.blanks', name, null),
    ),
  ];
}

/** The count of a sheet; `differing`: one of the first thing is away. */
export function seedCount({ chance }: World, { snapshot }: Row, differing: boolean) {
  const { things } = JSON.parse(snapshot ?? '{}') as ShiftSheet;
  const first = `item/${DEFAULT_HANDOVER.items[0]?.name}`;
  const counts = things.map(({ code, expected, measure }) => {
    const off = differing && code === first;
    return {
      code,
      counted: off ? (expected ?? 1) - 1 : expected,
      text: measure === 'range' ? `00${chance.digits(4)}–00${chance.digits(4)}` : null,
      missing: [],
      note: off ? chance.pick(DIFFERENCE) : null,
    };
  });
  const names = [DESK_CHECK, ...DEFAULT_HANDOVER.equipment];
  return {
    counts: JSON.stringify(counts),
    checks: JSON.stringify(names.map((name) => ({ name, ok: true, note: null }))),
    differences: differing ? 1 : 0,
  };
}
