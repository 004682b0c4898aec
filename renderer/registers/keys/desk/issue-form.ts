import type { Input, Output } from '../../../../shared/api';
import { dayOf } from '../../../../shared/dates';
import type { BorrowerClass } from '../../../../shared/registers/key-loans.rules';
import type { SecondPerson } from '../../../../shared/text';
import { countTyped } from '../../../ui/fields/NumberFields';
import { instantTyped, nowIso } from '../../../ui/fields/TimeField';

/** The issue form as text, and what the operation takes of it. */

/** A key on the form. */
export interface TakenKey {
  keyId: string;
  keyNo: string;
  keyName: string;
  unitCode: string | null;
  /** Pieces of a set that leave, as typed; empty: all of them. */
  taken: string;
  parts: string;
  /** Its tag was scanned: number and label were read there and then. */
  scanned: boolean;
}

export const NEW_ISSUE = {
  keys: [] as TakenKey[],
  borrowerClass: 'staff' as BorrowerClass,
  borrowerName: '',
  knownFromId: null as string | null,
  /** The phone of a known borrower as the screen may show it. */
  knownPhone: null as string | null,
  borrowerPhone: '',
  borrowerDocument: '',
  borrowerOrg: '',
  staffNo: '',
  purpose: '',
  unitId: '',
  checked: false,
  /** 补录: when it left, as typed; empty: now. */
  issuedAt: '',
  dueAt: '',
  confirmerId: '',
  ownerAskedName: '',
  ownerAskedPhone: '',
  ownerAskedAt: '',
  ownerAskedHow: 'phone' as 'phone' | 'written' | 'inPerson',
  escortName: '',
  repairSlipNo: '',
  permitNo: '',
  identityHow: '',
  custodianId: '',
  note: '',
};
export type IssueForm = typeof NEW_ISSUE;
export type Prepared = Output<'keyLoans.prepare'>;

/** A key of the form from what the door knows of it. */
export const takenOf = (
  key: Pick<Prepared['keys'][number], 'keyId' | 'keyNo' | 'keyName' | 'unitCode'>,
  scanned: boolean,
): TakenKey => ({
  keyId: key.keyId,
  keyNo: key.keyNo,
  keyName: key.keyName,
  unitCode: key.unitCode,
  taken: '',
  parts: '',
  scanned,
});

/** The time of a late entry, once it is one; null: now, or not typed to the end. */
export const leftAt = ({ issuedAt }: Pick<IssueForm, 'issuedAt'>): string | null => {
  const typed = issuedAt.trim() ? instantTyped(issuedAt) : '';
  return /^\d{4}-/.test(typed) ? typed : null;
};

/** The due time as it will stand: typed, else the rule's. */
export const dueOf = (form: IssueForm, prepared: Prepared | undefined): string | null =>
  form.dueAt.trim() ? instantTyped(form.dueAt) : (prepared?.dueAt ?? null);

/** Whether the act needs a second person's PIN: master or sealed keys, or a night outside. */
export function needsSecond(form: IssueForm, prepared: Prepared | undefined): 'second' | 'overnight' | null {
  const due = dueOf(form, prepared);
  if (due !== null && /^\d{4}-/.test(due) && dayOf(due) > dayOf(leftAt(form) ?? nowIso())) return 'overnight';
  return prepared?.conflicts.some(({ stops }) => !stops) ? 'second' : null;
}

/** What the operation takes. Fields the class does not ask for are not sent, whatever a draft still holds. */
export function issueInput(
  form: IssueForm,
  prepared: Prepared | undefined,
  second: SecondPerson | null,
): Input<'keyLoans.issue'> {
  const asked = new Set(prepared?.requirements ?? []);
  const owner = asked.has('ownerAsked');
  return {
    keys: form.keys.map(({ keyId, taken, parts }) => ({
      keyId,
      pieces: taken.trim() ? countTyped(taken) : null,
      parts,
    })),
    borrowerClass: form.borrowerClass,
    borrowerName: form.borrowerName,
    knownFromId: form.knownFromId,
    borrowerPhone: form.borrowerPhone,
    borrowerDocument: form.borrowerDocument,
    borrowerOrg: form.borrowerOrg,
    staffNo: form.staffNo,
    purpose: form.purpose,
    unitId: form.unitId || null,
    checked: form.checked || (form.keys.length > 0 && form.keys.every((key) => key.scanned)),
    issuedAt: form.issuedAt.trim() ? instantTyped(form.issuedAt) : null,
    dueAt: form.dueAt.trim() ? instantTyped(form.dueAt) : null,
    confirmerId: (asked.has('confirmer') && form.confirmerId) || null,
    ownerAskedName: owner ? form.ownerAskedName : null,
    ownerAskedPhone: owner ? form.ownerAskedPhone : null,
    ownerAskedAt: owner ? instantTyped(form.ownerAskedAt) : null,
    ownerAskedHow: owner ? form.ownerAskedHow : null,
    escortName: asked.has('escort') ? form.escortName : null,
    repairSlipNo: form.repairSlipNo,
    permitNo: form.permitNo,
    identityHow: asked.has('identity') ? form.identityHow : null,
    custodianId: (asked.has('custodian') && form.custodianId) || null,
    note: form.note,
    second,
  };
}
