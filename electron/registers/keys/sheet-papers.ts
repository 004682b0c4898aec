import { dayOf, dayTimeOf } from '../../../shared/dates';
import type {
  KeyCheckCabinet,
  KeyCheckKeyLine,
  KeyCheckLine,
} from '../../../shared/registers/key-checks.row';
import type { MandateKeys } from '../../../shared/registers/key-mandates';
import type { KeyMandateLine } from '../../../shared/registers/key-mandates.row';
import type { KeyTransferKeyLine, KeyTransferLine } from '../../../shared/registers/key-transfers.row';
import { placeText } from '../../../shared/registers/keys.columns';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import {
  cutLine,
  fields,
  fieldsOf,
  heading,
  paragraph,
  remark,
  signatures,
  table,
} from '../../papers/slip-sections';
import { cabinetRows, checkCabinets, checkKeys, checkLines, checkOf } from './check-lines';
import { mandateLines } from './mandate-lines';
import { transferKeys, transferLines } from './transfer-lines';

/** The A4 sheets of the room: F07 移交清单, F08 委托书 with its receipt stub, F15 周检表. Two copies of F07 and F08. */

interface TransferPaper extends KeyTransferLine {
  list: KeyTransferKeyLine[];
}

export const F07 = slipPaper<'F07', TransferPaper>({
  form: 'F07',
  permit: 'keys.print',
  size: 'a4',
  async linesOf({ db }, ids) {
    const lines = await transferLines(db, ids);
    return Promise.all(lines.map(async (line) => ({ ...line, list: await transferKeys(db, line.id) })));
  },
  slipOf(line, desk) {
    const t = (key: string): string => desk.wording.t(`keys:slip.F07.${key}`);
    const word = (key: string): string => desk.wording.t(`keys:field.keyTransfers.${key}`);
    const field = fieldsOf(line, desk);
    return {
      parts: [t('partFrom'), t('partTo')],
      sections: [
        fields([
          field(word('fromParty'), line?.fromParty, { of: ['fromParty'] }),
          field(word('toParty'), line?.toParty, { of: ['toParty'] }),
          field(word('plannedOn'), line?.plannedOn, { of: ['plannedOn'] }),
          field(word('project'), line?.project, { of: ['project'] }),
        ]),
        table(
          [
            { label: t('no'), mm: 12, align: 'center' },
            { label: t('key') },
            { label: t('keyNo'), mm: 32 },
            { label: t('pieces'), mm: 20, align: 'center' },
            { label: t('condition'), mm: 24, align: 'center' },
            { label: t('remark'), mm: 36 },
          ],
          (line?.list ?? []).map((key, i) => [
            String(i + 1),
            placeText(key.label, key.door),
            key.keyNo,
            String(key.pieces),
            desk.wording.t(`keys:condition.${key.condition}`),
            key.note ?? '',
          ]),
          { lines: 14, hand: line === null },
        ),
        ...(line?.note ? [remark(line.note, t('remark'))] : []),
        signatures([
          [t('giver'), line?.fromName],
          [t('receiver'), line?.toName],
          [t('watcher'), line?.supervisorName],
          [t('day'), line?.doneAt ? dayOf(line.doneAt) : null],
        ]),
      ],
    };
  },
});

export const F08 = slipPaper<'F08', KeyMandateLine>({
  form: 'F08',
  permit: 'keys.print',
  size: 'a4',
  linesOf: ({ db, now }, ids) => mandateLines(db, ids, now),
  slipOf(line, desk) {
    const t = (key: string, params = {}): string => desk.wording.t(`keys:slip.F08.${key}`, params);
    const word = (key: string): string => desk.wording.t(`keys:field.keyMandates.${key}`);
    const field = fieldsOf(line, desk);
    const keyList = line ? (JSON.parse(line.keyList) as MandateKeys) : [];
    const meters = [
      line?.meterWater && t('water', { value: line.meterWater }),
      line?.meterPower && t('power', { value: line.meterPower }),
      line?.meterGas && t('gas', { value: line.meterGas }),
    ];
    return {
      parts: [t('partOwner'), t('partOffice')],
      sections: [
        fields([
          field(word('ownerName'), line?.ownerName, { of: ['ownerName'] }),
          field(word('unitId'), line?.unitCode),
          field(word('ownerPhone'), line?.ownerPhone, { of: ['ownerPhone'] }),
          field(word('ownerDocument'), line?.ownerDocument),
          field(word('purpose'), line?.purpose, { of: ['purpose'], wide: true }),
          field(word('period'), line ? `${line.fromOn} – ${line.toOn}` : null),
          field(word('allowedPersons'), line?.allowedPersons, { of: ['allowedPersons'] }),
          field(t('meters'), meters.filter(Boolean).join('  '), {
            of: ['meterWater', 'meterPower', 'meterGas'],
            wide: true,
          }),
          field(word('contentsNote'), line?.contentsNote, { of: ['contentsNote'], wide: true, minMm: 14 }),
        ]),
        heading(t('keys')),
        table(
          [
            { label: t('no'), mm: 14, align: 'center' },
            { label: t('name') },
            { label: t('pieces'), mm: 34, align: 'center' },
          ],
          keyList.map((key, i) => [String(i + 1), key.name, String(key.pieces)]),
          { lines: 6, hand: line === null },
        ),
        paragraph(t('agreement')),
        signatures([
          [t('owner'), line?.ownerName],
          [t('signedOn'), line ? dayOf(line.renewedAt ?? line.signedAt) : null],
          [t('receiver'), line?.receivedByName],
        ]),
        signatures([
          [t('backOn'), line?.withdrawnAt ? dayOf(line.withdrawnAt) : null],
          [t('backSign'), line?.withdrawnByName],
        ]),
        cutLine(desk),
        heading(t('receipt')),
        paragraph(
          t('receiptText', {
            unit: line?.unitCode ?? '________',
            pieces: line?.pieces ?? '____',
            no: line?.serialNo ?? '____________',
          }),
        ),
        signatures([
          [t('stamp'), line?.receivedByName],
          [t('signedOn'), line ? dayOf(line.signedAt) : null],
        ]),
      ],
    };
  },
});

