import { UNIT_NEEDS } from '../../../shared/registers/units';
import { m2, metersText } from '../../../shared/registers/units.columns';
import type { Book, NeedCounts } from '../../book/book';

/** S33 房产台账. */
export const UNITS: Book = {
  register: 'units',
  ns: 'units',
  codes: { use: 'use', occupancyState: 'occupancyState' },
  value(field, text, words) {
    if (field.endsWith('HundredthsM2')) return words.t('units:slip.m2', { n: m2(Number(text)) });
    if (field === 'meters') return metersText(text, words);
    return null;
  },
  keys: {
    handOver: 'H',
    changeOccupancy: 'O',
    fileDocument: 'D',
    assign: 'G',
    amend: 'B',
    retire: 'R',
    moveIn: 'I',
  },
  grave: ['retire'],
};

/** S34 业主、住户档案, S38 车辆. */
export const PARTIES: Book = {
  register: 'parties',
  ns: 'units',
  codes: {
    kind: 'kind',
    gender: 'gender',
    documentKind: 'documentKind',
    channel: 'channel',
  },
  value(field, text, words) {
    return field === 'vip' ? words.t(`book:screen.${text === '1' ? 'yes' : 'no'}`) : null;
  },
  keys: { moveIn: 'I', amend: 'B', addMember: 'G', addVehicle: 'V', markVip: 'K' },
};

/** S38 车位. */
export const SPACES: Book = { register: 'spaces', ns: 'units', codes: { kind: 'space', state: 'space' } };

/** The counts on top of the register and on the Today board. */
export const UNIT_COUNTS: NeedCounts = {
  book: UNITS,
  op: 'units.counts',
  needs: UNIT_NEEDS,
  late: ['leaseEnding'],
  quiet: ['noSteward', 'incomplete'],
};
