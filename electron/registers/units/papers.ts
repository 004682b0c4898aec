import { dayOf } from '../../../shared/dates';
import type { PrintCell } from '../../../shared/print/forms';
import type { UnitLine } from '../../../shared/registers/units';
import {
  m2,
  metersText,
  SPACE_COLUMNS,
  type SpaceLine,
  stateText,
} from '../../../shared/registers/units.columns';
import { rowsOf } from '../../entries/months';
import { bookPaper } from '../../papers/book';
import type { PaperLine } from '../../papers/cells';
import type { Desk } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, heading, signatures, table } from '../../papers/slip-sections';
import { toUnitLines } from './lines';
import { historyOf } from './page';
import { spaceLines } from './spaces';

/** The papers of S33 and S38: F41 the card of a unit, its label, F48 the ledger of parking spaces as of now. */

const linesOf = async ({ db, settings }: Desk, ids: readonly string[]): Promise<UnitLine[]> =>
  toUnitLines(db, await rowsOf(db, 'units', ids), settings, { files: true, vip: false });

/** Changes printed on the card; older ones are in the program. */
const CHANGES = 14;
const CHANGE_LINES = 8;

export const F41 = slipPaper<'F41', UnitLine>({
  form: 'F41',
  permit: 'units.print',
  size: 'a4',
  linesOf,
  said: (field, value, { wording }) => {
    if (field === 'use') return wording.t(`units:use.${value}`);
    if (field === 'meters') return metersText(value, wording);
    return field.endsWith('HundredthsM2') ? m2(Number(value)) : null;
  },
  async slipOf(line, desk) {
    const t = (key: string, params = {}) => desk.wording.t(`units:slip.${key}`, params);
    const field = fieldsOf(line, desk);
    const area = (hundredths: number | null | undefined) =>
      hundredths ? t('m2', { n: m2(hundredths) }) : '';
    return {
      parts: [''],
      sections: [
        fields([
          field(t('unit'), line ? [line.code, line.name].filter(Boolean).join(' ') : '', {
            of: ['code', 'name'],
          }),
          field(t('place'), line ? [line.building, line.entrance].filter(Boolean).join('-') : '', {
            of: ['building', 'entrance'],
          }),
          field(t('use'), line ? desk.wording.t(`units:use.${line.use}`) : '', { of: ['use'] }),
          field(t('structure'), line?.structure, { of: ['structure'] }),
          field(t('layout'), line?.layout, { of: ['layout'] }),
          field(t('orientation'), line?.orientation, { of: ['orientation'] }),
          field(t('builtArea'), area(line?.builtAreaHundredthsM2), { of: ['builtAreaHundredthsM2'] }),
          field(t('usableArea'), area(line?.usableAreaHundredthsM2), { of: ['usableAreaHundredthsM2'] }),
          field(t('owner'), line?.owners, { hand: true }),
          field(t('lease'), line ? [line.occupants, line.lease].filter(Boolean).join(' ') : ''),
          field(t('state'), line ? stateOf(line, desk) : ''),
          field(t('handedOverOn'), line?.handedOverOn),
          field(t('steward'), line?.keeperName),
          field(t('floor'), line?.floor, { of: ['floor'] }),
          field(t('meters'), line ? metersText(line.meters, desk.wording) : '', {
            wide: true,
            of: ['meters'],
          }),
          field(t('note'), line?.note, { wide: true, of: ['note'] }),
        ]),
        heading(t('catalogue')),
        table(
          [
            { label: t('no'), mm: 12, align: 'center' },
            { label: t('document') },
            { label: t('copies'), mm: 16, align: 'center' },
            { label: t('filedOn'), mm: 26, align: 'center' },
            { label: t('note'), mm: 40 },
          ],
          await documentRows(line, desk),
          { hand: line === null },
        ),
        heading(t('changes')),
        table(
          [
            { label: t('on'), mm: 26, align: 'center' },
            { label: t('what') },
            { label: t('by'), mm: 28, align: 'center' },
          ],
          await changeRows(line, desk),
          { lines: CHANGE_LINES, hand: true },
        ),
        signatures([[t('steward'), line?.keeperName], [t('date')]]),
      ],
    };
  },
});

function stateOf(line: UnitLine, { wording }: Desk): string {
  const state = stateText(line, wording.t);
  return line.occupancySince ? wording.t('units:slip.since', { state, on: line.occupancySince }) : state;
}

/** F100 档案目录 in small: every document of the office's list, filed or not. */
async function documentRows(
  line: UnitLine | null,
  { db, settings, wording }: Desk,
): Promise<(string | PrintCell)[][]> {
  const filed = line
    ? await db
        .selectFrom('unit_documents')
        .selectAll()
        .where('unitId', '=', line.id)
        .where('state', '=', 'onFile')
        .execute()
    : [];
  return settings.units.documents.map((document, i) => {
    const row = filed.find((one) => one.document === document.code);
    const name = wording.lang === 'en' ? document.en : document.zh;
    // On an empty card the hand fills in; on a printed one what is missing is struck.
    const blank = line === null ? { text: '' } : '';
    return [String(i + 1), name, row ? String(row.copies) : blank, row?.filedOn ?? blank, row?.note ?? blank];
  });
}

async function changeRows(line: UnitLine | null, { db, settings, wording }: Desk): Promise<string[][]> {
  if (line === null) return [];
  const history = await historyOf(db, line.id, CHANGES);
  const documents = new Map(
    settings.units.documents.map((document) => [
      document.code,
      wording.lang === 'en' ? document.en : document.zh,
    ]),
  );
  return history.reverse().map(({ at, op, about, actorName }) => {
    const what = wording.t(`units:op.${op}`);
    const shown = about === null ? null : (documents.get(about) ?? about);
    return [
      dayOf(at),
      shown === null ? what : wording.t('units:slip.about', { what, about: shown }),
      actorName,
    ];
  });
}

/** Number and scan code on a door plate or a file: never a person. */
export const unitLabel = labelPaper<'unitLabel', UnitLine>({
  form: 'unitLabel',
  permit: 'units.print',
  size: 'tag',
  linesOf,
  labelOf: (line, { wording: { t } }) => ({
    title: line?.code ?? '',
    lines: line ? [[line.name, t(`units:use.${line.use}`)].filter(Boolean).join(' ')] : [],
  }),
});

type PaperSpace = SpaceLine & PaperLine;

/** Spaces carry a number of their own instead of a serial number, and no struck corrections. */
async function* spacesNow({ db }: Desk): AsyncGenerator<PaperSpace[]> {
  const lines = await spaceLines(db, {});
  yield lines
    .filter((line) => line.state !== 'retired')
    .map((line) => ({ ...line, serialNo: line.no, scanCode: '', strikes: [] }));
}

export const F48 = bookPaper<'F48', PaperSpace>({
  form: 'F48',
  permit: 'units.print',
  needs: 'now',
  columns: SPACE_COLUMNS,
  lines: spacesNow,
  signers: ['units:signer.keeper', 'units:signer.checker'],
});