interface CheckPaper extends KeyCheckLine {
  cabinets: KeyCheckCabinet[];
  list: KeyCheckKeyLine[];
}

export const F15 = slipPaper<'F15', CheckPaper>({
  form: 'F15',
  permit: 'keys.print',
  size: 'a4',
  async linesOf({ db }, ids) {
    const lines = await checkLines(db, ids);
    return Promise.all(
      lines.map(async (line) => {
        const list = await checkKeys(db, line.id);
        const cabinets = cabinetRows(list, await checkCabinets(db, await checkOf(db, line.id)));
        return { ...line, list, cabinets };
      }),
    );
  },
  slipOf(line, desk) {
    const t = (key: string, params = {}): string => desk.wording.t(`keys:slip.F15.${key}`, params);
    const field = fieldsOf(line, desk);
    const different = line?.list.filter((key) => key.differs) ?? [];
    return {
      parts: [''],
      sections: [
        fields([
          field(t('week'), line?.week),
          field(t('startedAt'), line ? dayTimeOf(line.startedAt) : null),
        ]),
        table(
          [
            { label: t('cabinet'), mm: 18 },
            { label: t('book'), mm: 17, align: 'center' },
            { label: t('real'), mm: 17, align: 'center' },
            { label: t('out'), mm: 19, align: 'center' },
            { label: t('seals'), mm: 21, align: 'center' },
            { label: t('labels'), mm: 21, align: 'center' },
            { label: t('findings') },
            { label: t('measures'), mm: 34 },
          ],
          (line?.cabinets ?? []).map((cabinet) => cabinetCells(cabinet, different, desk)),
          { lines: 10, hand: line === null },
        ),
        ...(different.length > 0
          ? [
              heading(t('detail')),
              table(
                [
                  { label: t('keyNo'), mm: 30 },
                  { label: t('expected'), mm: 22, align: 'center' },
                  { label: t('counted'), mm: 22, align: 'center' },
                  { label: t('explanation') },
                  { label: t('measures'), mm: 40 },
                ],
                different.map((key) => [
                  key.keyNo,
                  desk.wording.t(`keys:expected.${key.expected}`),
                  resultOf(key, desk),
                  key.explanation ?? '',
                  key.measure ?? '',
                ]),
              ),
            ]
          : []),
        fields([
          field(t('summary'), line?.findings, { wide: true, minMm: 14, hand: line?.state === 'open' }),
          field(t('summaryMeasures'), line?.measures, {
            wide: true,
            minMm: 14,
            hand: line?.state === 'open',
          }),
          field(t('reportedTo'), line?.reportedTo, { hand: line?.state === 'open' }),
          field(t('reportedAt'), line?.reportedAt ? dayTimeOf(line.reportedAt) : null, {
            hand: line?.state === 'open',
          }),
        ]),
        signatures([[t('checker'), line?.signedByName]]),
      ],
    };
  },
});

/** 柜号 | 账面数 | 实有数 | 借出未还 | 封条完好 | 标识正确 | 异常 | 处理; what was not looked at yet stays open. */
function cabinetCells(cabinet: KeyCheckCabinet, different: readonly KeyCheckKeyLine[], desk: Desk): string[] {
  const t = (key: string, params = {}): string => desk.wording.t(`keys:slip.F15.${key}`, params);
  const own = different.filter((key) => key.cabinetId === cabinet.cabinetId);
  const list = (of: (key: KeyCheckKeyLine) => string | null): string =>
    own.flatMap((key) => (of(key) ? [`${key.keyNo} ${of(key)}`] : [])).join('；');
  return [
    cabinet.code,
    String(cabinet.book),
    String(cabinet.real),
    String(cabinet.out),
    cabinet.seals === 0
      ? ''
      : cabinet.sealsIntact === null
        ? ''
        : t('ofSeals', { n: cabinet.sealsIntact, of: cabinet.seals }),
    cabinet.labelsRight === null ? '' : t(cabinet.labelsRight ? 'allRight' : 'wrong'),
    own.length === 0 ? t('none') : list((key) => resultOf(key, desk)),
    list((key) => key.measure),
  ];
}

/** What was counted, in words: 缺失, 封条破损 … */
function resultOf(key: KeyCheckKeyLine, { wording: { t } }: Desk): string {
  return [
    key.counted ? t(`keys:counted.${key.counted}`) : '',
    key.sealIntact === 0 ? t('keys:slip.F15.sealBroken') : '',
    key.labelRight === 0 ? t('keys:slip.F15.labelWrong') : '',
  ]
    .filter((part, i) => part && !(i === 0 && key.counted === 'found'))
    .join('、');
}
