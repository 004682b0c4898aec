import { KEY_CATEGORIES, KEY_RISKS, type KeyLine } from '../../../shared/registers/keys.row';
import { COUNT, DAY, type Editor, LONG_TEXT } from '../../book/editors';
import { UnitField } from '../units/UnitField';
import { KeeperField } from './KeeperField';
import { KeyField } from './KeyField';
import { MandateField } from './MandateField';

/** In which fields the values of a key are typed: the form of a new one and its corrections. */

export const CATEGORY: Editor = { kind: 'choice', group: 'keys:category', codes: KEY_CATEGORIES };
export const RISK: Editor = { kind: 'choice', group: 'keys:risk', codes: KEY_RISKS };
export const UNIT: Editor = { kind: 'own', draw: (props) => <UnitField {...props} />, as: 'unitCode' };
export const KEEPER: Editor = { kind: 'own', draw: (props) => <KeeperField {...props} />, as: 'keeperName' };
export const SOURCE: Editor = {
  kind: 'phrases',
  keys: ['developer', 'owner', 'contractor', 'copied', 'office'].map((one) => `keys:source.${one}`),
};
const key = (as: 'exclusiveWithNo' | 'lockedOutWhileNo', held: string | null): Editor => ({
  kind: 'own',
  draw: (props) => <KeyField {...props} heldLabel={held} />,
  as,
});

/** The fields of a correction of this key. */
export const keyEditors = (line: KeyLine): Record<string, Editor> => ({
  category: CATEGORY,
  risk: RISK,
  pieces: COUNT,
  parts: { kind: 'longText', max: 400 },
  unitId: UNIT,
  source: SOURCE,
  receivedOn: DAY,
  mandateId: {
    kind: 'own',
    draw: (props) => <MandateField {...props} unitId={line.unitId} heldLabel={line.mandateSerialNo} />,
    as: 'mandateSerialNo',
  },
  exclusiveWithId: key('exclusiveWithNo', line.exclusiveWithNo),
  lockedOutWhileId: key('lockedOutWhileNo', line.lockedOutWhileNo),
  instructions: LONG_TEXT,
  note: LONG_TEXT,
});
