import type { PartyLine } from '../../../../shared/registers/parties';
import {
  GENDERS,
  MEMBER_KINDS,
  OCCUPANCY_ROLES,
  PARTY_CHANGEABLE,
} from '../../../../shared/registers/parties.row';
import { OCCUPANCY_STATES } from '../../../../shared/registers/units.row';
import { fieldLabel } from '../../../book/book';
import { ActForm } from '../../../book/dialogs/ActForm';
import type { ActProps } from '../../../book/dialogs/act';
import { COUNT, DAY, type Editor, LONG_TEXT, PHONE, TEXT } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { PARTIES } from '../books';
import { choiceOf, listOf, PARTY_EDITORS, UNIT } from '../editors';
import { AmendForm } from './AmendForm';

/** Acts on a resident file that are a few fields. */

type PartyAct = ActProps<PartyLine>;
const REASON: Editor = { kind: 'longText', max: 200 };
const of = ({ entry, onClose, onDone }: PartyAct) => ({
  book: PARTIES,
  entry,
  about: [entry.serialNo, entry.name].filter(Boolean).join('  '),
  onClose,
  onDone,
});

/** 登记入住: which unit, as what, since when. */
export const MoveIn = (props: PartyAct) => (
  <ActForm
    op="parties.moveIn"
    {...of(props)}
    fields={[
      { name: 'unitId', editor: UNIT, required: true },
      { name: 'role', editor: choiceOf('role', OCCUPANCY_ROLES), required: true },
      { name: 'fromOn', editor: DAY },
      { name: 'leaseUntilOn', editor: DAY },
      { name: 'people', editor: COUNT },
      { name: 'occupancyState', editor: choiceOf('occupancyState', OCCUPANCY_STATES) },
      { name: 'note', editor: LONG_TEXT },
    ]}
    more={{ partyId: props.entry.id }}
  />
);

/** 登记变更. */
export function AmendParty(props: PartyAct) {
  const { t } = useWords();
  return (
    <AmendForm
      op="parties.amend"
      {...of(props)}
      fields={PARTY_CHANGEABLE.map((code) => ({ value: code, label: t(fieldLabel(PARTIES, code)) }))}
      editors={PARTY_EDITORS}
    />
  );
}

/** 添加成员: family, staff, emergency contact. */
export const AddMember = (props: PartyAct) => (
  <ActForm
    op="parties.addMember"
    {...of(props)}
    fields={[
      {
        name: 'kind',
        editor: choiceOf('member', MEMBER_KINDS),
        required: true,
        label: 'units:field.parties.memberKind',
        first: 'family',
      },
      { name: 'name', editor: TEXT, required: true },
      { name: 'relation', editor: TEXT },
      { name: 'phone', editor: PHONE },
      { name: 'gender', editor: choiceOf('gender', GENDERS) },
      { name: 'bornOn', editor: DAY },
      { name: 'document', editor: TEXT },
    ]}
    more={{ partyId: props.entry.id }}
  />
);

/** 登记车辆. */
export function AddVehicle(props: PartyAct) {
  const spaces = useOp('units.spaces', { limit: 500 }).data ?? [];
  return (
    <ActForm
      op="parties.addVehicle"
      {...of(props)}
      fields={[
        { name: 'plate', editor: TEXT, required: true },
        { name: 'brand', editor: TEXT },
        { name: 'model', editor: TEXT },
        { name: 'colour', editor: TEXT },
        { name: 'unitId', editor: UNIT },
        {
          name: 'spaceId',
          editor: listOf(
            spaces
              .filter((space) => space.state !== 'retired')
              .map((space) => ({ value: space.id, label: space.no })),
          ),
        },
      ]}
      more={{ partyId: props.entry.id }}
    />
  );
}

/** VIP 标记: set or taken by the manager. */
export const MarkVip = (props: PartyAct) => (
  <ActForm op="parties.markVip" {...of(props)} more={{ vip: props.entry.vip !== 1 }} />
);

/** 停用档案. */
export const Deactivate = (props: PartyAct) => (
  <ActForm
    op="parties.deactivate"
    {...of(props)}
    grave
    fields={[{ name: 'reason', editor: REASON, required: true }]}
  />
);
/** 恢复档案. */
export const Reactivate = (props: PartyAct) => (
  <ActForm
    op="parties.reactivate"
    {...of(props)}
    fields={[{ name: 'reason', editor: REASON, required: true }]}
  />
);
