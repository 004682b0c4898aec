import type { PartyStay } from '../../../../shared/registers/parties';
import { OCCUPANCY_STATES } from '../../../../shared/registers/units.row';
import { ActForm } from '../../../book/dialogs/ActForm';
import { COUNT, DAY, type Editor, LONG_TEXT } from '../../../book/editors';
import { PARTIES, UNITS } from '../books';
import { choiceOf } from '../editors';

/** Acts on what belongs to a unit or a file: a stay, a member, a car, a document. */

interface ChildActProps<Row extends { id: string; version: number }> {
  row: Row;
  about: string;
  onClose: () => void;
  onDone: () => void;
}
const REASON: Editor = { kind: 'longText', max: 200 };

/** 登记迁出. */
export const MoveOut = ({ row, ...props }: ChildActProps<{ id: string; version: number }>) => (
  <ActForm
    op="parties.moveOut"
    book={PARTIES}
    entry={row}
    {...props}
    fields={[
      { name: 'toOn', editor: DAY, required: true },
      { name: 'occupancyState', editor: choiceOf('occupancyState', OCCUPANCY_STATES) },
    ]}
  />
);

/** 续租/改人数. */
export const Renew = ({ row, ...props }: ChildActProps<PartyStay>) => (
  <ActForm
    op="parties.renew"
    book={PARTIES}
    entry={row}
    {...props}
    fields={[
      { name: 'fromOn', editor: DAY, first: row.fromOn ?? '' },
      { name: 'leaseUntilOn', editor: DAY, first: row.leaseUntilOn ?? '' },
      { name: 'people', editor: COUNT, first: row.people === null ? '' : String(row.people) },
      { name: 'note', editor: LONG_TEXT, first: row.note ?? '' },
    ]}
  />
);

/** 作废居住记录. */
export const VoidStay = ({ row, ...props }: ChildActProps<{ id: string; version: number }>) => (
  <ActForm
    op="parties.voidStay"
    book={PARTIES}
    entry={row}
    {...props}
    grave
    fields={[{ name: 'reason', editor: REASON, required: true }]}
  />
);

/** 成员离开. */
export const MemberLeft = ({ row, ...props }: ChildActProps<{ id: string; version: number }>) => (
  <ActForm op="parties.memberLeft" book={PARTIES} entry={row} {...props} />
);

/** 车辆注销. */
export const VehicleLeft = ({ row, ...props }: ChildActProps<{ id: string; version: number }>) => (
  <ActForm op="parties.vehicleLeft" book={PARTIES} entry={row} {...props} />
);

/** 取出文件. */
export const WithdrawDocument = ({ row, ...props }: ChildActProps<{ id: string; version: number }>) => (
  <ActForm
    op="units.withdrawDocument"
    book={UNITS}
    entry={row}
    {...props}
    fields={[{ name: 'reason', editor: REASON, required: true }]}
  />
);
