import { CHANNELS, GENDERS, PARTY_DOCUMENT_KINDS, PARTY_KINDS } from '../../../shared/registers/parties.row';
import { OCCUPANCY_STATES, UNIT_USES } from '../../../shared/registers/units.row';
import { COUNT, choiceIn, DAY, type Editor, LONG_TEXT, PHONE, TEXT } from '../../book/editors';
import type { Choice } from '../../ui/fields/ChoiceField';
import { AreaField } from './AreaField';
import { MetersField } from './MetersField';
import { PartyField } from './PartyField';
import { UnitField } from './UnitField';

/** In which field each value of units and files is typed. */

/** A unit over its id. */
export const UNIT: Editor = { kind: 'own', draw: (props) => <UnitField {...props} /> };
/** A party over its id. */
export const PARTY: Editor = { kind: 'own', draw: (props) => <PartyField {...props} /> };
/** Square metres over 1/100 m². */
export const AREA: Editor = { kind: 'own', draw: (props) => <AreaField {...props} /> };
/** Meter numbers over their JSON. */
export const METERS: Editor = { kind: 'own', draw: (props) => <MetersField {...props} /> };

export const choiceOf = choiceIn('units');
export const listOf = (choices: readonly Choice[]): Editor => ({ kind: 'list', choices });
export const OCCUPANCY: Editor = choiceOf('occupancyState', OCCUPANCY_STATES);

export const UNIT_EDITORS: Readonly<Record<string, Editor>> = {
  use: choiceOf('use', UNIT_USES),
  builtAreaHundredthsM2: AREA,
  usableAreaHundredthsM2: AREA,
  meters: METERS,
  deskInstructions: LONG_TEXT,
  note: LONG_TEXT,
};

const HIDDEN: Editor = { kind: 'text', max: 100, hidden: true };
export const PARTY_EDITORS: Readonly<Record<string, Editor>> = {
  kind: choiceOf('kind', PARTY_KINDS),
  gender: choiceOf('gender', GENDERS),
  bornOn: DAY,
  documentKind: choiceOf('documentKind', PARTY_DOCUMENT_KINDS),
  document: HIDDEN,
  phone: PHONE,
  otherPhone: PHONE,
  email: HIDDEN,
  staffCount: COUNT,
  channel: choiceOf('channel', CHANNELS),
  businessScope: LONG_TEXT,
  note: LONG_TEXT,
};
export { TEXT };
