import { Checkbox } from '@mantine/core';
import { MAIL_KINDS, type MailKind } from '../../../shared/registers/mail-items.row';
import { fieldLabel, opLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type Editor, EditorField, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { instantTyped } from '../../ui/fields/TimeField';
import { UnitField } from '../units/UnitField';
import { MAIL_ITEMS } from './books';

const NEW = {
  unitId: '',
  department: '',
  senderName: '',
  addresseeName: '',
  addresseePhone: '',
  destination: '',
  kind: 'express',
  carrier: '',
  trackingNo: '',
  pieces: '',
  valuable: false,
  receivedAt: '',
  note: '',
};
type Texts = Exclude<keyof typeof NEW, 'unitId' | 'valuable'>;
const NAME: Editor = { kind: 'text', max: 40 };
const KIND: Editor = { kind: 'choice', group: 'mail:kind', codes: MAIL_KINDS };

/** 寄件: somebody of the site leaves something for a carrier; its number may follow when the carrier comes. */
export function SendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const send = useCommand('mailItems.send');
  const { values, set, clear } = useDraft('mailItems.send', NEW);
  const save = async () => {
    const done = await send.run({
      ...values,
      kind: values.kind as MailKind,
      unitId: values.unitId || null,
      pieces: values.pieces.trim() === '' ? 1 : Number(values.pieces),
      receivedAt: instantTyped(values.receivedAt),
    });
    if (!done?.ok) return;
    clear(NEW);
    onClose();
  };
  const field = (name: Texts, editor: Editor, required = false) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(MAIL_ITEMS, name))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
    />
  );
  return (
    <ActionDialog
      title={t(opLabel(MAIL_ITEMS, 'mailItems.send'))}
      about=""
      onSave={() => void save()}
      onClose={onClose}
      error={send.error}
      busy={send.busy}
      wide
    >
      <div className="quick-fields even">
        <UnitField
          name="unitId"
          required={values.department === ''}
          value={values.unitId}
          onChange={(unitId) => set({ unitId })}
        />
        {field('department', NAME)}
        {field('senderName', { kind: 'text', max: 60 })}
        {field('addresseeName', NAME, true)}
        {field('destination', { kind: 'text', max: 120 }, true)}
        {field('addresseePhone', PHONE)}
        {field('kind', KIND, true)}
        {field('carrier', { kind: 'text', max: 30 })}
        {field('trackingNo', { kind: 'text', max: 60 })}
        {field('pieces', { kind: 'count' })}
        {field('receivedAt', TIME)}
        {field('note', LONG_TEXT)}
      </div>
      <Checkbox
        label={t(fieldLabel(MAIL_ITEMS, 'valuable'))}
        checked={values.valuable}
        onChange={(event) => set({ valuable: event.currentTarget.checked })}
      />
    </ActionDialog>
  );
}
