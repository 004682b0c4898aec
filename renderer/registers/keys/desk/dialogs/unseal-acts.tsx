import { Checkbox } from '@mantine/core';
import type { KeyUnsealLine } from '../../../../../shared/registers/key-unseals.row';
import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../../../book/dialogs/act';
import { useSecond } from '../../../../book/dialogs/use-second';
import { useWords } from '../../../../i18n';
import { CountField, countTyped } from '../../../../ui/fields/NumberFields';
import { TextField } from '../../../../ui/fields/TextField';
import { PinConfirm } from '../../../../ui/PinConfirm';
import { KEY_UNSEALS } from '../books';

/** Acts on an opened storeroom: 登记领用物品, 再封存. */

type UnsealAct = ActProps<KeyUnsealLine>;
const about = (row: KeyUnsealLine): string => `${row.serialNo}  ${row.keyNo} ${row.keyName}`;

/** One more line of goods taken. */
export function AddGoods({ entry, onClose, onDone }: UnsealAct) {
  const { t } = useWords();
  const { command, draft, send } = useAct(
    'keyUnseals.addGoods',
    entry.id,
    { name: '', spec: '', quantity: '1', use: '', takenByName: entry.requesterName ?? '' },
    { onClose, onDone },
  );
  const { values, set } = draft;
  const text = (name: 'name' | 'spec' | 'use' | 'takenByName', max: number, required: boolean) => (
    <TextField
      label={t(fieldLabel(KEY_UNSEALS, name))}
      name={`goods.${name}`}
      max={max}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const rule = ruleLabel(KEY_UNSEALS, 'keyUnseals.addGoods');
  return (
    <ActionDialog
      title={t(opLabel(KEY_UNSEALS, 'keyUnseals.addGoods'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      onSave={() =>
        void send({
          id: entry.id,
          version: entry.version,
          goods: { ...values, quantity: countTyped(values.quantity) },
        })
      }
    >
      {text('name', 60, true)}
      <div className="two-fields">
        {text('spec', 60, false)}
        <CountField
          label={t(fieldLabel(KEY_UNSEALS, 'quantity'))}
          name="goods.quantity"
          required
          value={values.quantity}
          onChange={(quantity) => set({ quantity })}
        />
      </div>
      {text('use', 80, true)}
      {text('takenByName', 40, true)}
    </ActionDialog>
  );
}

/** Into a new bag, signed by two: the one who is on and a colleague by PIN, one of them the CS supervisor. */
export function Reseal({ entry, onClose, onDone }: UnsealAct) {
  const { t } = useWords();
  const { command, draft, send } = useAct(
    'keyUnseals.reseal',
    entry.id,
    { newBagNo: '', nothingTaken: false },
    { onClose, onDone },
  );
  const second = useSecond(command.error);
  const { values, set } = draft;
  const rule = ruleLabel(KEY_UNSEALS, 'keyUnseals.reseal');
  return (
    <ActionDialog
      title={t(opLabel(KEY_UNSEALS, 'keyUnseals.reseal'))}
      about={about(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
      onSave={() => void send({ id: entry.id, version: entry.version, ...values, second: second.person })}
    >
      <p>{`${t(fieldLabel(KEY_UNSEALS, 'oldBagNo'))}：${entry.oldBagNo}`}</p>
      <TextField
        label={t(fieldLabel(KEY_UNSEALS, 'newBagNo'))}
        name="newBagNo"
        required
        max={30}
        value={values.newBagNo}
        onChange={(newBagNo) => set({ newBagNo })}
      />
      {entry.goods.length === 0 ? (
        <Checkbox
          label={t(fieldLabel(KEY_UNSEALS, 'nothingTaken'))}
          checked={values.nothingTaken}
          onChange={(event) => set({ nothingTaken: event.currentTarget.checked })}
        />
      ) : null}
      <PinConfirm
        label={t('key-desk:screen.secondSigner')}
        permit="keyLoans.issue"
        value={second.typed}
        onChange={second.set}
      />
    </ActionDialog>
  );
}
