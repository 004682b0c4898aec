import { dayTimeOf } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { COST_BEARERS, type KeyCopyLine } from '../../../shared/registers/key-copies.row';
import {
  KEY_INCIDENT_KINDS,
  KEY_MEASURES,
  type KeyIncidentLine,
} from '../../../shared/registers/key-incidents.row';
import { NS } from '../../../shared/registers/key-loans.cells';
import type { KeyUnsealLine } from '../../../shared/registers/key-unseals.row';
import { rowsOf } from '../../entries/months';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import {
  fields,
  fieldsOf,
  heading,
  remark,
  signatures,
  table,
  tick,
  ticks,
} from '../../papers/slip-sections';
import { toKeyCopyLines, toKeyIncidentLines, toKeyUnsealLines } from './lines';

/** The sheets of S06 and S08 (domain.md §3.2): the opened storeroom, the application for copies, the report of loss or damage. */

const at = (instant: string | null | undefined): string => (instant ? dayTimeOf(instant) : '');

/** F11 库房钥匙启用及再封存记录: A4, with the goods taken and the two signatures across the bag mouth. */
export const F11 = slipPaper<'F11', KeyUnsealLine>({
  form: 'F11',
  permit: 'keyLoans.print',
  size: 'a4',
  linesOf: async ({ db, now }, ids) => toKeyUnsealLines(db, await rowsOf(db, 'key_unseals', ids), now),
  slipOf(line, desk) {
    const t = (key: string) => desk.wording.t(`${NS}sheet.${key}`);
    const field = fieldsOf(line, desk);
    const open = line?.state === 'opened';
    const bag = line ? `${line.oldBagNo}  ${t(line.oldBagIntact === 1 ? 'intact' : 'broken')}` : null;
    return {
      parts: [''],
      sections: [
        fields([
          field(t('key'), line ? `${line.keyNo} ${line.keyName}` : null),
          field(t('openedAt'), at(line?.openedAt)),
          field(t('reason'), line?.reason, { of: ['reason'], wide: true, minMm: 14 }),
          field(t('requester'), [line?.requesterName, line?.requesterDepartment].filter(Boolean).join(' '), {
            of: ['requesterDepartment'],
          }),
          field(t('agreed'), line ? `${line.supervisorName} ${at(line.agreedAt)}` : null),
          field(t('oldBag'), [bag, line?.oldBagNote].filter(Boolean).join('  '), { of: ['oldBagNote'] }),
          field(t('present'), line?.supervisorName),
        ]),
        heading(t('goods')),
        table(
          [
            { label: t('no'), mm: 12, align: 'center' },
            { label: t('name') },
            { label: t('spec'), mm: 34 },
            { label: t('quantity'), mm: 16, align: 'center' },
            { label: t('use'), mm: 40 },
            { label: t('takenBy'), mm: 32 },
          ],
          (line?.goods ?? []).map((goods, n) => [
            String(n + 1),
            goods.name,
            goods.spec ?? '',
            String(goods.quantity),
            goods.use,
            goods.takenByName ?? '',
          ]),
          // 领用人签名 in every line.
          { lines: 10, hand: line === null || open, minMm: 9 },
        ),
        fields([
          field(t('resealedAt'), at(line?.resealedAt), { hand: true }),
          field(t('newBag'), line?.newBagNo, { hand: true }),
        ]),
        ...(line?.nothingTaken === 1 ? [remark(t('nothingTaken'), t('goods'))] : []),
        heading(t('sealSigns')),
        signatures([
          [t('supervisor'), line?.sealer2Name],
          [t('clerk'), line?.sealer1Name],
        ]),
        ...(line?.note ? [remark(line.note, desk.wording.t(`${NS}slip.note`))] : []),
      ],
    };
  },
});

const bearers = (desk: Desk, chosen: string | null): string =>
  ticks(
    chosen,
    COST_BEARERS.map((bearer) => [bearer, desk.wording.t(`${NS}bearer.${bearer}`)] as const),
  );
const costOf = (desk: Desk, cents: number | null | undefined): string =>
  cents === null || cents === undefined ? '' : desk.wording.t(`${NS}sheet.yuan`, { yuan: yuan(cents) });

/** What was struck is said as it was printed: an amount in yuan. */
const saidOf = (field: string, value: string, { wording }: Pick<Desk, 'wording'>): string | null =>
  field === 'costCents' ? wording.t(`${NS}sheet.yuan`, { yuan: yuan(Number(value)) }) : null;

/** 主管意见: the decision, then what was said about it; nothing before it is decided. */
function opinionOf(line: KeyCopyLine | null, t: (key: string) => string): string {
  if (!line?.decidedAt) return '';
  const [decision, said] =
    line.refusedReason === null ? [t('agrees'), line.opinion] : [t('disagrees'), line.refusedReason];
  return [decision, said].filter(Boolean).join(t('colon'));
}

