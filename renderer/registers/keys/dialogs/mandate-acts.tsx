import { addDays, dayOf } from '../../../../shared/dates';
import { type KeyMandateLine, VERIFIED_HOWS } from '../../../../shared/registers/key-mandates.row';
import { fieldLabel } from '../../../book/book';
import { ActForm } from '../../../book/dialogs/ActForm';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../../book/dialogs/act';
import { useSecond } from '../../../book/dialogs/use-second';
import { COUNT, DAY, type Editor, EditorField, LONG_TEXT, TEXT, TIME } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { countTyped } from '../../../ui/fields/NumberFields';
import { instantTyped, nowIso } from '../../../ui/fields/TimeField';
import { PinConfirm } from '../../../ui/PinConfirm';
import { KEY_MANDATES } from '../books';
import { SIGNED } from './NewMandate';

/** Renewal and withdrawal of a mandate, each against a signature (S04). */

type MandateAct = ActProps<KeyMandateLine>;
const about = ({ serialNo, unitCode, ownerName }: KeyMandateLine): string =>
  [serialNo, unitCode, ownerName].filter(Boolean).join('  ');

/** 续期: the new period begins the day after the old one, or today when that is over. */
export function Renew({ entry, onClose, onDone }: MandateAct) {
  const today = dayOf(nowIso());
  const after = addDays(entry.toOn, 1);
  return (
    <ActForm
      op="keyMandates.renew"
      book={KEY_MANDATES}
      entry={entry}
      about={about(entry)}
      onClose={onClose}
      onDone={onDone}
      fields={[
        { name: 'fromOn', editor: DAY, required: true, first: after > today ? after : today },
        { name: 'toOn', editor: DAY, required: true },
        { name: 'signedHow', editor: SIGNED, required: true, first: 'paper' },
        { name: 'signedAt', editor: TIME },
      ]}
    />
  );
}

const BY: Editor = { kind: 'choice', group: 'keys:withdrawnBy', codes: ['owner', 'agent'] };
const HOW: Editor = { kind: 'choice', group: 'keys:verifiedHow', codes: VERIFIED_HOWS };

/** 取回: what is asked follows from who stands there — the owner is identified, an agent's errand is checked with the owner. */
export function Withdraw({ entry, desk, onClose, onDone }: MandateAct) {
  const { t } = useWords();
  const first = {
    by: '',
    withdrawnByName: '',
    withdrawnDocument: '',
    verifiedAt: '',
    verifiedHow: '',
    verifiedWith: '',
    piecesReturned: String(entry.pieces),
    signedHow: 'paper',
    at: '',
    note: '',
  };
  const { command, draft, send } = useAct('keyMandates.withdraw', entry.id, first, { onClose, onDone });
  const second = useSecond(command.error);
  const { values, set } = draft;
  const owner = values.by === 'owner';
  const agent = values.by === 'agent';
  const vouched = desk.actor.roles.includes('csSteward');
  const save = () =>
    send({
      id: entry.id,
      version: entry.version,
      ...values,
      by: owner ? 'owner' : agent ? 'agent' : ('' as 'owner'),
      verifiedAt: agent ? instantTyped(values.verifiedAt) : null,
      verifiedHow: VERIFIED_HOWS.find((how) => how === values.verifiedHow) ?? null,
      verifiedWith: values.verifiedWith,
      piecesReturned: countTyped(values.piecesReturned),
      signedHow: values.signedHow === 'pad' ? 'pad' : 'paper',
      at: instantTyped(values.at),
      second: owner && !vouched ? second.person : null,
    });
  const field = (name: keyof typeof first, label: string, editor: Editor = TEXT, required = false) => (
    <EditorField
      key={name}
      editor={editor}
      label={t(fieldLabel(KEY_MANDATES, label))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(typed) => {
        // The signer of a mandate is its owner: nobody types the name twice.
        const own = name === 'by' && typed === 'owner' && values.withdrawnByName === '';
        set({ [name]: typed, ...(own ? { withdrawnByName: entry.ownerName ?? '' } : {}) });
      }}
    />
  );
  return (
    <ActionDialog
      title={t('keys:op.keyMandates.withdraw')}
      about={about(entry)}
      rule={t('keys:rule.keyMandates.withdraw')}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
      grave
    >
      {field('by', 'withdrawnBy', BY, true)}
      {field('withdrawnByName', 'withdrawnByName', { kind: 'text', max: 40 }, true)}
      {field('withdrawnDocument', 'withdrawnDocument', { kind: 'text', max: 4 })}
      {agent ? (
        <>
          {field('verifiedWith', 'verifiedWith', { kind: 'text', max: 40 }, true)}
          {field('verifiedHow', 'verifiedHow', HOW, true)}
          {field('verifiedAt', 'verifiedAt', TIME)}
        </>
      ) : null}
      {field('piecesReturned', 'piecesReturned', COUNT, true)}
      {field('signedHow', 'withdrawnHow', SIGNED, true)}
      {field('at', 'withdrawnAt', TIME)}
      {field('note', 'withdrawnNote', LONG_TEXT)}
      {owner && !vouched ? (
        <PinConfirm
          label={t('keys:screen.identity')}
          permit="keys.identify"
          value={second.typed}
          onChange={second.set}
        />
      ) : null}
    </ActionDialog>
  );
}
