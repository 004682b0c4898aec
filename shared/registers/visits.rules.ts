import { addDays, dayOf, instantOf, msOf } from '../dates';
import type { Settings } from './office';
import type { Visit, VisitType } from './visits.row';

/** What each type of visit asks for (S10, desk-practice.md §2.3). Pure: form, handlers and papers read the same table. */

/** Fields a type may require; `host` is a unit of the archive or a place by name. */
export type RequiredField =
  | 'visitorName'
  | 'company'
  | 'host'
  | 'hostName'
  | 'permitNo'
  | 'carrier'
  | 'department'
  | 'passChecked'
  | 'informedName';

export interface TypeRule {
  required: readonly RequiredField[];
  /** A phone (or what the office takes instead, Q7) is asked for. */
  contact: boolean;
  /** The host's consent: `before` nobody enters without; `due` it may follow at once and is listed until it does. */
  consent: 'before' | 'due' | 'none';
  /** May be let in at all: salesmen are dissuaded. */
  admitted: boolean;
}

const rule = (
  required: readonly RequiredField[],
  consent: TypeRule['consent'],
  more: Partial<TypeRule> = {},
): TypeRule => ({
  required: ['visitorName', ...required],
  consent,
  contact: true,
  admitted: true,
  ...more,
});

export const VISIT_RULES: Record<VisitType, TypeRule> = {
  relative: rule(['host', 'hostName'], 'due'),
  business: rule(['company', 'host', 'hostName'], 'due'),
  // The household is told and agrees before anybody works in it.
  housekeeping: rule(['host', 'hostName'], 'before'),
  // The permit is the owner's standing consent (S41).
  fitOut: rule(['host', 'permitNo'], 'none'),
  delivery: rule(['host', 'carrier'], 'none', { contact: false }),
  viewing: rule(['company', 'host', 'hostName'], 'before'),
  official: rule(['company', 'department', 'passChecked', 'informedName'], 'none', { contact: false }),
  salesman: { required: [], contact: false, consent: 'none', admitted: false },
};

export type VisitForm = Partial<
  Pick<
    Visit,
    | 'visitorName'
    | 'company'
    | 'visitorPhone'
    | 'visitorDocument'
    | 'unitId'
    | 'hostName'
    | 'hostPlace'
    | 'permitNo'
    | 'carrier'
    | 'department'
    | 'informedName'
  >
> & { passChecked?: boolean | number | null };

/**
 * Fields of the form that its type still misses, by name; `unitId` stands for the host's place, `visitorPhone` for the
 * contact the office takes. Consent is not among them (see `consentDue`).
 */
export function missingFields(
  type: VisitType,
  form: VisitForm,
  settings: Pick<Settings['visits'], 'contact' | 'document'>,
): string[] {
  const { required, contact } = VISIT_RULES[type];
  const missing: string[] = [];
  for (const field of required) {
    if (field === 'host') {
      if (!form.unitId && !form.hostPlace) missing.push('unitId');
    } else if (field === 'passChecked') {
      if (form.passChecked === null || form.passChecked === undefined) missing.push('passChecked');
    } else if (!form[field]) missing.push(field);
  }
  if (contact && !form.visitorPhone) {
    const other = settings.contact === 'phoneOrDocument' && settings.document !== 'off';
    if (!other || !form.visitorDocument) missing.push('visitorPhone');
  }
  return missing;
}

/** True when this visit waits for the host's word. */
export const consentDue = (visit: Pick<Visit, 'type' | 'consentAt'>): boolean =>
  VISIT_RULES[visit.type].consent !== 'none' && visit.consentAt === null;

/** Types whose consent is asked for: what the list of missing consents walks. */
export const CONSENT_TYPES = (Object.keys(VISIT_RULES) as VisitType[]).filter(
  (type) => VISIT_RULES[type].consent !== 'none',
);

/** The last closing time that has passed (UTC ISO): who came before it and is still in has overstayed the day. */
export function lastClosing(now: string, closing: string): string {
  const today = instantOf(dayOf(now), closing);
  return msOf(today) <= msOf(now) ? today : instantOf(addDays(dayOf(now), -1), closing);
}

/** Closing of the day before today: still in since before it means overnight, whatever the hour is now. */
export const closingYesterday = (now: string, closing: string): string =>
  instantOf(addDays(dayOf(now), -1), closing);

/** First instant whose visits of a type are still kept; everything before has served its time. */
export const keptFrom = (days: number, now: string): string => instantOf(addDays(dayOf(now), -days));

/** Minutes in which the one who recorded a leave may take it back. */
export const TAKE_BACK_MINUTES = 5;

/** Until when the pass slip F17 of an arrival is valid: closing time of its day, midnight for who came after closing. */
export function validUntil(arrivedAt: string, closing: string): string {
  const end = instantOf(dayOf(arrivedAt), closing);
  return arrivedAt < end ? end : instantOf(addDays(dayOf(arrivedAt), 1));
}
