import { Button } from '@mantine/core';
import { dayOf } from '../../../../shared/dates';
import { fieldLabel } from '../../../book/book';
import type { Desk } from '../../../book/desk';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { DAY, type Editor, EditorField, LONG_TEXT } from '../../../book/editors';
import { client } from '../../../client';
import { useWords } from '../../../i18n';
import { useCommand, useOp } from '../../../queries';
import { useDraft } from '../../../ui/drafts';
import { ChoiceField } from '../../../ui/fields/ChoiceField';
import { dayTyped } from '../../../ui/fields/DayField';
import { nowIso } from '../../../ui/fields/TimeField';
import { KEY_TRANSFERS } from '../books';
import { KeyField } from '../KeyField';
import { KEEPER } from '../key-editors';

interface NewTransferProps {
  desk: Desk;
  onClose: () => void;
  onMade: (id: string) => void;
}

interface Chosen {
  id: string;
  keyNo: string;
  label: string;
}

/** 新建移交清单: who hands over, who takes over, which keys — one by one or a whole cabinet. */
export function NewTransfer({ desk, onClose, onMade }: NewTransferProps) {
  const { t } = useWords();
  const register = useCommand('keyTransfers.register');
  const first = {
    fromParty: '',
    toParty: '',
    project: desk.settings.office.project,
    plannedOn: '',
    fromId: desk.actor.staffId,
    toId: '',
    note: '',
    chosen: [] as readonly Chosen[],
  };
  const { values, set, clear } = useDraft('keyTransfers.register', first);
  const cabinets = useOp('keys.cabinets', {}).data;
  const put = (more: readonly Chosen[]) => {
    const known = new Set(values.chosen.map((key) => key.id));
    set({ chosen: [...values.chosen, ...more.filter((key) => !known.has(key.id))] });
  };
  const addCabinet = async (cabinetId: string) => {
    const board = await client.keys.board({ cabinetId });
    if (board.ok)
      put(
        board.data.flatMap(({ key }) =>
          key && key.state !== 'lost' ? [{ id: key.id, keyNo: key.keyNo, label: key.label }] : [],
        ),
      );
  };
  const save = async () => {
    const done = await register.run({
      fromParty: values.fromParty,
      toParty: values.toParty,
      project: values.project,
      plannedOn: values.plannedOn.trim() ? (dayTyped(values.plannedOn) ?? values.plannedOn) : dayOf(nowIso()),
      fromId: values.fromId || null,
      toId: values.toId || null,
      keyIds: values.chosen.map((key) => key.id),
      note: values.note,
    });
    if (!done?.ok) return;
    clear();
    onClose();
    onMade(done.data.id);
  };
  const field = (
    name: Exclude<keyof typeof first, 'chosen'>,
    editor: Editor,
    required = false,
    hint = '',
  ) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(KEY_TRANSFERS, name))}
      name={name}
      required={required}
      {...(hint ? { hint } : {})}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const party: Editor = { kind: 'text', max: 60 };
  return (
    <ActionDialog
      title={t('keys:op.keyTransfers.register')}
      about={t('keys:screen.keysChosen', { n: values.chosen.length })}
      wide
      onSave={() => void save()}
      onClose={onClose}
      error={register.error}
      busy={register.busy}
      disabled={values.chosen.length === 0}
    >
      <div className="fields">
        {field('fromParty', party, true)}
        {field('toParty', party, true)}
        {field('plannedOn', DAY)}
        {field('project', party, true)}
        {field('fromId', KEEPER)}
        {field('toId', KEEPER, false, values.toId ? '' : t('keys:screen.leavesOffice'))}
      </div>
      <div className="fields two">
        <KeyField
          label={t('keys:screen.addKey')}
          states={['inStock', 'sealed', 'out', 'damaged']}
          value=""
          onChange={() => undefined}
          onPick={(key) => (key ? put([{ id: key.id, keyNo: key.keyNo, label: key.label }]) : undefined)}
        />
        <ChoiceField
          label={t('keys:screen.addCabinetKeys')}
          choices={cabinets?.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={null}
          onChange={(id) => (id ? void addCabinet(id) : undefined)}
        />
      </div>
      {values.chosen.length > 0 ? (
        <fieldset className="chosen-keys" aria-label={t('keys:screen.transferKeys')}>
          {values.chosen.map((key) => (
            <span key={key.id} className="chosen-key">
              {key.keyNo} {key.label}
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`${t('keys:screen.removeKey')} ${key.keyNo}`}
                onClick={() => set({ chosen: values.chosen.filter((one) => one.id !== key.id) })}
              >
                ✕
              </Button>
            </span>
          ))}
        </fieldset>
      ) : null}
      {field('note', LONG_TEXT)}
    </ActionDialog>
  );
}
