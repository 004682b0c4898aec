import type { DisclosureLine } from '../../../shared/registers/disclosures.row';
import type { VisitorPassLine } from '../../../shared/registers/visitor-passes';
import type { VisitLine } from '../../../shared/registers/visits.row';
import { CONSENT_HOWS } from '../../../shared/registers/visits.row';
import type { Book } from '../../book/book';
import { fieldLabel, opLabel, ruleLabel } from '../../book/book';
import { ActForm } from '../../book/dialogs/ActForm';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../book/dialogs/act';
import { type Editor, EditorField, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { instantTyped } from '../../ui/fields/TimeField';
import { DISCLOSURES, VISITOR_PASSES, VISITS } from './books';

/** The acts of the visitor desk: a few fields each. */

const REASON: Editor = { kind: 'longText', max: 200 };
const HOW: Editor = { kind: 'choice', group: `${VISITS.ns}:consentHow`, codes: CONSENT_HOWS };
const NAME: Editor = { kind: 'text', max: 40 };

type VisitAct = ActProps<VisitLine>;
const visitBase = ({ entry, onClose, onDone }: VisitAct) => ({
  book: VISITS,
  entry,
  about: [entry.serialNo, entry.visitorName, entry.unitCode ?? entry.hostPlace].filter(Boolean).join('  '),
  onClose,
  onDone,
});
const at = (label: string) => ({ name: 'at' as const, editor: TIME, label: `visits:field.visits.${label}` });

/** 登记离开: when, and whether the pass came back. */
export function Leave(props: VisitAct) {
  const { entry } = props;
  const holds = entry.passId !== null && entry.passBackAt === null;
  const gone = entry.state === 'steppedOut';
  return (
    <ActForm
      op="visits.leave"
      {...visitBase(props)}
      fields={[{ ...at('leftAt'), when: !gone }]}
      more={{ passBack: true }}
      {...(holds ? { children: <PassQuestion entry={entry} onOther={props.onOther} /> } : {})}
    />
  );
}

/** The card is asked for by its number; one that stays with the visitor is the other act. */
function PassQuestion({ entry, onOther }: { entry: VisitLine; onOther: (act: string) => void }) {
  const { t } = useWords();
  return (
    <p>
      {t('visits:screen.passAsked', { no: entry.passNo ?? '' })}{' '}
      <button type="button" className="link" onClick={() => onOther('leaveWithout')}>
        {t('visits:screen.passKept')}
      </button>
    </p>
  );
}

/** The same, the pass not handed back: it goes on the list of passes not back. */
export function LeaveWithout(props: VisitAct) {
  return (
    <ActForm
      op="visits.leave"
      {...visitBase(props)}
      fields={[{ ...at('leftAt'), when: props.entry.state !== 'steppedOut' }]}
      more={{ passBack: false }}
    />
  );
}

/** 不放行, of somebody who was announced. */
export function TurnAway(props: VisitAct) {
  return (
    <ActForm
      op="visits.turnAway"
      {...visitBase(props)}
      grave
      fields={[
        { name: 'reason', label: 'visits:field.visits.refusedReason', editor: REASON, required: true },
        at('arrivedAt'),
      ]}
    />
  );
}

/** 补充说明 to a line whose exit nobody saw. */
export function Supplement(props: VisitAct) {
  return (
    <ActForm
      op="visits.supplement"
      {...visitBase(props)}
      fields={[{ name: 'text', editor: REASON, required: true }]}
    />
  );
}

/** 登记同意: who, how, when. */
export function RecordConsent({ entry, onClose, onDone }: VisitAct) {
  const first = { name: entry.hostName ?? '', how: 'phone', at: '' };
  const { t } = useWords();
  const { command, draft, send } = useAct('visits.recordConsent', entry.id, first, { onClose, onDone });
  const rule = ruleLabel(VISITS, 'visits.recordConsent');
  const field = (name: keyof typeof first, of: string, editor: Editor) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(VISITS, of))}
      name={`consent.${name}`}
      required={name !== 'at'}
      value={draft.values[name]}
      onChange={(text) => draft.set({ [name]: text })}
    />
  );
  const save = async () => {
    const how = CONSENT_HOWS.find((one) => one === draft.values.how) ?? 'phone';
    const { id, version } = entry;
    await send({ id, version, consent: { name: draft.values.name, how, at: instantTyped(draft.values.at) } });
  };
  return (
    <ActionDialog
      title={t(opLabel(VISITS, 'visits.recordConsent'))}
      about={`${entry.serialNo}  ${entry.visitorName ?? ''}`}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      {field('name', 'consentName', NAME)}
      {field('how', 'consentHow', HOW)}
      {field('at', 'consentAt', TIME)}
    </ActionDialog>
  );
}

const base = <L extends { id: string; version: number; serialNo: string }>(
  book: Book,
  { entry, onClose, onDone }: ActProps<L>,
  name: string,
) => ({ book, entry, about: `${entry.serialNo}  ${name}`, onClose, onDone });

type PassAct = ActProps<VisitorPassLine>;
/** 登记遗失. */
export function Lose(props: PassAct) {
  return (
    <ActForm
      op="visitorPasses.lose"
      {...base(VISITOR_PASSES, props, props.entry.passNo)}
      fields={[{ name: 'reason', editor: REASON, required: true }]}
    />
  );
}
/** 停用. */
export function Retire(props: PassAct) {
  return (
    <ActForm
      op="visitorPasses.retire"
      {...base(VISITOR_PASSES, props, props.entry.passNo)}
      grave
      fields={[{ name: 'reason', editor: REASON, required: true }]}
    />
  );
}

type DisclosureAct = ActProps<DisclosureLine>;
const named = (props: DisclosureAct) => base(DISCLOSURES, props, props.entry.askerName ?? '');
/** 拒绝. */
export function RefuseEnquiry(props: DisclosureAct) {
  return (
    <ActForm
      op="disclosures.refuse"
      {...named(props)}
      fields={[
        { name: 'reason', label: 'visits:field.disclosures.refusedReason', editor: REASON, required: true },
      ]}
    />
  );
}
/** 批准: the leader's own PIN, or the leader signed in themselves. */
export function Approve(props: DisclosureAct) {
  const { desk, entry } = props;
  const alone = desk.may('disclosures.approve') && entry.recorderId !== desk.actor.staffId;
  return (
    <ActForm
      op="disclosures.approve"
      {...named(props)}
      second={
        alone
          ? null
          : {
              label: 'visits:screen.approver',
              permit: 'disclosures.approve',
              why: 'visits:screen.approverWhy',
            }
      }
    >
      <p>{entry.asked}</p>
    </ActForm>
  );
}
/** 登记提供. */
export function Give(props: DisclosureAct) {
  return (
    <ActForm
      op="disclosures.give"
      {...named(props)}
      fields={[
        { name: 'given', editor: REASON, required: true },
        { name: 'at', editor: TIME, label: 'visits:field.disclosures.givenAt' },
      ]}
    />
  );
}
