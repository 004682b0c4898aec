import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayTimeOf } from '../../../../shared/dates';
import type { OpError } from '../../../../shared/result';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useAct } from '../../../book/dialogs/act';
import { useSecond } from '../../../book/dialogs/use-second';
import { centsTyped } from '../../../book/values';
import { useWords } from '../../../i18n';
import { useCommand } from '../../../queries';
import { ChoiceField } from '../../../ui/fields/ChoiceField';
import { PhoneField } from '../../../ui/fields/NumberFields';
import { TextField } from '../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../ui/fields/TimeField';
import { ErrorLine } from '../../../ui/refusal';
import { aboutItem, type ItemAct } from './about';
import { HandOverSecond, needsSupervisor } from './HandOverSecond';

type Verdict = 'matches' | 'partly' | 'differs';
const VERDICTS: readonly Verdict[] = ['matches', 'partly', 'differs'];
const DOCUMENTS = ['idCard', 'passport', 'workPass', 'driverLicence', 'other'] as const;

const FIRST = {
  claimStatement: '',
  features: null as Verdict | null,
  claimLostWhere: '',
  where: null as Verdict | null,
  claimantName: '',
  claimantPhone: '',
  claimantUnit: '',
  claimantDocumentKind: 'idCard' as (typeof DOCUMENTS)[number],
  claimantDocument: '',
  claimWitness: '',
  fee: '',
  at: '',
};

/**
 * Claimed by the owner (F04): what the owner tells is compared with the book field by field, features first. The features
 * only the owner knows are shown on request and only here; the showing is a journal event.
 */
export function Claim({ entry, desk, onClose, onDone, onOther }: ItemAct) {
  const { t } = useWords();
  const { command, draft, send } = useAct('foundItems.claim', entry.id, FIRST, { onClose, onDone });
  const second = useSecond(command.error);
  const { values, set } = draft;
  const supervisor = needsSupervisor(entry, desk, command.error);
  const differs = values.features === 'differs' || values.where === 'differs';
  const overall = overallOf(values.features, values.where);
  const [missing, setMissing] = useState<OpError | null>(null);

  const save = async () => {
    const { features, where, fee, at, ...told } = values;
    if (!overall) {
      const empty = { code: 'text.empty' };
      setMissing({
        kind: 'invalid',
        fields: { ...(features ? {} : { features: empty }), ...(where ? {} : { where: empty }) },
      });
      return;
    }
    setMissing(null);
    await send({
      ...told,
      id: entry.id,
      version: entry.version,
      claimMatch: overall,
      claimFeeCents: centsTyped(fee),
      at: instantTyped(at),
      second: supervisor ? second.person : null,
    });
  };
  const text = (
    name: 'claimantName' | 'claimantUnit' | 'claimantDocument' | 'claimWitness',
    max: number,
    required = false,
  ) => (
    <TextField
      label={t(`found-items:field.foundItems.${name}`)}
      name={name}
      required={required}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const verdict = (name: 'features' | 'where') => (
    <ChoiceField
      label={t('found-items:field.foundItems.claimMatch')}
      name={name}
      required
      choices={VERDICTS.map((v) => ({ value: v, label: t(`found-items:dialog.claim.${v}`) }))}
      value={values[name]}
      onChange={(next) => set({ [name]: VERDICTS.find((v) => v === next) ?? null })}
    />
  );
  return (
    <ActionDialog
      wide
      title={t('found-items:op.foundItems.claim')}
      about={aboutItem(entry)}
      rule={t('found-items:rule.foundItems.claim')}
      onSave={() => void save()}
      onClose={onClose}
      error={missing ?? second.error}
      busy={command.busy}
      disabled={differs}
      actions={
        <Button variant="default" onClick={() => onOther('refuseClaim')}>
          {t('found-items:op.foundItems.refuseClaim')}
        </Button>
      }
    >
      <div className="claim-compare">
        <strong>{t('found-items:dialog.claim.inBook')}</strong>
        <strong>{t('found-items:dialog.claim.told')}</strong>
        <span />
        <div>
          <p>{entry.name}</p>
          <p>{entry.publicFeatures}</p>
          <HiddenFeatures entryId={entry.id} has={entry.verifyFeatures !== null} />
        </div>
        <TextField
          label={t('found-items:field.foundItems.claimStatement')}
          name="claimStatement"
          required
          max={300}
          lines={3}
          value={values.claimStatement}
          onChange={(claimStatement) => set({ claimStatement })}
        />
        {verdict('features')}
        <div>
          <p>{entry.foundPlace}</p>
          <p className="number">{dayTimeOf(entry.foundAt)}</p>
        </div>
        <TextField
          label={t('found-items:field.foundItems.claimLostWhere')}
          name="claimLostWhere"
          required
          max={120}
          value={values.claimLostWhere}
          onChange={(claimLostWhere) => set({ claimLostWhere })}
        />
        {verdict('where')}
      </div>
      {differs ? <p className="error-line">▲ {t('found-items:dialog.claim.mustRefuse')}</p> : null}
      <div className="claim-fields">
        {text('claimantName', 40, true)}
        <ChoiceField
          label={t('found-items:field.foundItems.claimantDocumentKind')}
          name="claimantDocumentKind"
          required
          choices={DOCUMENTS.map((d) => ({ value: d, label: t(`found-items:documentKind.${d}`) }))}
          value={values.claimantDocumentKind}
          onChange={(next) => set({ claimantDocumentKind: DOCUMENTS.find((d) => d === next) ?? 'idCard' })}
        />
        {text('claimantDocument', 4)}
        <PhoneField
          label={t('found-items:field.foundItems.claimantPhone')}
          name="claimantPhone"
          value={values.claimantPhone}
          onChange={(claimantPhone) => set({ claimantPhone })}
        />
        {text('claimantUnit', 40)}
        {text('claimWitness', 40)}
        <TextField
          label={t('found-items:field.foundItems.claimFeeCents')}
          name="claimFeeCents"
          right
          inputMode="decimal"
          value={values.fee}
          onChange={(fee) => set({ fee })}
        />
        <TimeField label={t('book:field.at')} name="at" value={values.at} onChange={(at) => set({ at })} />
      </div>
      <p className="quiet small">{t('found-items:dialog.claim.document')}</p>
      {supervisor ? <HandOverSecond entry={entry} second={second} /> : null}
    </ActionDialog>
  );
}

/** The comparison as a whole: partly as soon as one field is; null while one is open or differs. */
function overallOf(features: Verdict | null, where: Verdict | null): 'matches' | 'partly' | null {
  const both = [features, where];
  if (both.includes(null) || both.includes('differs')) return null;
  return both.includes('partly') ? 'partly' : 'matches';
}

/** Features only the owner knows: hidden until asked for, gone again with the dialog. */
function HiddenFeatures({ entryId, has }: { entryId: string; has: boolean }) {
  const { t } = useWords();
  const reveal = useCommand('foundItems.revealFeatures');
  const [shown, setShown] = useState<string | null>(null);
  if (!has) return <p className="quiet small">{t('found-items:dialog.claim.noHidden')}</p>;
  if (shown !== null)
    return (
      <p className="claim-hidden">
        <span className="quiet small">{t('found-items:field.foundItems.verifyFeatures')}</span> {shown}
      </p>
    );
  const show = async () => {
    const result = await reveal.run({ id: entryId });
    if (result?.ok) setShown(result.data.verifyFeatures ?? '');
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        data-field
        loading={reveal.busy}
        onClick={() => void show()}
      >
        {t('found-items:dialog.claim.reveal')}
      </Button>
      <ErrorLine error={reveal.error} />
    </>
  );
}
