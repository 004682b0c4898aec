import type { Wording } from '../columns';
import { dayOf, dayTimeOf } from '../dates';
import { type CashCount, cashTotalCents, yuan } from '../money';
import { maskDocument } from '../text';
import type { FoundItemLine } from './found-items.row';

/** What the cells of a found item say: the same words on screen, on paper and in exports. */

type Row = FoundItemLine;
/** Namespace of the register's words. */
export const NS = 'found-items:';
/** Joins what there is; empty parts leave no gap. */
export const join = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ');

/** Public features; for cash its sum. Never the features only the owner knows. */
export const features = (row: Row, { t }: Wording): string =>
  join(
    row.publicFeatures,
    row.cash ? t(`${NS}mark.cash`, { yuan: yuan(cashTotalCents(JSON.parse(row.cash) as CashCount)) }) : null,
  );

/** The second confirmer, and when it is no PIN, how. */
export const confirmer2 = (row: Row, { t }: Wording): string => {
  if (row.confirmer2How === 'pending') return t(`${NS}mark.pending`);
  const name = row.confirmer2Name ?? '';
  return row.confirmer2How === 'witness' ? t(`${NS}mark.witness`, { name }) : name;
};

/** 捡拾人(部门). */
export const finder = (row: Row): string =>
  row.finderDepartment ? `${row.finderName ?? ''}(${row.finderDepartment})` : (row.finderName ?? '');

/** 处理结果 in words; empty while the item is here. */
export const outcomeName = (row: Row, { t }: Wording): string =>
  row.outcome ? t(`${NS}outcome.${row.outcome}`) : '';

/** 证件类型及号码: the kind, and the tail of the number when it was noted. */
export const document = (row: Row, { t }: Wording): string =>
  row.claimantDocumentKind
    ? join(
        t(`${NS}documentKind.${row.claimantDocumentKind}`),
        row.claimantDocument ? `****${maskDocument(row.claimantDocument)}` : t(`${NS}mark.noNumber`),
      )
    : '';

/** What the last column says: void and late marks first, then how it ended, then the recorder's own note. */
export function remark(row: Row, wording: Wording): string {
  const { t } = wording;
  const parts: (string | null)[] = [voidMark(row, wording)];
  if (row.late) parts.push(t(`${NS}mark.late`, { at: dayTimeOf(row.recordedAt) }));
  if (row.bagNo) parts.push(t(`${NS}mark.bag`, { no: row.bagNo }));
  if (row.outcome && row.outcome !== 'handedToPartyA')
    parts.push(
      t(`${NS}mark.outcome`, {
        outcome: outcomeName(row, wording),
        on: row.closedAt ? dayOf(row.closedAt) : '',
      }),
    );
  if (row.outcome === 'toPolice')
    parts.push(
      t(`${NS}mark.policeReceipt`, { station: row.policeStation ?? '', no: row.policeReceiptNo ?? '' }),
    );
  if (row.outcome === 'disposed')
    parts.push(
      t(`${NS}mark.disposal`, { manner: row.disposalManner ?? '', approver: row.approvedByName ?? '' }),
    );
  if (row.lostSerialNo) parts.push(t(`${NS}mark.lostReport`, { no: row.lostSerialNo }));
  if (row.archivedAt) parts.push(t(`${NS}mark.archived`, { on: dayOf(row.archivedAt) }));
  parts.push(row.note);
  return join(...parts);
}
/** Fields whose corrections are struck in the remarks. */
export const REMARK_FIELDS = ['note', 'bagNo', 'policeStation', 'policeReceiptNo', 'disposalManner'] as const;

/** 作废 with its reason, or nothing. */
export const voidMark = (row: Row, { t }: Wording): string | null =>
  row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : null;
