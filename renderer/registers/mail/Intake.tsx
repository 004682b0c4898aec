import { Checkbox } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { carrierOf, tidyTracking } from '../../../shared/registers/mail-carriers';
import { MAIL_KINDS } from '../../../shared/registers/mail-items.row';
import { fieldLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { type Editor, EditorField, TIME } from '../../book/editors';
import { QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { client } from '../../client';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { nowIso } from '../../ui/fields/TimeField';
import { fieldsIn } from '../../ui/keys';
import { type Scan, type Taken, useScanTarget } from '../../ui/scan-target';
import { UnitField } from '../units/UnitField';
import { MAIL_ITEMS } from './books';
import { type IntakeForm, intakeInput, isWhole, kindOf, NEW_INTAKE, nextOf } from './intake-form';
import { type Done, RunLine } from './RunLine';
import './mail.css';

interface IntakeProps {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}
type Texts = Exclude<keyof IntakeForm, 'kind' | 'perishable' | 'valuable' | 'cod' | 'atOnce' | 'queue'>;
const FLAGS = ['perishable', 'valuable', 'cod'] as const;

/**
 * The strip that takes mail in (desk-practice.md §4: scan, room digits, Enter). A scan anywhere in the book fills the number
 * and leads to the room; further scans wait in line. What the gate wrote down already is sorted instead of written twice.
 */
export function Intake({ desk, place, onBack }: IntakeProps) {
  const { t } = useWords();
  const register = useCommand('mailItems.register');
  const sort = useCommand('mailItems.sort');
  const papers = usePapers();
  const { values, set, clear } = useDraft<IntakeForm>('mailItems.register', NEW_INTAKE);
  const latest = useRef(values);
  latest.current = values;
  const [run, setRun] = useState<readonly Done[]>([]);
  const atGate = !desk.may('mailItems.handle');
  const guess = carrierOf(values.trackingNo);
  const asked = useOp(
    'mailItems.prepare',
    { trackingNo: values.trackingNo.slice(0, 60), unitId: values.unitId || null },
    { keep: true },
  );
  const known = asked.data?.known?.state === 'arrived' && !atGate ? asked.data.known : null;
  const begun = values.trackingNo !== '' || values.unitId !== '' || values.queue.length > 0;

  const goTo = (name: 'trackingNo' | 'unitId') =>
    requestAnimationFrame(() => {
      const fields = place.current ? fieldsIn(place.current) : [];
      fields.find((field) => field.dataset.name === name)?.focus();
    });
  const save = async (form: IntakeForm, how: SaveHow) => {
    // The answer to the number may still be on its way: what the gate has is asked for again.
    const there = await client.mailItems.prepare({ trackingNo: form.trackingNo, unitId: null });
    const mine = there.ok && there.data.known?.state === 'arrived' && !atGate ? there.data.known : null;
    const { unitId, department, addresseeName, shelf } = form;
    const done = mine
      ? await sort.run({ ...mine, unitId: unitId || null, department, addresseeName, shelf })
      : await register.run(
          intakeInput(form, form.trackingNo && guess ? t(`mail:carrier.${guess.carrier}`) : null, atGate),
        );
    if (!done?.ok) return;
    const { id, serialNo, unitCode } = done.data;
    const entered = {
      id,
      serialNo,
      place: unitCode ?? form.department,
      shelf: done.data.shelf,
      at: nowIso(),
    };
    setRun((before) => [entered, ...before]);
    const next = nextOf(latest.current);
    clear(next);
    if (next.trackingNo !== '') set({});
    goTo(next.trackingNo === '' ? 'trackingNo' : 'unitId');
    if (how === 'print') await papers.print(['shelfLabel'], id);
  };
  const take = async ({ code, own }: Scan): Promise<Taken> => {
    // A dialog in front of the book asks about items; nothing is taken in behind it.
    if (own || document.querySelector('[role="dialog"]')) return 'pass';
    const number = tidyTracking(code);
    const { trackingNo, queue } = latest.current;
    if (number === trackingNo || queue.includes(number)) return 'wrong';
    const there = await client.mailItems.prepare({ trackingNo: number, unitId: null });
    // On its shelf already: it is being collected or asked about, which is the card's matter.
    if (there.ok && there.data.known && there.data.known.state !== 'arrived') return 'pass';
    const now = latest.current;
    const room = there.ok ? (there.data.known?.unitId ?? now.unitId) : now.unitId;
    const part =
      now.trackingNo === '' ? { trackingNo: number, unitId: room } : { queue: [...now.queue, number] };
    // At once, not with the next drawing: the next scan may be waiting for its turn already.
    latest.current = { ...now, ...part };
    set(part);
    goTo('unitId');
    return 'taken';
  };
  /** Scans wait for one another: the parcel in the clerk's hand is the one scanned first, whichever answer comes first. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const takeInTurn = (scan: Scan): Promise<Taken> => {
    const mine = turn.current.then(() => take(scan));
    turn.current = mine.catch(() => undefined);
    return mine;
  };
  const here = useScanTarget(takeInTurn, { foreign: true });

  const field = (name: Texts, editor: Editor, more: { placeholder?: string; sticky?: boolean } = {}) => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(MAIL_ITEMS, name))}
      name={name}
      {...more}
      value={values[name]}
      onChange={(text) => set({ [name]: text })}
    />
  );
  const suggested = asked.data?.shelf ?? '';
  return (
    <div ref={here}>
      <QuickStrip
        label={t('mail:screen.intake')}
        place={place}
        begun={begun || register.error !== null}
        error={register.error ?? sort.error ?? papers.error}
        busy={register.busy || sort.busy}
        saved={run[0] ?? null}
        onSave={(how) => void save(values, how)}
        onBack={onBack}
        saveAndPrint={!atGate}
        below={
          <>
            {values.queue.length > 0 ? (
              <p className="small" role="status">
                {t('mail:screen.queued', { n: values.queue.length, numbers: values.queue.join(' ') })}
              </p>
            ) : null}
            {known ? (
              <p className="small" role="status">
                {t('mail:screen.knownAtGate', { no: known.serialNo })}
              </p>
            ) : null}
            {asked.data && asked.data.waiting > 0 && values.unitId !== '' ? (
              <p className="quiet small">{t('mail:screen.beside', { n: asked.data.waiting })}</p>
            ) : null}
            <RunLine run={run} />
          </>
        }
        foot={
          <div className="row">
            <Checkbox
              label={t('mail:screen.roomEnter')}
              checked={values.atOnce}
              onChange={(event) => set({ atOnce: event.currentTarget.checked })}
            />
            {FLAGS.map((name) => (
              <Checkbox
                key={name}
                label={t(fieldLabel(MAIL_ITEMS, name))}
                checked={values[name]}
                onChange={(event) => set({ [name]: event.currentTarget.checked })}
              />
            ))}
          </div>
        }
      >
        {field('trackingNo', { kind: 'text', max: 60 }, { placeholder: t('mail:screen.scanHint') })}
        <UnitField
          // A room that was saved is gone from the field with its text.
          key={`unit ${run.length}`}
          name="unitId"
          value={values.unitId}
          onChange={(unitId) => set({ unitId })}
          onPick={(unit) => {
            const form = { ...latest.current, unitId: unit?.id ?? '' };
            if (unit && form.atOnce && isWhole(form)) void save(form, 'new');
          }}
        />
        <ChoiceField
          label={t(fieldLabel(MAIL_ITEMS, 'kind'))}
          name="kind"
          clearable={values.kind !== null}
          sticky={values.kind !== null}
          choices={MAIL_KINDS.map((code) => ({ value: code, label: t(`mail:kind.${code}`) }))}
          value={kindOf(values)}
          onChange={(next) => set({ kind: MAIL_KINDS.find((one) => one === next) ?? null })}
        />
        {atGate
          ? null
          : field(
              'shelf',
              { kind: 'text', max: 20 },
              { placeholder: suggested, sticky: values.shelf !== '' },
            )}
        {field('addresseeName', { kind: 'text', max: 40 })}
        {field('department', { kind: 'text', max: 40 })}
        {field(
          'carrier',
          { kind: 'text', max: 30 },
          guess ? { placeholder: t(`mail:carrier.${guess.carrier}`) } : {},
        )}
        {field('pieces', { kind: 'count' }, { placeholder: '1' })}
        {field('senderName', { kind: 'text', max: 60 })}
        {field('addresseePhone', { kind: 'phone' })}
        {field('damage', { kind: 'text', max: 200 })}
        {field('courierName', { kind: 'text', max: 40 })}
        {field('receivedAt', TIME)}
        {field('note', { kind: 'text', max: 300 })}
      </QuickStrip>
    </div>
  );
}
