import { COVER_CORRECTABLE, type PostCoverLine } from '../../../shared/registers/post-covers.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { POST_COVERS } from './books';
import { coverTone } from './tones';

type CoverAct = ActProps<PostCoverLine>;
const base = ({ entry, onClose, onDone }: CoverAct) => ({
  book: POST_COVERS,
  entry,
  about: `${entry.serialNo}  ${entry.post}  ${entry.leaverName} → ${entry.standInName}`,
  onClose,
  onDone,
});

const Back = (props: CoverAct) => (
  <ActForm op="postCovers.back" {...base(props)} fields={[{ name: 'at', editor: TIME }]} />
);
const Approve = (props: CoverAct) => <ActForm op="postCovers.approve" {...base(props)} />;

const DIALOGS = { back: Back, approve: Approve };
const EDITORS: Record<string, Editor> = {
  post: { kind: 'text', max: 30 },
  reason: { kind: 'longText', max: 200 },
  leftAt: TIME,
  dueAt: TIME,
  note: LONG_TEXT,
};
const always = (field: string) => ({ field });
const ifAny = (field: string) => ({ field, ifAny: true });

/** One absence with its acts and its story. */
export function CoverEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('postCovers.entry', { id }, { keep: true });
  return (
    <EntryPage<PostCoverLine>
      book={POST_COVERS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(cover) => `${cover.leaverName} → ${cover.standInName}`}
      tone={coverTone}
      fields={(cover) => [
        ...['post', 'leaverName', 'reason', 'standInName', 'leftAt', 'dueAt'].map(always),
        ifAny('backAt'),
        { field: 'minutes', own: t('rosters:mark.minutes', { n: cover.minutes }) },
        always('approvedHow'),
        ...['approverName', 'approvedAt', 'voidReason', 'voidedAt', 'voidedByName', 'note'].map(ifAny),
        ...['recordedAt', 'recorderName'].map(always),
      ]}
      dialogs={DIALOGS}
      correct={{ fields: () => COVER_CORRECTABLE, editors: EDITORS }}
    />
  );
}
