// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admissionOf,
  arrivalOf,
  fieldsOf,
  filledFrom,
  NEW_VISIT,
  peopleOf,
} from '../../../renderer/registers/visits/visit-form';
import { arriveVisit } from '../../../shared/registers/visits.forms';
import { VISIT_TYPES } from '../../../shared/registers/visits.row';
import { VISIT_RULES, validUntil } from '../../../shared/registers/visits.rules';

/** The strip as text and what the door takes of it. */
const typed = (part: Partial<typeof NEW_VISIT>) => ({ ...NEW_VISIT, ...part });

describe('the strip of the visitor book', () => {
  it('sends of each type only what it asks for, and always what the schema takes', () => {
    const all = typed({
      visitorName: '张',
      permitNo: 'XK1',
      carrier: '顺丰',
      department: 'fire',
      passChecked: 'no',
      informedName: '王',
      consentHow: 'phone',
      hostName: '李',
    });
    for (const type of VISIT_TYPES) {
      const sent = fieldsOf({ ...all, type });
      expect(Boolean(sent.permitNo)).toBe(type === 'fitOut');
      expect(Boolean(sent.carrier)).toBe(type === 'delivery');
      expect(sent.department).toBe(type === 'official' ? 'fire' : null);
      expect(sent.passChecked).toBe(type === 'official' ? false : null);
      expect(sent.consent !== null).toBe(VISIT_RULES[type].consent !== 'none');
      expect(arriveVisit.safeParse(arrivalOf({ ...all, type })).success).toBe(true);
    }
  });

  it('takes the host’s name for who agreed unless another is typed', () => {
    const told = typed({ hostName: '李晓燕', consentHow: 'phone' });
    expect(fieldsOf(told).consent).toEqual({ name: '李晓燕', how: 'phone' });
    expect(fieldsOf({ ...told, consentName: '李父' }).consent?.name).toBe('李父');
    expect(fieldsOf({ ...told, consentHow: '' }).consent).toBeNull();
  });

  it('fills a returning visitor in without a phone and without yesterday’s consent', () => {
    const part = filledFrom({
      visitorName: '赵卫',
      phoneTail: '0001',
      company: null,
      type: 'relative',
      partySize: 2,
      unitId: null,
      unitCode: null,
      hostName: '李晓燕',
      hostPlace: '工程部',
      purpose: '探亲',
      plate: null,
      permitNo: null,
      carrier: null,
      lastAt: '2026-11-01T00:00:00.000Z',
      times: 3,
      from: 'F',
      expected: { id: 'E', version: 4, at: '2026-11-21T00:00:00.000Z' },
      openId: null,
      watched: false,
    });
    expect(part).toMatchObject({ visitorPhone: '', phoneTail: '0001', from: 'F', partySize: '2' });
    expect('consentHow' in part).toBe(false);
    expect(admissionOf(typed(part))).toMatchObject({ id: 'E', version: 4, consent: null, partySize: 2 });
  });

  it('reads a group line by line', () => {
    const text = '审计甲 13800000001 V01\n\n审计乙\n 审计丙，V02';
    expect(peopleOf(text)).toEqual({
      people: [
        { visitorName: '审计甲', visitorPhone: '13800000001', passNo: 'V01' },
        { visitorName: '审计乙', visitorPhone: null, passNo: null },
        { visitorName: '审计丙', visitorPhone: null, passNo: 'V02' },
      ],
      bad: null,
    });
    expect(peopleOf('甲\n13800000001').bad).toEqual({ n: 2, line: '13800000001' });
    expect(peopleOf('甲 乙 丙 丁').bad).toMatchObject({ n: 1 });
  });

  it('reads any text without falling over', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { people, bad } = peopleOf(text);
        expect(people.length + (bad ? 1 : 0)).toBeLessThanOrEqual(text.split('\n').length);
        for (const person of people) expect(person.visitorName).not.toBe('');
      }),
    );
  });

  it('a slip is valid until closing, or until midnight for who came later', () => {
    expect(validUntil('2026-11-21T02:00:00.000Z', '18:00')).toBe('2026-11-21T10:00:00.000Z');
    expect(validUntil('2026-11-21T12:00:00.000Z', '18:00')).toBe('2026-11-21T16:00:00.000Z');
  });
});
