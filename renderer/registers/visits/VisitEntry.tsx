import { dayTimeOf } from '../../../shared/dates';
import {
  VISIT_CORRECTABLE,
  type VisitCorrectable,
  type VisitLine,
} from '../../../shared/registers/visits.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { COUNT, type Editor, LONG_TEXT, PHONE, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { UnitField } from '../units/UnitField';
import { Admit } from './Admit';
import { VISITS } from './books';
import { Leave, LeaveWithout, RecordConsent, Supplement, TurnAway } from './dialogs';
import { GroupMates } from './GroupMates';
import { visitTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (visit: VisitLine): EntryField[] => [
  ...['type', 'visitorName', 'partySize', 'visitorPhone'].map(always),
  ...['companions', 'company', 'documentKind', 'visitorDocument'].map(ifAny),
  {
    field: 'unitCode',
    ifAny: visit.hostPlace !== null,
    own: visit.unitId ? (
      <EntryLink register="units" entryId={visit.unitId}>
        {visit.unitCode}
      </EntryLink>
    ) : undefined,
  },
  ifAny('hostPlace'),
  ...['hostName', 'appointment', 'purpose'].map(always),
  ...[
    'belongings',
    'plate',
    'permitNo',
    'carrier',
    'department',
    'passChecked',
    'informedName',
    'informedAt',
  ].map(ifAny),
  ...['consentName', 'consentHow', 'consentAt', 'expectedAt', 'arrivedAt'].map(ifAny),
  ...['passNo', 'passBackAt', 'leftAt', 'refusedReason'].map(ifAny),
  { field: 'watchNote', ifAny: true, wide: true },
  { field: 'supplement', ifAny: true, wide: true },
  ...['closedAt', 'closedByName', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['post', 'recordedAt', 'recorderName'].map(always),
];

const text = (max: number): Editor => ({ kind: 'text', max });
const EDITORS: Record<string, Editor> = {
  visitorName: text(40),
  partySize: COUNT,
  companions: text(200),
  company: { kind: 'suggest', op: 'visits.suggest', field: 'company' },
  visitorPhone: PHONE,
  visitorDocument: { kind: 'text', max: 4, hidden: true },
  unitId: { kind: 'own', draw: (props) => <UnitField {...props} />, as: 'unitCode' },
  hostName: text(40),
  hostPlace: text(60),
  purpose: { kind: 'suggest', op: 'visits.suggest', field: 'purpose' },
  belongings: text(120),
  plate: text(16),
  permitNo: text(40),
  carrier: { kind: 'suggest', op: 'visits.suggest', field: 'carrier' },
  expectedAt: TIME,
  arrivedAt: TIME,
  leftAt: TIME,
  refusedReason: LONG_TEXT,
  note: LONG_TEXT,
};
/** Fields an act writes: nothing to correct before the act. */
const WRITTEN: Partial<Record<VisitCorrectable, (visit: VisitLine) => boolean>> = {
  expectedAt: (visit) => visit.expectedAt !== null,
  arrivedAt: (visit) => visit.arrivedAt !== null,
  leftAt: (visit) => visit.leftAt !== null,
  refusedReason: (visit) => visit.refusedReason !== null,
  permitNo: (visit) => visit.type === 'fitOut',
  carrier: (visit) => visit.type === 'delivery',
};

const DIALOGS = {
  admit: Admit,
  leave: Leave,
  leaveWithout: LeaveWithout,
  turnAway: TurnAway,
  recordConsent: RecordConsent,
  supplement: Supplement,
};

/** One visit: its line, every entry and exit, its group, its story. A scanned slip comes here with its next act. */
export function VisitEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('visits.entry', { id }, { keep: true });
  const stepOut = useCommand('visits.stepOut');
  const comeBack = useCommand('visits.comeBack');
  const noShow = useCommand('visits.noShow');
  const documents = desk.settings.visits.document !== 'off';
  const touch = ({ id: entryId, version }: VisitLine) => ({ id: entryId, version });
  return (
    <EntryPage<VisitLine>
      book={VISITS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(visit) => visit.visitorName ?? visit.company ?? ''}
      tone={visitTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      acts={{
        stepOut: async (visit) => (await stepOut.run(touch(visit)))?.ok ?? false,
        comeBack: async (visit) => (await comeBack.run(touch(visit)))?.ok ?? false,
        noShow: async (visit) => (await noShow.run(touch(visit)))?.ok ?? false,
      }}
      last={['noShow', 'turnAway']}
      correct={{
        fields: (visit) =>
          VISIT_CORRECTABLE.filter(
            (field) => (WRITTEN[field]?.(visit) ?? true) && (field !== 'visitorDocument' || documents),
          ),
        editors: EDITORS,
      }}
      unmask={{
        permit: 'visits.unmask',
        masked: (visit) => visit.visitorPhone !== null || visit.visitorDocument !== null,
      }}
      papers={{
        permit: 'visits.print',
        of: (visit) =>
          visit.state === 'refused' || visit.state === 'voided' ? [] : [{ form: 'F17', entryId: visit.id }],
      }}
      error={stepOut.error ?? comeBack.error ?? noShow.error}
    >
      {(visit, { markSaved }) => (
        <>
          <Passages visit={visit} />
          <GroupMates
            visit={visit}
            mates={asked.data?.group ?? []}
            may={desk.may('visits.record')}
            onDone={markSaved}
          />
        </>
      )}
    </EntryPage>
  );
}

/** 进出记录: every entry and exit that counts. */
function Passages({ visit }: { visit: VisitLine }) {
  const { t } = useWords();
  if (visit.passages.length === 0) return null;
  return (
    <section>
      <h2>{t('visits:screen.passages')}</h2>
      <ol className="passages">
        {visit.passages.map(({ direction, at, byName, post }) => (
          <li key={`${at}${direction}`}>
            <span className="passage-way">
              {direction === 'in' ? '→' : '←'}{' '}
              {t(`visits:screen.${direction === 'in' ? 'passageIn' : 'passageOut'}`)}
            </span>
            <span className="number">{dayTimeOf(at)}</span>
            <span className="quiet">{t('visits:screen.byPost', { by: byName, post })}</span>
          </li>
        ))}
        {visit.state === 'closedByDesk' ? (
          <li>
            <span className="passage-way">← {t('visits:screen.passageOut')}</span>
            <span>{t('visits:mark.unknown')}</span>
            <span className="quiet">{visit.closedByName}</span>
          </li>
        ) : null}
      </ol>
    </section>
  );
}
