import { dayOf } from '../../../shared/dates';
import type { PostCoverLine } from '../../../shared/registers/post-covers.row';
import { POST_COVER_COLUMNS } from '../../../shared/registers/rosters.columns';
import type { RosterCell, RosterLine } from '../../../shared/registers/rosters.row';
import type { PostCoversTable, RostersTable } from '../../db/tables';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, heading, remark, signatures, table } from '../../papers/slip-sections';
import { monthOf } from '../../papers/stretches';
import { cellsOf } from './cells';
import { toCoverLines } from './cover-look';
import { rosterLinesById, toRosterLines } from './lines';
import { changesOf, type PersonWeek, peopleOf } from './sheet-of';
import { daysOfWeek, slotsOf } from './week';

/** The papers of S81 and S15: F91 the week's sheet, and the month's log of stand-ins. */

const NS = 'rosters:';
type RosterPaper = RosterLine & { cells: RosterCell[] };

const withCells = (db: Desk['db'], lines: readonly RosterLine[]): Promise<RosterPaper[]> =>
  Promise.all(lines.map(async (line) => ({ ...line, cells: await cellsOf(db, line.id) })));

const rosterMonth = monthOf('rosters', 'rosters', async ({ db }: Desk, rows: RostersTable[]) =>
  withCells(db, await toRosterLines(db, rows)),
);

/** Lines for a hand on an empty sheet. */
const BLANK_PEOPLE = 14;

export const F91 = slipPaper<'F91', RosterPaper>({
  form: 'F91',
  permit: 'rosters.print',
  size: 'a4Landscape',
  linesOf: async ({ db }, ids) => withCells(db, await rosterLinesById(db, ids)),
  month: rosterMonth,
  slipOf(line, desk) {
    const { t, lang } = desk.wording;
    const word = (key: string, params = {}): string => t(`${NS}sheet.${key}`, params);
    const field = fieldsOf(line, desk);
    const changes = line ? changesOf(line.cells) : [];
    const day = (index: number): string => {
      const on = line ? daysOfWeek(line.weekOn)[index]!.slice(5) : '';
      return [word(`day${index}`), on].filter(Boolean).join(' ');
    };
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(word('week'), line ? `${line.weekOn} – ${line.toOn}` : null),
            field(word('state'), line ? t(`${NS}state.rosters.${line.state}`) : null),
            field(word('publisher'), line?.publishedByName, { hand: true }),
          ],
          3,
        ),
        table(
          [
            { label: word('name'), mm: 24 },
            { label: word('post'), mm: 34 },
            ...[0, 1, 2, 3, 4, 5, 6].map((index) => ({ label: day(index), align: 'center' as const })),
            { label: word('off'), mm: 13, align: 'center' },
            { label: word('total'), mm: 13, align: 'center' },
          ],
          line ? peopleOf(line, desk.settings.shifts, lang).map((person) => rowOf(person, word)) : [],
          { lines: line ? 0 : BLANK_PEOPLE, hand: line === null, minMm: 8 },
        ),
        remark(legend(desk), word('legendLabel')),
        ...(line ? [remark(minimums(line, desk), word('minimumLabel'))] : []),
        ...(changes.length > 0
          ? [
              heading(word('changes')),
              table(
                [
                  { label: word('changeDay'), mm: 26, align: 'center' },
                  { label: word('post'), mm: 50 },
                  { label: word('before'), mm: 44 },
                  { label: word('after'), mm: 44 },
                  { label: word('reason') },
                  { label: word('approver'), mm: 34 },
                ],
                changes.map((change) => [
                  change.dayOn,
                  `${shiftName(desk, change.shift)} ${change.post}`,
                  change.before,
                  change.after,
                  change.reason ?? word('swap'),
                  change.by,
                ]),
              ),
            ]
          : []),
        signatures([
          [word('planner'), line?.recorderName],
          [word('checker'), line?.publishedByName],
          [word('valid'), line?.publishedAt ? dayOf(line.publishedAt) : null],
        ]),
      ],
    };
  },
});

const rowOf = (person: PersonWeek, word: (key: string) => string): string[] => [
  person.name,
  person.posts,
  ...person.days.map((day) => day || word('offMark')),
  String(person.off),
  String(person.total),
];

const shiftName = ({ settings, wording }: Desk, code: string): string => {
  const shift = settings.shifts.find((one) => one.code === code);
  return (wording.lang === 'en' ? shift?.en : shift?.zh) ?? code;
};

/** `早班 08:00–16:00  晚班 16:00–22:00 …`, and what the star means. */
function legend(desk: Desk): string {
  const shifts = desk.settings.shifts.map(({ code, from, to }) => `${shiftName(desk, code)} ${from}–${to}`);
  return [...shifts, desk.wording.t(`${NS}sheet.legend`)].join('    ');
}

/** What has to be kept manned: `前台 早班 1 人`. */
const minimums = (line: RosterLine, desk: Desk): string =>
  slotsOf(line)
    .filter((slot) => slot.people > 0)
    .map(({ post, shift, people }) =>
      desk.wording.t(`${NS}sheet.minimum`, { post, shift: shiftName(desk, shift), people }),
    )
    .join('    ');

export const coverList = bookPaper<'coverList', PostCoverLine>({
  form: 'coverList',
  permit: 'postCovers.print',
  needs: 'month',
  columns: POST_COVER_COLUMNS,
  lines: monthOf('postCovers', 'post_covers', (desk: Desk, rows: PostCoversTable[]) =>
    toCoverLines(desk.db, rows, desk.now, desk.settings),
  ),
  foot: `${NS}foot.coverList`,
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) => column.key === 'backTime' && line.state === 'away',
});
