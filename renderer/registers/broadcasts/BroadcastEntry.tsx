import { BROADCAST_CORRECTABLE, type BroadcastLine } from '../../../shared/registers/broadcasts.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import type { Editor } from '../../book/editors';
import { useOp } from '../../queries';
import { BROADCASTS } from './books';
import { Approve, Close, Play, Refuse } from './dialogs';
import { NAME, NOTE, PURPOSE } from './editors';
import { Plays } from './Plays';
import { broadcastTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (): EntryField[] => [
  { field: 'summary', wide: true },
  { field: 'script', wide: true },
  ...['kind', 'purpose', 'department', 'requester', 'fromAt', 'toAt', 'repetitions', 'played'].map(always),
  ...['approvedAt', 'approvedByName', 'managerOrder', 'generalOrder'].map(ifAny),
  ...['refusedAt', 'refusedByName', 'refusedReason'].map(ifAny),
  ...['closedAt', 'closedByName', 'result', 'notPlayedReason'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];
const EDITORS: Record<string, Editor> = { purpose: PURPOSE, department: NAME, requester: NAME, note: NOTE };
const DIALOGS = { approve: Approve, refuse: Refuse, play: Play, close: Close };

/** One broadcast with its acts, its plays and its story. */
export function BroadcastEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('broadcasts.entry', { id }, { keep: true });
  const plays = asked.data?.plays ?? [];
  return (
    <EntryPage<BroadcastLine>
      book={BROADCASTS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(row) => row.summary}
      tone={broadcastTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      papers={{ permit: 'broadcasts.print', of: ({ id: entryId }) => [{ form: 'F37', entryId }] }}
      last={['refuse']}
      correct={{ fields: () => BROADCAST_CORRECTABLE, editors: EDITORS }}
    >
      {(row, { markSaved }) =>
        plays.length > 0 ? (
          <Plays
            broadcast={row}
            plays={plays}
            mayStrike={row.state === 'approved' && desk.may('broadcasts.play')}
            onSaved={markSaved}
          />
        ) : null
      }
    </EntryPage>
  );
}
