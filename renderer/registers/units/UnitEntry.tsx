import type { UnitLine } from '../../../shared/registers/units';
import { stateText } from '../../../shared/registers/units.columns';
import { UNIT_CORRECTABLE } from '../../../shared/registers/units.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { UNITS } from './books';
import {
  AmendUnit,
  Assign,
  ChangeOccupancy,
  FileDocument,
  HandOver,
  MoveInHere,
  Restore,
  Retire,
} from './dialogs/unit-acts';
import { UNIT_EDITORS } from './editors';
import { unitTone } from './tones';
import { UnitPage } from './UnitPage';
import './units.css';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const FIELDS: readonly EntryField[] = [
  ...['building', 'entrance', 'floor', 'unitNo', 'use', 'structure', 'layout', 'orientation'].map(always),
  ...[
    'builtAreaHundredthsM2',
    'usableAreaHundredthsM2',
    'owners',
    'occupants',
    'lease',
    'handedOverOn',
    'keeperName',
    'areaName',
  ].map(always),
  { field: 'meters', wide: true },
  { field: 'note', wide: true, ifAny: true },
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  ...['recordedAt', 'recorderName'].map(always),
];
const DIALOGS = {
  changeOccupancy: ChangeOccupancy,
  handOver: HandOver,
  assign: Assign,
  amend: AmendUnit,
  fileDocument: FileDocument,
  retire: Retire,
  restore: Restore,
  'parties.moveIn': MoveInHere,
};

/** 一房一页: the unit's card, everybody and everything that belongs to it, and what every other register knows of it. */
export function UnitEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('units.entry', { id }, { keep: true });
  const state = (unit: UnitLine): EntryField => ({
    field: 'occupancyState',
    own: [stateText(unit, t), unit.occupancySince].filter(Boolean).join(' · '),
  });
  return (
    <EntryPage<UnitLine>
      book={UNITS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(unit) => [unit.code, unit.name].filter(Boolean).join(' ')}
      tone={unitTone}
      fields={(unit) => [state(unit), ...FIELDS]}
      dialogs={DIALOGS}
      last={['retire']}
      correct={{ fields: () => UNIT_CORRECTABLE, editors: UNIT_EDITORS }}
      papers={{
        permit: 'units.print',
        of: (unit) => [
          { form: 'F41', entryId: unit.id },
          { form: 'unitLabel', entryId: unit.id },
        ],
      }}
    >
      {(unit, { markSaved }) => <UnitPage unit={unit} desk={desk} onSaved={markSaved} />}
    </EntryPage>
  );
}
