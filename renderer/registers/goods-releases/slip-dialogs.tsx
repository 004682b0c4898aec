import { useEffect, useRef, useState } from 'react';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { OpError } from '../../../shared/result';
import { fieldLabel, opLabel, ruleLabel } from '../../book/book';
import { ActForm } from '../../book/dialogs/ActForm';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../book/dialogs/act';
import { call } from '../../client';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { SuggestField } from '../../ui/fields/SuggestField';
import { TextField } from '../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../ui/fields/TimeField';
import { ErrorLine } from '../../ui/refusal';
import { GOODS_RELEASES } from './books';
import { GateCheck } from './GateCheck';
import { ReleaseDialog } from './ReleaseDialog';
import { reissueOf } from './release-form';
import { SlipFacts } from './SlipFacts';

type SlipAct = ActProps<GoodsReleaseLine>;
const aboutSlip = (slip: GoodsReleaseLine): string => `${slip.serialNo}  ${slip.unitName}`;

/** The gate's comparison from the entry page or the scanner's card; a slip that was not at the gate yet is from now on. */
export function GateDialog({ entry, desk, onClose, onDone }: SlipAct) {
  const { t } = useWords();
  const [slip, setSlip] = useState(entry.state === 'atGate' ? entry : null);
  const [error, setError] = useState<OpError | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (slip || asked.current) return;
    asked.current = true;
    void call('goodsReleases.arrive', { id: entry.id, version: entry.version }).then((done) => {
      if (done.ok) setSlip({ ...entry, state: 'atGate', version: done.data.version });
      else setError(done.error);
    });
  }, [slip, entry]);
  return (
    <Dialog opened onClose={onClose} width={980} title={t(opLabel(GOODS_RELEASES, 'goodsReleases.arrive'))}>
      <SlipFacts entry={entry} />
      <ErrorLine error={error} />
      {slip ? (
        <GateCheck
          entry={slip}
          desk={desk}
          onClose={onClose}
          onDone={() => {
            onDone();
            onClose();
          }}
        />
      ) : null}
    </Dialog>
  );
}

/** The signed part is back: binder and page when it is filed at once. */
export function ReturnSlip({ entry, onClose, onDone }: SlipAct) {
  return (
    <ActForm
      op="goodsReleases.returnSlip"
      book={GOODS_RELEASES}
      entry={entry}
      about={aboutSlip(entry)}
      fields={[{ name: 'binder' }, { name: 'binderPage' }]}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

/** A new slip in place of this one: goods as the gate counted them. */
export function Reissue({ entry, onClose, onDone }: SlipAct) {
  const { t } = useWords();
  return (
    <ReleaseDialog
      title={t(opLabel(GOODS_RELEASES, 'releaseRequests.reissue'))}
      about={aboutSlip(entry)}
      draft={`goodsReleases.reissue.${entry.id}`}
      first={reissueOf(entry)}
      replacesId={entry.id}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

const RESULTS = ['released', 'mismatch'] as const;
const NOTHING = {
  result: 'released' as (typeof RESULTS)[number],
  at: '',
  guardName: '',
  gatePost: '',
  moverName: '',
  moverDocument: '',
  extra: '',
};

/** 补录 of the gate's paper: result, time and names as signed there. */
export function RecordGate({ entry, desk, onClose, onDone }: SlipAct) {
  const { t } = useWords();
  const op = 'goodsReleases.recordGate';
  const [gate = ''] = desk.settings.release.gates;
  const first = { ...NOTHING, gatePost: gate, moverName: entry.handlerName ?? '' };
  const { command, draft, send } = useAct(op, entry.id, first, { onClose, onDone });
  const guards = useOp('staff.seconds', { permit: 'goodsReleases.gate' }).data ?? [];
  const { values, set } = draft;
  const save = async () => {
    const guardId = guards.find(({ name }) => name === values.guardName)?.staffId ?? null;
    const { id, version } = entry;
    await send({ ...values, id, version, at: instantTyped(values.at), guardId });
  };
  const label = (field: string) => t(fieldLabel(GOODS_RELEASES, field));
  const text = (name: 'moverName' | 'moverDocument' | 'extra', max: number, required = false) => (
    <TextField
      label={label(name)}
      name={name}
      max={max}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const rule = ruleLabel(GOODS_RELEASES, op);
  return (
    <ActionDialog
      title={t(opLabel(GOODS_RELEASES, op))}
      about={aboutSlip(entry)}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <ChoiceField
        label={label('result')}
        name="result"
        required
        choices={RESULTS.map((value) => ({ value, label: t(`goods-releases:state.goodsReleases.${value}`) }))}
        value={values.result}
        onChange={(next) => set({ result: RESULTS.find((result) => result === next) ?? 'released' })}
      />
      <TimeField label={label('at')} name="at" required value={values.at} onChange={(at) => set({ at })} />
      <SuggestField
        label={label('guardName')}
        name="guardName"
        required
        suggestions={guards.map(({ name, staffNo }) => ({ value: name, hint: staffNo }))}
        value={values.guardName}
        onChange={(guardName) => set({ guardName })}
      />
      <ChoiceField
        label={label('gatePost')}
        name="gatePost"
        required
        choices={desk.settings.release.gates.map((one) => ({ value: one, label: one }))}
        value={values.gatePost}
        onChange={(gatePost) => set({ gatePost: gatePost ?? '' })}
      />
      {text('moverName', 40, true)}
      {text('moverDocument', 4)}
      {values.result === 'mismatch' ? (
        <TextField
          label={label('differences')}
          name="differences"
          max={200}
          required
          value={values.extra}
          onChange={(extra) => set({ extra })}
        />
      ) : null}
    </ActionDialog>
  );
}
