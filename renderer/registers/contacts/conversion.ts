import { useSyncExternalStore } from 'react';
import type { OpName, Output } from '../../../shared/api';
import type { ContactTarget } from '../../../shared/registers/contact-logs.row';
import { drafts } from '../../ui/drafts';

/**
 * A contact on its way into another book (S11): which form it fills, and that the entry saved there next belongs to it. Kept
 * in this page's memory only; a bar at the top says so until it is saved or let go.
 */

type Handed = Output<'contactLogs.convert'>;
interface Way {
  /** The act whose form opens; its draft has the same name. */
  op: OpName;
  /** Further acts of the same book that may come of it. */
  also?: OpName;
  /** What stands in that form, by the names of its draft. */
  fill: (from: Handed) => Record<string, unknown>;
}

const given = (values: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));

export const WAYS: Readonly<Record<ContactTarget, Way>> = {
  visits: {
    op: 'visits.arrive',
    fill: (c) =>
      given({
        visitorName: c.callerName,
        visitorPhone: c.callerPhone,
        unitId: c.unitId,
        company: c.callerPlace,
        purpose: c.content,
      }),
  },
  disclosures: {
    op: 'disclosures.ask',
    fill: (c) =>
      given({
        askerName: c.callerName,
        askerPhone: c.callerPhone,
        unitId: c.unitId,
        askerCompany: c.callerPlace,
        asked: c.content,
      }),
  },
  lostReports: {
    op: 'lostReports.register',
    fill: (c) =>
      given({
        reporterName: c.callerName,
        reporterPhone: c.callerPhone,
        reporterUnit: c.unitCode ?? c.callerPlace,
        features: c.content,
      }),
  },
  foundItems: {
    op: 'foundItems.register',
    fill: (c) => given({ finderName: c.callerName, finderPhone: c.callerPhone, note: c.content }),
  },
  keyLoans: {
    op: 'keyLoans.issue',
    fill: (c) =>
      given({
        borrowerName: c.callerName,
        borrowerPhone: c.callerPhone,
        borrowerOrg: c.callerPlace,
        unitId: c.unitId,
        purpose: c.content,
      }),
  },
  releaseRequests: {
    op: 'releaseRequests.request',
    fill: (c) =>
      given({ handlerName: c.callerName, unitId: c.unitId, unitName: c.unitCode, note: c.content }),
  },
  mailItems: {
    op: 'mailItems.register',
    also: 'mailItems.send',
    fill: (c) =>
      given({
        addresseeName: c.callerName,
        addresseePhone: c.callerPhone,
        unitId: c.unitId,
        note: c.content,
      }),
  },
  custodyItems: {
    op: 'custodyItems.register',
    fill: (c) =>
      given({
        depositorName: c.callerName,
        depositorPhone: c.callerPhone,
        unitId: c.unitId,
        note: c.content,
      }),
  },
  toolLoans: {
    op: 'toolLoans.issue',
    fill: (c) =>
      given({
        borrowerName: c.callerName,
        borrowerPhone: c.callerPhone,
        unitId: c.unitId,
        note: c.content,
      }),
  },
};

/** The contact on its way, and into which book. */
export interface Conversion {
  contactId: string;
  serialNo: string;
  to: ContactTarget;
}
let current: Conversion | null = null;
const listeners = new Set<() => void>();
const change = (next: Conversion | null): void => {
  current = next;
  for (const tell of listeners) tell();
};

/** Fills the other book's form and remembers whose entry will come of it. */
export function beginConversion(contactId: string, to: ContactTarget, handed: Handed): void {
  drafts.put(WAYS[to].op, WAYS[to].fill(handed));
  change({ contactId, serialNo: handed.serialNo, to });
}
export const endConversion = (): void => change(null);

/** Id of the entry a committed act made, when it is the one that was waited for. */
export function madeBy({ to }: Conversion, op: string, data: unknown): string | null {
  if (op !== WAYS[to].op && op !== WAYS[to].also) return null;
  const made = data as { id?: string; loans?: { id: string }[] };
  return made.id ?? made.loans?.[0]?.id ?? null;
}

export const useConversion = (): Conversion | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
