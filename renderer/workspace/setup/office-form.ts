import type { Input } from '../../../shared/api';
import type { Wording } from '../../../shared/columns';
import { type ContactTyped, linesOf, type ShiftTyped } from '../../registers/settings/editors';

/** What the first-start wizard holds while it is filled in, and how it becomes the operation's input. */
export interface OfficeTyped {
  name: string;
  project: string;
  department: string;
  formPrefix: string;
  contacts: ContactTyped[];
  station: string;
  posts: string;
  shifts: ShiftTyped[];
  anchorPath: string;
  staffNo: string;
  adminName: string;
  alsoManager: boolean;
}

/** Early and late by default (domain.md §1.2); a night shift is added where there is one. */
export const firstOffice = ({ t }: Wording): OfficeTyped => ({
  name: '',
  project: '',
  department: t('core:setup.departmentDefault'),
  formPrefix: 'KF-QR',
  contacts: [{ name: '', title: '', phone: '' }],
  station: '前台一',
  posts: '前台\n服务中心',
  shifts: [
    { code: 'early', zh: '早班', en: 'Early', from: '08:00', to: '16:00', alone: false },
    { code: 'late', zh: '晚班', en: 'Late', from: '16:00', to: '22:00', alone: false },
  ],
  anchorPath: '',
  staffNo: '001',
  adminName: '',
  alsoManager: false,
});

export function setUpInput(typed: OfficeTyped, passphrase: string): Input<'office.setUp'> {
  return {
    office: {
      name: typed.name,
      project: typed.project,
      department: typed.department,
      formPrefix: typed.formPrefix.trim().toUpperCase(),
    },
    partyAContacts: typed.contacts.filter((contact) => contact.name.trim() !== ''),
    posts: linesOf(typed.posts),
    shifts: typed.shifts.map((shift) => ({ ...shift, en: shift.en.trim() === '' ? shift.zh : shift.en })),
    station: { name: typed.station },
    anchorFolder: { path: typed.anchorPath.trim() === '' ? null : typed.anchorPath.trim() },
    admin: { staffNo: typed.staffNo, name: typed.adminName, passphrase, alsoManager: typed.alsoManager },
  };
}

/** The wizard's steps and the input fields each of them holds: a refusal leads back to the step of its first field. */
export const STEPS = ['office', 'people', 'desk', 'anchor', 'admin'] as const;
export type Step = (typeof STEPS)[number];
const HOLDS: Record<Step, readonly string[]> = {
  office: ['office'],
  people: ['partyAContacts'],
  desk: ['station', 'posts', 'shifts'],
  anchor: ['anchorFolder'],
  admin: ['admin'],
};
export const stepOf = (field: string): Step =>
  STEPS.find((step) => HOLDS[step].includes(field.split('.')[0] ?? '')) ?? 'admin';
