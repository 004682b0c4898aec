import { isoOf } from '../../../shared/dates';
import { NUMBERED } from '../../../shared/ids';
import { DESK_CHECK } from '../../../shared/registers/handovers.cells';
import type { CarriedGroup, Handover, ShiftSheet } from '../../../shared/registers/handovers.row';
import { DEFAULT_HANDOVER } from '../../../shared/registers/handovers.setting';
import type { Thing } from '../../../shared/registers/obligations';
import { wordsOfAct } from '../../entries/act-words';
import type { Instructions } from './instruction-tale';
import { DIFFERENCE } from './words/shift-words';
import type { World } from './world';

/** What stands on the demo desk's sheets: what was done, keys that were out and since when, what was counted. The books themselves are not written yet. */

type Row = Pick<Handover, 'startedAt' | 'snapshot'>;

/** What a sheet begins with: acts done before the shift, and the sheet it took over from. */
export interface Taken {
  acts: ReadonlyMap<string, number>;
  /** Number and matters of the handover before. */
  before: { serialNo: string; open: readonly CarriedGroup[] } | null;
}

export const seedSheet = (
  world: World,
  row: Row,
  { acts, before }: Taken,
  instructions: Pick<Instructions, 'standing'>,
  at: number,
): ShiftSheet => ({
  at: isoOf(at),
  from: row.startedAt,
  work: workOf(acts, world.acts),
  open: carried(keysOut(world, isoOf(at)), before),
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

/** Looks, prints and corrections are no work of a shift; neither is its own handover (registers/handovers/sheet.ts). */
const NO_WORK = /^handovers\.|\.(correct|void|markSeen|unmask|link|print)$/;

/** Acts of the shift by kind, as the sheet counts them. */
const workOf = (before: Taken['acts'], now: Taken['acts']): ShiftSheet['work'] =>
  [...now]
    .map(([op, n]) => ({ op, count: n - (before.get(op) ?? 0) }))
    .filter(({ op, count }) => count > 0 && !NO_WORK.test(op) && op.split('.')[0]! in NUMBERED)
    .sort((a, b) => (a.op < b.op ? -1 : 1))
    .flatMap(({ op, count }) => {
      const words = wordsOfAct(op);
      return words ? [{ ...words, count }] : [];
    });

/** Keys that are out, as the desk's own loans say: those past their time, and the others. */
function keysOut({ keyRing }: World, now: string): CarriedGroup[] {
  const loans = (keyRing?.keys ?? [])
    .flatMap(({ loan }) => (loan ? [loan.row] : []))
    .sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
  return (['overdue', 'out'] as const).flatMap((need) => {
    const rows = loans.filter((row) => row.dueAt < now === (need === 'overdue'));
    const matters = rows.slice(0, LISTED).map((row) => ({
      entryId: row.id,
      serialNo: row.serialNo,
      title: `${row.keyNo} ${row.keyName}`,
      detail: [row.borrowerName, row.borrowerOrg].filter(Boolean).join(' · '),
      state: 'out',
      since: row.issuedAt,
      dueAt: row.dueAt,
      owner: row.issuerName,
      late: need === 'overdue',
      shifts: 0,
      passedBy: [],
    }));
    if (rows.length === 0) return [];
    const label = `key-desk:need.keyLoans.${need}`;
    return [{ register: 'keyLoans' as const, label, total: rows.length, more: false, matters }];
  });
}
/** Matters of a kind a sheet lists one by one, and earlier handovers that stay on a matter. */
const [LISTED, PASSED] = [100, 10];

/** The matters with the shifts that passed them on, counted on from the sheet before. */
function carried(groups: CarriedGroup[], before: Taken['before']): CarriedGroup[] {
  const known = new Map(
    (before?.open ?? []).flatMap(({ matters }) => matters.map((one) => [one.entryId, one])),
  );
  return groups.map((group) => ({
    ...group,
    matters: group.matters.map((matter) => {
      const old = known.get(matter.entryId);
      if (!old || !before) return matter;
      return {
        ...matter,
        shifts: old.shifts + 1,
        passedBy: [...old.passedBy, before.serialNo].slice(-PASSED),
      };
    }),
  }));
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

/** Slips used up in a shift, and in a book of receipts. */
const [USED, BOOK] = [6, 9000];

/** The count of a sheet; `differing`: one of the first thing is away. */
export function seedCount({ chance }: World, { snapshot }: Row, differing: boolean) {
  const { things } = JSON.parse(snapshot ?? '{}') as ShiftSheet;
  const first = `item/${DEFAULT_HANDOVER.items[0]?.name}`;
  const counts = things.map(({ code, expected, measure }) => {
    const off = differing && code === first;
    return {
      code,
      counted: off ? (expected ?? 1) - 1 : expected,
      text: measure === 'range' ? slips(chance.between(1, BOOK), chance.between(1, USED)) : null,
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

/** Numbers of blank slips: from the first unused to the end of its book of a hundred. */
function slips(from: number, used: number): string {
  const first = from + used;
  const pad = (n: number): string => String(n).padStart(6, '0');
  return `${pad(first)}–${pad(Math.ceil(first / 100) * 100)}`;
}