/** F13 钥匙配制申请表. */
export const F13 = slipPaper<'F13', KeyCopyLine>({
  form: 'F13',
  permit: 'keyLoans.print',
  size: 'a5',
  linesOf: async ({ db }, ids) => toKeyCopyLines(db, await rowsOf(db, 'key_copies', ids)),
  said: saidOf,
  slipOf(line, desk) {
    const t = (key: string) => desk.wording.t(`${NS}sheet.${key}`);
    const field = fieldsOf(line, desk);
    // Nothing is made after a refusal: what would be filled in later is struck.
    const hand = line?.state !== 'refused';
    const numbers = line?.newKeyNos ? (JSON.parse(line.newKeyNos) as string[]).join('  ') : '';
    return {
      parts: [''],
      sections: [
        fields([
          field(t('applyDepartment'), line?.applicantDepartment, { of: ['applicantDepartment'] }),
          field(t('applicant'), line?.applicantName),
          field(t('date'), at(line?.appliedAt)),
          field(t('keyNameNo'), line ? `${line.keyName} ${line.keyNo}` : null),
          field(t('copies'), line ? String(line.quantity) : null, { of: ['quantity'] }),
          field(t('cost'), costOf(desk, line?.costCents), { of: ['costCents'], hand }),
          field(t('copyReason'), line?.reason, { of: ['reason'], wide: true, minMm: 12 }),
          field(t('bearer'), bearers(desk, line?.bearer ?? null), { fixed: true, wide: true }),
          field(t('opinion'), opinionOf(line, t), { hand: true, wide: true, minMm: 14 }),
          field(t('madeOn'), line?.madeOn, { hand }),
          field(t('newNo'), numbers, { hand }),
        ]),
        signatures([
          [t('applicant'), line?.applicantName],
          [t('approver'), line?.decidedByName],
          [t('collector'), line?.collectedByName],
        ]),
        ...(line?.note ? [remark(line.note, desk.wording.t(`${NS}slip.note`))] : []),
      ],
    };
  },
});

/** F14 钥匙丢失/损坏报告. */
export const F14 = slipPaper<'F14', KeyIncidentLine>({
  form: 'F14',
  permit: 'keyLoans.print',
  size: 'a5',
  linesOf: async ({ db }, ids) => toKeyIncidentLines(db, await rowsOf(db, 'key_incidents', ids)),
  said: saidOf,
  slipOf(line, desk) {
    const { wording } = desk;
    const t = (key: string) => wording.t(`${NS}sheet.${key}`);
    const field = fieldsOf(line, desk);
    const placed = (place: string) => wording.t(`${NS}sheet.place`, { place });
    const taken = line?.measures ? (JSON.parse(line.measures) as string[]) : [];
    const measures = KEY_MEASURES.map((code) =>
      tick(taken.includes(code), wording.t(`${NS}measure.${code}`)),
    );
    const kinds = KEY_INCIDENT_KINDS.map(
      (kind) => [kind, wording.t(`${NS}value.keyIncidents.kind.${kind}`)] as const,
    );
    return {
      parts: [''],
      sections: [
        fields([
          field(t('keyOf'), line ? `${line.keyNo} ${line.keyName}` : null),
          field(t('kind'), ticks(line?.kind ?? null, kinds), { fixed: true }),
          field(t('foundOutAt'), at(line?.foundOutAt), { of: ['foundOutAt'] }),
          field(t('reporter'), line?.reporterName, { of: ['reporterName'] }),
          field(t('course'), [line?.place && placed(line.place), line?.course].filter(Boolean).join(' '), {
            of: ['place', 'course'],
            wide: true,
            minMm: 18,
          }),
          field(t('superior'), [line?.superiorName, at(line?.superiorAt)].filter(Boolean).join(' '), {
            hand: true,
            wide: true,
          }),
          field(t('measures'), [measures.join('  '), line?.measureNote].filter(Boolean).join('  '), {
            of: ['measureNote'],
            fixed: true,
            wide: true,
            minMm: 12,
          }),
          field(
            t('costBearer'),
            [costOf(desk, line?.costCents), bearers(desk, line?.bearer ?? null)].filter(Boolean).join('  '),
            { of: ['costCents'], fixed: true, wide: true },
          ),
          field(t('opinion'), line?.opinion, { hand: true, wide: true, minMm: 12 }),
        ]),
        signatures([
          [t('signReporter'), line?.reporterName],
          [t('signSuperior'), line?.superiorName],
          [t('signSupervisor'), line?.closedByName],
        ]),
        ...(line?.note ? [remark(line.note, wording.t(`${NS}slip.note`))] : []),
      ],
    };
  },
});
