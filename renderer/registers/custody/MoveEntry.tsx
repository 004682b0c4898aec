import { MOVE_CORRECTABLE, type MoveNoticeLine } from '../../../shared/registers/move-notices.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { DAY, type Editor, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { MOVE_NOTICES } from './books';
import { CLOCK, choice, liftOf, NAME, REASON } from './editors';
import { moveTone } from './tones';

type MoveAct = ActProps<MoveNoticeLine>;
const base = ({ entry, onClose, onDone }: MoveAct) => ({
  book: MOVE_NOTICES,
  entry,
  about: [entry.serialNo, entry.unitCode, entry.moveOn, `${entry.fromTime}–${entry.toTime}`].join('  '),
  onClose,
  onDone,
});

/** 通知岗位: the next post that was not told stands there already. */
function Tell(props: MoveAct) {
  const { untold } = props.entry;
  return (
    <ActForm
      op="moveNotices.tell"
      {...base(props)}
      fields={[
        { name: 'post', editor: choice('post', untold), required: true, first: untold[0] ?? '' },
        { name: 'name', editor: NAME, required: true },
        { name: 'at', editor: TIME },
      ]}
    />
  );
}

/** 改期. */
function Reschedule(props: MoveAct) {
  const { moveOn, lift, fromTime, toTime } = props.entry;
  return (
    <ActForm
      op="moveNotices.reschedule"
      {...base(props)}
      fields={[
        { name: 'moveOn', editor: DAY, required: true, first: moveOn },
        { name: 'fromTime', editor: CLOCK, required: true, first: fromTime },
        { name: 'toTime', editor: CLOCK, required: true, first: toTime },
        { name: 'lift', editor: liftOf(props.desk.settings.lifts, lift), first: lift ?? '' },
      ]}
    />
  );
}

/** 关联放行申请: those of this unit that were not withdrawn. */
function LinkRelease(props: MoveAct) {
  const { t } = useWords();
  const states = ['requested', 'ownerConfirmed', 'pending', 'issued'] as const;
  const asked = useOp('releaseRequests.list', { states: [...states] });
  const mine = (asked.data ?? []).filter((request) => request.unitId === props.entry.unitId);
  return (
    <ActForm
      op="moveNotices.linkRelease"
      {...base(props)}
      fields={[
        {
          name: 'requestId',
          editor: {
            kind: 'list',
            choices: mine.map((request) => ({
              value: request.id,
              label: [t(`goods-releases:state.releaseRequests.${request.state}`), request.summary].join(' '),
            })),
          },
          required: true,
        },
      ]}
    >
      {asked.data && mine.length === 0 ? <p>{t('custody:screen.noRequest')}</p> : null}
    </ActForm>
  );
}

/** 确认完成. */
function Complete(props: MoveAct) {
  return (
    <ActForm
      op="moveNotices.complete"
      {...base(props)}
      fields={[
        { name: 'at', label: 'custody:field.moveNotices.doneAt', editor: TIME },
        { name: 'note', editor: LONG_TEXT, first: props.entry.note ?? '' },
      ]}
    />
  );
}

/** 取消搬家. */
function Cancel(props: MoveAct) {
  return (
    <ActForm
      op="moveNotices.cancel"
      {...base(props)}
      fields={[
        { name: 'reason', label: 'custody:field.moveNotices.cancelReason', editor: REASON, required: true },
      ]}
    />
  );
}

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (move: MoveNoticeLine): EntryField[] => [
  {
    field: 'unitCode',
    own: (
      <EntryLink register="units" entryId={move.unitId}>
        {move.unitCode}
      </EntryLink>
    ),
  },
  ...['direction', 'moveOn', 'fromTime', 'toTime', 'lift', 'contactName', 'contactPhone'].map(always),
  ...['moverCompany', 'plate', 'announcedAt'].map(always),
  ...['stewardName', 'stewardToldAt', 'gateName', 'gateToldAt', 'liftName', 'liftToldAt'].map(ifAny),
  {
    field: 'releaseNo',
    ifAny: true,
    own: move.releaseRequestId ? (
      <EntryLink register="releaseRequests" entryId={move.releaseRequestId}>
        {move.releaseNo ?? move.unitCode}
      </EntryLink>
    ) : undefined,
  },
  ...['doneAt', 'doneByName', 'cancelReason', 'cancelledAt', 'cancelledByName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  contactName: NAME,
  contactPhone: PHONE,
  moverCompany: { kind: 'text', max: 60 },
  plate: { kind: 'text', max: 15 },
  announcedAt: TIME,
  note: LONG_TEXT,
};
const DIALOGS = {
  tell: Tell,
  reschedule: Reschedule,
  linkRelease: LinkRelease,
  complete: Complete,
  cancel: Cancel,
};

/** One move with its acts and its story. */
export function MoveEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('moveNotices.entry', { id }, { keep: true });
  return (
    <EntryPage<MoveNoticeLine>
      book={MOVE_NOTICES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(move) => `${move.unitCode} ${move.contactName ?? ''}`}
      tone={moveTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['cancel']}
      correct={{ fields: () => MOVE_CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'moveNotices.unmask', masked: (move) => move.contactPhone !== null }}
    />
  );
}
