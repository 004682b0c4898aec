import type { KeyCheckLine } from '../../../shared/registers/key-checks.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { useOp } from '../../queries';
import { KEY_CHECKS } from './books';
import { CountSheet } from './CountSheet';
import { CloseCheck } from './dialogs/CloseCheck';
import { CHECK_TONES } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const DIALOGS = { close: CloseCheck };

const fieldsOf = (line: KeyCheckLine): readonly EntryField[] => [
  ...['week', 'startedAt'].map(always),
  { field: 'cabinetCodes', own: line.cabinetCodes.join('、') },
  ...['book', 'real', 'out', 'differences'].map(always),
  ...['findings', 'measures'].map((field) => ({ field, ifAny: true, wide: true })),
  ...['reportedTo', 'reportedAt', 'closedAt', 'closedByName', 'signedByName', 'signedAt'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName', 'note', 'recordedAt', 'recorderName'].map(ifAny),
];

/** One weekly check: the sheet to count on while it is open, what was found once it is signed. */
export function CheckEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('keyChecks.entry', { id }, { keep: true });
  return (
    <EntryPage<KeyCheckLine>
      book={KEY_CHECKS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => line.week}
      tone={(line) => (line.state === 'open' && line.differences > 0 ? 'late' : CHECK_TONES[line.state])}
      fields={fieldsOf}
      dialogs={DIALOGS}
      papers={{ permit: 'keys.print', of: (line) => [{ form: 'F15', entryId: line.id }] }}
    >
      {(line) => <CountSheet check={line} counting={line.state === 'open' && desk.may('keys.check')} />}
    </EntryPage>
  );
}
