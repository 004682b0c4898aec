import type { Input } from '../../../shared/api';
import type { KnownVisitor } from '../../../shared/registers/visits.forms';
import {
  CONSENT_HOWS,
  VISIT_DEPARTMENTS,
  VISIT_DOCUMENT_KINDS,
  VISIT_TYPES,
  type VisitType,
} from '../../../shared/registers/visits.row';
import { VISIT_RULES } from '../../../shared/registers/visits.rules';
import { countTyped } from '../../ui/fields/NumberFields';
import { instantTyped } from '../../ui/fields/TimeField';

/** The strip of the visitor book as text, and what the door takes of it. Pure. */

export const NEW_VISIT = {
  visitorName: '',
  type: 'relative' as string,
  unitId: '',
  hostPlace: '',
  hostName: '',
  hostPartyId: '',
  purpose: '',
  visitorPhone: '',
  partySize: '1',
  companions: '',
  company: '',
  permitNo: '',
  carrier: '',
  department: '',
  passChecked: '',
  informedName: '',
  consentHow: '',
  consentName: '',
  belongings: '',
  plate: '',
  passNo: '',
  documentKind: '',
  visitorDocument: '',
  watchNote: '',
  at: '',
  note: '',
  /** The earlier visit these values came from, and its phone's tail: the number itself never comes to the screen. */
  from: '',
  phoneTail: '',
  /** Announced for today: admitted instead of written anew. */
  expectedId: '',
  expectedVersion: 0,
  /** Still in: to be looked at first. */
  openId: '',
  watched: false,
};
export type VisitTyped = typeof NEW_VISIT;

const oneOf = <T extends string>(list: readonly T[], text: string): T | null =>
  list.find((one) => one === text) ?? null;

/** The chosen type; an unknown one is a friend. */
export const typeOf = ({ type }: Pick<VisitTyped, 'type'>): VisitType =>
  oneOf(VISIT_TYPES, type) ?? 'relative';

/** What a returning visitor fills in: everything of the last visit but the time, the pass and the host's word. */
export const filledFrom = (known: KnownVisitor): Partial<VisitTyped> => ({
  visitorName: known.visitorName,
  type: known.type,
  unitId: known.unitId ?? '',
  hostPlace: known.hostPlace ?? '',
  hostName: known.hostName ?? '',
  hostPartyId: '',
  purpose: known.purpose ?? '',
  visitorPhone: '',
  partySize: String(known.partySize),
  company: known.company ?? '',
  permitNo: known.permitNo ?? '',
  carrier: known.carrier ?? '',
  plate: known.plate ?? '',
  from: known.from,
  phoneTail: known.phoneTail ?? '',
  expectedId: known.expected?.id ?? '',
  expectedVersion: known.expected?.version ?? 0,
  openId: known.openId ?? '',
  watched: known.watched,
});

/** Another name is another person: what belonged to the chosen one goes. */
export const forgotten: Partial<VisitTyped> = {
  from: '',
  phoneTail: '',
  expectedId: '',
  expectedVersion: 0,
  openId: '',
  watched: false,
};

const consentOf = ({ consentHow, consentName, hostName }: VisitTyped) => {
  const how = oneOf(CONSENT_HOWS, consentHow);
  return how ? { name: consentName || hostName, how } : null;
};

/** What all forms about this visit send. Fields another type would ask for are left out. */
export function fieldsOf(typed: VisitTyped) {
  const type = typeOf(typed);
  const of = (...types: VisitType[]): boolean => types.includes(type);
  return {
    type,
    visitorName: typed.visitorName,
    partySize: countTyped(typed.partySize),
    companions: typed.companions,
    company: of('delivery') ? '' : typed.company,
    visitorPhone: typed.visitorPhone,
    documentKind: oneOf(VISIT_DOCUMENT_KINDS, typed.documentKind),
    visitorDocument: typed.visitorDocument,
    unitId: typed.unitId || null,
    hostPartyId: typed.hostPartyId || null,
    hostName: typed.hostName,
    hostPlace: typed.hostPlace,
    purpose: typed.purpose,
    belongings: typed.belongings,
    plate: typed.plate,
    permitNo: of('fitOut') ? typed.permitNo : '',
    carrier: of('delivery') ? typed.carrier : '',
    department: of('official') ? oneOf(VISIT_DEPARTMENTS, typed.department) : null,
    passChecked: of('official') && typed.passChecked !== '' ? typed.passChecked === 'yes' : null,
    informedName: of('official') ? typed.informedName : '',
    consent: VISIT_RULES[type].consent === 'none' ? null : consentOf(typed),
    watchNote: typed.watchNote,
    note: typed.note,
  };
}

/** The arrival. */
export const arrivalOf = (typed: VisitTyped): Input<'visits.arrive'> => ({
  ...fieldsOf(typed),
  passNo: typed.passNo,
  at: instantTyped(typed.at),
  from: typed.from || null,
});

/** The arrival of somebody who was announced. */
export const admissionOf = (typed: VisitTyped): Input<'visits.admit'> => {
  const { visitorPhone, visitorDocument, belongings, plate, partySize, passChecked, informedName, consent } =
    fieldsOf(typed);
  return {
    id: typed.expectedId,
    version: typed.expectedVersion,
    ...{ visitorPhone, visitorDocument, belongings, plate, partySize, passChecked, informedName, consent },
    passNo: typed.passNo,
    at: instantTyped(typed.at),
  };
};

/** One person of a group, as a line of text says it: 姓名 电话 访客证号; null when it says none. */
export interface GroupPerson {
  visitorName: string;
  visitorPhone: string | null;
  passNo: string | null;
}

/** Reads the lines of a group: a word of digits is a phone, a further one with a digit the pass, the first the name. */
export function peopleOf(text: string): { people: GroupPerson[]; bad: { n: number; line: string } | null } {
  const people: GroupPerson[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.split(/[\s,，、;；]+/).filter((word) => word !== '');
    const [visitorName, ...rest] = words;
    if (visitorName === undefined) continue;
    const phone = rest.find((word) => /^\+?[\d-]{5,}$/.test(word)) ?? null;
    const others = rest.filter((word) => word !== phone);
    if (/\d/.test(visitorName) || others.length > 1)
      return { people, bad: { n: index + 1, line: line.trim() } };
    people.push({ visitorName, visitorPhone: phone, passNo: others[0] ?? null });
  }
  return { people, bad: null };
}
