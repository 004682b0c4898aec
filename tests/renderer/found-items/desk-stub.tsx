import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import type {} from '../../../renderer/client';
import type { Input, OpName } from '../../../shared/api';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import { type Answers, bridge, CLERK, show as draw, ok } from '../support';

export { type Answers, ok, refused } from '../support';

export const ID = '01JD0000000000000000000000';
/** A colleague who can sign as the second person. */
export const COLLEAGUE = {
  staffId: '01JD000000000000000000000B',
  staffNo: 'S005',
  name: '李娜',
  initials: 'ln',
};

export interface Desk {
  user: UserEvent;
  /** Inputs the page sent, by operation. */
  sent: <N extends OpName>(name: N) => Input<N>[];
}

/** Draws a screen of the found-item desk over a door that answers what every such screen asks, and `answers`. */
export function show(screen: ReactElement, answers: Answers): Desk {
  const clerk = { staffId: CLERK.staffId, staffNo: CLERK.staffNo, name: CLERK.name, initials: 'lxy' };
  const { inputs } = bridge({
    'office.settings': () => ok({ ...DEFAULT_SETTINGS, versions: {} }),
    'staff.seconds': () => ok([COLLEAGUE, clerk]),
    'foundItems.suggest': () => ok([]),
    ...answers,
  });
  draw(screen);
  return { user: userEvent.setup(), sent: inputs };
}

/** What the office knows, as the screens get it. */
export const DESK = {
  actor: CLERK,
  settings: { ...DEFAULT_SETTINGS, versions: {} },
  may: () => true,
};

/** An umbrella registered at 10:00 office time; `part` changes what a test is about. */
export function umbrella(part: Partial<FoundItemLine> = {}): FoundItemLine {
  return { ...UMBRELLA, ...part };
}

const UMBRELLA: FoundItemLine = {
  id: ID,
  serialNo: 'SW202611-0001',
  scanCode: '012611000015',
  state: 'registered',
  version: 3,
  category: 'umbrella',
  name: '黑色雨伞',
  quantity: 1,
  publicFeatures: '黑色长柄',
  verifyFeatures: '***',
  cash: null,
  valuable: 0,
  bagNo: null,
  foundPlace: '一楼大堂',
  foundAt: '2026-11-21T02:00:00.000Z',
  finderName: '陈强',
  finderDepartment: '客服部',
  finderPhone: '138****5678',
  receivedById: CLERK.staffId,
  receivedByName: CLERK.name,
  receivedAt: '2026-11-21T02:00:00.000Z',
  confirmer1Id: CLERK.staffId,
  confirmer1Name: CLERK.name,
  confirmer2Id: COLLEAGUE.staffId,
  confirmer2Name: COLLEAGUE.name,
  confirmer2How: 'pin',
  confirmedAt: '2026-11-21T02:00:00.000Z',
  countersignedById: null,
  countersignedByName: null,
  countersignedAt: null,
  storagePlace: '前台失物柜',
  partyAContact: null,
  partyANotifiedAt: null,
  partyANotifiedHow: null,
  noticePostedAt: null,
  noticeHow: null,
  outcome: null,
  closedAt: null,
  closedById: null,
  closedByName: null,
  collectorName: null,
  collectorDocument: null,
  claimantName: null,
  claimantPhone: null,
  claimantDocument: null,
  claimantDocumentKind: null,
  claimantUnit: null,
  claimStatement: null,
  claimLostWhere: null,
  claimMatch: null,
  claimWitness: null,
  claimFeeCents: null,
  policeStation: null,
  policeOfficer: null,
  policeBadgeNo: null,
  policeReceiptNo: null,
  disposalManner: null,
  disposalReason: null,
  approvedById: null,
  approvedByName: null,
  archivedAt: null,
  archivedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
  photos: null,
  lostReportId: null,
  note: null,
  recordedAt: '2026-11-21T02:00:00.000Z',
  recorderId: CLERK.staffId,
  recorderName: CLERK.name,
  late: false,
  disposalDueOn: null,
  copies: 0,
  lostSerialNo: null,
  strikes: [],
};
