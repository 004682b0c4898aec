import { OCCUPANCY_ROLES } from '../../../../shared/registers/parties.row';
import type { UnitLine } from '../../../../shared/registers/units';
import { OCCUPANCY_NEXT, UNIT_CHANGEABLE } from '../../../../shared/registers/units.row';
import { fieldLabel } from '../../../book/book';
import { ActForm } from '../../../book/dialogs/ActForm';
import type { ActProps } from '../../../book/dialogs/act';
import { COUNT, DAY, type Editor, LONG_TEXT } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { UNITS } from '../books';
import { choiceOf, listOf, PARTY, UNIT_EDITORS } from '../editors';
import { AmendForm } from './AmendForm';

/** Acts on a unit that are a few fields. */

type UnitAct = ActProps<UnitLine>;
const REASON: Editor = { kind: 'longText', max: 200 };
const of = ({ entry, onClose, onDone }: UnitAct) => ({
  book: UNITS,
  entry,
  about: [entry.code, entry.name].filter(Boolean).join(' '),
  onClose,
  onDone,
});

/** 变更使用状态: only what may follow is offered. */
export function ChangeOccupancy(props: UnitAct) {
  return (
    <ActForm
      op="units.changeOccupancy"
      {...of(props)}
      fields={[
        {
          name: 'occupancyState',
          editor: choiceOf('occupancyState', OCCUPANCY_NEXT[props.entry.occupancyState]),
          required: true,
        },
        { name: 'since', editor: DAY, required: true },
        { name: 'reason', editor: REASON },
      ]}
    />
  );
}

/** 交付业主 (收楼). */
export function HandOver(props: UnitAct) {
  return (
    <ActForm
      op="units.handOver"
      {...of(props)}
      fields={[
        { name: 'handedOverOn', editor: DAY, required: true },
        {
          name: 'occupancyState',
          editor: choiceOf(
            'occupancyState',
            ['vacant', 'fitOut', 'occupied', 'let'].filter((code) =>
              OCCUPANCY_NEXT[props.entry.occupancyState].some((next) => next === code),
            ),
          ),
          required: true,
          first: 'vacant',
        },
      ]}
    />
  );
}

/** 指定区域和管家. */
export function Assign(props: UnitAct) {
  const known = useOp('units.areas', {}).data;
  return (
    <ActForm
      op="units.assign"
      {...of(props)}
      fields={[
        {
          name: 'areaId',
          editor: listOf(
            (known?.areas ?? [])
              .filter((area) => area.active === 1)
              .map((area) => ({ value: area.id, label: area.name })),
          ),
          first: props.entry.areaId ?? '',
        },
        {
          name: 'stewardId',
          editor: listOf((known?.stewards ?? []).map((person) => ({ value: person.id, label: person.name }))),
          first: props.entry.stewardId ?? '',
        },
      ]}
    />
  );
}

/** 文件归档: the documents that are not on file come first. */
export function FileDocument(props: UnitAct) {
  const { lang } = useWords();
  const page = useOp('units.page', { id: props.entry.id }).data;
  const open = (page?.documents ?? []).filter((document) => document.filed === null);
  return (
    <ActForm
      op="units.fileDocument"
      {...of(props)}
      fields={[
        {
          name: 'document',
          editor: listOf(
            open.map((document) => ({
              value: document.code,
              label: lang === 'en' ? document.en : document.zh,
            })),
          ),
          required: true,
        },
        { name: 'filedOn', editor: DAY, required: true },
        { name: 'copies', editor: COUNT, first: '1' },
        { name: 'note', editor: LONG_TEXT },
      ]}
      more={{ unitId: props.entry.id }}
    />
  );
}

/** 登记入住 from the unit: who, as what, since when. */
export function MoveInHere(props: UnitAct) {
  return (
    <ActForm
      op="parties.moveIn"
      {...of(props)}
      fields={[
        { name: 'partyId', editor: PARTY, required: true },
        { name: 'role', editor: choiceOf('role', OCCUPANCY_ROLES), required: true },
        { name: 'fromOn', editor: DAY },
        { name: 'leaseUntilOn', editor: DAY },
        { name: 'people', editor: COUNT },
        {
          name: 'occupancyState',
          editor: choiceOf('occupancyState', OCCUPANCY_NEXT[props.entry.occupancyState]),
          label: 'units:field.parties.occupancyState',
        },
        { name: 'note', editor: LONG_TEXT },
      ]}
      more={{ unitId: props.entry.id }}
    />
  );
}

/** 登记变更: one field, old and new value stay in the story. */
export function AmendUnit(props: UnitAct) {
  const { t } = useWords();
  return (
    <AmendForm
      op="units.amend"
      {...of(props)}
      fields={UNIT_CHANGEABLE.map((code) => ({ value: code, label: t(fieldLabel(UNITS, code)) }))}
      editors={UNIT_EDITORS}
    />
  );
}

/** 注销. */
export const Retire = (props: UnitAct) => (
  <ActForm
    op="units.retire"
    {...of(props)}
    grave
    fields={[{ name: 'reason', editor: REASON, required: true }]}
  />
);
/** 恢复. */
export const Restore = (props: UnitAct) => (
  <ActForm op="units.restore" {...of(props)} fields={[{ name: 'reason', editor: REASON, required: true }]} />
);
