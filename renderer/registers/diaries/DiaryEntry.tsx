import { DIARY_SECTIONS, type DiarySheet } from '../../../shared/registers/steward-diaries.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT } from '../../book/editors';
import { useCommand, useOp } from '../../queries';
import { STEWARD_DIARIES } from './books';
import { DiarySections } from './DiarySections';
import { DiaryWizard } from './DiaryWizard';
import { diaryTone } from './tones';
import './diaries.css';

const SECTION: Editor = { kind: 'longText', max: 600 };
const EDITORS: Record<string, Editor> = Object.fromEntries(DIARY_SECTIONS.map((name) => [name, SECTION]));

/** 批阅: the problem above, the answer below. */
function Review({ entry, onClose, onDone }: ActProps<DiarySheet>) {
  return (
    <ActForm
      op="stewardDiaries.review"
      book={STEWARD_DIARIES}
      entry={entry}
      about={`${entry.serialNo}  ${entry.stewardName} ${entry.dayOn}`}
      fields={[{ name: 'comment', editor: LONG_TEXT, required: entry.problems !== null }]}
      onClose={onClose}
      onDone={onDone}
    >
      {entry.problems ? <p className="diary-problems">{entry.problems}</p> : null}
    </ActForm>
  );
}
const DIALOGS = { review: Review };

const fieldsOf = (): EntryField[] => [
  ...['dayOn', 'stewardName', 'areas'].map((field) => ({ field })),
  ...['submittedAt', 'reviewedByName', 'reviewedAt'].map((field) => ({ field, ifAny: true })),
  { field: 'comment', ifAny: true, wide: true },
  ...['voidReason', 'voidedAt', 'voidedByName'].map((field) => ({ field, ifAny: true })),
];

/** One diary: its steward writes it section by section; handed in it is read as F21 prints it. */
export function DiaryEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('stewardDiaries.entry', { id }, { keep: true });
  const submit = useCommand('stewardDiaries.submit');
  return (
    <EntryPage<DiarySheet>
      book={STEWARD_DIARIES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => `${line.stewardName} ${line.dayOn}`}
      tone={diaryTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{
        submit: async ({ id: diary, version }) => (await submit.run({ id: diary, version }))?.ok ?? false,
      }}
      // Written below, section by section.
      elsewhere={['write']}
      error={submit.error}
      correct={{ fields: () => DIARY_SECTIONS, editors: EDITORS }}
      papers={{
        permit: 'stewardDiaries.print',
        of: (line) => (line.state === 'voided' ? [] : [{ form: 'F21', entryId: line.id }]),
      }}
    >
      {(line, { markSaved }) =>
        line.state === 'open' && line.stewardId === desk.actor.staffId ? (
          <DiaryWizard diary={line} onSaved={markSaved} />
        ) : (
          <DiarySections diary={line} desk={desk} />
        )
      }
    </EntryPage>
  );
}
