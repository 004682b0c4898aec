import type { ReactNode } from 'react';
import { FOUND_ITEM_OPEN, type FoundItemLine } from '../../../shared/registers/found-items.row';
import type { EntryField } from '../../book/EntryFields';

const ALWAYS = [
  'foundAt',
  'category',
  'name',
  'publicFeatures',
  'verifyFeatures',
  'quantity',
  'confirmer1Name',
  'confirmer2Name',
  'foundPlace',
  'finderName',
  'finderDepartment',
  'finderPhone',
  'receivedByName',
  'storagePlace',
] as const;

const IF_ANY = [
  'cash',
  'bagNo',
  'countersignedByName',
  'partyANotifiedAt',
  'partyAContact',
  'partyANotifiedHow',
  'noticePostedAt',
  'noticeHow',
  'disposalDueOn',
  'lostReport',
  'outcome',
  'closedAt',
  'closedByName',
  'collectorName',
  'collectorDocument',
  'claimantName',
  'claimantPhone',
  'claimantUnit',
  'claimantDocumentKind',
  'claimantDocument',
  'claimStatement',
  'claimLostWhere',
  'claimMatch',
  'claimWitness',
  'claimFeeCents',
  'policeStation',
  'policeOfficer',
  'policeBadgeNo',
  'policeReceiptNo',
  'disposalManner',
  'disposalReason',
  'approvedByName',
  'archivedAt',
  'archivedByName',
  'voidReason',
  'voidedAt',
  'voidedByName',
  'note',
  'recordedAt',
  'recorderName',
] as const;

const WIDE: readonly string[] = [
  'publicFeatures',
  'verifyFeatures',
  'foundPlace',
  'cash',
  'claimStatement',
  'note',
  'voidReason',
];

/** Cells that the page draws itself. */
export interface OwnCells {
  /** Day its category asks for disposal. */
  due: ReactNode;
  /** Word for a quantity confirmer who has still to sign. */
  pending: string;
  /** Stands where features have still to be written. */
  toFill: ReactNode;
  /** Link to the lost report. */
  lost: ReactNode;
}

/** The cells of a found item's line in the order of F01, then what later acts wrote. */
export function itemFields(entry: FoundItemLine, own: OwnCells): EntryField[] {
  const drawn: Record<string, ReactNode> = {
    disposalDueOn: own.due,
    lostReport: own.lost,
    ...(entry.publicFeatures === null && FOUND_ITEM_OPEN.includes(entry.state)
      ? { publicFeatures: own.toFill }
      : {}),
    ...(entry.confirmer2How === 'pending' ? { confirmer2Name: own.pending } : {}),
  };
  return [
    ...ALWAYS.map((field) => ({ field, wide: WIDE.includes(field), own: drawn[field] ?? undefined })),
    ...IF_ANY.map((field) => ({
      field,
      ifAny: true,
      wide: WIDE.includes(field),
      own: drawn[field] ?? undefined,
    })),
  ];
}
