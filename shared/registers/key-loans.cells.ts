import type { Wording } from '../columns';
import { dayTimeOf, timeOf } from '../dates';
import type { KeyChase, KeyLoanLine } from './key-loans.row';

/** What the cells of a loan say: the same words on screen, on paper and in exports. */

type Row = KeyLoanLine;
/** Namespace of the key desk's words. */
export const NS = 'key-desk:';

/** Joins what there is; empty parts leave no gap. */
export const join = (...parts: (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ');

/** 作废 with its reason, or nothing. */
export const voidMark = (row: { state: string; voidReason: string | null }, { t }: Wording): string | null =>
  row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : null;

/** 钥匙编号/名称, and the parts of a set when not all of it left. */
export const keyText = (row: Row): string => join(row.keyNo, row.keyName, row.parts);

/** 证件/工号/电话: what was noted of them. */
export const papersOf = (row: Row, { t }: Wording): string =>
  join(
    row.borrowerDocument ? t(`${NS}mark.document`, { tail: row.borrowerDocument }) : null,
    row.staffNo ? t(`${NS}mark.staffNo`, { no: row.staffNo }) : null,
    row.borrowerPhone,
  );

/** 用途(房号). */
export const purposeText = (row: Row): string =>
  row.unitCode ? `${row.purpose}(${row.unitCode})` : row.purpose;

/** 核实方式及核实人: how the borrower was verified, and who stood by. */
export function verification(row: Row, { t }: Wording): string {
  const parts: (string | null)[] = [
    row.confirmerName ? t(`${NS}mark.confirmed`, { name: row.confirmerName }) : null,
    row.ownerAskedAt && row.ownerAskedHow
      ? t(`${NS}mark.ownerAsked`, {
          how: t(`${NS}value.keyLoans.ownerAskedHow.${row.ownerAskedHow}`),
          name: row.ownerAskedName ?? '',
          at: timeOf(row.ownerAskedAt),
        })
      : null,
    row.escortName ? t(`${NS}mark.escort`, { name: row.escortName }) : null,
    row.identityHow,
    row.custodianName ? t(`${NS}mark.custodian`, { name: row.custodianName }) : null,
    row.secondName && row.secondName !== row.confirmerName && row.secondName !== row.custodianName
      ? t(`${NS}mark.second`, { name: row.secondName })
      : null,
  ];
  return join(...parts);
}

/** 维修单/许可证号. */
export const slipNos = (row: Row): string => join(row.repairSlipNo, row.permitNo);

/** 完好情况 in words; empty while it is out. */
export const conditionText = (row: Row, { t }: Wording): string =>
  row.returnCondition ? t(`${NS}value.keyLoans.returnCondition.${row.returnCondition}`) : '';

/** One call in words: who was asked when and how, what was said, what was promised. */
export const chaseText = (call: KeyChase, { t }: Wording): string =>
  join(
    t(`${NS}mark.chase`, {
      at: dayTimeOf(call.at),
      how: t(`${NS}value.keyChases.how.${call.how}`),
      name: call.contactName ?? '',
      said: call.said,
    }),
    call.promisedAt ? t(`${NS}mark.promised`, { at: dayTimeOf(call.promisedAt) }) : null,
    call.escalatedTo ? t(`${NS}mark.escalated`, { name: call.escalatedTo }) : null,
  );

/** 催还记录/备注: void and late marks, how long it may stay, parts that are back, calls, the recorder's note. */
export function remark(row: Row, wording: Wording): string {
  const { t } = wording;
  return join(
    voidMark(row, wording),
    row.late ? t(`${NS}mark.late`, { at: dayTimeOf(row.recordedAt) }) : null,
    row.state === 'lost' ? t(`${NS}mark.lost`) : null,
    row.overnightByName ? t(`${NS}mark.overnight`, { name: row.overnightByName }) : null,
    row.state === 'out' && row.piecesReturned > 0
      ? t(`${NS}mark.partBack`, { back: row.piecesReturned, of: row.pieces })
      : null,
    ...row.chases.map((call) => chaseText(call, wording)),
    row.note,
  );
}

/**
 * The overdue list for a chat: numbers, names and times only; rooms and phones stay in the office. `rows` as
 * `keyLoans.overdueList` answers them.
 */
export const overdueText = (rows: readonly Row[], at: string, { t }: Wording): string =>
  [
    t(`${NS}chat.head`, { at: dayTimeOf(at), count: rows.length }),
    ...rows.map((row, n) =>
      t(`${NS}chat.line`, {
        n: n + 1,
        no: row.keyNo,
        who: row.borrowerOrg ? `${row.borrowerName ?? ''}（${row.borrowerOrg}）` : (row.borrowerName ?? ''),
        issued: dayTimeOf(row.issuedAt),
        due: dayTimeOf(row.dueAt),
      }),
    ),
  ].join('\n');
