import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type KeyTransferKeyLine,
  type KeyTransferLine,
  TRANSFER_CORRECTABLE,
} from '../../../shared/registers/key-transfers.row';
import { placeText } from '../../../shared/registers/keys.columns';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { DAY, type Editor, LONG_TEXT } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { KEY_TRANSFERS } from './books';
import { Complete, Inspect } from './dialogs/transfer-acts';
import './keys.css';
import { TRANSFER_TONES } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const FIELDS: readonly EntryField[] = [
  ...['fromParty', 'toParty', 'plannedOn', 'project', 'keys', 'pieces'].map(always),
  ...['fromStaffName', 'toStaffName'].map(ifAny),
  ...['fromName', 'fromSignedHow', 'fromSignedAt', 'toName', 'toSignedHow', 'toSignedAt'].map(ifAny),
  ...['supervisorName', 'supervisorSignedAt', 'doneAt'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName', 'note', 'recordedAt', 'recorderName'].map(ifAny),
];
const DIALOGS = { complete: Complete };
const CORRECTABLE = () => TRANSFER_CORRECTABLE;
const EDITORS: Record<string, Editor> = { plannedOn: DAY, note: LONG_TEXT };

/** One transfer list: its keys with their condition, then the three signatures. */
export function TransferEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keyTransfers.entry', { id }, { keep: true });
  return (
    <EntryPage<KeyTransferLine>
      book={KEY_TRANSFERS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => `${line.fromParty} → ${line.toParty}`}
      tone={(line) => TRANSFER_TONES[line.state]}
      fields={() => FIELDS}
      dialogs={DIALOGS}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      papers={{ permit: 'keys.print', of: (line) => [{ form: 'F07', entryId: line.id }] }}
    >
      {(line, { markSaved }) => (
        <Keys transfer={line} open={line.state === 'open' && desk.may('keys.transfer')} onDone={markSaved} />
      )}
    </EntryPage>
  );
}

interface KeysProps {
  transfer: KeyTransferLine;
  /** Still to be handed over, and the reader may inspect. */
  open: boolean;
  onDone: () => void;
}

function Keys({ transfer, open, onDone }: KeysProps) {
  const { t } = useWords();
  const keys = useOp('keyTransfers.keys', { id: transfer.id }, { keep: true }).data ?? [];
  const [at, setAt] = useState<KeyTransferKeyLine | null>(null);
  return (
    <section aria-label={t('keys:screen.transferKeys')}>
      <h2>{t('keys:screen.transferKeys')}</h2>
      <table className="lines-table">
        <thead>
          <tr>
            {['no', 'key', 'keyNo', 'pieces', 'condition', 'remark'].map((key) => (
              <th key={key}>{t(`keys:slip.F07.${key}`)}</th>
            ))}
            {open ? <th aria-label={t('keys:op.keyTransfers.inspect')} /> : null}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} className={key.condition === 'good' ? '' : 'differs'}>
              <td className="number">{key.position}</td>
              <td>{placeText(key.label, key.door)}</td>
              <td className="number">{key.keyNo}</td>
              <td className="number">{key.pieces}</td>
              <td>{t(`keys:condition.${key.condition}`)}</td>
              <td>{key.note}</td>
              {open ? (
                <td>
                  <Button size="compact-sm" variant="subtle" onClick={() => setAt(key)}>
                    {t('keys:op.keyTransfers.inspect')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {at ? <Inspect transfer={transfer} line={at} onClose={() => setAt(null)} onDone={onDone} /> : null}
    </section>
  );
}
