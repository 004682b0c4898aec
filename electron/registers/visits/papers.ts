import { dayOf, timeOf } from '../../../shared/dates';
import { DISCLOSURE_COLUMNS } from '../../../shared/registers/disclosures.columns';
import type { DisclosureLine } from '../../../shared/registers/disclosures.row';
import type { VisitorPassLine } from '../../../shared/registers/visitor-passes';
import { EVACUATION_COLUMNS, F16_COLUMNS } from '../../../shared/registers/visits.columns';
import { VISIT_OPEN, type VisitLine } from '../../../shared/registers/visits.row';
import { validUntil } from '../../../shared/registers/visits.rules';
import { rowsOf } from '../../entries/months';
import { bookPaper, type Tally } from '../../papers/book';
import { type Desk, SLICE } from '../../papers/desk';
import { labelPaper } from '../../papers/label';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, paragraph, signatures } from '../../papers/slip-sections';
import { stretches } from '../../papers/stretches';
import { closingOf, disclosureMonth, toPassLines, toVisitLines, visitLines, visitMonth } from './lines';

/** The papers of the visitor desk (domain.md §3.3): F16, F17, the evacuation list, the list of S12, the visitor pass. */

/** Papers are read by whoever holds them: watch notes are on none. */
const reader = ({ now }: Desk) => ({ actor: null, now });
const permit = 'visits.print';
const NS = 'visits:';

const month = (desk: Desk, name: string): AsyncGenerator<VisitLine[]> =>
  stretches<VisitLine>((after) =>
    visitMonth(desk.db, name, after?.serialNo ?? null, SLICE, reader(desk), desk.settings),
  );

export const F16 = bookPaper<'F16', VisitLine>({
  form: 'F16',
  permit,
  needs: 'month',
  columns: F16_COLUMNS,
  lines: month,
  foot: `${NS}foot.F16`,
  signers: [`${NS}signer.handover`, 'print:signer.checker'],
  // Who is still here will leave; who leaves is written down by whoever is on duty then.
  awaitsHand: (column, line) =>
    VISIT_OPEN.includes(line.state) && (column.key === 'left' || column.key === 'onDuty'),
});

export const F17 = slipPaper<'F17', VisitLine>({
  form: 'F17',
  permit,
  size: 'pass',
  linesOf: (desk, ids) => visitLines(desk.db, ids, reader(desk), desk.settings),
  slipOf(line, desk) {
    const t = (key: string): string => desk.wording.t(`${NS}slip.${key}`);
    const field = fieldsOf(line, desk);
    const until = line?.arrivedAt ? validUntil(line.arrivedAt, closingOf(desk.settings)) : null;
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(t('visitor'), line?.visitorName, { of: ['visitorName'] }),
            field(t('partySize'), line ? String(line.partySize) : '', { of: ['partySize'] }),
            field(t('company'), line?.company, { of: ['company'] }),
            field(t('hostPlace'), line?.unitCode ?? line?.hostPlace, { of: ['unitId', 'hostPlace'] }),
            field(t('hostName'), line?.hostName, { of: ['hostName'] }),
            field(t('on'), line?.arrivedAt ? dayOf(line.arrivedAt) : '', {
              hand: line?.state === 'expected',
            }),
            field(t('enteredAt'), line?.arrivedAt ? timeOf(line.arrivedAt) : '', {
              of: ['arrivedAt'],
              hand: line?.state === 'expected',
            }),
            field(t('validUntil'), until ? untilText(until) : '', { hand: line?.state === 'expected' }),
            field(t('passNo'), line?.passNo),
          ],
          1,
        ),
        signatures([[t('hostSigns')], [t('leftAt')]]),
        paragraph(t('promise')),
      ],
    };
  },
});

/** `2026-11-21 18:00`; midnight is the 24:00 of its day. */
const untilText = (until: string): string => {
  const time = timeOf(until);
  return time === '00:00' ? `${dayOf(until, -1)} 24:00` : `${dayOf(until)} ${time}`;
};

/** Lines and persons inside at this moment. */
function heads({ wording: { t } }: Desk): Tally<VisitLine> {
  const now = { lines: 0, persons: 0, outside: 0 };
  return {
    add(line) {
      if (line.state === 'in') {
        now.lines += 1;
        now.persons += line.partySize;
      } else now.outside += line.partySize;
    },
    shown: () => [
      { label: t(`${NS}tally.lines`), value: t('print:total.lineCount', { n: now.lines }) },
      { label: t(`${NS}tally.persons`), value: t(`${NS}tally.count`, { n: now.persons }) },
      { label: t(`${NS}tally.outside`), value: t(`${NS}tally.count`, { n: now.outside }) },
    ],
  };
}

export const evacuation = bookPaper<'evacuation', VisitLine>({
  form: 'evacuation',
  permit,
  needs: 'now',
  columns: EVACUATION_COLUMNS,
  lines: (desk) => here(desk),
  foot: `${NS}foot.evacuation`,
  tallyTitle: `${NS}tally.title`,
  tally: heads,
  signers: [`${NS}signer.caller`, `${NS}signer.calledAt`],
});

/** Everybody inside, by their unit or place; then those who have stepped out. */
async function* here(desk: Desk): AsyncGenerator<VisitLine[]> {
  const lines: VisitLine[] = [];
  const rows = await desk.db
    .selectFrom('visits')
    .selectAll()
    .where('state', 'in', [...VISIT_OPEN])
    .orderBy('state')
    .orderBy('visitAt')
    .execute();
  for (let at = 0; at < rows.length; at += SLICE)
    lines.push(...(await toVisitLines(desk.db, rows.slice(at, at + SLICE), reader(desk), desk.settings)));
  const place = (line: VisitLine): string => line.unitCode ?? line.hostPlace ?? '';
  yield lines.sort(
    (a, b) =>
      (a.state < b.state ? -1 : a.state > b.state ? 1 : 0) ||
      place(a).localeCompare(place(b), 'zh-CN', { numeric: true }),
  );
}

export const disclosureList = bookPaper<'disclosureList', DisclosureLine>({
  form: 'disclosureList',
  permit: 'disclosures.print',
  needs: 'month',
  columns: DISCLOSURE_COLUMNS,
  lines: (desk, name) =>
    stretches<DisclosureLine>((after) =>
      disclosureMonth(desk.db, name, after?.serialNo ?? null, SLICE, desk.settings),
    ),
  foot: `${NS}foot.disclosureList`,
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) =>
    (line.state === 'asked' || line.state === 'approved') &&
    (column.key === 'approver' || column.key === 'answer'),
});

/** The card a visitor wears: its number, never a name. */
export const passLabel = labelPaper<'passLabel', VisitorPassLine>({
  form: 'passLabel',
  permit,
  size: 'card',
  linesOf: async ({ db, now }, ids) => toPassLines(db, await rowsOf(db, 'visitor_passes', ids), now),
  labelOf: (line, { wording: { t }, settings }) => ({
    title: t(`${NS}card.title`),
    big: line?.passNo ?? '',
    lines: [settings.office.project, t(`${NS}card.giveBack`)],
    signers: [],
  }),
});
